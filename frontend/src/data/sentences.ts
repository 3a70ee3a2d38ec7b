/** Lines of the book in plain words: one sentence, and what there is to say beside it. */

import type { Facts, Line } from "./book";
import type { Format } from "./format";
import { besideKept } from "./sentences-kept";
import { besideRequest } from "./sentences-requests";
import type { Translate } from "./texts";

export interface Reader {
  t: Translate;
  format: Format;
  /** The place of a camera, null where there is no such camera any more. */
  place(camera: string): string | null;
  /** The name of a user, null where this person is told none. */
  name(user: string): string | null;
}

export interface Told {
  text: string;
  more: string[];
}

/** Say what a line says. Names stand in it only where the integration sent them. */
export function tell(line: Line, reader: Reader): Told {
  const { t } = reader;
  const { facts } = line;
  const said = new Saying(line, reader);
  const key = kindOf(line, t);
  const text = t(key, {
    name: said.name(),
    place: said.place(),
    role: said.role(facts["role"]),
    roles: said.roles(),
    act: said.act(),
    count: Number(facts["count"] ?? facts["acts"] ?? 0),
    number: Number(facts["number"] ?? 0),
    before: Number(facts["days_before"] ?? 0),
    after: Number(facts["days_after"] ?? 0),
  });
  return { text: capital(text), more: [...said.more()].filter(Boolean) };
}

/** Who did it, as far as it is told. */
export function who(line: Line, { t, name }: Reader): string {
  if (line.door === "itself") return t("book.by_itself");
  if (line.automated || !line.user_id) return t("book.by_automation");
  return line.by || name(line.user_id) || t("book.by_person");
}

function kindOf({ kind, facts }: Line, t: Translate): string {
  let key = `book.kind.${kind}`;
  if (kind === "recording_switched") key += facts["on"] ? "_on" : "_off";
  // A newer integration may enter what this build has no words for.
  return t(key) === key ? "book.kind.unknown" : key;
}

class Saying {
  readonly t: Translate;
  readonly facts: Facts;
  readonly personal: Facts;

  constructor(
    private readonly line: Line,
    readonly reader: Reader,
  ) {
    this.t = reader.t;
    this.facts = line.facts;
    this.personal = line.personal ?? {};
  }

  name(): string {
    const { facts, personal, reader } = this;
    const user = facts["user_id"] ?? facts["requested_by"] ?? this.line.user_id;
    return (
      text(personal["name"]) ||
      (typeof user === "string" && reader.name(user)) ||
      this.t("book.somebody")
    );
  }

  place(): string {
    const { facts, personal, t } = this;
    const cameras = strings(facts["cameras"]);
    if (cameras.length) {
      return this.reader.format.list(cameras.map((camera) => this.placeOf(camera)));
    }
    if (typeof facts["masked_copy"] === "number") {
      return t("book.masked_copy", { number: facts["masked_copy"] });
    }
    if (typeof facts["camera"] === "string") return this.placeOf(facts["camera"]);
    const settings = personal["settings"];
    if (isRecord(settings) && text(settings["place"])) return text(settings["place"]);
    return t("book.all_cameras");
  }

  role(role: unknown): string {
    return typeof role === "string" ? this.word("role", role) : "";
  }

  roles(): string {
    return this.reader.format.list(strings(this.facts["roles"]).map((role) => this.role(role)));
  }

  act(): string {
    return this.word("book.act", text(this.facts["act"]));
  }

