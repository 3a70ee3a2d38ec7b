/** The annual report: of which year, and which month that year begins with. */

import { mdiPrinterOutline } from "@mdi/js";
import { html, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { choices, choicesStyles } from "../components/choices";
import { define } from "../components/define";
import { Dialog } from "../components/dialog";
import { icon } from "../components/icon";
import { openLater } from "../data/download";
import { dayBeside, momentOf } from "../data/local-time";
import { paper } from "../data/section";

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
const WHICH = ["past", "present"] as const;
type Which = (typeof WHICH)[number];

export class PrintReportDialog extends Dialog {
  static override styles = [...Dialog.styles, choicesStyles];

  @state() private chosen: number | null = null;
  @state() private which: Which = "past";

  /** Bodies and shops mostly begin their year in April, a home has none but the calendar's. */
  private get month(): number {
    return this.chosen ?? (this.panel.overview.site?.profile === "home" ? 1 : 4);
  }

  /** The one that the year begins in. */
  private year(which: Which): number {
    const [year = 0, month = 1] = this.panel.format.date(Date.now()).split("-").map(Number);
    return year - (month < this.month ? 1 : 0) - (which === "past" ? 1 : 0);
  }

  private span(which: Which): string {
    const { format } = this.panel;
    const first = (year: number): string => `${year}-${String(this.month).padStart(2, "0")}-01`;
    const said = (day: string): string =>
      format.fullDay(momentOf(`${day}T12:00`, format.zone) ?? Date.now());
    const year = this.year(which);
    return this.t("papers.report.span", {
      from: said(first(year)),
      to: said(dayBeside(first(year + 1), -1)),
    });
  }

  protected override submit(): void {
    const { panel, month, which } = this;
    const about = { year: this.year(which), month };
    void this.attempt(() =>
      openLater(paper(panel.hass, "annual_report", panel.format.language, about)),
    );
  }

  protected override render(): TemplateResult {
    return this.frame(
      this.t("papers.report.heading"),
      html`
        <div class="field">
          <label for="month">${this.t("papers.report.month")}</label>
          <select
            id="month"
            aria-describedby="month-hint"
            @change=${(event: Event) =>
              (this.chosen = Number((event.target as HTMLSelectElement).value))}
          >
            ${MONTHS.map(
              (month) =>
                html`<option value=${month} ?selected=${month === this.month}>
                  ${this.panel.format.month(month)}
                </option>`,
            )}
          </select>
          <p class="hint" id="month-hint">${this.t("papers.report.month_hint")}</p>
        </div>
        ${choices<Which>(
          "which",
          this.t("papers.report.which"),
          WHICH.map((value) => ({
            value,
            label: this.t(`papers.report.${value}`),
            more: this.span(value),
          })),
          this.which,
          (which) => (this.which = which),
        )}
      `,
      html`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${icon(mdiPrinterOutline, 20)}${this.t("papers.sign.do")}
        </button>
      `,
    );
  }
}

define("kb-print-report", PrintReportDialog);
