/** What there is of a camera's footage in a span: how much, until when, and what is held. */

import { get } from "./api";
import type { Format } from "./format";
import type { Hass } from "./hass";
import { clip, dayMap, length, overlap, type Span } from "./timeline";
import type { Camera, Day } from "./types";

export interface Facts {
  camera: string;
  /** Milliseconds with footage. */
  recorded: number;
  /** Milliseconds without, as far as it is over: the last minute is still being written. */
  missing: number;
  /** When what is recorded comes to its own end: the first and the last of it; null where unknown. */
  firstEnd: number | null;
  lastEnd: number | null;
  heldUntil: number | null;
}

const DAY_MS = 24 * 3600_000;
const HOUR_MS = 3600_000;
/** What was recorded is listed once its minute is complete. */
const WRITING_MS = 2 * 60_000;

/** The site's days that a span touches. */
export function datesOf({ from, to }: Span, format: Format): string[] {
  const dates = new Set<string>();
  for (let at = from; at < to; at += DAY_MS / 2) dates.add(format.date(at));
  dates.add(format.date(to - 1));
  return [...dates];
}

export async function askFacts(
  hass: Hass,
  camera: string,
  span: Span,
  format: Format,
): Promise<Facts> {
  const days = await Promise.all(
    datesOf(span, format).map((date) => get<Day>(hass, "footage", camera, date)),
  );
  return factsOf(camera, days, span);
}

export function factsOf(camera: string, days: readonly Day[], span: Span, now = Date.now()): Facts {
  const maps = days.map(dayMap);
  const recorded = maps.flatMap((map) => map.recorded).filter((one) => overlap(one, span));
  const ends = recorded.map(({ due }) => due).filter((due) => due !== null);
  const held = maps
    .flatMap((map) => map.held)
    .filter((one) => overlap(one, span))
    .map(({ until }) => until ?? 0);
  const whole = ends.length === recorded.length && ends.length > 0;
  const sum = recorded.reduce((all, one) => all + length(clip(one, span)), 0);
  const last = recorded.at(-1)?.to ?? span.to;
  const over = span.to > now - WRITING_MS ? Math.min(last, span.to) : span.to;
  return {
    camera,
    recorded: sum,
    missing: Math.max(0, over - span.from - sum),
    firstEnd: whole ? Math.min(...ends) : null,
    lastEnd: whole ? Math.max(...ends) : null,
    heldUntil: Math.max(0, ...held) || null,
  };
}

/** When footage of a span ends by the cameras' periods, for whom nothing is listed. */
export function endsByPeriod(cameras: readonly Camera[], { to }: Span): number {
  const hour = Math.ceil(to / HOUR_MS) * HOUR_MS;
  return hour + Math.max(0, ...cameras.map(({ days }) => days)) * DAY_MS;
}
