import { beforeEach, describe, expect, it, vi } from "vitest";
import { BookLine, valuesOf } from "../src/components/book-line";
import {
  answered,
  filterOf,
  joined,
  pathOf,
  readable,
  REGISTERS,
  when,
  type Facts,
  type Line,
  type Proof,
} from "../src/data/book";
import { Format } from "../src/data/format";
import { tell, who, type Reader } from "../src/data/sentences";
import { BookView } from "../src/views/book";
import { all, button, field, japanese, ME, settled, stage, t, textOf, type } from "./stage";

const AT = "2026-11-23T14:05:00+09:00";

function line(kind: string, facts: Facts = {}, more: Partial<Line> = {}): Line {
  return {
    seq: 7,
    entered: AT,
    phase: "done",
    door: "panel",
    automated: false,
    user_id: "u1",
    by: "Hanako",
    signed: true,
    erased: false,
    kind,
    facts,
    ...more,
  };
}

const reader: Reader = {
  t,
  format: new Format("en", "Asia/Tokyo"),
  place: (camera) => ({ c1: "Gate", c2: "Yard" })[camera] ?? null,
  name: (user) => ({ u2: "Taro" })[user] ?? null,
};
const ja: Reader = { ...reader, t: japanese, format: new Format("ja", "Asia/Tokyo") };

beforeEach(() => {
  document.body.replaceChildren();
  vi.spyOn(window, "open").mockReturnValue(null);
});

