/** The hand-over of what was prepared: 提供日時, on what, to whom, and what becomes of it. */

import { html, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { choices, choicesStyles } from "../components/choices";
import { define } from "../components/define";
import { ProvingDialog } from "../components/proving-dialog";
import { dayBeside, fieldOf, momentOf, toIso } from "../data/local-time";
import type { Disclosure, Duty, Medium } from "../data/request-types";
import { actPath } from "../data/requests";

const MEDIA: readonly Medium[] = ["usb", "disc", "online", "other"];
const DUTIES: readonly Duty[] = ["none", "return", "destruction"];

export class ProvideDialog extends ProvingDialog {
  static override styles = [...ProvingDialog.styles, choicesStyles];

  @state() private at = "";
  @state() private medium: Medium | "" = "";
  @state() private mediumText = "";
  @state() private copies = "1";
  @state() private receivedBy: string;
  @state() private receipt = false;
  @state() private duty: Duty | "" = "";
  @state() private due = "";

  constructor(private readonly item: Disclosure) {
    super();
    this.receivedBy = item.recipient.name;
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    this.at = fieldOf(Date.now(), this.panel.format.zone);
  }

  /** The words for what is missing; nothing where all is there. */
  private get missing(): string {
    if (momentOf(this.at, this.panel.format.zone) === null) return this.t("requests.time_needed");
    if (!this.medium || (this.medium === "other" && !this.mediumText.trim())) {
      return this.t("requests.provide.medium_needed");
    }
    const copies = Number(this.copies);
    if (!Number.isInteger(copies) || copies < 1) return this.t("requests.provide.copies_needed");
    if (!this.duty) return this.t("requests.provide.duty_needed");
    if (this.duty !== "none" && !this.due) return this.t("requests.provide.due_needed");
    return "";
  }

  protected override submit(): void {
    this.error = this.missing;
    if (this.error) return;
    const { zone } = this.panel.format;
    const receivedBy = this.receivedBy.trim();
    const mediumText = this.mediumText.trim();
    this.prove(
      actPath("disclosure/provide"),
      {
        number: this.item.number,
        at: toIso(momentOf(this.at, zone) ?? Date.now()),
        medium: this.medium,
        ...(mediumText ? { medium_text: mediumText } : {}),
        copies: Number(this.copies),
        receipt: this.receipt,
        ...(receivedBy ? { received_by: receivedBy } : {}),
        duty: this.duty,
        ...(this.duty !== "none" ? { due: this.due } : {}),
      },
      () => this.panel.say(this.t("requests.provide.done")),
    );
  }

  protected override render(): TemplateResult {
    return this.frame(
      this.t("requests.provide.heading"),
      html`
        <p>${this.t("requests.provide.what")}</p>
        ${this.input("at", "datetime-local", this.at, (value) => (this.at = value), "at_hint")}
        ${choices(
          "medium",
          this.t("requests.provide.medium"),
          MEDIA.map((value) => ({ value, label: this.t(`requests.medium.${value}`) })),
          this.medium,
          (value) => (this.medium = value),
          "halves",
        )}
        ${
          this.medium
            ? this.input(
                "medium_text",
                "text",
                this.mediumText,
                (value) => (this.mediumText = value),
                this.medium === "other" ? "medium_other_hint" : "medium_text_hint",
              )
            : nothing
        }
        ${this.input("copies", "text", this.copies, (value) => (this.copies = value))}
        ${this.input("received_by", "text", this.receivedBy, (value) => (this.receivedBy = value))}
        <label class="choice">
          <input
            type="checkbox"
            .checked=${this.receipt}
            @change=${(event: Event) => (this.receipt = (event.target as HTMLInputElement).checked)}
          />
          ${this.t("requests.provide.receipt")}
        </label>
        ${choices(
          "duty",
          this.t("requests.provide.duty"),
          DUTIES.map((value) => ({ value, label: this.t(`requests.duty.${value}`) })),
          this.duty,
          (value) => this.chooseDuty(value),
        )}
        ${
          this.duty && this.duty !== "none"
            ? this.input("due", "date", this.due, (value) => (this.due = value))
            : nothing
        }
        ${this.proof()}
      `,
      html`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.held}>
          ${this.t(this.busy ? "requests.sending" : "requests.provide.do")}
        </button>
      `,
    );
  }

  private chooseDuty(duty: Duty): void {
    this.duty = duty;
    this.due ||= dayBeside(this.panel.format.date(Date.now()), 30);
  }

  private input(
    name: string,
    type: string,
    value: string,
    change: (value: string) => void,
    hint = "",
  ): TemplateResult {
    return html`<div class="field">
      <label for=${name}>${this.t(`requests.provide.${name}`)}</label>
      <input
        id=${name}
        type=${type}
        maxlength=${type === "text" ? (name === "copies" ? "2" : "200") : nothing}
        inputmode=${name === "copies" ? "numeric" : nothing}
        aria-describedby=${hint ? `${name}-hint` : nothing}
        .value=${value}
        @input=${(event: Event) => change((event.target as HTMLInputElement).value)}
      />
      ${
        hint
          ? html`<p class="hint" id="${name}-hint">${this.t(`requests.provide.${hint}`)}</p>`
          : nothing
      }
    </div>`;
  }
}

define("kb-provide", ProvideDialog);
