/** Notes what became of a copy: it came back, was destroyed, or was deleted. */

import { html, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { choices, choicesStyles } from "../components/choices";
import { define } from "../components/define";
import { Dialog } from "../components/dialog";
import { fieldOf, momentOf, toIso } from "../data/local-time";
import type { Disclosure, Fate } from "../data/request-types";
import { act } from "../data/requests";

export class ConfirmCopyDialog extends Dialog {
  static override styles = [...Dialog.styles, choicesStyles];

  @state() private fate: Fate;
  @state() private at = "";

  /** `copy` null: what was handed over. */
  constructor(
    private readonly item: Disclosure,
    private readonly copy: number | null,
  ) {
    super();
    this.fate =
      copy !== null ? "deleted" : item.provided?.duty === "return" ? "returned" : "destroyed";
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    this.at = fieldOf(Date.now(), this.panel.format.zone);
  }

  protected override submit(): void {
    const at = momentOf(this.at, this.panel.format.zone);
    if (at === null) {
      this.error = this.t("requests.time_needed");
      return;
    }
    void this.attempt(async () => {
      await act(this.panel.hass, "disclosure/confirm", {
        number: this.item.number,
        copy: this.copy,
        fate: this.fate,
        // A field has no seconds: the minute of now is not before the copy was made.
        ...(Date.now() - at > 60_000 ? { at: toIso(at) } : {}),
      });
      this.panel.say(this.t("requests.confirmed"));
      this.finish(true);
    });
  }

  protected override render(): TemplateResult {
    const fates: Fate[] =
      this.copy !== null ? ["deleted", "destroyed"] : ["returned", "destroyed", "deleted"];
    return this.frame(
      this.t("requests.confirm.heading"),
      html`
        <p>${this.t(`requests.confirm.${this.copy === null ? "handed" : "downloaded"}`)}</p>
        ${choices(
          "fate",
          this.t("requests.confirm.question"),
          fates.map((value) => ({ value, label: this.t(`requests.fate.${value}`) })),
          this.fate,
          (value) => (this.fate = value),
        )}
        <div class="field">
          <label for="at">${this.t("requests.confirm.when")}</label>
          <input
            id="at"
            type="datetime-local"
            .value=${this.at}
            @input=${(event: Event) => (this.at = (event.target as HTMLInputElement).value)}
          />
        </div>
      `,
      html`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${this.t("requests.confirm.do")}
        </button>
      `,
    );
  }
}

define("kb-confirm-copy", ConfirmCopyDialog);
