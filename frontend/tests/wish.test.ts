import { describe, expect, it } from "vitest";
import { factsOf, datesOf } from "../src/data/footage-facts";
import { Format } from "../src/data/format";
import type { Requests } from "../src/data/request-types";
import { aroundOf } from "../src/data/wish-around";
import { givenBy, officerPath, requestOf, startOf } from "../src/data/wish-from";
import {
  applicationOf,
  check,
  emptyWish,
  extensionOf,
  fieldOfProblem,
  lastHour,
  seizureOf,
  type Around,
  type Wish,
} from "../src/data/wish";
import type { Day } from "../src/data/types";
import { camera, t } from "./house";

const NOW = Date.parse("2026-11-23T12:00:30+09:00");
const format = new Format("en", "Asia/Tokyo");
const at = (time: string): number => Date.parse(`2026-11-23T${time}:00+09:00`);
const AROUND: Around = {
  now: NOW,
  today: "2026-11-23",
  least: "2026-12-01",
  latest: "2027-02-21",
  originalEnd: "30 November 2026",
  writtenRequest: true,
  sentence: "Footage of Entrance",
};

function wish(more: Partial<Wish> = {}): Wish {
  return {
    ...emptyWish("disclosure", ["c1"], NOW),
    affiliation: "Police",
    name: "Ken",
    contact: "110",
    purpose: "A theft",
    ground: "investigation",
    written: true,
    ...more,
  };
}

const wrong = (more: Partial<Wish>, around: Partial<Around> = {}): string[] =>
  Object.keys(check("disclosure", wish(more), { ...AROUND, ...around })).sort();

describe("a new request", () => {
  it("proposes the hour that has passed, in whole minutes, and the only camera", () => {
    expect(lastHour(NOW)).toEqual({ from: at("11:00"), to: at("12:00") });
    // A browser's clock may be a little ahead: the span is over all the same.
    expect(lastHour(at("12:00") + 5_000).to).toBe(at("11:59"));
    expect(emptyWish("extension", ["c1"], NOW).cameras).toEqual(["c1"]);
    expect(emptyWish("extension", ["c1", "c2"], NOW).cameras).toEqual([]);
  });

  it("asks for others to be masked where a person asks for themselves", () => {
    expect(emptyWish("access", [], NOW).masked).toBe(true);
    expect(emptyWish("disclosure", [], NOW).masked).toBe(false);
  });
});

describe("what is missing", () => {
  it("is nothing once form 2's rows and the ground are there", () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ title: "", document: "", identity_check: "", remarks: "" })).toEqual([]);
  });

  it("is each row of form 2, and the ground", () => {
    expect(
      wrong({ affiliation: " ", name: "", contact: "", purpose: "", content: " ", ground: "" }),
    ).toEqual(["affiliation", "contact", "content", "ground", "name", "purpose"]);
  });

  it("is what makes a ground one", () => {
    expect(wrong({ ground: "law" })).toEqual(["document"]);
    expect(wrong({ ground: "emergency" })).toEqual(["danger", "no_other_way", "urgency"]);
    expect(wrong({ ground: "investigation", written: null })).toEqual(["written"]);
    expect(wrong({ ground: "investigation", written: false })).toEqual(["exception"]);
    expect(wrong({ ground: "investigation", written: false, exception: "Urgent" })).toEqual([]);
  });

  it("is no paper where the site asks for none", () => {
    expect(wrong({ written: null }, { writtenRequest: false })).toEqual([]);
  });

  it("is neither ground nor affiliation of a person who asks for themselves", () => {
    expect(check("access", wish({ ground: "", affiliation: "", written: null }), AROUND)).toEqual(
      {},
    );
  });

  it("is the end of a text that would be cut off, of what is sent only", () => {
    const much = "猫".repeat(2001);
    expect(check("disclosure", wish({ purpose: much, title: "𠮟".repeat(201) }), AROUND)).toEqual({
      purpose: "too_long",
      title: "too_long",
    });
    expect(wrong({ purpose: ` ${"𠮟".repeat(2000)} `, urgency: much })).toEqual([]);
    expect(check("seizure", wish({ remarks: much, at: NOW }), AROUND)).toEqual({
      remarks: "too_long",
    });
    expect(check("extension", wish({ reason: much }), AROUND).reason).toBe("too_long");
  });

  it("is when something was seized, once nothing says it any more", () => {
    expect(check("seizure", wish({ at: null }), AROUND)).toEqual({ at: "at" });
  });

  it("is a camera, and a span that is over and no longer than a week", () => {
    const footage = (more: Partial<Wish>): string | undefined =>
      check("disclosure", wish(more), AROUND).footage;
    expect(footage({ cameras: [] })).toBe("cameras");
    expect(footage({ from: at("11:00"), to: at("11:00") })).toBe("span");
    expect(footage({ from: at("11:00"), to: at("13:00") })).toBe("span_not_over");
    expect(footage({ from: at("11:00") - 8 * 86_400_000 })).toBe("span_long");
  });

  it("is a day that extends something, and not for longer than may be", () => {
    const until = (day: string): string | undefined =>
      check("extension", wish({ until: day, reason: "A theft" }), AROUND).until;
    expect(until("")).toBe("until");
    expect(until("2026-11-30")).toBe("until_sooner");
    expect(until("2026-12-01")).toBeUndefined();
    expect(until("2027-02-21")).toBeUndefined();
    expect(until("2027-02-22")).toBe("until_later");
    expect(check("extension", wish({ until: "2026-12-20" }), AROUND)).toEqual({ reason: "reason" });
  });

  it("is of a seizure who seized, and that it has happened", () => {
    expect(check("seizure", wish({ affiliation: "", at: NOW + 3_600_000 }), AROUND)).toEqual({
      affiliation: "affiliation",
      at: "at",
    });
    expect(check("seizure", wish({ contact: "", purpose: "" }), AROUND)).toEqual({});
  });

  it("is told at its field where the integration finds it", () => {
    expect(fieldOfProblem("no_footage_in_span")).toBe("footage");
    expect(fieldOfProblem("extension_too_long")).toBe("until");
    expect(fieldOfProblem("affiliation_missing")).toBe("affiliation");
    expect(fieldOfProblem("passphrase_missing")).toBeNull();
    expect(fieldOfProblem("clock_not_trusted")).toBeNull();
  });
});