  /** What there is beside the sentence, in the order people ask for it. */
  *more(): Generator<string> {
    const { facts, personal, t } = this;
    switch (this.line.kind) {
      case "appointed":
      case "handed_over":
        if (text(personal["title"])) yield t("book.more.title", { title: text(personal["title"]) });
        yield this.span("since", "until");
        break;
      case "appointment_ended":
        yield this.moment("until", "book.until", "until");
        if (facts["secrecy_acknowledged"]) yield t("book.more.secrecy");
        break;
      case "role_lost":
        yield this.word("book.more.absence", text(facts["absence"]));
        break;
      case "refounding_announced":
      case "new_keys_announced":
        yield this.moment("ready", "book.more.ready", "when");
        break;
      case "new_keys_withdrawn":
        yield t(facts["opened"] ? "book.more.opened" : "book.more.objected");
        break;
      case "refounded":
      case "keys_begun":
        if (facts["by_code"]) yield t("book.more.by_code");
        yield this.fingerprint();
        break;
      case "key_made":
        if (facts["sees"] === false) yield t("book.more.signs_only");
        break;
      case "holder_admitted":
        if (facts["by_code"]) yield t("book.more.by_code");
        break;
      case "holder_removed":
        if (facts["signs_on"]) yield t("book.more.signs_on");
        yield this.fingerprint();
        break;
      case "recovery_code_used":
        yield this.word("book.code_use", text(facts["use"]));
        break;
      case "viewing_began":
      case "viewing_requested":
        yield this.span("start", "end");
        yield this.purpose();
        if (text(facts["ground"])) {
          yield t("book.more.ground", {
            ground: this.word("viewing.ground", text(facts["ground"])),
          });
        }
        yield this.people("attendees", "book.more.attendees");
        yield this.reason(text(personal["reason_text"]));
        if (text(personal["document"])) {
          yield t("book.more.document", { document: text(personal["document"]) });
        }
        break;
      case "viewing_permitted":
      case "viewing_denied":
        yield t("book.more.request", { number: Number(facts["request"] ?? 0) });
        if (facts["one_person"]) yield t("book.more.one_person");
        break;
      case "viewing_ended":
        yield this.word("book.viewing_end", text(facts["reason"]));
        break;
      case "footage_played":
        yield this.span("start", "end");
        if (facts["stretches"]) {
          yield t("book.more.stretches", { count: Number(facts["stretches"]) });
        }
        break;
      case "site_changed":
      case "camera_changed": {
        const fields = strings(facts["fields"]).map((field) => this.word("book.field", field));
        if (fields.length) {
          yield t("book.more.fields", { fields: this.reader.format.list(fields) });
        }
        break;
      }
      case "retention_changed":
        if (Number(facts["slots"])) yield t("book.more.sooner", { count: Number(facts["slots"]) });
        break;
      case "erasure_asked":
        yield this.span("true_start", "true_end") || this.span("start", "end");
        if (facts["chunks"]) {
          yield t("book.more.chunks", {
            count: Number(facts["chunks"]),
            size: this.reader.format.bytes(Number(facts["bytes"] ?? 0)),
          });
        }
        yield this.reason(text(personal["reason_text"]));
        break;
      case "purge_asked":
        yield t("book.more.hours", { count: Number(facts["slots"] ?? 0) });
        break;
      case "unlocked":
        yield this.moment("until", "book.more.until", "when");
        break;
      case "unlock_failed":
        yield this.moment("until", "book.more.wait", "when");
        break;
      case "locked":
        yield this.people("users", "book.more.locked_for");
        yield this.word("book.lock_reason", text(facts["reason"]));
        break;
      case "refusal":
        if (Number(facts["count"]) > 1)
          yield t("book.more.count", { count: Number(facts["count"]) });
        yield this.word(
          "book.refused",
          text(facts["key"]).replace(/^role_needed_.*/, "role_needed"),
        );
        break;
      case "vault_finding":
      case "book_finding":
        yield this.word("book.finding", text(facts["finding"]));
        yield text(facts["detail"]);
        break;
      case "started":
        yield t("book.more.version", { version: text(facts["software"]) });
        break;
      case "routine":
        yield t("book.more.routine", {
          cameras: Number(facts["chunks"] ?? 0),
          gaps: Number(facts["gaps"] ?? 0),
          erasures: Number(facts["erasures"] ?? 0),
        });
        break;
      case "gap":
        yield this.span("start", "end");
        yield this.word("gap", text(facts["reason"]));
        break;
      case "erasure":
        yield this.span("start", "end");
        yield this.reason(text(facts["reason"]));
        yield t(facts["confirmed"] ? "book.more.confirmed" : "book.more.unconfirmed");
        break;
      default: {
        const { kind } = this.line;
        const told = besideRequest(kind, this) ?? besideKept(kind, this);
        if (told) {
          yield* told;
          break;
        }
        yield this.span("start", "end");
        yield this.reason(text(personal["reason"]) || text(personal["reason_text"]));
      }
    }
  }

  private placeOf(camera: string): string {
    return this.reader.place(camera) ?? this.t("book.removed_camera");
  }

  /** The word for one of a fixed list; what the list does not have is shown as it is. */
  word(list: string, value: string): string {
    if (!value) return "";
    const key = `${list}.${value}`;
    const word = this.t(key);
    return word === key ? value : word;
  }

  reason(value: string): string {
    if (!value) return "";
    return this.t("book.more.reason", { reason: this.word("book.cause", value) });
  }

  private purpose(): string {
    const purpose = text(this.facts["purpose"]);
    if (!purpose) return "";
    const said =
      purpose === "beyond" ? this.t("viewing.beyond") : this.word("viewing.purpose", purpose);
    return this.t("book.more.purpose", { purpose: said });
  }

  /** Persons whose names this reader is told; nothing where they are withheld. */
  private people(fact: string, key: string): string {
    const names = strings(this.facts[fact]).map((user) => this.reader.name(user));
    const known = names.filter((name) => name !== null);
    return known.length ? this.t(key, { names: this.reader.format.list(known) }) : "";
  }

  private fingerprint(): string {
    const fingerprint = text(this.facts["vault_fingerprint"]) || text(this.facts["fingerprint"]);
    return fingerprint ? this.t("book.more.new_fingerprint", { fingerprint }) : "";
  }

  moment(fact: string, key: string, blank: string): string {
    const at = this.facts[fact];
    return typeof at === "string" ? this.t(key, { [blank]: this.at(at) }) : "";
  }

  span(from: string, to: string): string {
    const [start, end] = [this.facts[from], this.facts[to]];
    if (typeof start !== "string") return "";
    if (typeof end !== "string") return this.t("book.since", { since: this.at(start) });
    return this.t("book.span", { start: this.at(start), end: this.endOf(start, end) });
  }

  private at(moment: string): string {
    const { format } = this.reader;
    return `${format.fullDay(moment)} ${format.time(moment)}`;
  }

  /** An end on the same day needs no date. */
  private endOf(start: string, end: string): string {
    const { format } = this.reader;
    return format.date(start) === format.date(end) ? format.time(end) : this.at(end);
  }
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