describe("a line in plain words", () => {
  it("names the camera's place, and says where there is no such camera any more", () => {
    const switched = (camera: string): string =>
      tell(line("recording_switched", { camera, on: false }), reader).text;
    expect(switched("c1")).toBe("Recording was switched off: Gate");
    expect(switched("zz")).toBe(`Recording was switched off: ${t("book.removed_camera")}`);
    expect(tell(line("erasure", { camera: "zz", masked_copy: 12 }), reader).text).toBe(
      "Footage was erased: a masked copy for No. 12",
    );
    const before = { camera: null, days_before: 7, days_after: 3, slots: 0 };
    expect(tell(line("retention_changed", before), ja).text).toBe(
      "保存期間を7日から3日に変更しました：すべてのカメラ",
    );
    expect(tell(line("viewing_began", { cameras: ["c1", "c2"] }), reader).text).toBe(
      "Viewing began: Gate and Yard",
    );
  });

  it("has names where they were sent, else what is known, else nobody's", () => {
    const appointed = { role: "operator", user_id: "u2", since: AT, until: null };
    expect(tell(line("appointed", appointed, { personal: { name: "阿蘇 太郎" } }), ja).text).toBe(
      "阿蘇 太郎を運用従事者に指定しました",
    );
    expect(tell(line("appointed", appointed), ja).text).toContain("Taro");
    expect(tell(line("appointed", { ...appointed, user_id: "u9" }), ja).text).toBe(
      "担当者を運用従事者に指定しました",
    );
    expect(tell(line("appointed", { ...appointed, user_id: "u9" }), reader).text).toMatch(/^Som/);
  });

  it("says beside it from when until when, why, and how much", () => {
    const facts = {
      camera: "c1",
      start: AT,
      end: "2026-11-23T15:00:00+09:00",
      true_start: "2026-11-23T14:04:30+09:00",
      true_end: "2026-11-24T00:00:10+09:00",
      chunks: 61,
      bytes: 1_500_000_000,
    };
    const asked = line("erasure_asked", facts, { personal: { reason_text: "asked_for" } });
    expect(tell(asked, reader).more).toEqual([
      "23 November 2026 14:04 to 24 November 2026 00:00",
      "1.5 GB in recordings of about a minute: 61",
      `Reason: ${t("book.cause.asked_for")}`,
    ]);
    const gap = line("gap", { camera: "c2", start: AT, end: facts.end, reason: "not_running" });
    expect(tell(gap, ja).more).toEqual(["2026年11月23日 14:05から15:00", "システム停止"]);
  });

  it("tells the hours of a rule as they were signed, and what people wrote", () => {
    const rule = line(
      "purge_rule_signed",
      { start: "22:00", end: "06:00", cameras: ["c1"] },
      { personal: { name: "夜間", reason_text: "閉店後" } },
    );
    expect(tell(rule, reader).more).toEqual(["22:00 – 06:00", "夜間", "閉店後"]);
    const days = { start: "2026-11-23T00:00:00+09:00", until: "2027-04-01T00:00:00+09:00" };
    const made = line("contract_made", days, { personal: { company: "熊本警備" } });
    expect(tell(made, reader).more).toEqual([
      "23 November 2026 00:00 to 1 April 2027 00:00",
      "熊本警備",
    ]);
    expect(tell(line("complaint_closed", { number: 3 }), reader).more).toEqual([]);
  });

  it.each([
    [
      line("refusal", { act: "erase", key: "role_needed_erase", count: 3 }),
      ["3 times", "No role for it"],
    ],
    [line("locked", { reason: "idle", users: ["u2", "u9"] }), ["For Taro", "It was not used"]],
    [line("key_made", { sees: false }), [t("book.more.signs_only")]],
    [line("holder_admitted", { user_id: "u2", by_code: true }), [t("book.more.by_code")]],
    [
      line("holder_removed", { user_id: "u2", signs_on: true, vault_fingerprint: "ab" }),
      [t("book.more.signs_on"), "Fingerprint of the new key: ab"],
    ],
    [line("recovery_code_used", { use: "restore" }), [t("book.code_use.restore")]],
    [
      line("viewing_began", {
        cameras: ["c1"],
        start: AT,
        end: AT,
        purpose: "incident",
        attendees: ["u2"],
      }),
      [
        "23 November 2026 14:05 to 14:05",
        `Purpose: ${t("viewing.purpose.incident")}`,
        "Attending: Taro",
      ],
    ],
    [
      line(
        "viewing_requested",
        { cameras: ["c1"], start: AT, end: AT, ground: "law" },
        { personal: { reason_text: "asked by the police", document: "No. 5" } },
      ),
      [
        "23 November 2026 14:05 to 14:05",
        `Ground: ${t("viewing.ground.law")}`,
        "Reason: asked by the police",
        "Document: No. 5",
      ],
    ],
    [
      line("viewing_began", { cameras: ["c1"], purpose: "beyond", ground: "law" }),
      [`Purpose: ${t("viewing.beyond")}`, `Ground: ${t("viewing.ground.law")}`],
    ],
    [
      line("viewing_permitted", { request: 12, requested_by: "u2", one_person: true }),
      ["Request: entry 12", t("book.more.one_person")],
    ],
    [line("viewing_ended", { reason: "idle" }), [t("book.viewing_end.idle")]],
    [line("footage_played", { camera: "c1", stretches: 3 }), ["Stretches played: 3"]],
    [line("unlocked", { until: AT }), ["At the longest until 23 November 2026 14:05"]],
    [line("unlock_failed", { count: 5, until: AT }), ["No other try until 23 November 2026 14:05"]],
    [line("unlock_failed", { count: 1, until: null }), []],
    [line("site_changed", { fields: ["contact", "purpose"] }), ["Changed: contact and purpose"]],
    [
      line("role_lost", { user_id: "u2", roles: ["manager"], absence: "deleted" }),
      ["The user was deleted"],
    ],
    [line("book_finding", { finding: "forked", detail: "" }), [t("book.finding.forked")]],
    [line("vault_finding", { finding: "of_next_year", detail: "x: 2" }), ["of_next_year", "x: 2"]],
    [line("started", { software: "0.1.0" }), ["Version 0.1.0"]],
    [line("purge_asked", { slots: 4 }), ["Hours of footage erased: 4"]],
    [line("refounding_announced", { ready: AT }), ["From 23 November 2026 14:05 on"]],
    [line("new_keys_announced", { ready: AT }), ["From 23 November 2026 14:05 on"]],
    [line("new_keys_withdrawn", { opened: true }), ["The present keys can still be opened"]],
    [line("new_keys_withdrawn", { opened: false }), ["After an objection"]],
    [
      line("refounded", { user_id: "u2", vault_fingerprint: "ab cd" }),
      ["Fingerprint of the new key: ab cd"],
    ],
    [
      line("retention_changed", { camera: "c1", slots: 2 }),
      ["2 hours of footage come to their end sooner"],
    ],
    [
      line("routine", { chunks: 2, gaps: 0, erasures: 1 }),
      ["Cameras that recorded: 2; gaps: 0; erased hours: 1"],
    ],
    [
      line("appointment_ended", {
        role: "staff",
        user_id: "u2",
        until: AT,
        secrecy_acknowledged: true,
      }),
      ["until 23 November 2026 14:05", t("book.more.secrecy")],
    ],
    [
      line("erasure", {
        camera: "c1",
        start: AT,
        end: AT,
        reason: "period_over",
        confirmed: false,
      }),
      [
        "23 November 2026 14:05 to 14:05",
        `Reason: ${t("book.cause.period_over")}`,
        t("book.more.unconfirmed"),
      ],
    ],
  ] as const)("tells what belongs to $0.kind", (told, more) => {
    expect(tell(told as Line, reader).more).toEqual(more);
  });

  it("of a kind this build does not know is told as such", () => {
    expect(tell(line("of_next_year"), reader).text).toBe(t("book.kind.unknown"));
    expect(tell(line("constructor"), reader).text).toBe(t("book.kind.unknown"));
  });

  it("says who did it, and no more than was sent", () => {
    expect(who(line("locked"), reader)).toBe("Hanako");
    expect(who(line("locked", {}, { by: undefined, user_id: "u2" }), reader)).toBe("Taro");
    expect(who(line("locked", {}, { by: undefined, user_id: "u9" }), reader)).toBe(
      t("book.by_person"),
    );
    expect(who(line("locked", {}, { automated: true }), reader)).toBe(t("book.by_automation"));
    expect(who(line("locked", {}, { door: "itself", user_id: null }), reader)).toBe(
      t("book.by_itself"),
    );
  });
});

