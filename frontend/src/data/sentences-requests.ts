/** What the book says beside its sentences about extensions, disclosures and copies. */

import type { Facts } from "./book";
import type { Format } from "./format";
import type { Translate } from "./texts";

/** A line that is being told. */
export interface Telling {
  readonly t: Translate;
  readonly facts: Facts;
  readonly personal: Facts;
  readonly reader: { readonly format: Format; name(user: string): string | null };
  /** The word for one of a fixed list. */
  word(list: string, value: string): string;
  span(from: string, to: string): string;
  moment(fact: string, key: string, blank: string): string;
  reason(value: string): string;
}

type Told = Generator<string>;

const TELL: Record<string, (line: Telling) => Told> = {
  *request_drafted(line) {
    yield line.word("book.wanted", text(line.facts["wanted"]));
    yield line.span("start", "end");
    yield ground(line);
  },
  *footage_protected(line) {
    yield line.span("start", "end");
    yield held(line);
  },
  *extension_requested(line) {
    yield line.span("start", "end");
    yield lastDay(line);
    yield numbered(line, "renews", "book.more.renews");
    yield* from(line);
    yield line.reason(text(line.personal["reason_text"]));
    yield written(line, "remarks", "book.more.remarks");
    yield held(line);
  },
  *extension_approved(line) {
    yield lastDay(line);
    yield* hands(line);
    yield held(line);
  },
  *extension_denied(line) {
    yield* hands(line);
    yield line.reason(text(line.personal["reason_text"]));
  },
  *extension_ended(line) {
    yield line.reason(text(line.personal["reason_text"]));
  },
  *disclosure_requested(line) {
    const { facts } = line;
    if (facts["asks"] !== "disclosure") yield line.word("book.asks", text(facts["asks"]));
    yield ground(line);
    yield line.span("start", "end");
    yield* recipient(line);
    yield written(line, "purpose_text", "book.more.why");
    yield written(line, "content_text", "book.more.content");
    yield* paper(line);
    yield written(line, "identity_check", "book.more.identity");
    yield written(line, "exception_text", "book.more.no_paper");
    const danger = line.word("book.danger", text(facts["danger"]));
    if (danger) yield line.t("book.more.danger", { what: danger });
    yield written(line, "urgency_text", "book.more.urgency");
    yield written(line, "no_other_way_text", "book.more.no_other_way");
    if (facts["masked"]) yield line.t("book.more.others_masked");
    yield written(line, "remarks", "book.more.remarks");
    yield* from(line);
    yield held(line);
  },
  *access_answered(line) {
    const { facts, t } = line;
    for (const asked of ["business", "retained"]) {
      const answer = line.word("book.answer", text(facts[asked]));
      if (answer) yield t(`book.more.${asked}`, { answer });
    }
    yield t(facts["obliged"] ? "book.more.obliged" : "book.more.not_obliged");
  },
  *disclosure_permitted(line) {
    yield ground(line);
    yield line.span("start", "end");
    if (line.facts["masked"]) yield line.t("book.more.others_masked");
    if (line.facts["afterwards"]) yield line.t("book.more.afterwards");
    yield* hands(line);
    yield line.moment("until", "book.more.unused_until", "when");
    yield held(line);
  },
  *disclosure_denied(line) {
    if (line.facts["no_ground"]) yield line.t("book.more.no_ground");
    yield* hands(line);
    yield line.reason(text(line.personal["reason_text"]));
  },
  *masked_copy_made({ facts, t }) {
    yield t("book.more.masks", { count: Number(facts["masks"] ?? 0) });
  },
  *disclosure_prepared({ facts, t, reader }) {
    const size = reader.format.bytes(Number(facts["bytes"] ?? 0));
    yield t("book.more.files", { count: Number(facts["files"] ?? 0), size });
    if (facts["masked"]) yield t("book.more.others_masked");
  },
  *copy_downloaded(line) {
    const { facts, t, reader } = line;
    yield t("book.more.copy", {
      number: Number(facts["copy"] ?? 0),
      form: line.word("book.copy_form", text(facts["form"])),
      size: reader.format.bytes(Number(facts["bytes"] ?? 0)),
    });
    yield line.moment("due", "book.more.to_delete_by", "when");
  },
  *disclosure_provided(line) {
    const { facts, personal, t } = line;
    yield line.moment("at", "book.more.minute", "when");
    const medium = text(personal["medium_text"]) || line.word("book.medium", text(facts["medium"]));
    if (medium) yield t("book.more.medium", { medium });
    yield t("book.more.copies", { count: Number(facts["copies"] ?? 0) });
    const by = text(personal["received_by"]);
    if (by) yield t("book.more.received_by", { name: by });
    yield t(facts["receipt"] ? "book.more.receipt" : "book.more.no_receipt");
    yield line.word("book.duty", text(facts["duty"]));
    yield line.moment("due", "book.more.duty_due", "when");
  },
  *copy_confirmed(line) {
    const { facts, t } = line;
    yield facts["copy"] === null
      ? t("book.more.handed_over")
      : t("book.more.copy_number", { number: Number(facts["copy"] ?? 0) });
    yield line.word("book.fate", text(facts["fate"]));
    yield line.moment("at", "book.more.minute", "when");
  },
  *footage_seized(line) {
    yield line.moment("at", "book.more.minute", "when");
    yield line.span("start", "end");
    yield* recipient(line);
    yield* paper(line);
    yield written(line, "content_text", "book.more.content");
    yield written(line, "remarks", "book.more.remarks");
  },
};

/** Say what there is beside such a line; null where it is about something else. */
export function besideRequest(kind: string, line: Telling): Told | null {
  return Object.hasOwn(TELL, kind) ? (TELL[kind]?.(line) ?? null) : null;
}

function* recipient(line: Telling): Told {
  const { personal, t } = line;
  const who = ["affiliation", "title", "name"].map((part) => text(personal[part])).filter(Boolean);
  if (who.length) yield t("book.more.recipient", { text: who.join(" ") });
  yield written(line, "contact", "book.more.contact");
}

function* paper(line: Telling): Told {
  const document = text(line.personal["document"]);
  if (document) yield line.t("book.more.document", { document });
  yield written(line, "document_number", "book.more.document_number");
}

/** What a request was made from. */
function* from(line: Telling): Told {
  yield numbered(line, "draft", "book.more.draft_of");
  yield numbered(line, "protection", "book.more.protection_of");
}

/** Who asked for what was decided, as far as it is told. */
function* hands({ facts, reader, t }: Telling): Told {
  const name = reader.name(text(facts["requested_by"]));
  if (name) yield t("book.more.asked_by", { name });
  if (facts["one_person"]) yield t("book.more.one_person");
}

function ground(line: Telling): string {
  const found = text(line.facts["ground"]);
  return found ? line.t("book.more.ground", { ground: line.word("viewing.ground", found) }) : "";
}

/** An end that is a midnight is told by the day that it ends. */
function lastDay({ facts, reader, t }: Telling): string {
  const until = Date.parse(text(facts["until"]));
  if (Number.isNaN(until)) return "";
  return t("book.more.kept_until", { when: reader.format.fullDay(until - 1) });
}

function held({ facts, t }: Telling): string {
  const count = Number(facts["pieces"] ?? 0);
  return count ? t("book.more.held", { count }) : "";
}

function numbered({ facts, t }: Telling, fact: string, key: string): string {
  return typeof facts[fact] === "number" ? t(key, { number: facts[fact] }) : "";
}

function written({ personal, t }: Telling, part: string, key: string): string {
  const found = text(personal[part]);
  return found ? t(key, { text: found }) : "";
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
