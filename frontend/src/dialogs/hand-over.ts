/** Lets a role of one person pass to another in one act: the old ends as the new begins. */

import { html, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { define } from "../components/define";
import { Dialog } from "../components/dialog";
import { dayField, personFields, secrecyField, type Chosen } from "../components/person-fields";
import { sinceOf, type Appointment, type People } from "../data/people";

export class HandOverDialog extends Dialog {
  @state() private chosen: Chosen = { user_id: "", name: "", title: "" };
  @state() private since = "";
  @state() private secrecy = false;

  constructor(
    private readonly people: People,
    private readonly from: Appointment,
  ) {
    super();
  }

  private get today(): string {
    return this.panel.format.date(Date.now());
  }

  protected override submit(): void {
    const { chosen, since, secrecy, from } = this;
    if (!chosen.user_id) this.error = this.t("people.form.choose_person");
    else if (!secrecy) this.error = this.t("people.form.needs_secrecy");
    else {
      void this.attempt(async () => {
        await this.panel.hass.callWS({
          type: "kuma_bouhan/hand_over",
          role: from.role,
          ...chosen,
          ...sinceOf(since, this.today),
          secrecy_acknowledged: secrecy,
        });
        this.panel.say(this.t("people.handed_over_now"));
        this.finish(true);
      });
    }
  }

  protected override render(): TemplateResult {
    const { from } = this;
    const own = from.user_id === this.panel.overview.me.user_id;
    const others = this.people.users.filter((user) => user.user_id !== from.user_id);
    return this.frame(
      this.t("people.form.hand_over", { role: this.t(`role.${from.role}`) }),
      html`
        <p>
          ${this.t("people.form.hand_over_what", { name: from.name || this.t("people.somebody") })}
        </p>
        ${personFields(
          this.panel.t,
          others,
          this.chosen,
          this.t("people.form.next"),
          (part) => (this.chosen = { ...this.chosen, ...part }),
        )}
        ${
          from.role === "site_owner"
            ? html`<p class="hint">${this.t("people.form.owner_at_once")}</p>`
            : dayField(
                "since",
                this.t("people.form.since"),
                this.t("people.form.since_hint"),
                this.since,
                this.today,
                (day) => (this.since = day),
              )
        }
        ${secrecyField(this.panel.t, own, this.secrecy, (checked) => (this.secrecy = checked))}
        ${own ? nothing : html`<p class="hint">${this.t("people.form.keys_after")}</p>`}
      `,
      html`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${this.t("people.hand_over")}
        </button>
      `,
    );
  }
}

define("kb-hand-over", HandOverDialog);