describe("the filter", () => {
  const supervisor = { ...ME, may: ["read_operation", "read_supervision"] };
  const operator = { ...ME, may: ["read_operation"] };

  it("offers the registers a person may read", () => {
    expect(readable(supervisor)).toEqual(Object.keys(REGISTERS));
    expect(readable(operator)).not.toContain("all");
    expect(readable(operator)).toContain("gaps");
    expect(filterOf(["book"], { ...ME, may: [] })).toBeNull();
  });

  it("lives in the address", () => {
    const filter = { register: "gaps", camera: "c1", from: "2026-11-01", to: "" } as const;
    expect(pathOf(filter)).toEqual(["book", "gaps", "c1", "2026-11-01"]);
    expect(filterOf(pathOf(filter), operator)).toEqual(filter);
    expect(pathOf({ ...filter, camera: "", from: "", to: "2026-11-02" })).toEqual([
      "book",
      "gaps",
      "-",
      "-",
      "2026-11-02",
    ]);
  });

  it("takes nothing from an address that it does not know", () => {
    expect(filterOf(["book", "all", "-", "2026-13-45", "x"], operator)).toEqual({
      register: "erasures",
      camera: "",
      from: "",
      to: "",
    });
  });
});

describe("orders", () => {
  it("are told only while nothing says what came of them", () => {
    const lines = [
      line("locked", {}, { seq: 9, phase: "ordered" }),
      line("unlocked", {}, { seq: 8, phase: "failed", order: 6 }),
      line("unlocked", {}, { seq: 7, phase: "noted" }),
      line("unlocked", {}, { seq: 6, phase: "ordered" }),
    ];
    expect(answered(lines).map(({ seq }) => seq)).toEqual([9, 8, 7]);
  });
});

