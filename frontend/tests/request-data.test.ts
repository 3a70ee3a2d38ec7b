import type { ReactiveControllerHost } from "lit";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hintsOf } from "../src/data/decider";
import { papersOf } from "../src/data/papers";
import {
  copiesOut,
  deadline,
  entries,
  found,
  sectionOf,
  stepsDone,
  type Entry,
} from "../src/data/request-list";
import type { Disclosure, DisclosureState, Extension } from "../src/data/request-types";
import { actPath, newRequest, requestPath, RequestsWatch } from "../src/data/requests";
import { parse } from "../src/data/route";
import {
  copyOf,
  disclosure,
  draft,
  extension,
  permission,
  protection,
  provided,
  requests,
} from "./requests-of";
import { ME } from "./stage";

const asDisclosure = (item: Disclosure): Entry => ({ kind: item.asks, item });
const asExtension = (item: Extension): Entry => ({ kind: "extension", item });
const inState = (state: DisclosureState, more: Partial<Disclosure> = {}): Entry =>
  asDisclosure(disclosure(1, { state, ...more }));

describe("what is to be done next", () => {
  it("is told of every state", () => {
    const sections = (state: DisclosureState): string => sectionOf(inState(state));
    expect(sections("requested")).toBe("decide");
    expect(sections("permitted")).toBe("prepare");
    expect(sections("prepared")).toBe("prepare");
    for (const state of ["denied", "withdrawn", "void", "closed", "seized"] as const) {
      expect(sections(state)).toBe("past");
    }
    expect(sectionOf(asExtension(extension(1)))).toBe("decide");
    expect(sectionOf(asExtension(extension(1, { state: "approved" })))).toBe("kept");
    expect(sectionOf(asExtension(extension(1, { state: "over" })))).toBe("past");
    expect(sectionOf({ kind: "draft", item: draft(1) })).toBe("drafts");
    expect(sectionOf({ kind: "protection", item: protection(1) })).toBe("protections");
    expect(sectionOf({ kind: "protection", item: protection(1, { state: "taken" }) })).toBe("past");
  });

  it("is the copy as long as one is out, also of a request that was withdrawn", () => {
    const copies = [copyOf(1)];
    expect(sectionOf(inState("provided", { copies }))).toBe("copies");
    expect(sectionOf(inState("withdrawn", { copies }))).toBe("copies");
    expect(sectionOf(inState("provided", { copies: [copyOf(1, { fate: "deleted" })] }))).toBe(
      "past",
    );
  });

  it("is a decision where footage was handed over first", () => {
    const due = "2026-11-22T13:00:00+09:00";
    const entry = inState("provided", { permission_due: due, provided: provided() });
    expect(sectionOf(entry)).toBe("decide");
    expect(deadline(entry)).toEqual({ what: "permission", when: due, overdue: false });
  });

  it("does not wait for a copy that the recipient keeps", () => {
    expect(copiesOut(disclosure(1, { provided: provided({ duty: "none" }) }))).toEqual([]);
    expect(copiesOut(disclosure(1, { provided: provided() }))).toHaveLength(1);
    expect(copiesOut(disclosure(1, { provided: provided({ fate: "returned" }) }))).toEqual([]);
  });

  it("runs out at the earliest of its moments", () => {
    const copies = [
      copyOf(1, { due: "2026-11-25T00:00:00+09:00" }),
      copyOf(2, { due: "2026-11-23T00:00:00+09:00", overdue: true }),
    ];
    expect(deadline(inState("provided", { copies }))).toEqual({
      what: "copy",
      when: "2026-11-23T00:00:00+09:00",
      overdue: true,
    });
    expect(deadline(inState("permitted", { decided: permission() }))?.what).toBe("unused");
    expect(deadline(inState("requested"))?.what).toBe("protected");
    expect(deadline(inState("closed"))).toBeNull();
    expect(deadline({ kind: "draft", item: draft(1) })).toBeNull();
    expect(
      deadline(
        asExtension(extension(1, { state: "approved", held_until: "2026-12-21T00:00:00+09:00" })),
      )?.what,
    ).toBe("kept");
  });

  it("is counted in steps, but not where it ended on another way", () => {
    const steps = (state: DisclosureState): number | null => stepsDone(disclosure(1, { state }));
    expect(steps("requested")).toBe(1);
    expect(steps("prepared")).toBe(3);
    expect(steps("closed")).toBe(5);
    expect(steps("denied")).toBeNull();
    expect(stepsDone(disclosure(1, { asks: "seizure", state: "seized" }))).toBeNull();
  });
});

describe("the list", () => {
  const list = requests({
    drafts: [draft(4)],
    protections: [protection(2)],
    extensions: [extension(5)],
    disclosures: [disclosure(1), disclosure(3, { asks: "access" })],
  });

  it("stands by number, the newest first, whatever was asked for", () => {
    expect(entries(list).map(({ kind, item }) => [item.number, kind])).toEqual([
      [5, "extension"],
      [4, "draft"],
      [3, "access"],
      [2, "protection"],
      [1, "disclosure"],
    ]);
  });

  it("finds by number", () => {
    expect(found(list, 3)?.kind).toBe("access");
    expect(found(list, 99)).toBeNull();
    expect(found(list, NaN)).toBeNull();
  });
});

