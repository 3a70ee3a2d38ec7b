/** What there is to say beside acts about signs, complaints, contractors and the like: their hours, and their words. */

import type { Facts } from "./book";

/** What these sentences ask of a line. */
interface Line {
  facts: Facts;
  personal: Facts;
  span(from: string, to: string): string;
}

const KINDS = new Set([
  "sign_confirmed",
  "sign_missing",
  "complaint_received",
  "complaint_answered",
  "complaint_closed",
  "incident_noted",
  "incident_followed",
  "incident_closed",
  "instructed",
  "contract_made",
  "contract_certified",
  "contract_ended",
  "thing_noted",
  "thing_checked",
  "thing_gone",
  "taking_out_requested",
  "taking_out_permitted",
  "taking_out_denied",
  "medium_returned",
  "other_copy_noted",
  "other_copy_gone",
  "medium_disposed",
  "inspected",
  "standard_adopted",
  "purge_rule_signed",
  "purge_rule_ended",
  "purge_rule_run",
]);

/** Texts that people wrote, in the order they are told. */
const TEXTS = [
  "name",
  "company",
  "medium",
  "serial",
  "contact",
  "place",
  "where_to",
  "lock",
  "key_keeper",
  "anti_theft",
  "who_sees",
  "task_text",
  "text",
  "measures",
  "explained",
  "reason_text",
  "prevention",
  "remarks",
  "document",
  "witness",
] as const;

/** Return what stands beside such an act; null for any other. */
export function besideKept(kind: string, line: Line): Iterable<string> | null {
  return KINDS.has(kind) ? told(kind, line) : null;
}

function* told(kind: string, line: Line): Generator<string> {
  const { facts, personal } = line;
  // The hours of a rule are of every day, and no moments.
  if (kind === "purge_rule_signed") yield `${String(facts["start"])} – ${String(facts["end"])}`;
  else if (kind === "contract_made") yield line.span("start", "until");
  for (const name of TEXTS) {
    const text = personal[name];
    if (typeof text === "string" && text) yield text;
  }
}