describe("older lines", () => {
  it("that moved down meanwhile are not told twice", () => {
    const first = [
      line("gap", { start: "a", camera: "c1" }),
      line("gap", { start: "b", camera: "c1" }),
    ];
    const older = [
      line("gap", { start: "b", camera: "c1" }),
      line("gap", { start: "c", camera: "c1" }),
    ];
    expect(joined(first, older).map((one) => one.facts["start"])).toEqual(["a", "b", "c"]);
  });

  it("stand where they happened, not where they were entered", () => {
    expect(when(line("gap", { start: "2026-11-22T00:00:00+09:00" }))).toBe(
      "2026-11-22T00:00:00+09:00",
    );
    expect(when(line("erasure", { erased_at: "2026-11-21T00:00:00+09:00" }))).toBe(
      "2026-11-21T00:00:00+09:00",
    );
    expect(when(line("viewing_began", { start: "2026-11-22T00:00:00+09:00" }))).toBe(AT);
  });
});

// --- The page

const READS = { may: ["read_operation", "read_supervision", "appoint"] };
const people = { appointments: [], users: [{ user_id: "u2", name: "Taro" }] };

async function page(set: ReturnType<typeof stage>, path = ["book"]): Promise<BookView> {
  const element = new BookView();
  set.panel.path = path as unknown as typeof set.panel.path;
  element.panel = set.panel;
  document.body.append(element);
  await settled();
  return element;
}

