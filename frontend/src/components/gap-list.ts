/** The gaps of a day in words, for whoever wants to read rather than look. */

import { css, html, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import type { Day } from "../data/types";
import { define } from "./define";
import { look } from "./styles";
import { PanelElement } from "./view";

export class GapList extends PanelElement {
  static override styles = [
    ...look,
    css`
      summary {
        cursor: pointer;
        min-height: 44px;
        display: flex;
        align-items: center;
        gap: 8px;
        font-weight: 600;
        color: var(--kb-accent);
      }
      li + li {
        border-top: 1px solid var(--kb-line);
      }
      li .button {
        width: 100%;
        justify-content: flex-start;
        flex-wrap: wrap;
        gap: 0 16px;
        padding-inline: 8px;
        border-radius: 8px;
        font-weight: 400;
        color: var(--kb-text);
        text-align: start;
      }
    `,
  ];

  @property({ attribute: false }) day!: Day;

  protected override render(): TemplateResult {
    const { format } = this.panel;
    const { gaps } = this.day;
    if (!gaps.length) return html`<p class="soft small">${this.t("gaps.none")}</p>`;
    return html`<details>
      <summary>${this.t("gaps.count", { count: gaps.length })}</summary>
      <ul>
        ${gaps.map(
          ({ start, end, reason }) =>
            html`<li>
              <button
                class="button quiet"
                @click=${() =>
                  this.dispatchEvent(new CustomEvent("seek", { detail: Date.parse(start) }))}
              >
                <span class="numbers">${format.seconds(start)} – ${format.seconds(end)}</span>
                <span>${this.t(`gap.${reason}`)}</span>
                <span class="soft">
                  ${format.length((Date.parse(end) - Date.parse(start)) / 1000)}
                </span>
              </button>
            </li>`,
        )}
      </ul>
    </details>`;
  }
}

define("kb-gaps", GapList);
