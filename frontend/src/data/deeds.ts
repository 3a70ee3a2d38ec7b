/**
 * What can be entered beside footage: for each deed its fields, in the order they are asked.
 * Its words stand under duties.form.<theme>_<name>, with a field's hint behind `_hint`.
 */

import type { Choices } from "./choices";

interface Asked {
  name: string;
  /** It has to be answered; or has to where something else was answered so. */
  need?: boolean | ((value: Values) => boolean);
}

export type Field = Asked &
  (
    | { kind: "text" | "long"; offer?: "explain" }
    | { kind: "choice" | "choices"; of: Choices; all?: boolean }
    | { kind: "moment"; now?: boolean }
    | { kind: "date"; past?: boolean }
    | {
        kind:
          | "time"
          | "camera"
          | "cameras"
          | "person"
          | "people"
          | "yes_no"
          | "tick"
          | "days"
          | "weekdays"
          | "photo"
          | "areas";
      }
  );

/** What is written in a form: by field a text, a moment (ms), a number, a list or nothing. */
export type Values = Record<string, unknown>;

export interface Deed {
  fields: readonly Field[];
  /** It is decided: proved by the passphrase. */
  decides?: boolean;
  /** Something ends or goes by it. */
  grave?: boolean;
}

const NEED = { need: true } as const;
const remarksOfFault: Field = {
  name: "remarks",
  kind: "long",
  need: ({ fine }) => fine === false,
};