describe("the page of the book", () => {
  it("reads what the address asks for, by whole days of the site", async () => {
    const set = stage({ register: { lines: [], more: false }, people }, READS);
    const element = await page(set, ["book", "gaps", "c1", "2026-11-30", "2026-11-30"]);
    expect(set.asked[0]).toEqual({
      to: "register",
      body: {
        register: "gaps",
        offset: 0,
        limit: 50,
        camera: "c1",
        start: "2026-11-30T00:00:00",
        end: "2026-12-01T00:00:00",
      },
    });
    expect(textOf(element.renderRoot)).toContain(t("book.empty"));
  });

  it("groups by day, and fetches older ones on demand", async () => {
    const pages = [
      { lines: [line("unlocked", {}, { seq: 9 }), line("locked", {}, { seq: 8 })], more: true },
      {
        lines: [line("stopped", {}, { seq: 2, entered: "2026-11-22T01:00:00+09:00" })],
        more: false,
      },
    ];
    const set = stage({ register: () => pages.shift(), people }, READS);
    const element = await page(set);
    expect(all(element.renderRoot, "h2")).toHaveLength(1);
    button(element.renderRoot, t("book.older")).click();
    await settled();
    expect(all(element.renderRoot, "h2")).toHaveLength(2);
    expect(set.asked.at(-1)?.body["offset"]).toBe(2);
    const text = textOf(element.renderRoot);
    expect(text).toContain(t("book.kind.stopped"));
    expect(text).toContain(t("book.no_more"));
  });

  it("changes the address when the filter is changed", async () => {
    const set = stage({ register: { lines: [], more: false }, people }, READS);
    const element = await page(set);
    type(field(element.renderRoot, t("book.register")), "refusals");
    type(field(element.renderRoot, t("book.from")), "2026-11-01");
    expect(set.went).toEqual([
      ["book", "refusals"],
      ["book", "all", "-", "2026-11-01"],
    ]);
  });

  it("finds among what is shown, whatever case and width it is written in", async () => {
    const lines = [
      line("recording_switched", { camera: "c1", on: true }, { seq: 9 }),
      line("locked", {}, { seq: 8, by: "Ｔａｒｏ" }),
    ];
    const cameras = [{ camera: "c1", place: "正門ＡＢ" }] as never[];
    const set = stage({ register: { lines, more: true }, people }, READS, { cameras });
    const element = await page(set);
    const entries = (): number => all(element.renderRoot, "kb-book-line").length;
    expect(entries()).toBe(2);
    type(field(element.renderRoot, t("book.find")), "正門ab");
    await settled();
    expect(entries()).toBe(1);
    expect(textOf(element.renderRoot)).toContain(t("book.find_more", { count: 2 }));
    type(field(element.renderRoot, t("book.find")), "taro");
    await settled();
    expect(entries()).toBe(1);
  });

  it("reads on while nothing is found, and stops where something is", async () => {
    const asked: [number, number][] = [];
    const register = ({ offset, limit }: { offset: number; limit: number }) => {
      asked.push([offset, limit]);
      const lines = Array.from({ length: limit }, (_, at) =>
        line("locked", {}, { seq: 9999 - offset - at, by: offset < 250 ? "Hanako" : "Taro" }),
      );
      return { lines, more: true };
    };
    const set = stage({ register, people }, READS);
    const element = await page(set);
    type(field(element.renderRoot, t("book.find")), "hanako");
    await settled();
    expect(asked).toEqual([[0, 50]]);
    type(field(element.renderRoot, t("book.find")), "taro");
    await settled();
    expect(asked).toEqual([
      [0, 50],
      [50, 200],
      [250, 200],
    ]);
    expect(all(element.renderRoot, "kb-book-line")).toHaveLength(200);
    expect(textOf(element.renderRoot)).toContain(t("book.find_not_printed"));
  });

  it("says so where the whole register was read and nothing is found", async () => {
    const lines = [line("locked", {}, { seq: 8, by: "Taro" })];
    const element = await page(stage({ register: { lines, more: false }, people }, READS));
    type(field(element.renderRoot, t("book.find")), "taro");
    await settled();
    expect(textOf(element.renderRoot)).toContain(t("book.find_end"));
    type(field(element.renderRoot, t("book.find")), "nobody");
    await settled();
    expect(textOf(element.renderRoot)).toContain(t("book.find_none"));
  });

  it("asks a person before it reads on for long, and says how far it came", async () => {
    let seq = 100_000;
    let answer = (): void => undefined;
    const register = ({ limit }: { limit: number }) => {
      const lines = Array.from({ length: limit }, () => line("locked", {}, { seq: (seq -= 1) }));
      const told = { lines, more: true };
      return limit === 50 ? told : new Promise((done) => (answer = () => done(told)));
    };
    const set = stage({ register, people }, READS);
    const element = await page(set);
    type(field(element.renderRoot, t("book.find")), "nobody");
    for (const count of [50, 250, 450, 650, 850]) {
      await settled();
      expect(textOf(element.renderRoot)).toContain(t("book.find_on", { count }));
      answer();
    }
    await settled();
    expect(textOf(element.renderRoot)).toContain(t("book.find_more", { count: 1050 }));
    button(element.renderRoot, t("book.older")).click();
    await settled();
    expect(textOf(element.renderRoot)).toContain(t("book.find_on", { count: 1100 }));
  });

  it("prints and saves exactly what was asked for", async () => {
    const answers = {
      register: { lines: [], more: false },
      people,
      "requests/paper": { url: "about:blank" },
      "register/csv": { url: "about:blank" },
    };
    const set = stage(answers, READS);
    const path = ["book", "complaints", "c1", "2026-11-01", "2026-11-30"];
    const element = await page(set, path);
    button(element.renderRoot, t("book.print")).click();
    await settled();
    const span = { start: "2026-11-01T00:00:00", end: "2026-12-01T00:00:00" };
    const about = { register: "complaints", camera: "c1", language: "en", ...span };
    expect(set.asked.at(-1)).toEqual({
      to: "requests/paper",
      body: { paper: "register", ...about },
    });
    button(element.renderRoot, t("book.csv")).click();
    await settled();
    expect(set.asked.at(-1)).toEqual({ to: "register/csv", body: about });
  });

  it("says why a register could not be printed", async () => {
    const refuse = (): never => {
      throw { translation_key: "signed_out" };
    };
    const set = stage(
      { register: { lines: [], more: false }, people, "requests/paper": refuse },
      READS,
    );
    const element = await page(set);
    button(element.renderRoot, t("book.print")).click();
    await settled();
    expect(set.said).toEqual([t("errors.signed_out")]);
  });

  it("asks for no names where none are told, and says why it reads nothing", async () => {
    const refuse = (): never => {
      throw { code: 3 };
    };
    const set = stage({ register: refuse }, { may: ["read_operation"] });
    const element = await page(set);
    expect(set.asked.map(({ to }) => to)).toEqual(["register"]);
    expect(textOf(element.renderRoot)).toContain(t("errors.no_connection"));
    const none = stage({}, { may: [] });
    expect(textOf((await page(none)).renderRoot)).toContain(t("book.not_yours"));
    expect(none.asked).toEqual([]);
  });
});

