/**
 * What a person writes into the form of a new request, what of it is missing, and what of it is
 * sent. One value serves all four forms: each shows and sends its own part.
 */

import { lengthOf } from "./length";
import { toIso } from "./local-time";
import type { Acts, Danger, Day, Ground } from "./request-types";
import type { NewKind } from "./requests";
import type { Span } from "./timeline";

export const GROUNDS = ["law", "emergency", "investigation"] as const;
export const DANGERS = ["life", "body", "property"] as const;
/** Characters, as the integration has it: of a line, and of a text. */
export const LONGEST_LINE = 200;
export const LONGEST_TEXT = 2000;
const LONGEST_SPAN_MS = 7 * 24 * 3600_000;

export interface Wish {
  cameras: string[];
  from: number;
  to: number;
  until: Day;
  reason: string;
  ground: Ground | "";
  affiliation: string;
  title: string;
  name: string;
  contact: string;
  purpose: string;
  /** Null while it is the sentence that cameras and span make. */
  content: string | null;
  remarks: string;
  written: boolean | null;
  document: string;
  document_number: string;
  identity_check: string;
  exception: string;
  danger: Danger | "";
  urgency: string;
  no_other_way: string;
  masked: boolean;
  /** When something was seized. */
  at: number | null;
}

export type Field = Exclude<keyof Wish, "from" | "to" | "cameras"> | "footage";
/** What is wrong, by field: the key of a sentence below `request_form.wrong`. */
export type Wrong = Partial<Record<Field, string>>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A clock of a browser may be this much ahead of the integration's. */
const AHEAD_MS = 10_000;

/** The hour that has just passed, in whole minutes, as date and time fields have it. */
export function lastHour(now: number): Span {
  const to = Math.floor((now - AHEAD_MS) / MINUTE) * MINUTE;
  return { from: to - HOUR, to };
}

export function emptyWish(kind: NewKind, cameras: readonly string[], now: number): Wish {
  return {
    cameras: cameras.length === 1 ? [...cameras] : [],
    ...lastHour(now),
    until: "",
    reason: "",
    ground: "",
    affiliation: "",
    title: "",
    name: "",
    contact: "",
    purpose: "",
    content: null,
    remarks: "",
    written: null,
    document: "",
    document_number: "",
    identity_check: "",
    exception: "",
    danger: "",
    urgency: "",
    no_other_way: "",
    masked: kind === "access",
    at: lastHour(now).to,
  };
}

/** What a wish is held against. */
export interface Around {
  now: number;
  today: Day;
  /** The first and the last day that an extension may end on. */
  least: Day;
  latest: Day;
  /** The last day of the footage's own period, in words. */
  originalEnd: string;
  /** The site asks police and fire service for a paper. */
  writtenRequest: boolean;
  /** The sentence that cameras and span make. */
  sentence: string;
}

/** Say what is missing, and what is too long to be sent. */
export const check = (kind: NewKind, wish: Wish, around: Around): Wrong => ({
  // Which texts are sent; moments may be missing still.
  ...tooLong(sentOf(kind, { ...wish, from: 0, to: 0, at: 0 }, around.sentence)),
  ...missing(kind, wish, around),
});

const LINES = ["affiliation", "title", "name", "contact", "document_number"];

const tooLong = (sent: object): Wrong =>
  Object.fromEntries(
    Object.entries(sent)
      .filter(([name, value]) => {
        const most = LINES.includes(name) ? LONGEST_LINE : LONGEST_TEXT;
        return typeof value === "string" && lengthOf(value) > most;
      })
      .map(([name]) => [name, "too_long"]),
  );

/** Form 2's rows and the ground, with what makes it one; nothing else. */
function missing(kind: NewKind, wish: Wish, around: Around): Wrong {
  const wrong: Wrong = {};
  const need = (field: Field, there: boolean): void => {
    if (!there) wrong[field] = field;
  };
  const text = (...fields: Text[]): void => {
    for (const field of fields) need(field, Boolean(wish[field].trim()));
  };
  const footage = checkFootage(wish, around.now);
  if (footage) wrong.footage = footage;
  if (kind === "extension") {
    if (!wish.until) wrong.until = "until";
    else if (wish.until < around.least) wrong.until = "until_sooner";
    else if (wish.until > around.latest) wrong.until = "until_later";
    text("reason");
    return wrong;
  }
  if (kind === "seizure") {
    text("affiliation", "name");
    if (!wish.at || wish.at > around.now + MINUTE) wrong.at = "at";
    return wrong;
  }
  if (kind === "disclosure") {
    need("ground", wish.ground !== "");
    text("affiliation");
    checkGround(wish, around, need, text);
  }
  text("name", "contact", "purpose");
  need("content", Boolean(contentOf(wish, around.sentence)));
  return wrong;
}