export const DEEDS = {
  "signs/confirm": {
    fields: [
      { name: "seen", kind: "moment" },
      { name: "place", kind: "text" },
      { name: "photo", kind: "photo" },
    ],
  },
  "signs/missing": {
    fields: [
      { name: "seen", kind: "moment" },
      { name: "remarks", kind: "long" },
    ],
  },
  "purge_rules/sign": {
    decides: true,
    fields: [
      { name: "name", kind: "text", ...NEED },
      { name: "cameras", kind: "cameras", ...NEED },
      { name: "start", kind: "time", ...NEED },
      { name: "end", kind: "time", ...NEED },
      { name: "weekdays", kind: "weekdays", ...NEED },
      { name: "reason", kind: "long", ...NEED },
    ],
  },
  "purge_rules/end": { decides: true, grave: true, fields: [] },
  "purge_rules/run": { grave: true, fields: [] },
  "assessments/write": {
    fields: [
      { name: "purpose", kind: "long", ...NEED },
      { name: "crimes", kind: "text", ...NEED },
      { name: "why", kind: "long", ...NEED },
      { name: "milder", kind: "long", ...NEED },
      { name: "view", kind: "long", ...NEED },
      { name: "range_kept", kind: "long", ...NEED },
      { name: "excluded", kind: "areas" },
      { name: "hours", kind: "long", ...NEED },
    ],
  },
  "assessments/review": { fields: [] },
  "complaints/receive": {
    fields: [
      { name: "what", kind: "choice", of: "complaint", ...NEED },
      { name: "way", kind: "choice", of: "way", ...NEED },
      { name: "received", kind: "moment", now: true, ...NEED },
      { name: "text", kind: "long", ...NEED },
      { name: "cameras", kind: "cameras" },
      { name: "name", kind: "text" },
      { name: "contact", kind: "text" },
      { name: "officer", kind: "person" },
    ],
  },
  "complaints/answer": {
    fields: [
      { name: "answered", kind: "moment", now: true, ...NEED },
      { name: "way", kind: "choice", of: "way", ...NEED },
      { name: "explained", kind: "long", offer: "explain", ...NEED },
    ],
  },
  "complaints/close": {
    fields: [
      { name: "outcome", kind: "choice", of: "outcome", ...NEED },
      { name: "remarks", kind: "long" },
    ],
  },
  "incidents/note": {
    fields: [
      { name: "what", kind: "choice", of: "incident", ...NEED },
      { name: "cameras", kind: "cameras" },
      { name: "learned", kind: "moment", now: true, ...NEED },
      { name: "happened", kind: "moment" },
      { name: "text", kind: "long", ...NEED },
      { name: "measures", kind: "long" },
    ],
  },
  "incidents/follow": {
    fields: [
      { name: "informed", kind: "choices", of: "informed" },
      { name: "text", kind: "long", need: ({ informed }) => !(informed as string[]).length },
    ],
  },
  "incidents/close": { fields: [{ name: "prevention", kind: "long", ...NEED }] },
  "instruction/hold": {
    fields: [
      { name: "users", kind: "people", ...NEED },
      { name: "topics", kind: "choices", of: "topic", all: true, ...NEED },
      { name: "held", kind: "moment", now: true, ...NEED },
      { name: "text", kind: "long" },
    ],
  },
  "instruction/acknowledge": { fields: [] },
  "contracts/make": {
    fields: [
      { name: "company", kind: "text", ...NEED },
      { name: "contact", kind: "text" },
      { name: "task", kind: "choice", of: "task", ...NEED },
      { name: "task_text", kind: "long", ...NEED },
      { name: "reason", kind: "long", ...NEED },
      { name: "start", kind: "date", ...NEED },
      { name: "until", kind: "date", ...NEED },
      { name: "clause", kind: "tick" },
    ],
  },
  "contracts/person": {
    decides: true,
    fields: [
      { name: "user_id", kind: "person", ...NEED },
      { name: "title", kind: "text" },
    ],
  },
  "contracts/end": { decides: true, grave: true, fields: [] },
  "contracts/certify": {
    fields: [
      { name: "certified", kind: "choice", of: "certified", ...NEED },
      { name: "on", kind: "date", past: true, ...NEED },
      { name: "document", kind: "text" },
    ],
  },
  "things/note": {
    fields: [
      { name: "what", kind: "choice", of: "thing", ...NEED },
      { name: "name", kind: "text", ...NEED },
      { name: "place", kind: "text", ...NEED },
      { name: "lock", kind: "text" },
      { name: "key_keeper", kind: "text" },
      { name: "anti_theft", kind: "text" },
    ],
  },
  "things/check": { fields: [{ name: "fine", kind: "yes_no", ...NEED }, remarksOfFault] },
  "things/gone": { grave: true, fields: [] },
  "things/take_out": {
    fields: [
      { name: "reason", kind: "long", ...NEED },
      { name: "where_to", kind: "text", ...NEED },
      { name: "due", kind: "date", ...NEED },
    ],
  },
  "things/permit": { decides: true, fields: [] },
  "things/deny": { decides: true, grave: true, fields: [{ name: "reason", kind: "long" }] },
  "things/returned": { fields: [{ name: "fine", kind: "yes_no", ...NEED }, remarksOfFault] },
  "things/other_copy": {
    fields: [
      { name: "camera", kind: "camera", ...NEED },
      { name: "what", kind: "choice", of: "copy", ...NEED },
      { name: "days", kind: "days" },
      { name: "place", kind: "text", ...NEED },
      { name: "who_sees", kind: "text", ...NEED },
    ],
  },
  "things/other_copy_gone": { fields: [] },
  "things/no_other_copies": { fields: [] },
  "things/dispose": {
    fields: [
      { name: "medium", kind: "text", ...NEED },
      { name: "serial", kind: "text", ...NEED },
      { name: "method", kind: "choice", of: "method", ...NEED },
      { name: "on", kind: "date", past: true, ...NEED },
      { name: "witness", kind: "text", ...NEED },
    ],
  },
  "inspections/enter": { fields: [{ name: "fine", kind: "yes_no", ...NEED }, remarksOfFault] },
} as const satisfies Record<string, Deed>;

export type DeedName = keyof typeof DEEDS;

export const deedOf = (name: DeedName): Deed => DEEDS[name];

/** Where a deed's words stand. */
export const formOf = (name: DeedName): string => `duties.form.${name.replace("/", "_")}`;

export const deedPath = (name: DeedName): string[] => ["deeds", ...name.split("/")];

export function needed({ need }: Field, value: Values): boolean {
  return typeof need === "function" ? need(value) : Boolean(need);
}
