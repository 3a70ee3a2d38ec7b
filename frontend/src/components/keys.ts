/** The person's own key, who else holds one, and what happens when one is lost: 4(4)ウ. */

import {
  mdiAlertOutline,
  mdiChevronRight,
  mdiFileKeyOutline,
  mdiKeyOutline,
  mdiKeyPlus,
} from "@mdi/js";
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { asProblem, get, Problem } from "../data/api";
import { inOrder, type Holder, type Keys } from "../data/keys";
import { define } from "./define";
import { ask, type Dialog } from "./dialog";
import { icon } from "./icon";
import "./key-epochs";
import { rows } from "./rows";
import { look } from "./styles";
import { PanelElement } from "./view";

const TAGS = { holder: "tag", waiting: "tag warn", signing: "tag plain" };

export class KeysPage extends PanelElement {
  static override styles = [
    ...look,
    rows,
    css`
      :host {
        display: grid;
        gap: 24px;
        align-content: start;
      }
      .needless {
        color: var(--kb-bad);
      }
      .mine {
        display: flex;
        gap: 16px;
        align-items: flex-start;
      }
      .mine > .icon {
        box-sizing: content-box;
        padding: 10px;
        border-radius: 50%;
        color: var(--kb-accent);
        background: var(--kb-tint);
      }
      .mine > p {
        flex: 1;
        min-width: 0;
      }
      .holder {
        font-weight: 600;
      }
      .lost {
        border-style: dashed;
      }
      @media (max-width: 599px) {
        :host {
          gap: 16px;
        }
      }
    `,
  ];

  @state() private keys: Keys | null = null;
  @state() private problem: Problem | null = null;
  private seen = -1;

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const entries = this.panel.overview.book?.entries ?? 0;
    if (entries === this.seen) return;
    this.seen = entries;
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.keys = await get<Keys>(this.panel.hass, "keys");
      this.problem = null;
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  protected override render(): TemplateResult {
    const { keys, problem } = this;
    if (!keys) {
      return html`<div class="card">
        <h2>${this.t("keys.mine")}</h2>
        ${
          problem
            ? html`<p class="note bad" role="alert">
                ${icon(mdiAlertOutline)}<span>${this.panel.words(problem)}</span>
              </p>`
            : html`<p class="soft" role="status">${this.t("shell.loading")}</p>`
        }
      </div>`;
    }
    return html`${this.mine(keys)} ${this.holders(keys)} ${this.recovery(keys)}
      <kb-key-epochs .panel=${this.panel} .keys=${keys}></kb-key-epochs>
      ${this.lost(keys)}`;
  }

  // The person's own key -------------------------------------------------------------------

  private mine({ mine, sealed }: Keys): TemplateResult {
    const { panel } = this;
    // Who began new keys still opens older footage by the paper, where it is there.
    const byCode =
      mine === "waiting"
        ? "keys.admit_by_code"
        : mine === "holder" && sealed
          ? "keys.open_by_code"
          : "";
    const mayMake = panel.may("make_key");
    const said =
      mine !== "none"
        ? `keys.mine_${mine}`
        : !mayMake
          ? "keys.mine_no_key"
          : panel.may("list_footage")
            ? "keys.mine_none"
            : "keys.mine_none_signing";
    return html`<section class="card" aria-labelledby="mine">
      <h2 id="mine">${this.t("keys.mine")}</h2>
      <div class="mine">
        ${icon(mdiKeyOutline)}
        <p>${this.t(said)}</p>
      </div>
      <div class="actions">
        ${
          mine === "none" && mayMake
            ? html`<button class="button primary" @click=${this.make}>
                ${icon(mdiKeyPlus, 20)}${this.t("keys.make")}
              </button>`
            : nothing
        }
        ${
          mine !== "none" && panel.may("change_passphrase")
            ? html`<button class="button" @click=${this.change}>${this.t("keys.change")}</button>`
            : nothing
        }
        ${
          byCode && panel.may("use_recovery_code")
            ? html`<button class="button quiet" @click=${this.admitByCode}>
                ${this.t(byCode)}
              </button>`
            : nothing
        }
      </div>
    </section>`;
  }

  // Who holds one --------------------------------------------------------------------------

  private holders({ holders }: Keys): TemplateResult {
    return html`<section class="card" aria-labelledby="holders">
      <h2 id="holders">${this.t("keys.holders")}</h2>
      <p class="soft small">${this.t("keys.holders_explain")}</p>
      ${
        holders.length
          ? html`<ul class="rows">
              ${inOrder(holders).map((one) => this.holder(one))}
            </ul>`
          : html`<p class="soft">${this.t("keys.no_holders")}</p>`
      }
      <details>
        <summary>${icon(mdiChevronRight)}${this.t("keys.rotation")}</summary>
        <ul class="points">
          <li>${this.t("keys.rotation_new")}</li>
          <li>${this.t("keys.rotation_old")}</li>
          <li>${this.t("keys.rotation_end")}</li>
        </ul>
      </details>
    </section>`;
  }

  private holder(one: Holder): TemplateResult {
    const { panel } = this;
    const name = this.nameOf(one);
    const own = one.user_id === panel.overview.me.user_id;
    return html`<li>
      <div class="what">
        <p>
          <span class="holder">${name}</span>
          ${own && name !== this.t("people.you") ? html`<span class="tag plain">${this.t("people.you")}</span>` : nothing}
          <span class=${TAGS[one.state]}>${this.t(`keys.state.${one.state}`)}</span>
        </p>
        ${
          one.since
            ? html`<p class="soft small">
                ${this.t("keys.since", { since: panel.format.fullDay(one.since) })}
              </p>`
            : nothing
        }
        ${one.has_role ? nothing : html`<p class="small needless">${this.needless(one)}</p>`}
      </div>
      <div class="do">
        ${
          one.state === "waiting" && panel.may("admit_holder")
            ? this.button("admit", one, name, "")
            : nothing
        }
        ${panel.may("remove_holder") ? this.button("remove", one, name, "quiet") : nothing}
      </div>
    </li>`;
  }

