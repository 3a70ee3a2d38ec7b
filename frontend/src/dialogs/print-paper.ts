/** Papers that belong to no request: the viewing register, and what was erased of a camera. */

import { mdiPrinterOutline } from "@mdi/js";
import { html, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { choices, choicesStyles } from "../components/choices";
import { define } from "../components/define";
import { Dialog } from "../components/dialog";
import { textField } from "../components/form-fields";
import { icon } from "../components/icon";
import "../components/span-fields";
import { openLater } from "../data/download";
import { dayBeside, momentOf, toIso } from "../data/local-time";
import { printable, type Other } from "../data/papers";
import { act } from "../data/requests";
import type { Span } from "../data/timeline";

export class PrintPaperDialog extends Dialog {
  static override styles = [...Dialog.styles, choicesStyles];

  @state() private chosen: Other | null = null;
  @state() private camera = "";
  @state() private others = "";
  @state() private span: Span | null = null;

  /** The last month, by whole days. */
  private get dates(): Span {
    if (this.span) return this.span;
    const { format } = this.panel;
    const to = dayBeside(format.date(Date.now()), 1);
    const at = (day: string): number => momentOf(`${day}T00:00`, format.zone) ?? Date.now();
    return { from: at(dayBeside(to, -31)), to: at(to) };
  }

  private get paper(): Other {
    return this.chosen ?? printable(this.panel)[0] ?? "erasure_record";
  }

  private get erasure(): boolean {
    return this.paper === "erasure_record";
  }

  protected override submit(): void {
    const { panel, paper, erasure, dates } = this;
    const camera = this.camera || (panel.overview.cameras?.[0]?.camera ?? "");
    const others = this.others.trim();
    void this.attempt(async () => {
      await openLater(
        act(panel.hass, "paper", {
          paper,
          language: panel.format.language,
          start: toIso(dates.from),
          end: toIso(dates.to),
          ...(erasure ? { camera } : {}),
          ...(erasure && others ? { others } : {}),
        }).then(({ url }) => url),
      );
    });
  }

  protected override render(): TemplateResult {
    return this.frame(
      this.t("requests.other_papers"),
      html`
        ${choices<Other>(
          "paper",
          this.t("requests.print.which"),
          printable(this.panel).map((value) => ({
            value,
            label: this.t(`requests.paper.${value}`),
            more: this.t(`requests.print.${value}`),
          })),
          this.paper,
          (paper) => (this.chosen = paper),
        )}
        ${this.erasure ? this.cameraField() : nothing}
        <kb-span
          .panel=${this.panel}
          .span=${this.dates}
          @span=${(event: CustomEvent<Span>) => (this.span = event.detail)}
        ></kb-span>
        ${this.erasure ? this.othersField() : nothing}
      `,
      html`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${icon(mdiPrinterOutline, 20)}${this.t("requests.print.do")}
        </button>
      `,
    );
  }

  private cameraField(): TemplateResult {
    return html`<div class="field">
      <label for="camera">${this.t("requests.filter_camera")}</label>
      <select
        id="camera"
        @change=${(event: Event) => (this.camera = (event.target as HTMLSelectElement).value)}
      >
        ${(this.panel.overview.cameras ?? []).map(
          ({ camera, place }) =>
            html`<option value=${camera} ?selected=${camera === this.camera}>${place}</option>`,
        )}
      </select>
    </div>`;
  }

  private othersField(): TemplateResult {
    return textField(this.fields({ others: this.others }), "others", {
      label: this.t("requests.print.others"),
      hint: this.t("requests.print.others_hint"),
      rows: 2,
      most: 500,
    });
  }
}

define("kb-print-paper", PrintPaperDialog);
