/** Gives a person a role, from a day on: 4(2). */

import { html, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { define } from "../components/define";
import { Dialog } from "../components/dialog";
import { dayField, personFields, type Chosen } from "../components/person-fields";
import { appointable, sinceOf, untilOf, type People, type Role } from "../data/people";

export class AppointDialog extends Dialog {
  @state() private office: Role | "" = "";
  @state() private chosen: Chosen = { user_id: "", name: "", title: "" };
  @state() private since = "";
  @state() private until = "";

  constructor(private readonly people: People) {
    super();
  }

  protected override submit(): void {
    const { office: role, chosen, since, until } = this;
    if (!role) this.error = this.t("people.form.choose_role");
    else if (!chosen.user_id) this.error = this.t("people.form.choose_person");
    else if (role === "deputy" && !until) this.error = this.t("people.form.needs_until");
    else {
      void this.attempt(async () => {
        await this.panel.hass.callWS({
          type: "kuma_bouhan/appoint",
          role,
          ...chosen,
          ...sinceOf(since, this.today),
          ...untilOf(until),
        });
        this.panel.say(this.t("people.appointed_now"));
        this.finish(true);
      });
    }
  }

  private get today(): string {
    return this.panel.format.date(Date.now());
  }

  protected override render(): TemplateResult {
    const roles = appointable(this.people, this.panel.overview.me);
    return this.frame(
      this.t("people.form.appoint"),
      html`
        <div class="field">
          <label for="role">${this.t("people.form.role")}</label>
          <select
            id="role"
            autofocus
            aria-describedby="role-hint"
            @change=${(event: Event) => {
              this.office = (event.target as HTMLSelectElement).value as Role | "";
            }}
          >
            <option value="">${this.t("people.form.choose")}</option>
            ${roles.map((role) => html`<option value=${role}>${this.t(`role.${role}`)}</option>`)}
          </select>
          <p class="hint" id="role-hint">
            ${this.office ? this.t(`people.does.${this.office}`) : ""}
          </p>
        </div>
        ${personFields(
          this.panel.t,
          this.people.users,
          this.chosen,
          this.t("people.form.person"),
          (part) => (this.chosen = { ...this.chosen, ...part }),
        )}
        ${dayField(
          "since",
          this.t("people.form.since"),
          this.t("people.form.since_hint"),
          this.since,
          this.today,
          (day) => (this.since = day),
        )}
        ${dayField(
          "until",
          this.t("people.form.until"),
          this.t(this.office === "deputy" ? "people.form.until_needed" : "people.form.until_hint"),
          this.until,
          this.since || this.today,
          (day) => (this.until = day),
        )}
      `,
      html`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${this.t("people.appoint")}
        </button>
      `,
    );
  }
}

define("kb-appoint", AppointDialog);
