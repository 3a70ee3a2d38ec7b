/** Adopts the operating standard as it is shown: by whom, on which day. */

import { html, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { choices, choicesStyles } from "../components/choices";
import { define } from "../components/define";
import { Dialog } from "../components/dialog";
import { textField } from "../components/form-fields";
import { deed } from "../data/section";
import { ADOPTIONS, type Adoption } from "../data/standard";

export class AdoptStandardDialog extends Dialog {
  static override styles = [...Dialog.styles, choicesStyles];

  @state() private adoption: Adoption = "site_owner";
  @state() private on = "";
  @state() private remarks = "";

  /** `digest` says which text the person has before them. */
  constructor(private readonly digest: string) {
    super();
  }

  protected override submit(): void {
    void this.attempt(async () => {
      const { panel, adoption, digest } = this;
      await deed(panel.hass, "standard/adopt", {
        adoption,
        on: this.on || panel.format.date(Date.now()),
        digest,
        ...(this.remarks.trim() ? { remarks: this.remarks.trim() } : {}),
      });
      panel.say(this.t("papers.adopted_now"));
      this.finish(true);
    });
  }

  protected override render(): TemplateResult {
    const today = this.panel.format.date(Date.now());
    return this.frame(
      this.t("papers.adopt"),
      html`
        <p>${this.t("papers.adopt_what")}</p>
        ${choices<Adoption>(
          "adoption",
          this.t("papers.adopted_by"),
          ADOPTIONS.map((value) => ({ value, label: this.t(`papers.adoption.${value}`) })),
          this.adoption,
          (adoption) => (this.adoption = adoption),
        )}
        <div class="field">
          <label for="on">${this.t("papers.adopted_on")}</label>
          <input
            id="on"
            type="date"
            max=${today}
            .value=${this.on || today}
            @input=${(event: Event) => (this.on = (event.target as HTMLInputElement).value)}
          />
        </div>
        ${textField(this.fields({ remarks: this.remarks }), "remarks", {
          label: this.t("papers.adopt_remarks"),
          rows: 2,
          most: 2000,
        })}
      `,
      html`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${this.t("papers.adopt_do")}
        </button>
      `,
    );
  }
}

define("kb-adopt-standard", AdoptStandardDialog);