type Text = "reason" | "affiliation" | "name" | "contact" | "purpose" | GroundText;
type GroundText = "document" | "exception" | "urgency" | "no_other_way";

function checkGround(
  wish: Wish,
  { writtenRequest }: Around,
  need: (field: Field, there: boolean) => void,
  text: (...fields: Text[]) => void,
): void {
  if (wish.ground === "law") text("document");
  if (wish.ground === "emergency") {
    need("danger", wish.danger !== "");
    text("urgency", "no_other_way");
  }
  if (wish.ground === "investigation" && writtenRequest) {
    need("written", wish.written !== null);
    if (wish.written === false) text("exception");
  }
}

export function checkFootage({ cameras, from, to }: Wish, now: number): string | null {
  if (!cameras.length) return "cameras";
  if (from >= to) return "span";
  if (to - from > LONGEST_SPAN_MS) return "span_long";
  return to > now ? "span_not_over" : null;
}

/** What form 2 says was provided: the person's own words, or the sentence. */
export const contentOf = ({ content }: Wish, sentence: string): string =>
  (content ?? sentence).trim();

/** The field that a refusal of the integration's belongs to; null where it belongs to none. */
export function fieldOfProblem(key: string): Field | null {
  const missing = /^(\w+)_missing$/.exec(key)?.[1];
  return OF_PROBLEM[key] ?? (missing && missing in EMPTY ? (missing as Field) : null);
}

const OF_PROBLEM: Record<string, Field> = {
  no_cameras: "footage",
  span_empty: "footage",
  span_too_long: "footage",
  span_not_over: "footage",
  no_footage_in_span: "footage",
  extension_not_longer: "until",
  extension_too_long: "until",
};
const EMPTY = emptyWish("disclosure", [], 0);

// --- What is sent ---

/** What a request is made from: a number of what it is to take the place of. */
export type MadeFrom = Partial<Record<"draft" | "protection" | "renews", number>>;

function sentOf(kind: NewKind, wish: Wish, sentence: string): object {
  switch (kind) {
    case "extension":
      return extensionOf(wish, {});
    case "seizure":
      return seizureOf(wish, sentence);
    default:
      return applicationOf(kind, wish, sentence, {});
  }
}

const scopeOf = ({ cameras, from, to }: Wish) => ({
  cameras,
  start: toIso(from),
  end: toIso(to),
});

export function extensionOf(wish: Wish, from: MadeFrom): Acts["extension"][0] {
  return {
    ...scopeOf(wish),
    until: wish.until,
    reason: wish.reason.trim(),
    ...written(wish, ["remarks"]),
    ...from,
  };
}

export function applicationOf(
  asks: "disclosure" | "access",
  wish: Wish,
  sentence: string,
  { draft, protection }: MadeFrom,
): Acts["disclosure"][0] {
  return {
    asks,
    ...scopeOf(wish),
    ...recipientOf(wish),
    purpose: wish.purpose.trim(),
    content: contentOf(wish, sentence),
    ...written(wish, ["remarks", "document", "document_number", "identity_check"]),
    ...(asks === "disclosure" && wish.ground ? groundOf(wish, wish.ground) : {}),
    masked: wish.masked,
    ...(draft ? { draft } : {}),
    ...(protection ? { protection } : {}),
  };
}

/** Only what belongs to the ground that was chosen: the rest may stand there from another. */
function groundOf(wish: Wish, ground: Ground): Partial<Acts["disclosure"][0]> {
  switch (ground) {
    case "law":
      return { ground };
    case "emergency":
      return {
        ground,
        ...(wish.danger ? { danger: wish.danger } : {}),
        ...written(wish, ["urgency", "no_other_way"]),
      };
    case "investigation":
      return {
        ground,
        ...(wish.written === null ? {} : { written: wish.written }),
        ...(wish.written ? {} : written(wish, ["exception"])),
      };
  }
}

export function seizureOf(wish: Wish, sentence: string): Acts["seizure"][0] {
  return {
    ...scopeOf(wish),
    ...recipientOf(wish),
    at: toIso(Number(wish.at)),
    document: wish.document.trim(),
    document_number: wish.document_number.trim(),
    content: contentOf(wish, sentence),
    remarks: wish.remarks.trim(),
  };
}

function recipientOf({ affiliation, title, name, contact }: Wish) {
  return {
    affiliation: affiliation.trim(),
    title: title.trim(),
    name: name.trim(),
    contact: contact.trim(),
  };
}

/** Of these texts the ones that were written. */
function written<K extends keyof Wish>(
  wish: Wish,
  fields: readonly K[],
): Partial<Record<K, string>> {
  const found: Partial<Record<K, string>> = {};
  for (const field of fields) {
    const value = wish[field];
    if (typeof value === "string" && value.trim()) found[field] = value.trim();
  }
  return found;
}
