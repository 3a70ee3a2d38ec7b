/** The picture of a moment with its masks, and the hand that goes over what is to be given out. */

import {
  mdiChevronDoubleLeft,
  mdiChevronDoubleRight,
  mdiChevronLeft,
  mdiChevronRight,
} from "@mdi/js";
import { css, html, type TemplateResult } from "lit";
import { property, query } from "lit/decorators.js";
import { isShown, type Mask } from "../data/masks";
import type { Span } from "../data/timeline";
import { define } from "./define";
import { icon } from "./icon";
import "./mask-canvas";
import type { MaskCanvas } from "./mask-canvas";
import { look } from "./styles";
import { PanelElement } from "./view";

const SECOND = 1_000;

export class MaskStage extends PanelElement {
  static override styles = [
    ...look,
    css`
      :host {
        display: grid;
        gap: 8px;
      }
      .hand {
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: center;
        gap: 0 12px;
      }
      .time {
        font-weight: 600;
      }
      .steps {
        display: flex;
      }
      input {
        grid-column: 1 / -1;
        width: 100%;
        height: 44px;
        margin: 0;
        accent-color: var(--kb-fill);
        cursor: pointer;
      }
    `,
  ];

  @property() place = "";
  @property() picture = "";
  /** What is said where there is no picture. */
  @property() words = "";
  /** What is to be given out, and the moment that is shown. */
  @property({ attribute: false }) whole!: Span;
  @property({ attribute: false }) at = 0;
  @property({ attribute: false }) masks: Mask[] = [];
  @property({ attribute: false }) chosen: number | null = null;
  @property({ type: Boolean }) still = false;
  @query("kb-mask-canvas") private canvas!: MaskCanvas;

  /** Have the keyboard stand on a mask, once it is drawn. */
  async focusMask(id: number): Promise<void> {
    await this.updateComplete;
    await this.canvas.updateComplete;
    this.canvas.focusMask(id);
  }

  private goTo(at: number): void {
    this.dispatchEvent(new CustomEvent("moment", { detail: at }));
  }

  protected override render(): TemplateResult {
    const { format } = this.panel;
    const time = format.seconds(this.at);
    const step = (key: string, path: string, by: number): TemplateResult =>
      html`<button
        class="round"
        aria-label=${this.t(`masks.${key}`)}
        @click=${() => this.goTo(this.at + by * SECOND)}
      >
        ${icon(path)}
      </button>`;
    return html`
      <kb-mask-canvas
        .panel=${this.panel}
        .picture=${this.picture}
        .label=${this.t("masks.picture", { place: this.place, time })}
        .words=${this.words}
        .masks=${this.masks.filter((mask) => isShown(mask, this.at))}
        .chosen=${this.chosen}
        .still=${this.still}
      ></kb-mask-canvas>
      <div class="hand">
        <span class="numbers time">${format.day(this.at)} ${time}</span>
        <span class="steps">
          ${step("back_10", mdiChevronDoubleLeft, -10)} ${step("back_1", mdiChevronLeft, -1)}
          ${step("on_1", mdiChevronRight, 1)} ${step("on_10", mdiChevronDoubleRight, 10)}
        </span>
        <input
          type="range"
          aria-label=${this.t("masks.moment")}
          aria-valuetext=${time}
          min=${this.whole.from}
          max=${this.whole.to - SECOND}
          step=${SECOND}
          .value=${String(this.at)}
          @input=${(event: Event) => this.goTo(Number((event.target as HTMLInputElement).value))}
        />
      </div>
      <p class="hint">${this.t("masks.keys")}</p>
    `;
  }
}

define("kb-mask-stage", MaskStage);