describe("what is sent", () => {
  const SCOPE = {
    cameras: ["c1"],
    start: "2026-11-23T02:00:00+00:00",
    end: "2026-11-23T03:00:00+00:00",
  };

  it("is of an extension the day, the reason, and what it was made from", () => {
    const sent = extensionOf(wish({ until: "2026-12-20", reason: " A theft " }), { renews: 7 });
    expect(sent).toEqual({ ...SCOPE, until: "2026-12-20", reason: "A theft", renews: 7 });
  });

  it("has the sentence for content until the person writes another", () => {
    expect(applicationOf("disclosure", wish(), "Footage of Entrance", {})).toMatchObject({
      ...SCOPE,
      content: "Footage of Entrance",
    });
    expect(applicationOf("disclosure", wish({ content: "Two men" }), "…", {}).content).toBe(
      "Two men",
    );
  });

  it("leaves out what was written for another ground", () => {
    const written = wish({ danger: "life", urgency: "Cold", no_other_way: "None", exception: "x" });
    const law = applicationOf(
      "disclosure",
      { ...written, ground: "law", document: "Order" },
      "…",
      {},
    );
    expect(law).toMatchObject({ ground: "law", document: "Order" });
    for (const field of ["danger", "urgency", "no_other_way", "written", "exception"]) {
      expect(law).not.toHaveProperty(field);
    }
    expect(applicationOf("disclosure", { ...written, written: true }, "…", {})).not.toHaveProperty(
      "exception",
    );
    expect(applicationOf("disclosure", { ...written, ground: "emergency" }, "…", {})).toMatchObject(
      {
        danger: "life",
        urgency: "Cold",
        no_other_way: "None",
      },
    );
  });

  it("names no ground for a person who asks for themselves", () => {
    const sent = applicationOf("access", wish({ ground: "law" }), "…", { draft: 3 });
    expect(sent).toMatchObject({ asks: "access", draft: 3 });
    expect(sent).not.toHaveProperty("ground");
    expect(sent).not.toHaveProperty("protection");
  });

  it("is of a seizure what happened, and when", () => {
    expect(seizureOf(wish({ document: "Warrant" }), "…")).toMatchObject({
      at: "2026-11-23T03:00:00+00:00",
      document: "Warrant",
      document_number: "",
      content: "…",
    });
  });
});

describe("where a request begins", () => {
  const listed = {
    settings: {},
    drafts: [
      {
        number: 3,
        wanted: "disclosure",
        ground: "law",
        cameras: ["c2"],
        start: "2026-11-23T01:00:00+09:00",
        end: "2026-11-23T02:00:00+09:00",
      },
    ],
    protections: [{ number: 4, state: "over", cameras: ["c1"], start: "…", end: "…" }],
    extensions: [],
    disclosures: [],
  } as unknown as Requests;

  it("is a span of the timeline", () => {
    const path = requestOf("extension", ["c1", "c2"], { from: at("10:00"), to: at("10:30") });
    const start = startOf(path.slice(2))!;
    expect(start).toMatchObject({ kind: "extension", cameras: ["c1", "c2"], origin: null });
    expect(givenBy(start, null)).toMatchObject({
      cameras: ["c1", "c2"],
      span: { from: at("10:00"), to: at("10:30") },
    });
  });

  it("is a draft, of which cameras, span and ground are known", () => {
    const start = startOf(["disclosure", "draft", "3"])!;
    expect(givenBy(start, null)).toBeNull(); // until it was looked up
    expect(givenBy(start, listed)).toMatchObject({
      cameras: ["c2"],
      span: { from: at("01:00"), to: at("02:00") },
      ground: "law",
      from: { draft: 3 },
      gone: false,
    });
  });

  it("is nothing that is not open any more", () => {
    for (const path of [
      ["disclosure", "draft", "9"],
      ["extension", "protection", "4"],
    ]) {
      expect(givenBy(startOf(path)!, listed)).toMatchObject({ gone: true, from: {} });
    }
  });

  it("is the officer at the door, with what was protected", () => {
    const start = startOf(officerPath(12).slice(2))!;
    expect(start).toMatchObject({ officer: true, origin: "protection", number: 12 });
    expect(startOf(officerPath().slice(2))).toMatchObject({ officer: true, origin: null });
    // The full form goes on with the same words.
    expect(start.name).toBe(startOf(["disclosure", "protection", "12"])!.name);
  });

  it("is no other page", () => {
    expect(startOf(["viewing"])).toBeNull();
    expect(startOf([])).toBeNull();
  });
});

