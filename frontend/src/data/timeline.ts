/**
 * Where on a timeline each thing of a camera-day lies. Pure: moments are milliseconds since
 * 1970, widths are pixels.
 */

import type { Day, GapReason, Moment } from "./types";

export interface Span {
  from: number;
  to: number;
}

export interface Recorded extends Span {
  /** When it is erased; null while the clock is not trusted. */
  due: number | null;
  complete: boolean;
}

export interface Missing extends Span {
  reason: GapReason;
}

export interface Held extends Span {
  /** When the hold ends; null where it is not told. Why it is held stands in the register only. */
  until: number | null;
}

/** A camera-day as the timeline draws it: moments as numbers, in order, neighbours joined. */
export interface DayMap {
  bounds: Span;
  recorded: Recorded[];
  missing: Missing[];
  held: Held[];
}

/** The closest look, and how near neighbours are taken for one stretch. */
export const CLOSEST_MS = 2 * 60_000;
const JOINED_MS = 2_000;

export function dayMap(day: Day): DayMap {
  const bounds = { from: Date.parse(day.start), to: Date.parse(day.end) };
  const recorded: Recorded[] = [];
  for (const stretch of sorted(day.stretches)) {
    const { complete } = stretch;
    const due = stretch.due === null ? null : Date.parse(stretch.due);
    const span = clip({ from: Date.parse(stretch.start), to: Date.parse(stretch.end) }, bounds);
    const last = recorded.at(-1);
    if (
      last &&
      last.due === due &&
      last.complete === complete &&
      span.from - last.to <= JOINED_MS
    ) {
      last.to = Math.max(last.to, span.to);
    } else if (span.to > span.from) {
      recorded.push({ ...span, due, complete });
    }
  }
  const missing = sorted(day.gaps)
    .map(({ start, end, reason }) => ({
      ...clip({ from: Date.parse(start), to: Date.parse(end) }, bounds),
      reason,
    }))
    .filter(({ from, to }) => to > from);
  const held = sorted(day.holds)
    .map(({ start, end, until }) => ({
      ...clip({ from: Date.parse(start), to: Date.parse(end) }, bounds),
      until: until ? Date.parse(until) : null,
    }))
    .filter(({ from, to }) => to > from);
  return { bounds, recorded, missing, held };
}

function sorted<T extends { start: Moment }>(items: readonly T[]): T[] {
  return [...items].sort((one, other) => Date.parse(one.start) - Date.parse(other.start));
}

export function clip(span: Span, { from, to }: Span): Span {
  return { from: Math.max(span.from, from), to: Math.min(span.to, to) };
}

export const covers = ({ from, to }: Span, at: number): boolean => from <= at && at < to;
export const overlap = (one: Span, other: Span): boolean =>
  one.from < other.to && other.from < one.to;
export const length = ({ from, to }: Span): number => to - from;

/** What is to be said of a moment. */
export interface Found {
  recorded: Recorded | null;
  missing: Missing | null;
  /** The hold that lasts longest. */
  held: Held | null;
}

export function lookAt(map: DayMap, at: number): Found {
  return {
    recorded: map.recorded.find((span) => covers(span, at)) ?? null,
    missing: map.missing.find((span) => covers(span, at)) ?? null,
    held: longest(map.held.filter((span) => covers(span, at))),
  };
}

/** Of holds the one that ends last; null of none. */
export function longest(held: readonly Held[]): Held | null {
  return held.reduce<Held | null>(
    (last, one) => (last && (last.until ?? 0) >= (one.until ?? 0) ? last : one),
    null,
  );
}

/** The first moment after `at` that begins behind a gap; null where there is none. */
export function afterNextGap(map: DayMap, at: number): number | null {
  return holes(map).find(({ to }) => to > at + 1000)?.to ?? null;
}

/** Just before the last gap that ended before `at`, so that its beginning is seen. */
export function beforeLastGap(map: DayMap, at: number, leadMs = 5000): number | null {
  const before = holes(map).findLast(({ from }) => from < at - leadMs - 1000);
  return before ? before.from - leadMs : null;
}

/** What lies between recorded stretches, whether or not the book gives a reason. */
function holes({ recorded }: DayMap): Span[] {
  const found: Span[] = [];
  for (let n = 1; n < recorded.length; n += 1) {
    const [one, next] = [recorded[n - 1]!, recorded[n]!];
    if (next.from - one.to > JOINED_MS) found.push({ from: one.to, to: next.from });
  }
  return found;
}

/** The nearest moment with footage: itself, or the beginning of what comes next, or the end. */
export function nearestFootage(map: DayMap, at: number): number | null {
  for (const span of map.recorded) {
    if (at < span.from) return span.from;
    if (at < span.to) return at;
  }
  const last = map.recorded.at(-1);
  return last ? Math.max(last.from, last.to - 1000) : null;
}

/** The newest footage on screen, or else of the day: what people mostly ask for. */
export function newestFootage(map: DayMap, window: Span): number | null {
  const shown = map.recorded.filter((span) => span.from < window.to && span.to > window.from);
  const last = shown.at(-1) ?? map.recorded.at(-1);
  return last ? Math.min(last.to, shown.length ? window.to : last.to) - 1 : null;
}

