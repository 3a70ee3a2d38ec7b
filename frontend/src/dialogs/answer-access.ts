/**
 * The site's own answer to a request of somebody for footage of themselves (開示請求). It is asked
 * what the law asks, and nothing is concluded from it here.
 */

import { mdiInformationOutline } from "@mdi/js";
import { html, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { choices, choicesStyles } from "../components/choices";
import { define } from "../components/define";
import { Dialog } from "../components/dialog";
import { icon } from "../components/icon";
import type { Answer, Disclosure } from "../data/request-types";
import { act } from "../data/requests";

const ANSWERS: readonly Answer[] = ["yes", "no", "unknown"];

export class AnswerAccessDialog extends Dialog {
  static override styles = [...Dialog.styles, choicesStyles];

  @state() private business: Answer | "" = "";
  @state() private retained: Answer | "" = "";
  @state() private obliged: "yes" | "no" | "" = "";

  constructor(private readonly item: Disclosure) {
    super();
    const { access } = item;
    if (!access) return;
    this.business = access.business;
    this.retained = access.retained;
    this.obliged = access.obliged ? "yes" : "no";
  }

  protected override submit(): void {
    const { business, retained, obliged } = this;
    if (!business || !retained || !obliged) {
      this.error = this.t("requests.access.all_needed");
      return;
    }
    void this.attempt(async () => {
      await act(this.panel.hass, "disclosure/answer", {
        number: this.item.number,
        business,
        retained,
        obliged: obliged === "yes",
      });
      this.panel.say(this.t("requests.access.said"));
      this.finish(true);
    });
  }

  protected override render(): TemplateResult {
    const offered = ANSWERS.map((value) => ({ value, label: this.t(`requests.answer.${value}`) }));
    return this.frame(
      this.t("requests.access.heading"),
      html`
        <p class="note">
          ${icon(mdiInformationOutline)}<span>${this.t("requests.access.explain")}</span>
        </p>
        ${choices(
          "business",
          this.t("requests.access.business"),
          offered,
          this.business,
          (value) => (this.business = value),
          "thirds",
        )}
        ${choices(
          "retained",
          this.t("requests.access.retained"),
          offered,
          this.retained,
          (value) => (this.retained = value),
          "thirds",
        )}
        ${choices<"yes" | "no">(
          "obliged",
          this.t("requests.access.question"),
          [
            {
              value: "yes",
              label: this.t("requests.access.obliged"),
              more: this.t("requests.access.obliged_more"),
            },
            {
              value: "no",
              label: this.t("requests.access.not_obliged"),
              more: this.t("requests.access.not_obliged_more"),
            },
          ],
          this.obliged,
          (value) => (this.obliged = value),
        )}
      `,
      html`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${this.t("requests.access.do")}
        </button>
      `,
    );
  }
}

define("kb-answer-access", AnswerAccessDialog);