describe("addresses", () => {
  it("say what a form is made from", () => {
    expect(newRequest("extension")).toEqual(["requests", "new", "extension"]);
    expect(newRequest("extension", "renews", 12)).toEqual([
      "requests",
      "new",
      "extension",
      "renews",
      "12",
    ]);
    expect(requestPath(12)).toEqual(["requests", "12"]);
    expect(parse({ prefix: "/kuma-bouhan", path: "/requests/12" })).toEqual(["requests", "12"]);
    expect(actPath("disclosure/permit")).toEqual(["requests", "disclosure", "permit"]);
  });
});

describe("papers", () => {
  const names = (entry: Entry): string[] => papersOf(entry).map(({ paper }) => paper);

  it("form 1 stands once for each day that a period ends on", () => {
    const item = extension(1, {
      state: "approved",
      original_ends: ["2026-11-27", "2026-11-28"],
    });
    expect(papersOf(asExtension(item)).filter(({ paper }) => paper === "form_1")).toEqual([
      { paper: "form_1", original_end: "2026-11-27" },
      { paper: "form_1", original_end: "2026-11-28" },
    ]);
    expect(names(asExtension(extension(1)))).toEqual(["request"]);
  });

  it("form 2 is there once something was handed over", () => {
    expect(names(inState("permitted", { decided: permission() }))).not.toContain("form_2");
    const given = inState("provided", { decided: permission(), provided: provided() });
    expect(names(given)).toEqual(["form_2", "annex", "request", "receipt", "form_1"]);
  });

  it("a permission includes form 1", () => {
    expect(names(inState("permitted", { decided: permission() }))).toContain("form_1");
  });

  it("no receipt where nothing can be given", () => {
    expect(names(inState("denied", { decided: permission({ denied: true }) }))).toEqual([
      "annex",
      "request",
    ]);
    expect(names(inState("seized", { asks: "seizure" }))).toEqual(["form_2", "annex"]);
    expect(names({ kind: "draft", item: draft(1) })).toEqual([]);
  });
});

describe("what a decider is told", () => {
  const { settings } = requests();
  const keys = (entry: Entry, more: Partial<typeof settings> = {}): string[] =>
    hintsOf(entry, { ...settings, ...more }, ME).map(({ key }) => key);
  const permit: Partial<Disclosure> = { can: ["permit", "deny"] };

  it("that one person asked and would decide", () => {
    expect(keys(inState("requested", { ...permit, by: "u1" }))).toContain("one_person");
    expect(keys(inState("requested", permit))).not.toContain("one_person");
  });

  it("that a second person decides, where the site has chosen so", () => {
    const four_eyes = ["disclosure"];
    expect(keys(inState("requested", { by: "u1" }), { four_eyes })).toContain("four_eyes_you");
    expect(keys(inState("requested"), { four_eyes })).toContain("four_eyes");
    expect(keys(asExtension(extension(1)), { four_eyes })).not.toContain("four_eyes");
  });

  it("that a paper or a check of identity is missing", () => {
    expect(keys(inState("requested", { written: false }))).toContain("not_written");
    expect(keys(inState("requested", { written: false, ground: "emergency" }))).not.toContain(
      "not_written",
    );
    expect(keys(inState("requested", { written: false }), { written_request: false })).toEqual([]);
    expect(keys(inState("requested", { identity_check: "" }))).toContain("no_identity");
  });

  it("nothing is concluded about an access request", () => {
    const access = (more: Partial<Disclosure>): string[] =>
      keys(inState("requested", { asks: "access", ground: null, ...more }));
    expect(access({})).toEqual(["access_unanswered"]);
    const answered = { business: "yes", retained: "unknown" } as const;
    expect(access({ access: { ...answered, obliged: false } })).toEqual(["access_no_ground"]);
    expect(access({ access: { ...answered, obliged: true } })).toEqual(["access_obliged"]);
  });

  it("that what was handed over first departs from the standard", () => {
    const due = "2026-11-22T13:00:00+09:00";
    expect(keys(inState("provided", { permission_due: due }))).toContain("afterwards");
  });
});

describe("asking for requests", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const host = (callWS: () => Promise<unknown>): ConstructorParameters<typeof RequestsWatch>[0] =>
    ({
      panel: { hass: { callWS }, overview: {}, may: () => true },
      addController: () => undefined,
      requestUpdate: () => undefined,
    }) as unknown as ReactiveControllerHost & ConstructorParameters<typeof RequestsWatch>[0];

  it("goes on while there is no connection, and begins with what was known before", async () => {
    let gone = true;
    const element = host(async () => {
      if (gone) throw { code: 3 };
      return requests({ drafts: [draft(4)] });
    });
    const watch = new RequestsWatch(element);
    watch.hostUpdate();
    await vi.advanceTimersByTimeAsync(0);
    expect([watch.list, watch.problem?.key]).toEqual([null, "no_connection"]);
    gone = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect([watch.list?.drafts.length, watch.problem]).toEqual([1, null]);

    gone = true;
    const another = new RequestsWatch(element);
    another.hostUpdate();
    await vi.advanceTimersByTimeAsync(0);
    expect(another.list?.drafts).toHaveLength(1);
  });

  it("ends with the page, and an answer that comes late is not taken", async () => {
    const asked = vi.fn(async () => requests());
    const element = host(asked);
    const watch = new RequestsWatch(element);
    watch.hostUpdate();
    watch.hostDisconnected();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(watch.list).toBeNull();
  });
});