  /** Why a key is to be removed, and what its holder is all the same. */
  private needless({ roles }: Holder): string {
    if (!roles.length) return this.t("keys.no_role");
    const held = this.panel.format.list(roles.map((role) => this.t(`role.${role}`)));
    return this.t("keys.other_role", { roles: held });
  }

  private button(way: "admit" | "remove", one: Holder, name: string, look: string): TemplateResult {
    const act = this.t(`keys.${way}`);
    return html`<button
      class="button ${look}"
      aria-label=${this.t("keys.act_on", { act, name })}
      @click=${() => this.changeHolder(way, one, name)}
    >
      ${act}
    </button>`;
  }

  private nameOf({ user_id, name }: { user_id: string; name?: string }): string {
    if (name) return name;
    const { me } = this.panel.overview;
    return user_id === me.user_id ? me.name || this.t("people.you") : this.t("keys.another");
  }

  // The code on paper ----------------------------------------------------------------------

  private recovery({ recovery }: Keys): TemplateResult {
    return html`<section class="card" aria-labelledby="recovery">
      <h2 id="recovery">${this.t("keys.recovery")}</h2>
      <p class="soft small">${this.t("keys.recovery_explain")}</p>
      ${
        recovery.used
          ? html`<p class="note warn">
              ${icon(mdiAlertOutline)}<span>${this.t("keys.recovery_used")}</span>
            </p>`
          : recovery.since
            ? html`<p>
                ${this.t("keys.recovery_since", {
                  since: this.panel.format.fullDay(recovery.since),
                })}
              </p>`
            : nothing
      }
      ${
        this.panel.may("renew_recovery_code")
          ? html`<div class="actions">
              <button class="button ${recovery.used ? "primary" : ""}" @click=${this.renew}>
                ${icon(mdiFileKeyOutline, 20)}${this.t("keys.renew")}
              </button>
            </div>`
          : nothing
      }
    </section>`;
  }

  // When all is lost ------------------------------------------------------------------------

  private lost({ begin: { blocked, announced } }: Keys): TemplateResult | typeof nothing {
    const { panel } = this;
    const mayBegin = panel.may("begin_keys");
    if (!mayBegin && !announced) return nothing;
    return html`<section class="card lost">
      ${
        announced
          ? html`<p class="note warn">
                ${icon(mdiAlertOutline)}
                <span>${this.t("keys.announced", { when: panel.format.moment(announced) })}</span>
              </p>
              <p class="actions">
                <button class="button" @click=${() => this.notice("object")}>
                  ${this.t("keys.notice.object.do")}
                </button>
              </p>`
          : nothing
      }
      ${
        mayBegin
          ? html`<details>
              <summary>${icon(mdiChevronRight)}${this.t("keys.lost")}</summary>
              <ul class="points">
                <li>${this.t("keys.lost_recording")}</li>
                <li>${this.t("keys.lost_old")}</li>
                <li>${this.t("keys.lost_new")}</li>
              </ul>
              ${blocked ? html`<p>${panel.words(new Problem(blocked.error, blocked.blanks))}</p>` : nothing}
              <p class="actions" style="margin-top: 16px">
                ${
                  blocked?.error === "new_keys_need_notice"
                    ? html`<button class="button" @click=${() => this.notice("announce")}>
                        ${this.t("keys.notice.announce.do")}
                      </button>`
                    : nothing
                }
                <button class="button danger" @click=${() => this.begin(blocked !== null)}>
                  ${this.t(blocked ? "keys.begin_by_code" : "keys.begin")}
                </button>
              </p>
            </details>`
          : nothing
      }
    </section>`;
  }

  // What can be done -----------------------------------------------------------------------

  private async make(): Promise<void> {
    const { MakeKeyDialog } = await import("../dialogs/make-key");
    await this.show(new MakeKeyDialog());
  }

  private async change(): Promise<void> {
    const { ChangePassphraseDialog } = await import("../dialogs/change-passphrase");
    await this.show(new ChangePassphraseDialog());
  }

  private async changeHolder(way: "admit" | "remove", one: Holder, name: string): Promise<void> {
    if (way === "admit" && !(await this.panel.ensureUnlocked())) return;
    const { HolderDialog } = await import("../dialogs/holder");
    await this.show(new HolderDialog(way, one, name));
  }

  private async renew(): Promise<void> {
    if (!(await this.panel.ensureUnlocked())) return;
    const { RecoveryCodeDialog } = await import("../dialogs/recovery-code");
    await this.show(new RecoveryCodeDialog());
  }

  private async admitByCode(): Promise<void> {
    const { AdmitByCodeDialog } = await import("../dialogs/admit-by-code");
    // A code that was used has been seen: a new one is made in the same breath.
    if (await this.show(new AdmitByCodeDialog())) await this.renew();
  }

  private async begin(byCode: boolean): Promise<void> {
    const { BeginKeysDialog } = await import("../dialogs/begin-keys");
    await this.show(new BeginKeysDialog(byCode));
  }

  private async notice(way: "announce" | "object"): Promise<void> {
    const { KeysNoticeDialog } = await import("../dialogs/keys-notice");
    await this.show(new KeysNoticeDialog(way));
  }

  private async show(dialog: Dialog): Promise<boolean> {
    const done = (await ask(dialog, this.panel)) ?? false;
    if (done) await this.load();
    return done;
  }
}

define("kb-keys", KeysPage);
