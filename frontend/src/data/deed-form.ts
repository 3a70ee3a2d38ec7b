/** From what is written in a form of a deed to what is sent: pure. */

import type { Problem } from "./api";
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

/**
 * Of a refusal of the integration's the fields that it may be about, where its key does not name one:
 * the first that a form has.
 */
export const OF_PROBLEM: Record<string, readonly string[]> = {
  moment_in_future: ["received", "answered", "learned", "held", "on"],
  sign_seen_in_future: ["seen"],
  sign_seen_too_early: ["seen"],
  answer_too_early: ["answered"],
  learned_too_early: ["learned"],
  return_in_past: ["due"],
  contract_ends_before_start: ["until"],
  contract_until_past: ["until"],
  complaint_text_missing: ["text"],
  explained_on_the_spot_missing: ["remarks"],
  complaint_not_answered: ["outcome"],
  officer_unfit: ["officer"],
  incident_text_missing: ["text"],
  follow_up_missing: ["text"],
  pupils_missing: ["users"],
  pupil_without_role: ["users"],
  instruction_of_oneself: ["users"],
  instruction_of_others: ["users"],
  user_unknown: ["user_id"],
  user_is_program: ["user_id"],
  user_inactive: ["user_id"],
  office_held_already: ["user_id"],
  host_noted_already: ["what"],
  copy_days_out_of_range: ["days"],
  other_copy_stands: ["camera"],
  unknown_camera: ["camera", "cameras"],
  no_cameras: ["cameras"],
  rule_name_missing: ["name"],
  rule_weekdays_missing: ["weekdays"],
};

/** The field of a form that a refusal is about; null where it is about none. */
export function fieldOfProblem({ fields }: Deed, { key, blanks }: Problem): string | null {
  const missing = /^(\w+)_missing$/.exec(key)?.[1];
  const about = OF_PROBLEM[key] ?? [blanks["field"], missing];
  return about.map((one) => fields.find(({ name }) => name === one)?.name).find(Boolean) ?? null;
}

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
