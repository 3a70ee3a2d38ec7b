/**
 * A picture with rectangles over it, drawn, moved, sized and taken away by mouse, finger or keys.
 * It shows those of the picture's moment; which they are and what becomes of them is the page's.
 */

import { css, html, nothing, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import {
  between,
  CORNERS,
  cornered,
  isTap,
  moved,
  resized,
  type Box,
  type Corner,
  type Mask,
  type Point,
} from "../data/masks";
import { define } from "./define";
import { look } from "./styles";
import { PanelElement } from "./view";

const KEY_STEP = 0.01;
const KEY_FINE = 0.002;

/** What a finger does at the moment. */
type Grip =
  | { does: "draw"; from: Point }
  | { does: "move"; mask: Mask; from: Point }
  | { does: "size"; mask: Mask; corner: Corner };

export class MaskCanvas extends PanelElement {
  static override styles = [
    ...look,
    css`
      :host {
        display: block;
        position: relative;
        overflow: hidden;
        border-radius: var(--kb-radius);
        background: #16191b;
        user-select: none;
        -webkit-user-select: none;
      }
      .sheet {
        position: relative;
        display: grid;
        place-items: center;
        min-height: 160px;
      }
      .sheet.draws {
        cursor: crosshair;
        touch-action: none;
      }
      img {
        display: block;
        width: 100%;
        pointer-events: none;
      }
      .area {
        position: absolute;
        inset: 0;
      }
      .words {
        color: #e7eaec;
        padding: 24px;
        text-align: center;
      }
      .mask,
      .new {
        position: absolute;
        background: repeating-linear-gradient(
          45deg,
          rgba(0, 0, 0, 0.82) 0 10px,
          rgba(40, 44, 46, 0.82) 10px 20px
        );
        outline: 2px solid #fff;
        outline-offset: -2px;
        box-shadow: 0 0 0 1px rgba(0, 0, 0, 0.7);
      }
      .mask {
        cursor: move;
        touch-action: none;
      }
      .mask:focus-visible {
        outline: 3px solid #ffd54f;
        outline-offset: 1px;
      }
      .mask[aria-pressed="true"] {
        outline-color: #ffd54f;
        z-index: 1;
      }
      .number {
        position: absolute;
        top: 2px;
        left: 2px;
        min-width: 22px;
        padding: 0 6px;
        border-radius: 6px;
        font-size: 13px;
        font-weight: 700;
        line-height: 20px;
        text-align: center;
        color: #16191b;
        background: #fff;
        pointer-events: none;
      }
      .mask[aria-pressed="true"] .number {
        background: #ffd54f;
      }
      .corner {
        position: absolute;
        width: 44px;
        height: 44px;
        margin: -22px;
        touch-action: none;
      }
      .corner::after {
        content: "";
        position: absolute;
        inset: 14px;
        border-radius: 50%;
        background: #ffd54f;
        border: 2px solid #16191b;
      }
      .nw {
        left: 0;
        top: 0;
        cursor: nwse-resize;
      }
      .ne {
        left: 100%;
        top: 0;
        cursor: nesw-resize;
      }
      .sw {
        left: 0;
        top: 100%;
        cursor: nesw-resize;
      }
      .se {
        left: 100%;
        top: 100%;
        cursor: nwse-resize;
      }
    `,
  ];

  /** Address of the picture; empty while there is none. */
  @property() picture = "";
  @property() label = "";
  /** What is said in place of a picture. */
  @property() words = "";
  /** The masks of the moment. */
  @property({ attribute: false }) masks: Mask[] = [];
  @property({ attribute: false }) chosen: number | null = null;
  /** Nothing can be drawn: a copy is being made. */
  @property({ type: Boolean }) still = false;

  @state() private drawn: Box | null = null;
  @query(".area") private area!: HTMLElement | null;
  private grip: Grip | null = null;
  /** The finger that has the grip; a second one does nothing. */
  private finger = -1;

  private tell(name: "change" | "choose" | "draw" | "take", detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  private pointOf(event: PointerEvent): Point {
    const box = this.area!.getBoundingClientRect();
    return {
      x: (event.clientX - box.left) / (box.width || 1),
      y: (event.clientY - box.top) / (box.height || 1),
    };
  }

  private down(event: PointerEvent): void {
    if (this.still || !this.picture || event.button !== 0 || this.grip) return;
    const target = event.target as HTMLElement;
    const from = this.pointOf(event);
    const mask = this.masks.find(
      ({ id }) => String(id) === target.closest<HTMLElement>(".mask")?.dataset["id"],
    );
    const corner = target.dataset["corner"] as Corner | undefined;
    if (mask && corner) this.grip = { does: "size", mask, corner };
    else if (mask) this.grip = { does: "move", mask, from };
    else this.grip = { does: "draw", from };
    this.finger = event.pointerId;
    this.area?.setPointerCapture(event.pointerId);
    if (mask) this.tell("choose", mask.id);
  }

  private move(event: PointerEvent): void {
    const { grip } = this;
    if (!grip || event.pointerId !== this.finger) return;
    const to = this.pointOf(event);
    if (grip.does === "draw") this.drawn = between(grip.from, to);
    else if (grip.does === "size") this.tell("change", cornered(grip.mask, grip.corner, to));
    else this.tell("change", moved(grip.mask, to.x - grip.from.x, to.y - grip.from.y));
  }

  private up(event: PointerEvent): void {
    if (event.pointerId !== this.finger) return;
    const { grip, drawn } = this;
    this.grip = null;
    this.drawn = null;
    this.finger = -1;
    if (event.type !== "pointerup" || grip?.does !== "draw") return;
    if (drawn && !isTap(drawn)) this.tell("draw", drawn);
    else this.tell("choose", null);
  }

  private key(mask: Mask, event: KeyboardEvent): void {
    if (this.still) return;
    const step = event.altKey ? KEY_FINE : KEY_STEP;
    const by: Record<string, [number, number]> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
    };
    const arrow = by[event.key];
    if (arrow) this.tell("change", (event.shiftKey ? resized : moved)(mask, ...arrow));
    else if (event.key === "Delete" || event.key === "Backspace") this.tell("take", mask.id);
    else if (event.key === "Enter" || event.key === " ") this.tell("choose", mask.id);
    else return;
    event.preventDefault();
  }

  /** Have the keyboard stand on a mask. */
  focusMask(id: number): void {
    this.renderRoot.querySelector<HTMLElement>(`.mask[data-id="${id}"]`)?.focus();
  }

  protected override render(): TemplateResult {
    if (!this.picture) {
      return html`<div class="sheet"><p class="words" role="status">${this.words}</p></div>`;
    }
    return html`<div class="sheet ${this.still ? "" : "draws"}">
      <img alt=${this.label} src=${this.picture} draggable="false" />
      <div
        class="area"
        role="group"
        aria-label=${this.label}
        @pointerdown=${this.down}
        @pointermove=${this.move}
        @pointerup=${this.up}
        @pointercancel=${this.up}
      >
        ${repeat(
          this.masks,
          ({ id }) => id,
          (mask) => this.mask(mask),
        )}
        ${this.drawn ? html`<div class="new" style=${place(this.drawn)}></div>` : nothing}
      </div>
    </div>`;
  }

  private mask(mask: Mask): TemplateResult {
    const chosen = mask.id === this.chosen;
    return html`<div
      class="mask"
      role="button"
      tabindex="0"
      data-id=${mask.id}
      style=${place(mask)}
      aria-label=${this.t("masks.one", { number: mask.id })}
      aria-pressed=${chosen ? "true" : "false"}
      @focus=${() => this.tell("choose", mask.id)}
      @keydown=${(event: KeyboardEvent) => this.key(mask, event)}
    >
      <span class="number">${mask.id}</span>
      ${
        chosen && !this.still
          ? CORNERS.map(
              (corner) => html`<span class="corner ${corner}" data-corner=${corner}></span>`,
            )
          : nothing
      }
    </div>`;
  }
}

function place({ x, y, w, h }: Box): string {
  const percent = (value: number): string => `${(value * 100).toFixed(3)}%`;
  return `left:${percent(x)};top:${percent(y)};width:${percent(w)};height:${percent(h)}`;
}

define("kb-mask-canvas", MaskCanvas);
