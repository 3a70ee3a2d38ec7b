/**
 * A camera-day as a band: what is recorded, what is missing and why, what is held, and when each
 * part is erased. Wheel and pinch look closer, a drag moves along, a tap or a key goes to a
 * moment.
 */

import { mdiMagnifyMinusOutline, mdiMagnifyPlusOutline } from "@mdi/js";
import {
  html,
  nothing,
  svg,
  type PropertyValues,
  type SVGTemplateResult,
  type TemplateResult,
} from "lit";
import { property, query, state } from "lit/decorators.js";
import type { Day } from "../data/types";
import {
  afterNextGap,
  beforeLastGap,
  dayMap,
  fit,
  length,
  lookAt,
  pan,
  reveal,
  toMoment,
  zoom,
  type DayMap,
  type Span,
} from "../data/timeline";
import { define } from "./define";
import { icon } from "./icon";
import { look } from "./styles";
import { drawing, hatch } from "./timeline-drawing";
import "./timeline-mark";
import { timelineStyles } from "./timeline-styles";
import { PanelElement } from "./view";

/** Pixels that a finger may move and still tap. */
const STILL_PX = 6;
const WHEEL_STEP = 0.0016;
const BUTTON_STEP = 2;
const KEY_STEPS = 60;
const TINY_PX = 24;

export class Timeline extends PanelElement {
  static override styles = [...look, timelineStyles];

  @property({ attribute: false }) day!: Day;
  /** Where the hand stands, in ms. */
  @property({ attribute: false }) at: number | null = null;
  /** What is open for viewing. */
  @property({ attribute: false }) open: Span | null = null;
  /** What the person marked, to ask something for it. */
  @property({ attribute: false }) mark: Span | null = null;

  @state() private width = 0;
  @state() private window: Span = { from: 0, to: 1 };
  @state() private hover: number | null = null;
  @query(".band") private band!: HTMLElement;

