/** Ends an appointment: somebody leaves, or is released, and knows that the duty of secrecy goes on. */

import { html, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { define } from "../components/define";
import { Dialog } from "../components/dialog";
import { dayField, secrecyField } from "../components/person-fields";
import { untilOf, type Role } from "../data/people";

export class EndDialog extends Dialog {
  @state() private lastDay = "";
  @state() private secrecy = false;

  constructor(
    private readonly office: Role,
    private readonly user: string,
    private readonly name: string,
  ) {
    super();
  }

  private get own(): boolean {
    return this.user === this.panel.overview.me.user_id;
  }

  protected override submit(): void {
    const { office: role, user, lastDay, secrecy, own } = this;
    if (!secrecy) {
      this.error = this.t("people.form.needs_secrecy");
      return;
    }
    void this.attempt(async () => {
      await this.panel.hass.callWS({
        type: "kuma_bouhan/end_appointment",
        role,
        user_id: user,
        ...untilOf(lastDay),
        secrecy_acknowledged: secrecy,
      });
      this.panel.say(this.t(own ? "people.left_now" : "people.ended_now"));
      this.finish(true);
    });
  }

  protected override render(): TemplateResult {
    const { own } = this;
    const role = this.t(`role.${this.office}`);
    const name = this.name || this.t("people.somebody");
    return this.frame(
      this.t(own ? "people.form.leave" : "people.form.release"),
      html`
        <p>
          ${
            own
              ? this.t("people.form.leave_what", { role })
              : this.t("people.form.release_what", { role, name })
          }
        </p>
        ${dayField(
          "last-day",
          this.t("people.form.last_day"),
          this.t("people.form.last_day_hint"),
          this.lastDay,
          this.panel.format.date(Date.now()),
          (day) => (this.lastDay = day),
        )}
        ${secrecyField(this.panel.t, own, this.secrecy, (checked) => (this.secrecy = checked))}
        ${own ? nothing : html`<p class="hint">${this.t("people.form.keys_after")}</p>`}
      `,
      html`
        ${this.cancel(true)}
        <button type="submit" class="button danger" ?disabled=${this.busy}>
          ${this.t(own ? "people.leave" : "people.release")}
        </button>
      `,
    );
  }
}

define("kb-end-appointment", EndDialog);