/** What a viewing is proposed to cover: what is on screen, as far as there is footage. */
export function proposedViewing({ bounds, recorded }: DayMap, window: Span | null): Span {
  const footage = {
    from: recorded[0]?.from ?? bounds.from,
    to: recorded.at(-1)?.to ?? bounds.to,
  };
  const shown = clip(window ?? bounds, footage);
  return shown.to > shown.from ? shown : footage;
}

// --- The window: the part of the day that is on screen ---

export function fit(window: Span, bounds: Span): Span {
  const size = Math.min(Math.max(length(window), CLOSEST_MS), length(bounds));
  const from = Math.min(Math.max(window.from, bounds.from), bounds.to - size);
  return { from, to: from + size };
}

/** Zoom so that the moment `at` stays where it is; a factor below 1 looks closer. */
export function zoom(window: Span, bounds: Span, at: number, factor: number): Span {
  const size = Math.min(Math.max(length(window) * factor, CLOSEST_MS), length(bounds));
  const share = (at - window.from) / length(window);
  const from = at - share * size;
  return fit({ from, to: from + size }, bounds);
}

export function pan(window: Span, bounds: Span, by: number): Span {
  return fit({ from: window.from + by, to: window.to + by }, bounds);
}

/** Move the window only as far as is needed to have a moment in it. */
export function reveal(window: Span, bounds: Span, at: number): Span {
  if (covers(window, at)) return window;
  const size = length(window);
  return fit({ from: at - size * 0.1, to: at + size * 0.9 }, bounds);
}

export const toX = (at: number, window: Span, width: number): number =>
  ((at - window.from) / length(window)) * width;

export const toMoment = (x: number, window: Span, width: number): number =>
  window.from + (x / width) * length(window);

// --- What is drawn ---

const MINUTE = 60_000;
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360].map((minutes) => minutes * MINUTE);

/** Moments for the scale: round local times, no closer than `apart` pixels. */
export function ticks({ bounds }: DayMap, window: Span, width: number, apart = 64): number[] {
  const per = (length(window) / Math.max(width, 1)) * apart;
  const step = STEPS.find((candidate) => candidate >= per) ?? STEPS.at(-1)!;
  const first = Math.ceil((window.from - bounds.from) / step);
  const found: number[] = [];
  for (let at = bounds.from + first * step; at <= window.to; at += step) found.push(at);
  return found;
}

export interface Bar<T> {
  x: number;
  width: number;
  of: T;
}

/** Place spans; those out of sight are left out, and what is narrower than a pixel is one wide. */
export function bars<T extends Span>(spans: readonly T[], window: Span, width: number): Bar<T>[] {
  return spans
    .filter((span) => overlap(span, window))
    .map((span) => {
      const { from, to } = clip(span, window);
      const x = toX(from, window, width);
      return { x, width: Math.max(toX(to, window, width) - x, 1), of: span };
    });
}

/** When a part of a day goes: at its own end, or once what holds it is over. */
export interface Ending extends Span {
  name: string;
  held: boolean;
}

/** What is recorded, joined by what `name` says of its end: one label for all with the same. */
export function endings(
  { recorded, held }: DayMap,
  name: (end: number | null, held: boolean) => string,
): Ending[] {
  const found: Ending[] = [];
  for (const whole of recorded) {
    for (const part of cut(whole, held)) {
      const hold = longest(held.filter((one) => overlap(one, part)));
      const label = name(hold ? hold.until : whole.due, hold !== null);
      const last = found.at(-1);
      if (last?.name === label) last.to = part.to;
      else found.push({ ...part, name: label, held: hold !== null });
    }
  }
  return found;
}

/** A span in parts: at each beginning and end of the others inside it. */
function cut({ from, to }: Span, others: readonly Span[]): Span[] {
  const inside = others.flatMap((one) => [one.from, one.to]).filter((at) => from < at && at < to);
  const edges = [...new Set([from, ...inside, to])].sort((one, other) => one - other);
  return edges.slice(1).map((edge, n) => ({ from: edges[n]!, to: edge }));
}

// --- A mark: the span that a person chooses on the line, in whole minutes ---

const MARK_MS = 10 * MINUTE;

export type End = keyof Span;

/** Put one end of a mark somewhere: on a minute, inside `bounds`, and never past the other end. */
export function moveMark(mark: Span, end: End, at: number, bounds: Span): Span {
  const minute = Math.round(at / MINUTE) * MINUTE;
  const [least, most] =
    end === "from" ? [bounds.from, mark.to - MINUTE] : [mark.from + MINUTE, bounds.to];
  return { ...mark, [end]: Math.min(Math.max(minute, least), most) };
}

/** A mark to begin with: around the hand, or in the middle of what is on screen. */
export function firstMark(window: Span, bounds: Span, hand: number | null): Span {
  const size = Math.min(MARK_MS, length(bounds));
  const inside = hand === null ? null : Math.min(Math.max(hand, bounds.from), bounds.to);
  const shown = clip(window, bounds);
  const middle = inside ?? (shown.to > shown.from ? (shown.from + shown.to) / 2 : bounds.from);
  const first = Math.floor((middle - size / 2) / MINUTE) * MINUTE;
  const from = Math.min(Math.max(first, bounds.from), bounds.to - size);
  return { from, to: from + size };
}
