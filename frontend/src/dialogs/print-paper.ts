/** Papers that belong to no request: the viewing register, and what was erased of a camera. */

import { mdiPrinterOutline } from "@mdi/js";
import { html, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { choices, choicesStyles } from "../components/choices";
import { define } from "../components/define";
import { Dialog } from "../components/dialog";
import { icon } from "../components/icon";
import "../components/span-fields";
import { openLater } from "../data/download";
import { dayBeside, momentOf, toIso } from "../data/local-time";
import { act } from "../data/requests";
import type { Span } from "../data/timeline";

type Printed = "viewing_register" | "erasure_record";

export class PrintPaperDialog extends Dialog {
  static override styles = [...Dialog.styles, choicesStyles];

  @state() private paper: Printed = "viewing_register";
  @state() private camera = "";
  @state() private others = "";
  @state() private span: Span | null = null;

  /** The last month, by whole days. */
  private get chosen(): Span {
    if (this.span) return this.span;
    const { format } = this.panel;
    const to = dayBeside(format.date(Date.now()), 1);
    const at = (day: string): number => momentOf(`${day}T00:00`, format.zone) ?? Date.now();
    return { from: at(dayBeside(to, -31)), to: at(to) };
  }

  private get erasure(): boolean {
    return this.paper === "erasure_record";
  }

  protected override submit(): void {
    const { panel, paper, erasure, chosen } = this;
    const camera = this.camera || (erasure ? (panel.overview.cameras?.[0]?.camera ?? "") : "");
    const others = this.others.trim();
    void this.attempt(async () => {
      const { language } = panel.format;
      await openLater(
        act(panel.hass, "paper", {
          paper,
          language,
          start: toIso(chosen.from),
          end: toIso(chosen.to),
          ...(camera ? { camera } : {}),
          ...(erasure && others ? { others } : {}),
        }).then(({ url }) => url),
      );
    });
  }

  protected override render(): TemplateResult {
    const cameras = this.panel.overview.cameras ?? [];
    return this.frame(
      this.t("requests.other_papers"),
      html`
        ${choices<Printed>(
          "paper",
          this.t("requests.print.which"),
          (["viewing_register", "erasure_record"] as const).map((value) => ({
            value,
            label: this.t(`requests.paper.${value}`),
            more: this.t(`requests.print.${value}`),
          })),
          this.paper,
          (paper) => (this.paper = paper),
        )}
        <div class="field">
          <label for="camera">${this.t("requests.filter_camera")}</label>
          <select
            id="camera"
            @change=${(event: Event) => (this.camera = (event.target as HTMLSelectElement).value)}
          >
            ${
              this.erasure
                ? nothing
                : html`<option value="" ?selected=${!this.camera}>
                    ${this.t("requests.all_cameras")}
                  </option>`
            }
            ${cameras.map(
              ({ camera, place }) =>
                html`<option value=${camera} ?selected=${camera === this.camera}>${place}</option>`,
            )}
          </select>
        </div>
        <kb-span
          .panel=${this.panel}
          .span=${this.chosen}
          @span=${(event: CustomEvent<Span>) => (this.span = event.detail)}
        ></kb-span>
        ${
          this.erasure
            ? html`<div class="field">
                <label for="others">${this.t("requests.print.others")}</label>
                <textarea
                  id="others"
                  maxlength="500"
                  aria-describedby="others-hint"
                  .value=${this.others}
                  @input=${(event: Event) => {
                    this.others = (event.target as HTMLTextAreaElement).value;
                  }}
                ></textarea>
                <p class="hint" id="others-hint">${this.t("requests.print.others_hint")}</p>
              </div>`
            : nothing
        }
      `,
      html`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${icon(mdiPrinterOutline, 20)}${this.t("requests.print.do")}
        </button>
      `,
    );
  }
}

define("kb-print-paper", PrintPaperDialog);
