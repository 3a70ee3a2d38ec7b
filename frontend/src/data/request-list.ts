/** Sorts what the integration tells about requests by what is to be done next. */

import type {
  Copy,
  Disclosure,
  Draft,
  Extension,
  Protection,
  Provided,
  Requests,
} from "./request-types";
import type { Moment } from "./types";

export type Entry =
  | { kind: "draft"; item: Draft }
  | { kind: "protection"; item: Protection }
  | { kind: "extension"; item: Extension }
  | { kind: "disclosure" | "access" | "seizure"; item: Disclosure };
export type Kind = Entry["kind"];

export const KINDS: readonly Kind[] = [
  "extension",
  "disclosure",
  "access",
  "seizure",
  "protection",
  "draft",
];

/** What is open stands first. */
export const SECTIONS = [
  "decide",
  "prepare",
  "copies",
  "drafts",
  "protections",
  "kept",
  "past",
] as const;
export type Section = (typeof SECTIONS)[number];

/** Everything, the newest number first. */
export function entries(list: Requests): Entry[] {
  return [
    ...list.drafts.map((item): Entry => ({ kind: "draft", item })),
    ...list.protections.map((item): Entry => ({ kind: "protection", item })),
    ...list.extensions.map((item): Entry => ({ kind: "extension", item })),
    ...list.disclosures.map((item): Entry => ({ kind: item.asks, item })),
  ].sort((one, other) => other.item.number - one.item.number);
}

export function found(list: Requests, number: number): Entry | null {
  return entries(list).find(({ item }) => item.number === number) ?? null;
}

export function sectionOf({ kind, item }: Entry): Section {
  switch (kind) {
    case "draft":
      return "drafts";
    case "protection":
      return item.state === "standing" ? "protections" : "past";
    case "extension":
      return item.state === "requested" ? "decide" : item.state === "approved" ? "kept" : "past";
    default:
      if (item.state === "requested" || item.permission_due) return "decide";
      if (item.state === "permitted" || item.state === "prepared") return "prepare";
      return copiesOut(item).length ? "copies" : "past";
  }
}

/** Copies of which nobody has confirmed yet what became of them. */
export function copiesOut({ copies, provided }: Disclosure): (Copy | Provided)[] {
  return [...copies, ...(provided && provided.duty !== "none" ? [provided] : [])].filter(
    ({ fate }) => !fate,
  );
}

/** The next moment that something depends on, and what; null where nothing runs out. */
export function deadline(entry: Entry): { what: Deadline; when: Moment; overdue: boolean } | null {
  const of = (what: Deadline, when: Moment | null | undefined, overdue = false) =>
    when ? { what, when, overdue } : null;
  const { kind, item } = entry;
  if (kind === "draft") return null;
  if (kind === "protection") return item.state === "standing" ? of("protected", item.until) : null;
  if (kind === "extension") {
    if (item.state === "requested") return of("protected", item.protected_until);
    return item.state === "approved" ? of("kept", item.held_until) : null;
  }
  if (item.permission_due) return of("permission", item.permission_due);
  if (item.state === "requested") return of("protected", item.protected_until);
  const next = copiesOut(item)
    .filter(({ due }) => due)
    .sort((one, other) => Date.parse(one.due ?? "") - Date.parse(other.due ?? ""))[0];
  if (next) return of("copy", next.due, next.overdue);
  const open = item.state === "permitted" || item.state === "prepared";
  return open ? of("unused", item.decided?.until) : null;
}
export type Deadline = "protected" | "kept" | "permission" | "copy" | "unused";

/** The steps of a disclosure, and how far it is. */
export const STEPS = ["requested", "permitted", "prepared", "provided", "closed"] as const;

/** How many of the steps are done; null where it ended on another way. */
export function stepsDone({ asks, state, permission_due, provided }: Disclosure): number | null {
  if (asks === "seizure") return null;
  if (permission_due && provided) return 1;
  const at = STEPS.indexOf(state as (typeof STEPS)[number]);
  return at < 0 ? null : at + 1;
}
