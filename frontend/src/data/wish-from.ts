/**
 * Where a new request begins: nowhere, at a span that was marked on the timeline, or at something
 * that is there already. The address says which:
 *
 *   requests/new/extension
 *   requests/new/disclosure/of/<camera>,<camera>/<from>/<to>       (seconds since 1970)
 *   requests/new/disclosure/draft/12    …/protection/12    …/renews/12
 *
 * `officer` behind it asks for the shortest form.
 */

import { NEW_KINDS, newRequest, type NewKind, type Origin } from "./requests";
import type { Extension, Ground, Requests, Scope } from "./request-types";
import type { Span } from "./timeline";
import type { MadeFrom } from "./wish";

export interface Start {
  kind: NewKind;
  officer: boolean;
  origin: Origin | null;
  number: number;
  cameras: string[];
  span: Span | null;
  /** The same for what begins at the same place. */
  name: string;
}

const ORIGINS: readonly string[] = ["draft", "protection", "renews"] satisfies Origin[];

/** The address of a form for footage that was chosen already. */
export function requestOf(kind: NewKind, cameras: readonly string[], { from, to }: Span): string[] {
  const seconds = (moment: number): string => String(Math.round(moment / 1000));
  return [...newRequest(kind), "of", cameras.join(","), seconds(from), seconds(to)];
}

/** The shortest form, from what was protected where that went well. */
export const officerPath = (protection?: number): string[] => [
  ...newRequest("disclosure", "protection", protection),
  "officer",
];

/** Read an address behind requests/new; null where it names no form. */
export function startOf(path: readonly string[]): Start | null {
  const [kind, ...rest] = path;
  if (!NEW_KINDS.includes(kind as NewKind)) return null;
  const start: Start = {
    kind: kind as NewKind,
    officer: rest.at(-1) === "officer",
    origin: null,
    number: 0,
    cameras: [],
    span: null,
    name: rest.filter((part) => part !== "officer").join("/"),
  };
  const [where, one, from, to] = rest;
  if (where && ORIGINS.includes(where) && Number(one) > 0) {
    start.origin = where as Origin;
    start.number = Number(one);
  } else if (where === "of" && one) {
    start.cameras = one.split(",");
    const span = { from: Number(from) * 1000, to: Number(to) * 1000 };
    if (span.from < span.to) start.span = span;
  }
  return start;
}

/** What a form is filled with at its beginning. */
export interface Given {
  cameras: string[];
  span: Span | null;
  ground: Ground | "";
  from: MadeFrom;
  renewed: Extension | null;
  /** What it was to be made from is not open any more. */
  gone: boolean;
}

/** Null while what it begins from is not known. */
export function givenBy(start: Start, list: Requests | null): Given | null {
  const given: Given = {
    cameras: start.cameras,
    span: start.span,
    ground: start.officer ? "investigation" : "",
    from: {},
    renewed: null,
    gone: false,
  };
  if (!start.origin) return given;
  if (!list) return null;
  const found = originIn(start, list);
  if (!found) return { ...given, gone: true };
  given.cameras = found.cameras;
  given.span = { from: Date.parse(found.start), to: Date.parse(found.end) };
  given.from = { [start.origin]: start.number };
  if ("ground" in found && found.ground) given.ground = found.ground as Ground;
  if (start.origin === "renews") given.renewed = found as Extension;
  return given;
}

function originIn({ origin, number }: Start, list: Requests): Scope | undefined {
  const of = <T extends { number: number }>(items: readonly T[]): T | undefined =>
    items.find((item) => item.number === number);
  if (origin === "draft") return of(list.drafts);
  if (origin === "renews") return of(list.extensions);
  const protection = of(list.protections);
  return protection?.state === "standing" ? protection : undefined;
}
