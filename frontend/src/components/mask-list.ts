/** Masks in words: which there are, over which time; and what can be done with the chosen one. */

import {
  mdiArrowExpandHorizontal,
  mdiContainEnd,
  mdiContainStart,
  mdiPlus,
  mdiTrashCanOutline,
} from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { timed, type Mask } from "../data/masks";
import { length, type Span } from "../data/timeline";
import { define } from "./define";
import { icon } from "./icon";
import { look } from "./styles";
import { PanelElement } from "./view";

export class MaskList extends PanelElement {
  static override styles = [
    ...look,
    css`
      :host {
        display: grid;
        gap: 12px;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 8px;
      }
      ul {
        display: grid;
        gap: 8px;
      }
      li {
        border: 1px solid var(--kb-line);
        border-radius: 10px;
        overflow: hidden;
      }
      li.chosen {
        border-color: var(--kb-accent);
        background: var(--kb-tint);
      }
      .row {
        font: inherit;
        color: inherit;
        display: grid;
        grid-template-columns: auto 1fr;
        align-items: center;
        gap: 4px 12px;
        width: 100%;
        min-height: var(--kb-touch);
        padding: 8px 12px;
        border: 0;
        background: none;
        text-align: start;
        cursor: pointer;
      }
      .row:focus-visible {
        outline-offset: -3px;
      }
      .number {
        min-width: 26px;
        padding: 0 6px;
        border-radius: 6px;
        font-size: 14px;
        font-weight: 700;
        line-height: 24px;
        text-align: center;
        color: var(--kb-card);
        background: var(--kb-text);
      }
      .bar {
        position: relative;
        grid-column: 2;
        height: 6px;
        border-radius: 3px;
        overflow: hidden;
        background: color-mix(in srgb, var(--kb-text) 12%, var(--kb-card));
      }
      .bar i {
        position: absolute;
        inset-block: 0;
        min-width: 2px;
        background: var(--kb-primary);
      }
      .acts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
        padding: 0 4px 4px;
      }
      .acts .button {
        justify-content: start;
        font-size: 15px;
        padding: 8px;
      }
    `,
  ];

  @property({ attribute: false }) masks: Mask[] = [];
  @property({ attribute: false }) chosen: number | null = null;
  /** What is given out, and which moment of it is shown. */
  @property({ attribute: false }) whole!: Span;
  @property({ attribute: false }) at = 0;
  @property({ type: Boolean }) still = false;
  /** There is a picture to put a mask on. */
  @property({ type: Boolean }) sees = false;

  private tell(name: "change" | "choose" | "take" | "add", detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private words({ from, to }: Span): string {
    const { format } = this.panel;
    if (from <= this.whole.from && to >= this.whole.to) return this.t("masks.whole");
    return this.t("masks.span", { from: format.seconds(from), to: format.seconds(to) });
  }

  protected override render(): TemplateResult {
    return html`
      <div class="head">
        <h3 id="masks">${this.t("masks.list", { count: this.masks.length })}</h3>
        ${
          this.sees && !this.still
            ? html`<button class="button" @click=${() => this.tell("add")}>
                ${icon(mdiPlus, 20)}${this.t("masks.add")}
              </button>`
            : nothing
        }
      </div>
      ${
        this.masks.length
          ? html`<ul aria-labelledby="masks">
              ${repeat(
                this.masks,
                ({ id }) => id,
                (mask) => this.item(mask),
              )}
            </ul>`
          : html`<p class="soft">${this.t("masks.none")}</p>`
      }
    `;
  }

  private item(mask: Mask): TemplateResult {
    const chosen = mask.id === this.chosen;
    const share = (at: number): number => ((at - this.whole.from) / length(this.whole)) * 100;
    return html`<li class=${chosen ? "chosen" : ""}>
      <button
        class="row"
        aria-pressed=${chosen ? "true" : "false"}
        aria-label="${this.t("masks.one", { number: mask.id })} ${this.words(mask)}"
        @click=${() => this.tell("choose", mask.id)}
      >
        <span class="number">${mask.id}</span>
        <span class="numbers">${this.words(mask)}</span>
        <span class="bar" aria-hidden="true"
          ><i
            style="left:${share(mask.from).toFixed(2)}%;width:${(share(mask.to) - share(mask.from)).toFixed(2)}%"
          ></i
        ></span>
      </button>
      ${chosen && !this.still ? this.acts(mask) : nothing}
    </li>`;
  }

  private acts(mask: Mask): TemplateResult {
    const act = (key: string, path: string, change: () => void): TemplateResult =>
      html`<button class="button quiet" @click=${change}>
        ${icon(path, 20)}${this.t(`masks.${key}`)}
      </button>`;
    return html`<div class="acts">
      ${act("from_here", mdiContainStart, () =>
        this.tell("change", timed(mask, "from", this.at, this.whole)),
      )}
      ${act("to_here", mdiContainEnd, () =>
        this.tell("change", timed(mask, "to", this.at, this.whole)),
      )}
      ${act("throughout", mdiArrowExpandHorizontal, () =>
        this.tell("change", { ...mask, ...this.whole }),
      )}
      <button
        class="button quiet"
        aria-label=${this.t("masks.delete_of", { number: mask.id })}
        @click=${() => this.tell("take", mask.id)}
      >
        ${icon(mdiTrashCanOutline, 20)}${this.t("masks.delete")}
      </button>
    </div>`;
  }
}

define("kb-mask-list", MaskList);
