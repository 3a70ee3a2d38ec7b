/** A decision about a request: proved by the passphrase, signed with the decider's key. */

import { html, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { define } from "../components/define";
import { textField } from "../components/form-fields";
import { ProvingDialog } from "../components/proving-dialog";
import { aboutOf, placesOf, spanOf } from "../components/request-words";
import { sheet, sheetStyles } from "../components/request-sheets";
import type { Entry } from "../data/request-list";
import { actPath } from "../data/requests";

export const DECISIONS = [
  "extension/approve",
  "extension/deny",
  "extension/end",
  "disclosure/permit",
  "disclosure/deny",
] as const;
export type Decision = (typeof DECISIONS)[number];

export class DecideRequestDialog extends ProvingDialog {
  static override styles = [...ProvingDialog.styles, sheetStyles];

  @state() private reason = "";
  @state() private noGround = false;

  constructor(
    private readonly decision: Decision,
    private readonly entry: Entry,
  ) {
    super();
    this.noGround = entry.kind === "access" && !entry.item.ground;
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    if (!this.explains) void this.field.updateComplete.then(() => this.field.focus());
  }

  private word(part: "heading" | "what" | "do" | "done"): string {
    return this.t(`requests.act.${this.decision.replace("/", "_")}.${part}`);
  }

  /** Permitting and approving need no more words than were asked with. */
  private get explains(): boolean {
    return !["extension/approve", "disclosure/permit"].includes(this.decision);
  }

  protected override submit(): void {
    const { decision, noGround } = this;
    const reason = this.reason.trim();
    const wanting = decision === "extension/end" && !reason;
    this.wrong = wanting ? { reason: this.t("requests.reason_needed") } : {};
    if (wanting) {
      this.error = this.t("dialog.wrong");
      return;
    }
    this.prove(
      actPath(decision),
      {
        number: this.entry.item.number,
        ...(this.explains && reason ? { reason } : {}),
        ...(decision === "disclosure/deny" ? { no_ground: noGround } : {}),
      },
      () => this.panel.say(this.word("done")),
    );
  }

  protected override render(): TemplateResult {
    const { panel, entry } = this;
    const bad = this.explains;
    return this.frame(
      this.word("heading"),
      html`
        <p>${this.word("what")}</p>
        ${sheet(panel, [
          [entry.kind === "extension" ? "until" : "recipient", aboutOf(panel, entry)],
          ["cameras", placesOf(panel, entry.item.cameras)],
          ["span", spanOf(panel, entry.item)],
        ])}
        ${this.explains ? this.why() : nothing} ${this.proof()}
      `,
      html`
        ${this.cancel()}
        <button type="submit" class="button ${bad ? "danger" : "primary"}" ?disabled=${this.held}>
          ${this.busy ? this.t("requests.sending") : this.word("do")}
        </button>
      `,
    );
  }

  private why(): TemplateResult {
    const disclosure = this.decision === "disclosure/deny";
    const ends = this.decision === "extension/end";
    return html`
      ${
        disclosure
          ? html`<label class="choice">
              <input
                type="checkbox"
                .checked=${this.noGround}
                @change=${(event: Event) => {
                  this.noGround = (event.target as HTMLInputElement).checked;
                }}
              />
              ${this.t("requests.no_ground")}
            </label>`
          : nothing
      }
      ${textField(this.fields({ reason: this.reason }), "reason", {
        label: this.t(ends ? "requests.row.end_reason" : "requests.deny_reason"),
        need: ends,
        rows: 2,
        most: 500,
      })}
    `;
  }
}

define("kb-decide-request", DecideRequestDialog);
