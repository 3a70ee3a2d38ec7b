/** Every secret is lost: new keys for what is recorded from now on. What cannot be opened any more is said first. */

import { mdiAlertOutline, mdiCheck } from "@mdi/js";
import { html, nothing, type TemplateResult } from "lit";
import { query, state } from "lit/decorators.js";
import { define } from "../components/define";
import { icon } from "../components/icon";
import type { NewSecret } from "../components/new-secret";
import "../components/passphrase-field";
import type { PassphraseField } from "../components/passphrase-field";
import "../components/recovery-paper";
import type { RecoveryPaper } from "../components/recovery-paper";
import { SecretDialog } from "../components/secret-dialog";
import type { Paper } from "../data/keys";

export class BeginKeysDialog extends SecretDialog {
  protected override wide = true;

  @state() private understood = false;
  @state() private paper: Paper | null = null;
  @query("kb-new-secret") private secret?: NewSecret;
  @query("kb-passphrase.code") private code?: PassphraseField;
  @query("kb-recovery-paper") private shown?: RecoveryPaper;

  /** `byCode`: they begin now, because whoever begins them has the recovery code of today. */
  constructor(private readonly byCode: boolean) {
    super();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.paper = null;
  }

  protected override submit(): void {
    if (this.paper) void this.attempt(() => this.confirm());
    else {
      this.error = this.understood
        ? (this.secret?.missing ?? "") ||
          (this.byCode && !this.code?.value.trim() ? this.t("keys.begin_form.needs_code") : "")
        : this.t("keys.begin_form.needs_understood");
      if (!this.error) void this.attempt(() => this.begin());
    }
  }

  private async begin(): Promise<void> {
    const paper = await this.send<Paper>(["keys", "begin"], {
      ...this.secret?.value,
      ...(this.byCode ? { code: this.code?.value } : {}),
      language: this.panel.format.language,
    });
    this.secret?.clear();
    this.code?.clear();
    if (this.isConnected) this.paper = paper;
  }

  private async confirm(): Promise<void> {
    const last_group = this.shown?.lastGroup ?? "";
    await this.send(["keys", "begin", "confirm"], { last_group });
    this.paper = null;
    this.panel.say(this.t("keys.begun_now"));
    this.finish(true);
  }

  protected override render(): TemplateResult {
    const { paper, busy } = this;
    return this.frame(
      this.t("keys.begin_form.heading"),
      paper
        ? html`<kb-recovery-paper
            .panel=${this.panel}
            .paper=${paper}
            @enter=${() => this.enter()}
          ></kb-recovery-paper>`
        : this.warning(),
      html`
        ${this.cancel()}
        ${
          paper
            ? html`<button type="submit" class="button primary" ?disabled=${busy}>
                ${icon(mdiCheck, 20)}${this.t(busy ? "keys.paper.confirming" : "keys.paper.confirm")}
              </button>`
            : html`<button type="submit" class="button danger" ?disabled=${busy || this.unaccepted}>
                ${this.t(busy ? "keys.begin_form.working" : "keys.begin_form.begin")}
              </button>`
        }
      `,
    );
  }

  private warning(): TemplateResult {
    return html`
      <div class="note bad">
        ${icon(mdiAlertOutline)}
        <div>
          <p><strong>${this.t("keys.begin_form.what")}</strong></p>
          <p>${this.t("keys.lost_old")}</p>
        </div>
      </div>
      <p>${this.t("keys.lost_recording")} ${this.t("keys.lost_new")}</p>
      <label class="choice">
        <input
          type="checkbox"
          .checked=${this.understood}
          @change=${(event: Event) => {
            this.understood = (event.target as HTMLInputElement).checked;
          }}
        />
        ${this.t("keys.begin_form.understood")}
      </label>
      ${this.newSecret()}
      ${
        this.byCode
          ? html`<kb-passphrase
              class="code"
              autocomplete="off"
              .panel=${this.panel}
              .label=${this.t("keys.code_form.code")}
              .hint=${this.t("keys.code_form.code_hint")}
              @enter=${() => this.submit()}
            ></kb-passphrase>`
          : nothing
      }
    `;
  }
}

define("kb-begin-keys", BeginKeysDialog);