  private map!: DayMap;
  private dayKey = "";
  private readonly fingers = new Map<number, number>();
  private moved = 0;
  private readonly sizes = new ResizeObserver(([entry]) => {
    if (entry) this.width = entry.contentRect.width;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => {
      this.sizes.observe(this.band);
      this.band.addEventListener("wheel", this.wheel, { passive: false });
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  /** What is on screen: the page proposes it as the span of a viewing. */
  get shown(): Span {
    return this.window;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has("day")) {
      this.map = dayMap(this.day);
      const key = `${this.day.camera} ${this.day.date}`;
      this.window = key === this.dayKey ? fit(this.window, this.map.bounds) : this.map.bounds;
      this.dayKey = key;
    }
    if (changed.has("open") && this.open && !changed.get("open")) {
      this.window = fit(around(this.open), this.map.bounds);
    }
    if (this.mark && !changed.get("mark") && changed.has("mark") && this.isTiny(this.mark)) {
      this.window = fit(around(this.mark, 1), this.map.bounds);
    }
    if (changed.has("at") && this.at !== null && !this.fingers.size) {
      this.window = reveal(this.window, this.map.bounds, this.at);
    }
  }

  /** Too narrow to take hold of its ends. */
  private isTiny(mark: Span): boolean {
    return (length(mark) / length(this.window)) * this.width < TINY_PX;
  }

  // --- Going somewhere ---

  private goTo(at: number | null): void {
    if (at === null) return;
    const { from, to } = this.map.bounds;
    const moment = Math.min(Math.max(at, from), to - 1000);
    this.dispatchEvent(new CustomEvent("seek", { detail: moment }));
  }

  private show(window: Span): void {
    this.window = window;
    this.dispatchEvent(new CustomEvent("shown", { detail: window }));
  }

  private point(at: number | null, x = 0): void {
    this.hover = at;
    this.dispatchEvent(new CustomEvent("point", { detail: at === null ? null : { at, x } }));
  }

  private momentOf(event: { clientX: number }): number {
    return toMoment(
      event.clientX - this.band.getBoundingClientRect().left,
      this.window,
      this.width,
    );
  }

  private readonly wheel = (event: WheelEvent): void => {
    if (!this.width) return;
    event.preventDefault();
    const { bounds } = this.map;
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      const by = ((event.deltaX || event.deltaY) / this.width) * length(this.window);
      this.show(pan(this.window, bounds, by));
    } else {
      const factor = Math.exp(event.deltaY * WHEEL_STEP * (event.deltaMode ? 16 : 1));
      this.show(zoom(this.window, bounds, this.momentOf(event), factor));
    }
  };

  private down(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.band.setPointerCapture(event.pointerId);
    this.fingers.set(event.pointerId, event.clientX);
    this.moved = this.fingers.size > 1 ? Infinity : 0;
  }

  private move(event: PointerEvent): void {
    const before = this.fingers.get(event.pointerId);
    if (before === undefined) {
      if (event.pointerType === "mouse") this.point(this.momentOf(event), event.offsetX);
      return;
    }
    const { bounds } = this.map;
    const other = [...this.fingers].find(([id]) => id !== event.pointerId)?.[1];
    this.moved += Math.abs(event.clientX - before);
    if (other !== undefined) {
      const [was, is] = [Math.abs(before - other), Math.abs(event.clientX - other)];
      if (was > 10 && is > 10) {
        const middle = this.momentOf({ clientX: (event.clientX + other) / 2 });
        this.show(zoom(this.window, bounds, middle, was / is));
      }
    } else if (this.moved > STILL_PX) {
      this.show(
        pan(this.window, bounds, ((before - event.clientX) / this.width) * length(this.window)),
      );
    }
    this.fingers.set(event.pointerId, event.clientX);
  }

  private up(event: PointerEvent): void {
    const was = this.fingers.delete(event.pointerId);
    if (was && event.type === "pointerup" && this.moved <= STILL_PX)
      this.goTo(this.momentOf(event));
  }

  private key(event: KeyboardEvent): void {
    const { bounds } = this.map;
    const at = this.at ?? this.window.from;
    const step = (length(this.window) / KEY_STEPS) * (event.shiftKey ? 10 : 1);
    const acts: Record<string, () => void> = {
      ArrowLeft: () => this.goTo(at - step),
      ArrowRight: () => this.goTo(at + step),
      Home: () => this.goTo(bounds.from),
      End: () => this.goTo(this.map.recorded.at(-1)?.to ?? bounds.to),
      PageUp: () => this.goTo(beforeLastGap(this.map, at)),
      PageDown: () => this.goTo(afterNextGap(this.map, at)),
      "+": () => this.show(zoom(this.window, bounds, at, 1 / BUTTON_STEP)),
      "-": () => this.show(zoom(this.window, bounds, at, BUTTON_STEP)),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  private zoomBy(factor: number): void {
    const { from, to } = this.window;
    const at = this.at !== null && this.at >= from && this.at < to ? this.at : (from + to) / 2;
    this.show(zoom(this.window, this.map.bounds, at, factor));
  }

  // --- In words ---

  /** What is to be said of a moment: recorded until when, or missing and why. */
  describe(at: number): string {
    const { recorded, missing, held } = lookAt(this.map, at);
    const { format } = this.panel;
    if (recorded && held?.until) {
      return this.t("timeline.held_until", { when: format.moment(held.until) });
    }
    if (recorded && held) return this.t("timeline.held");
    if (recorded?.due) return this.t("timeline.erased_at", { when: format.moment(recorded.due) });
    if (recorded) return this.t("timeline.recorded");
    if (missing) {
      return this.t("timeline.missing_because", { reason: this.t(`gap.${missing.reason}`) });
    }
    return this.t(at > Date.now() ? "timeline.not_yet" : "timeline.nothing");
  }

  protected override render(): TemplateResult {
    const { format } = this.panel;
    const at = this.hover ?? this.at;
    const whole = length(this.window) >= length(this.map.bounds);
    return html`
      <div class="tools">
        <p class="numbers" aria-hidden="true">
          ${at === null ? this.t("timeline.hint") : `${format.seconds(at)}　${this.describe(at)}`}
        </p>
        <div>
          <button
            class="round"
            aria-label=${this.t("timeline.wider")}
            ?disabled=${whole}
            @click=${() => this.zoomBy(BUTTON_STEP)}
          >
            ${icon(mdiMagnifyMinusOutline)}
          </button>
          <button
            class="round"
            aria-label=${this.t("timeline.closer")}
            @click=${() => this.zoomBy(1 / BUTTON_STEP)}
          >
            ${icon(mdiMagnifyPlusOutline)}
          </button>
        </div>
      </div>
      <div class="stage">
        <div
          class="band"
          role="slider"
          tabindex="0"
          aria-label=${this.t("timeline.label", { day: format.longDay(this.map.bounds.from) })}
          aria-valuemin="0"
          aria-valuemax=${Math.round(length(this.map.bounds) / 1000)}
          aria-valuenow=${Math.round(((this.at ?? this.map.bounds.from) - this.map.bounds.from) / 1000)}
          aria-valuetext=${
            this.at === null
              ? this.t("timeline.hint")
              : `${format.seconds(this.at)} ${this.describe(this.at)}`
          }
          @pointerdown=${this.down}
          @pointermove=${this.move}
          @pointerup=${this.up}
          @pointercancel=${this.up}
          @pointerleave=${() => this.point(null)}
          @keydown=${this.key}
        >
          ${this.width ? this.drawing() : nothing}
        </div>
        ${
          this.mark && this.width
            ? html`<kb-timeline-mark
                .panel=${this.panel}
                .mark=${this.mark}
                .bounds=${this.map.bounds}
                .window=${this.window}
                .width=${this.width}
              ></kb-timeline-mark>`
            : nothing
        }
      </div>
      ${this.legend()}
    `;
  }

  private drawing(): TemplateResult {
    const { map, window, width, at, hover, open } = this;
    return drawing({ map, window, width, at, hover, open }, this.panel.format, (key, blanks) =>
      this.t(key, blanks),
    );
  }

  private legend(): TemplateResult {
    const swatch = (shape: SVGTemplateResult): TemplateResult =>
      html`<svg width="20" height="14" aria-hidden="true">${shape}</svg>`;
    return html`<div class="legend small soft">
      <span>
        ${swatch(svg`<rect class="recorded" width="20" height="14" />`)}${this.t("timeline.recorded")}
      </span>
      ${
        this.map.missing.length
          ? html`<span>
              ${swatch(svg`<defs>${hatch("hatch-legend")}</defs>
                <rect width="20" height="14" fill="url(#hatch-legend)" />`)}${this.t("timeline.missing")}
            </span>`
          : nothing
      }
      ${
        this.map.held.length
          ? html`<span>
              ${swatch(svg`<rect class="held" width="20" height="7" />`)}${this.t("timeline.held")}
            </span>`
          : nothing
      }
      ${
        this.mark
          ? html`<span>
              ${swatch(svg`<rect class="marked" x="1.5" y="1.5" width="17" height="11" rx="2" />`)}${this.t(
                "timeline.marked",
              )}
            </span>`
          : nothing
      }
      ${
        this.open
          ? html`<span>
              ${swatch(svg`<rect class="session" x="1.5" y="1.5" width="17" height="11" rx="3" />`)}${this.t(
                "timeline.open",
              )}
            </span>`
          : nothing
      }
    </div>`;
  }
}

/** A span with a little room on both sides. */
function around({ from, to }: Span, share = 0.04): Span {
  const room = (to - from) * share;
  return { from: from - room, to: to + room };
}

define("kb-timeline", Timeline);