describe("what there is of the footage", () => {
  const day = (more: Partial<Day> = {}): Day => ({
    camera: "c1",
    date: "2026-11-23",
    start: "2026-11-23T00:00:00+09:00",
    end: "2026-11-24T00:00:00+09:00",
    kind: "stream",
    stretches: [
      ["08:00", "09:00", "2026-11-30T09:00:00+09:00"],
      ["09:10", "11:00", "2026-11-30T11:00:00+09:00"],
    ].map(([from, to, due]) => ({
      start: `2026-11-23T${from}:00+09:00`,
      end: `2026-11-23T${to}:00+09:00`,
      due: due!,
      bytes: 1,
      complete: true,
    })),
    gaps: [],
    holds: [],
    ...more,
  });

  it("is how much, and until when", () => {
    expect(factsOf("c1", [day()], { from: at("08:30"), to: at("09:30") }, NOW)).toEqual({
      camera: "c1",
      recorded: 50 * 60_000,
      missing: 10 * 60_000,
      firstEnd: Date.parse("2026-11-30T09:00:00+09:00"),
      lastEnd: Date.parse("2026-11-30T11:00:00+09:00"),
      heldUntil: null,
    });
  });

  it("misses nothing where the last minute is still being written", () => {
    const span = { from: at("10:30"), to: at("11:01") };
    expect(factsOf("c1", [day()], span, at("11:01") + 5_000).missing).toBe(0);
    expect(factsOf("c1", [day()], span, NOW).missing).toBe(60_000);
  });

  it("is held until the last hold ends", () => {
    const hold = (until: string) => ({
      start: "2026-11-23T08:00:00+09:00",
      end: "2026-11-23T08:40:00+09:00",
      until,
    });
    const holds = [hold("2026-12-20T00:00:00+09:00"), hold("2026-12-10T00:00:00+09:00")];
    expect(
      factsOf("c1", [day({ holds })], { from: at("08:30"), to: at("09:00") }, NOW).heldUntil,
    ).toBe(Date.parse("2026-12-20T00:00:00+09:00"));
  });

  it("is asked for by the site's days", () => {
    const span = { from: at("23:30"), to: at("23:30") + 3_600_000 };
    expect(datesOf(span, format)).toEqual(["2026-11-23", "2026-11-24"]);
    expect(
      datesOf({ from: at("23:00"), to: Date.parse("2026-11-24T00:00:00+09:00") }, format),
    ).toEqual(["2026-11-23"]);
  });
});

describe("what a wish is held against", () => {
  const ground = {
    cameras: [camera(), camera({ camera: "c2", place: "Yard", days: 14 })],
    format,
    t,
    facts: [],
    renewed: null,
    settings: undefined,
  };

  it("is the camera's period where nothing more is known", () => {
    const around = aroundOf(wish(), ground, NOW);
    expect(around).toMatchObject({
      least: "2026-11-30",
      latest: "2027-02-21",
      originalEnd: "30 November 2026",
    });
    expect(aroundOf(wish({ cameras: ["c1", "c2"] }), ground, NOW).least).toBe("2026-12-07");
  });

  it("is what the footage's own keys say where that is known", () => {
    const facts = [
      {
        camera: "c1",
        recorded: 1,
        missing: 0,
        firstEnd: Date.parse("2026-11-28T09:00:00+09:00"),
        lastEnd: Date.parse("2026-11-29T00:30:00+09:00"),
        heldUntil: null,
      },
    ];
    expect(aroundOf(wish(), { ...ground, facts }, NOW)).toMatchObject({
      least: "2026-11-29",
      originalEnd: "28 November 2026 to 29 November 2026",
    });
  });

  it("makes a sentence of cameras and span", () => {
    expect(aroundOf(wish({ cameras: ["c1", "c2"] }), ground, NOW).sentence).toBe(
      "Footage of Entrance and Yard, 23 November 2026 11:00 to 12:00",
    );
    expect(aroundOf(wish({ cameras: [] }), ground, NOW).sentence).toBe("");
  });
});
