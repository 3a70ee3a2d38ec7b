/** From what is written in a form of a deed to what is sent: pure. */

import { CHOICES } from "./choices";
import { needed, type Deed, type Field, type Values } from "./deeds";
import { toIso } from "./local-time";

export const EVERY_DAY: readonly number[] = [0, 1, 2, 3, 4, 5, 6];
export const TEXT_MOST = 200;
const LONG_MOST = 2000;
/** Of a text that is offered: it tells of every camera in the site's own words. */
const OFFERED_MOST = 16_000;
const DAYS_MOST = 3650;
const MINUTE_MS = 60_000;

/** How long a text of more than one line may be. */
export const longest = (field: Field): number => ("offer" in field ? OFFERED_MOST : LONG_MOST);

/** What a form begins with; `given` goes first. */
export function begun(deed: Deed, given: Values, now: number): Values {
  const empty = deed.fields.map((field) => [field.name, emptyOf(field, now)]);
  return { ...(Object.fromEntries(empty) as Values), ...given };
}

function emptyOf(field: Field, now: number): unknown {
  switch (field.kind) {
    case "choices":
      return field.all ? [...CHOICES[field.of]] : [];
    case "cameras":
    case "people":
    case "areas":
      return [];
    case "weekdays":
      return [...EVERY_DAY];
    case "moment":
      // As fields show it: a second later than the integration's own clock would be refused.
      return field.now ? Math.floor(now / MINUTE_MS) * MINUTE_MS : null;
    case "tick":
      return false;
    case "yes_no":
    case "photo":
      return null;
    default:
      return "";
  }
}

/** By field what is wrong with it: duties.wrong.<key>. */
export function faults(deed: Deed, value: Values): Record<string, string> {
  const found: Record<string, string> = {};
  for (const field of deed.fields) {
    const fault = faultOf(field, value);
    if (fault) found[field.name] = fault;
  }
  return found;
}

function faultOf(field: Field, value: Values): string | null {
  const at = value[field.name];
  if (field.kind === "days" && at !== "" && !isDays(String(at))) return "days";
  if (!needed(field, value) || !isEmpty(at)) return null;
  switch (field.kind) {
    case "text":
    case "long":
      return "text";
    case "date":
    case "time":
    case "moment":
      return field.kind;
    default:
      return "choice";
  }
}

const isEmpty = (at: unknown): boolean =>
  at === null ||
  at === undefined ||
  (typeof at === "string" && !at.trim()) ||
  (Array.isArray(at) && !at.length);

const isDays = (text: string): boolean =>
  /^\d{1,4}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= DAYS_MOST;

/** What is sent. What was left empty is left out; days that nobody knows are none. */
export function bodyOf(deed: Deed, value: Values): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of deed.fields) {
    const at = value[field.name];
    if (field.kind === "days") body[field.name] = at === "" ? null : Number(at);
    else if (Array.isArray(at) || typeof at === "boolean") body[field.name] = at;
    else if (!isEmpty(at)) body[field.name] = sent(field, at);
  }
  return body;
}

function sent(field: Field, at: unknown): unknown {
  if (field.kind === "moment") return toIso(Number(at));
  return typeof at === "string" ? at.trim() : at;
}