const proof: Proof = {
  entry: line("locked"),
  leaf: "aa",
  index: 7,
  size: 1284,
  root: "bb",
  path: ["cc", "dd"],
  checkpoint: "kuma-bouhan/5…",
  host_fingerprint: "19c3",
  included: true,
  signature: "holds",
};

async function entry(shown: Line, answer: unknown): Promise<[BookLine, ReturnType<typeof stage>]> {
  const set = stage({ proof: answer });
  const element = new BookLine();
  Object.assign(element, { panel: set.panel, reader, line: shown });
  document.body.append(element);
  await settled();
  return [element, set];
}

async function unfold(element: BookLine): Promise<string> {
  const details = element.renderRoot.querySelector("details") as HTMLDetailsElement;
  details.open = true;
  await settled();
  return textOf(element.renderRoot);
}

describe("one entry", () => {
  it("is proved only when somebody asks, and says what was checked", async () => {
    const [element, set] = await entry(line("locked"), proof);
    expect(set.asked).toEqual([]);
    const text = await unfold(element);
    expect(set.asked).toEqual([{ to: "proof", body: { seq: 7 } }]);
    expect(text).toContain(t("book.proof.included", { size: "1,284" }));
    expect(text).toContain(t("book.proof.signed"));
    expect(text).toContain(t("book.proof.limits"));
    await unfold(element);
    expect(set.asked).toHaveLength(1);
  });

  it.each([
    [{ included: false }, "book.proof.not_included"],
    [{ signature: "broken" }, "book.proof.broken"],
    [{ signature: "none" }, "book.proof.unsigned"],
  ])("says so where it does not fit: %j", async (wrong, key) => {
    const [element] = await entry(line("locked"), { ...proof, ...wrong });
    expect(await unfold(element)).toContain(t(key));
  });

  it("says why it could not be checked", async () => {
    const [element] = await entry(line("locked"), () => {
      throw { translation_key: "signed_out" };
    });
    expect(await unfold(element)).toContain(t("errors.signed_out"));
  });

  it("says when names were overwritten, and what was only ordered or failed", async () => {
    const [erased] = await entry(line("locked", {}, { erased: AT, phase: "failed" }), proof);
    expect(textOf(erased.renderRoot)).toContain(t("book.erased", { date: "23 November 2026" }));
    expect(textOf(erased.renderRoot)).toContain(t("book.failed"));
    const [undated] = await entry(line("locked", {}, { erased: true, phase: "ordered" }), proof);
    expect(textOf(undated.renderRoot)).toContain(t("book.erased_undated"));
    expect(textOf(undated.renderRoot)).toContain(t("book.ordered"));
  });

  it("gives away its values without anybody's name", () => {
    const named = { ...proof, entry: line("locked", {}, { by: "Hanako" }) };
    expect(JSON.parse(valuesOf(named))).toEqual({
      index: 7,
      size: 1284,
      leaf: "aa",
      path: ["cc", "dd"],
      root: "bb",
      checkpoint: "kuma-bouhan/5…",
      host_fingerprint: "19c3",
    });
  });
});
