/**
 * Masks: rectangles over a time, drawn on a picture of it. Pure: places and sizes are parts of the
 * picture's width and height (0 to 1), moments are milliseconds since 1970.
 */

import { toIso } from "./local-time";
import type { Mask as Sent } from "./request-types";
import type { Span } from "./timeline";

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface Mask extends Box, Span {
  id: number;
}

export interface Point {
  x: number;
  y: number;
}

/** Corners, by which sides they move: left or right, top or bottom. */
export type Corner = "nw" | "ne" | "sw" | "se";
export const CORNERS: readonly Corner[] = ["nw", "ne", "sw", "se"];

/** Narrower than this hides nothing: it was a tap. */
export const LEAST = 0.012;

const clamp = (value: number, least = 0, most = 1): number =>
  Math.min(Math.max(value, least), most);

/** The rectangle between two points. */
export function between(one: Point, other: Point): Box {
  const [x1, x2] = [clamp(one.x), clamp(other.x)];
  const [y1, y2] = [clamp(one.y), clamp(other.y)];
  return {
    x: Math.min(x1, x2),
    y: Math.min(y1, y2),
    w: Math.abs(x1 - x2),
    h: Math.abs(y1 - y2),
  };
}

export const isTap = ({ w, h }: Box): boolean => w < LEAST || h < LEAST;

/** Move a rectangle as a whole; it stays inside the picture. */
export function moved<B extends Box>(box: B, dx: number, dy: number): B {
  return {
    ...box,
    x: clamp(box.x + dx, 0, 1 - box.w),
    y: clamp(box.y + dy, 0, 1 - box.h),
  };
}

/** Put one corner somewhere; the corner across from it stays. */
export function cornered<B extends Box>(box: B, corner: Corner, to: Point): B {
  const right = corner.endsWith("e");
  const bottom = corner.startsWith("s");
  const x = clamp(to.x, right ? box.x + LEAST : 0, right ? 1 : box.x + box.w - LEAST);
  const y = clamp(to.y, bottom ? box.y + LEAST : 0, bottom ? 1 : box.y + box.h - LEAST);
  return {
    ...box,
    x: right ? box.x : x,
    y: bottom ? box.y : y,
    w: right ? x - box.x : box.x + box.w - x,
    h: bottom ? y - box.y : box.y + box.h - y,
  };
}

/** Widen or narrow from the left and the top. */
export function resized<B extends Box>(box: B, dw: number, dh: number): B {
  return cornered(box, "se", { x: box.x + box.w + dw, y: box.y + box.h + dh });
}

export const isShown = ({ from, to }: Span, at: number): boolean => from <= at && at < to;

/** Let a mask begin or end at a moment; the other end gives way where it has to. */
export function timed(mask: Mask, end: keyof Span, at: number, whole: Span): Mask {
  const moment = clamp(at, whole.from, whole.to);
  if (end === "from") {
    const to = mask.to > moment ? mask.to : whole.to;
    return { ...mask, from: Math.min(moment, to - 1000), to };
  }
  const from = mask.from < moment ? mask.from : whole.from;
  return { ...mask, from, to: Math.max(moment, from + 1000) };
}

// --- As they are sent ---

const PLACES = 10_000;
const round = (value: number): number => Math.round(value * PLACES) / PLACES;

export function toSent({ from, to, x, y, w, h }: Mask): Sent {
  const [left, top] = [round(x), round(y)];
  return {
    start: toIso(from),
    end: toIso(to),
    x: left,
    y: top,
    w: round(Math.min(w, 1 - left)),
    h: round(Math.min(h, 1 - top)),
  };
}

export function fromSent(masks: readonly Sent[]): Mask[] {
  return masks.map(({ start, end, x, y, w, h }, n) => ({
    id: n + 1,
    from: Date.parse(start),
    to: Date.parse(end),
    x,
    y,
    w,
    h,
  }));
}

export const nextId = (masks: readonly Mask[]): number =>
  Math.max(0, ...masks.map(({ id }) => id)) + 1;
