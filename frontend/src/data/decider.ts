/** What a person has to know before they decide about a request, or do what comes next. */

import type { Entry } from "./request-list";
import type { Disclosure, RequestSettings } from "./request-types";
import type { Me } from "./types";

export interface Hint {
  /** Of its words: requests.hint.<key>. */
  key: string;
  grave: boolean;
}

export function hintsOf(entry: Entry, settings: RequestSettings, me: Me): Hint[] {
  const { kind, item } = entry;
  const hints: Hint[] = [];
  const say = (key: string, grave = false): void => void hints.push({ key, grave });
  if (kind === "draft") say("draft");
  if (kind === "protection" && item.state === "standing") say("protection");
  if (kind === "draft" || kind === "protection" || kind === "seizure") return hints;
  const decides = item.can.some((act) => act === "permit" || act === "approve");
  if (item.state === "requested" || ("permission_due" in item && item.permission_due)) {
    const what = kind === "extension" ? "extension" : "disclosure";
    const second = settings.four_eyes.includes(what);
    if (second) say(item.by === me.user_id ? "four_eyes_you" : "four_eyes");
    else if (item.by === me.user_id && decides) say("one_person");
  }
  if (kind === "extension") return hints;
  if (item.permission_due) say("afterwards", true);
  if (item.state === "requested") {
    if (kind === "access") say(accessHint(item));
    if (item.ground === "investigation" && settings.written_request && !item.written) {
      say("not_written", true);
    }
    if (!item.identity_check) say("no_identity", true);
    if (decides) say("binds");
  }
  if (item.state === "permitted" && item.masked && !item.masks.length) say("to_mask");
  if (item.state === "prepared" && !item.copies.length) say("not_taken");
  return hints;
}

function accessHint({ access }: Disclosure): string {
  if (!access) return "access_unanswered";
  return access.obliged ? "access_obliged" : "access_no_ground";
}
