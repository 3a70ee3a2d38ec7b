/** Who holds which role, from when until when; and how that changes: 4(2). */

import { mdiAccountPlusOutline, mdiAlertOutline, mdiChevronRight } from "@mdi/js";
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { asProblem, type Problem } from "../data/api";
import {
  appointable,
  canHandOver,
  ending,
  lastMoment,
  offices,
  past,
  type Appointment,
  type Office,
  type People,
  type Role,
} from "../data/people";
import { define } from "./define";
import { ask, type Dialog } from "./dialog";
import { icon } from "./icon";
import { rows } from "./rows";
import { look } from "./styles";
import { PanelElement } from "./view";

export class Offices extends PanelElement {
  static override styles = [
    ...look,
    rows,
    css`
      section.role {
        padding-top: 16px;
        border-top: 1px solid var(--kb-line);
      }
      section.role .rows > li:first-child {
        border-top: 0;
      }
      .holder {
        font-weight: 600;
      }
      .nobody {
        padding: 8px 0;
      }
    `,
  ];

  @state() private people: People | null = null;
  @state() private problem: Problem | null = null;
  private seen = -1;

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const entries = this.panel.overview.book?.entries ?? 0;
    if (entries === this.seen || !this.panel.may("appoint")) return;
    this.seen = entries;
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      this.people = await this.panel.hass.callWS<People>({ type: "kuma_bouhan/people" });
      this.problem = null;
    } catch (error) {
      this.problem = asProblem(error);
    }
  }

  protected override render(): TemplateResult {
    if (!this.panel.may("appoint")) return this.own();
    const { people, problem } = this;
    return html`
      <div class="card">
        <div class="head">
          <h2>${this.t("people.offices")}</h2>
          ${
            people && appointable(people, this.panel.overview.me).length
              ? html`<button class="button primary" @click=${this.appoint}>
                  ${icon(mdiAccountPlusOutline, 20)}${this.t("people.appoint")}
                </button>`
              : nothing
          }
        </div>
        <p class="soft small">${this.t("people.explain")}</p>
        ${
          problem
            ? html`<p class="note bad" role="alert">
                ${icon(mdiAlertOutline)}<span>${this.panel.words(problem)}</span>
              </p>`
            : nothing
        }
        ${
          people
            ? html`${offices(people, Date.now()).map((one) => this.office(one))}
              ${this.past(people)}`
            : problem
              ? nothing
              : html`<p class="soft" role="status">${this.t("shell.loading")}</p>`
        }
      </div>
    `;
  }

  private office({ role, holding, coming }: Office): TemplateResult {
    const vacant = this.panel.overview.vacant?.includes(role) && !holding.length;
    return html`
      <section class="role" aria-labelledby="role-${role}">
        <h3 id="role-${role}">${this.t(`role.${role}`)}</h3>
        <p class="soft small">${this.t(`people.does.${role}`)}</p>
        ${
          holding.length + coming.length
            ? html`<ul class="rows">
                ${holding.map((one) => this.appointment(one, true))}
                ${coming.map((one) => this.appointment(one, false))}
              </ul>`
            : vacant
              ? html`<p class="note warn">
                  ${icon(mdiAlertOutline)}<span>${this.t("people.vacant")}</span>
                </p>`
              : html`<p class="soft nobody">${this.t("people.nobody")}</p>`
        }
      </section>
    `;
  }

  private appointment(one: Appointment, holding: boolean): TemplateResult {
    const { me } = this.panel.overview;
    const way = ending(one, me);
    return html`
      <li>
        <div class="what">
          <p>
            <span class="holder">${one.name || this.t("people.somebody")}</span>
            ${one.title ? html`<span class="soft">${one.title}</span>` : nothing}
            ${one.user_id === me.user_id ? html`<span class="tag plain">${this.t("people.you")}</span>` : nothing}
            ${holding ? nothing : html`<span class="tag">${this.t("people.coming_tag")}</span>`}
          </p>
          <p class="soft small">${this.period(one)}</p>
        </div>
        <div class="do">
          ${
            holding && canHandOver(one, me)
              ? this.button("people.hand_over", one, () => this.handOver(one))
              : nothing
          }
          ${way ? this.button(`people.${way}`, one, () => this.end(one.role, one.user_id, one.name)) : nothing}
        </div>
      </li>
    `;
  }

  private button(key: string, one: Appointment, act: () => void): TemplateResult {
    const label = this.t("people.act_on", {
      act: this.t(key),
      role: this.t(`role.${one.role}`),
      name: one.name || this.t("people.somebody"),
    });
    return html`<button class="button quiet" aria-label=${label} @click=${act}>
      ${this.t(key)}
    </button>`;
  }

  private period({ since, until }: Appointment): string {
    const { format } = this.panel;
    const from = format.fullDay(since);
    return until
      ? this.t("people.span", { since: from, until: lastMoment(until, format) })
      : this.t("people.from", { since: from });
  }

  private past(people: People): TemplateResult | typeof nothing {
    const over = past(people, Date.now());
    if (!over.length) return nothing;
    return html`<details>
      <summary>${icon(mdiChevronRight)}${this.t("people.past", { count: over.length })}</summary>
      <ul class="rows">
        ${over.map(
          (one) =>
            html`<li>
              <div class="what">
                <p>
                  ${one.name || this.t("people.somebody")}
                  ${one.title ? html`<span class="soft">${one.title}</span>` : nothing}
                </p>
                <p class="soft small">${this.t(`role.${one.role}`)}・${this.period(one)}</p>
              </div>
            </li>`,
        )}
      </ul>
    </details>`;
  }

  /** What somebody sees who appoints nobody: their own roles, and the way out. */
  private own(): TemplateResult {
    const { me } = this.panel.overview;
    return html`<div class="card">
      <h2>${this.t("people.mine")}</h2>
      <ul class="rows">
        ${me.roles.map(
          (role) =>
            html`<li>
              <div class="what">
                <p class="holder">${this.t(`role.${role}`)}</p>
                <p class="soft small">${this.t(`people.does.${role}`)}</p>
              </div>
              <div class="do">
                ${
                  ending({ role: role as Role, user_id: me.user_id }, me)
                    ? html`<button
                        class="button quiet"
                        @click=${() => this.end(role as Role, me.user_id, me.name)}
                      >
                        ${this.t("people.leave")}
                      </button>`
                    : nothing
                }
              </div>
            </li>`,
        )}
      </ul>
      <p class="soft small">${this.t("people.who_sees")}</p>
    </div>`;
  }

  private async appoint(): Promise<void> {
    const { people } = this;
    if (!people || !(await this.panel.ensureUnlocked())) return;
    const { AppointDialog } = await import("../dialogs/appoint");
    await this.show(new AppointDialog(people));
  }

  private async handOver(one: Appointment): Promise<void> {
    const { people } = this;
    if (!people || !(await this.panel.ensureUnlocked())) return;
    const { HandOverDialog } = await import("../dialogs/hand-over");
    await this.show(new HandOverDialog(people, one));
  }

  private async end(role: Role, user: string, name: string): Promise<void> {
    const own = user === this.panel.overview.me.user_id;
    // Whoever leaves binds nobody but themselves, and may hold no key.
    if (!own && !(await this.panel.ensureUnlocked())) return;
    const { EndDialog } = await import("../dialogs/end-appointment");
    await this.show(new EndDialog(role, user, name));
  }

  private async show(dialog: Dialog): Promise<void> {
    if ((await ask(dialog, this.panel)) && this.panel.may("appoint")) await this.load();
  }
}

define("kb-offices", Offices);
