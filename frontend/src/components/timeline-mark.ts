/** The span that a person marked on a timeline: two ends to be moved by hand, finger or keys. */

import { css, html, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { clip, moveMark, toMoment, toX, type End, type Span } from "../data/timeline";
import { define } from "./define";
import { look } from "./styles";
import { BAND_HEIGHT, BAND_Y, HEIGHT } from "./timeline-drawing";
import { PanelElement } from "./view";

const MINUTE = 60_000;

export class TimelineMark extends PanelElement {
  static override styles = [
    ...look,
    css`
      :host {
        position: absolute;
        inset: 0;
        height: ${HEIGHT}px;
        overflow: hidden;
        pointer-events: none;
      }
      .span {
        position: absolute;
        top: ${BAND_Y - 2}px;
        height: ${BAND_HEIGHT + 4}px;
        border: 2px solid var(--kb-text);
        border-radius: 4px;
        background: color-mix(in srgb, var(--kb-text) 20%, transparent);
      }
      .end {
        position: absolute;
        top: ${BAND_Y - 6}px;
        width: 44px;
        height: ${BAND_HEIGHT + 12}px;
        pointer-events: auto;
        touch-action: none;
        cursor: ew-resize;
        border-radius: 6px;
      }
      .end::after {
        content: "";
        position: absolute;
        inset-block: 0;
        width: 12px;
        border-radius: 6px;
        background:
          linear-gradient(var(--kb-card), var(--kb-card)) center / 2px 18px no-repeat,
          var(--kb-text);
      }
      .from::after {
        right: 6px;
      }
      .to::after {
        left: 6px;
      }
      @media (pointer: coarse) {
        .end::after {
          width: 16px;
          border-radius: 8px;
        }
      }
    `,
  ];

  @property({ attribute: false }) mark!: Span;
  @property({ attribute: false }) bounds!: Span;
  @property({ attribute: false }) window!: Span;
  @property({ attribute: false }) width = 0;

  /** What can be marked: nothing that is yet to come. */
  private get room(): Span {
    return clip(this.bounds, { from: -Infinity, to: Math.floor(Date.now() / MINUTE) * MINUTE });
  }

  private put(end: End, at: number): void {
    const mark = moveMark(this.mark, end, at, this.room);
    this.dispatchEvent(
      new CustomEvent<Span>("mark", { detail: mark, bubbles: true, composed: true }),
    );
  }

  private down(event: PointerEvent): void {
    if (event.button === 0) (event.target as Element).setPointerCapture(event.pointerId);
  }

  private move(end: End, event: PointerEvent): void {
    if (!(event.target as Element).hasPointerCapture(event.pointerId)) return;
    const x = event.clientX - this.getBoundingClientRect().left;
    this.put(end, toMoment(x, this.window, this.width));
  }

  private key(end: End, event: KeyboardEvent): void {
    const step = (event.shiftKey ? 10 : 1) * MINUTE;
    const by: Record<string, number> = {
      ArrowLeft: -step,
      ArrowDown: -step,
      ArrowRight: step,
      ArrowUp: step,
      PageDown: -60 * MINUTE,
      PageUp: 60 * MINUTE,
    };
    const moved = by[event.key];
    if (moved === undefined) return;
    event.preventDefault();
    this.put(end, this.mark[end] + moved);
  }

  protected override render(): TemplateResult {
    const { mark, window, width } = this;
    const [from, to] = [toX(mark.from, window, width), toX(mark.to, window, width)];
    return html`
      <div class="span" style="left: ${from}px; width: ${Math.max(to - from, 2)}px"></div>
      ${this.end("from", from - 32)} ${this.end("to", to - 12)}
    `;
  }

  private end(end: End, left: number): TemplateResult {
    const { mark, bounds } = this;
    const minutes = (at: number): number => Math.round((at - bounds.from) / MINUTE);
    return html`<div
      class="end ${end}"
      style="left: ${left}px"
      role="slider"
      tabindex="0"
      aria-label=${this.t(`mark.${end}`)}
      aria-valuemin="0"
      aria-valuemax=${minutes(bounds.to)}
      aria-valuenow=${minutes(mark[end])}
      aria-valuetext=${this.panel.format.time(mark[end])}
      @pointerdown=${this.down}
      @pointermove=${(event: PointerEvent) => this.move(end, event)}
      @keydown=${(event: KeyboardEvent) => this.key(end, event)}
    ></div>`;
  }
}

define("kb-timeline-mark", TimelineMark);
