/** The picture of a timeline: a scale above, the band, and below when each part is erased. */

import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { Format } from "../data/format";
import type { Translate } from "../data/texts";
import {
  bars,
  endings,
  length,
  ticks,
  toX,
  type DayMap,
  type Ending,
  type Span,
} from "../data/timeline";

export const HEIGHT = 108;
const SCALE_Y = 16;
export const BAND_Y = 26;
export const BAND_HEIGHT = 44;
const BAND_END = BAND_Y + BAND_HEIGHT;
const ENDINGS_Y = 92;
/** From this close on, an end is told with its time. */
const NEAR_MS = 4 * 3600_000;

export interface Drawn {
  map: DayMap;
  window: Span;
  width: number;
  at: number | null;
  hover: number | null;
  open: Span | null;
}

export function drawing(
  { map, window, width, at, hover, open }: Drawn,
  format: Format,
  t: Translate,
): TemplateResult {
  const x = (moment: number): number => toX(moment, window, width);
  const near = length(window) <= NEAR_MS;
  const ends = endings(map, (end, held) => {
    if (end === null) return t(held ? "timeline.held" : "timeline.due_unknown");
    const when = near ? `${format.day(end)} ${format.time(end)}` : format.day(end);
    return t(held ? "timeline.held_until" : "timeline.erased", { when });
  });
  return html`<svg class="day" viewBox="0 0 ${width} ${HEIGHT}" aria-hidden="true">
    <defs>
      ${hatch("hatch")}
      <clipPath id="rounded">
        <rect x="0" y=${BAND_Y} width=${width} height=${BAND_HEIGHT} rx="8" />
      </clipPath>
    </defs>
    ${ticks(map, window, width).map((moment) => tick(x(moment), width, format.time(moment)))}
    <g clip-path="url(#rounded)">
      ${bars([map.bounds], window, width).map((bar) => rect("ground", bar.x, bar.width))}
      ${bars(map.recorded, window, width).map((bar) => rect("recorded", bar.x, bar.width + 0.5))}
      ${bars(map.missing, window, width).map((bar) =>
        rect(MEANT.has(bar.of.reason) ? "missing meant" : "missing", bar.x, Math.max(bar.width, 3)),
      )}
      ${bars(map.held, window, width).map((bar) => rect("held", bar.x, bar.width, 7))}
    </g>
    ${open ? bars([open], window, width).map((bar) => frame(bar.x, bar.width)) : nothing}
    ${bars(ends, window, width).map((bar) => ending(bar.x, bar.width, bar.of))}
    ${
      hover === null
        ? nothing
        : svg`<line class="hover" x1=${x(hover)} x2=${x(hover)} y1=${SCALE_Y} y2=${BAND_END} />`
    }
    ${at === null ? nothing : hand(x(at))}
  </svg>`;
}

/** Gaps that somebody chose. */
const MEANT = new Set(["switched_off", "outside_hours"]);

function rect(name: string, x: number, width: number, height = BAND_HEIGHT): SVGTemplateResult {
  return svg`<rect class=${name} x=${x} y=${BAND_Y} width=${width} height=${height} />`;
}

function tick(x: number, width: number, time: string): SVGTemplateResult {
  const label = Math.min(Math.max(x, 18), width - 18);
  return svg`<line class="tick" x1=${x} x2=${x} y1=${SCALE_Y + 4} y2=${BAND_END + 6} />
    <text class="scale" x=${label} y=${SCALE_Y - 3} text-anchor="middle">${time}</text>`;
}

function frame(x: number, width: number): SVGTemplateResult {
  return svg`<rect class="session" x=${x + 1.5} y=${BAND_Y - 1.5}
    width=${Math.max(width - 3, 2)} height=${BAND_HEIGHT + 3} rx="8" />`;
}

/** A line below what is erased together, with its words where there is room. */
function ending(x: number, width: number, { name: words, held }: Ending): SVGTemplateResult {
  const room = width > wide(words);
  return svg`<line class=${held ? "ending-line kept" : "ending-line"} x1=${x + 1} x2=${x + Math.max(width - 1, 2)}
      y1=${ENDINGS_Y - 14} y2=${ENDINGS_Y - 14} />
    ${
      room
        ? svg`<text class=${held ? "ending kept" : "ending"} x=${x + width / 2} y=${ENDINGS_Y + 4} text-anchor="middle">${words}</text>`
        : nothing
    }`;
}

/** About how wide words are in small print. */
function wide(words: string): number {
  return [...words].reduce((sum, sign) => sum + (sign > "\u2e80" ? 12.5 : 7), 8);
}

export function hatch(id: string): SVGTemplateResult {
  return svg`<pattern id=${id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="6" height="6" fill="var(--kb-card)" />
    <rect width="2" height="6" fill="color-mix(in srgb, var(--kb-text) 35%, var(--kb-card))" />
  </pattern>`;
}

function hand(x: number): SVGTemplateResult {
  return svg`<line class="hand" x1=${x} x2=${x} y1=${SCALE_Y} y2=${BAND_END + 4} />
    <path class="head" d="M${x - 6} ${SCALE_Y} h12 v4 l-6 6 l-6 -6 z" />`;
}
