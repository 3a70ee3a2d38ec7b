import { describe, expect, it } from "vitest";
import { CHOICES, type Choices } from "../src/data/choices";
import { exceptions } from "../../custom_components/kuma_bouhan/translations/en.json";
import { Problem } from "../src/data/api";
import { begun, bodyOf, faults, fieldOfProblem, longest, OF_PROBLEM } from "../src/data/deed-form";
import { DEEDS, deedOf, formOf, type Deed, type DeedName, type Values } from "../src/data/deeds";
import { fitting, MOST_BYTES } from "../src/data/photo";
import { find } from "../src/data/texts";
import { english, japanese } from "./words";

const NAMES = Object.keys(DEEDS) as DeedName[];
const LANGUAGES = { english, japanese } as const;

describe("the words of every deed", () => {
  for (const [language, table] of Object.entries(LANGUAGES)) {
    const has = (key: string): boolean => find(table as never, key) !== null;

    it(`name the form, what it does, that it was done, and each field in ${language}`, () => {
      for (const name of NAMES) {
        const words = formOf(name);
        const wanted = ["heading", "do", "done", ...deedOf(name).fields.map((field) => field.name)];
        for (const key of wanted) {
          expect(has(`${words}.${key}`), `${words}.${key}`).toBe(true);
        }
        for (const field of deedOf(name).fields) {
          if (field.kind !== "yes_no") continue;
          for (const way of ["yes", "no"]) {
            expect(has(`${words}.${field.name}_${way}`), `${words}.${field.name}`).toBe(true);
          }
        }
        expect(has(`duties.do.${name.replace("/", "_")}`), name).toBe(true);
      }
    });

    it(`name every choice in ${language}`, () => {
      for (const of of Object.keys(CHOICES) as Choices[]) {
        for (const value of CHOICES[of]) {
          expect(has(`duties.choice.${of}.${value}`), `${of}.${value}`).toBe(true);
        }
      }
    });
  }

  it("say nothing of a field that is not asked", () => {
    const forms = english.duties.form as Record<string, Record<string, string>>;
    expect(Object.keys(forms).sort()).toEqual(NAMES.map((name) => name.replace("/", "_")).sort());
    for (const name of NAMES) {
      const asked = deedOf(name).fields.map((field) => field.name);
      const known = ["heading", "intro", "do", "done", ...asked];
      for (const key of Object.keys(forms[name.replace("/", "_")] ?? {})) {
        expect(known, `${name}: ${key}`).toContain(key.replace(/_(hint|yes|no)$/, ""));
      }
    }
  });
});

const form = (name: DeedName, value: Values = {}): [Deed, Values] => [
  deedOf(name),
  begun(deedOf(name), value, Date.parse("2026-11-23T05:00:00Z")),
];

describe("a form", () => {
  it("takes a longer text where one is offered that tells of every camera", () => {
    const long = (name: DeedName, field: string): number =>
      longest(deedOf(name).fields.find((one) => one.name === field)!);
    expect(long("complaints/answer", "explained")).toBe(16_000);
    expect(long("complaints/close", "remarks")).toBe(2000);
  });

  it("begins with what is known, and with this minute where something just happened", () => {
    const [, value] = form("signs/confirm", { place: "Pillar" });
    expect(value).toEqual({ seen: null, place: "Pillar", photo: null });
    const answer = begun(deedOf("complaints/answer"), {}, Date.parse("2026-11-23T05:00:59.9Z"));
    expect(answer["answered"]).toBe(Date.parse("2026-11-23T05:00:00Z"));
    expect(form("instruction/hold")[1]["topics"]).toEqual([...CHOICES.topic]);
    expect(form("purge_rules/sign")[1]["weekdays"]).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it("says at each field what is missing", () => {
    expect(faults(...form("complaints/receive"))).toEqual({
      what: "choice",
      way: "choice",
      text: "text",
    });
    expect(faults(...form("contracts/make"))).toMatchObject({ start: "date", task: "choice" });
    expect(faults(...form("purge_rules/sign", { cameras: [] }))).toMatchObject({
      cameras: "choice",
      start: "time",
    });
    expect(faults(...form("incidents/note", { learned: null }))).toMatchObject({
      learned: "moment",
    });
    expect(faults(...form("complaints/receive", { text: "  " }))["text"]).toBe("text");
  });

  it("knows the field that a refusal is about", () => {
    const about = (name: DeedName, key: string, blanks = {}): string | null =>
      fieldOfProblem(deedOf(name), new Problem(key, blanks));
    expect(about("complaints/receive", "moment_in_future")).toBe("received");
    expect(about("complaints/answer", "moment_in_future")).toBe("answered");
    expect(about("things/dispose", "moment_in_future")).toBe("on");
    expect(about("complaints/answer", "explained_missing")).toBe("explained");
    expect(about("things/note", "text_missing", { field: "place" })).toBe("place");
    expect(about("things/note", "text_missing", { field: "other" })).toBeNull();
    expect(about("complaints/answer", "complaint_closed")).toBeNull();
  });

  it("takes for refusals only what the integration says, of fields that some deed has", () => {
    const fields = NAMES.flatMap((name) => deedOf(name).fields.map((field) => field.name));
    for (const [key, about] of Object.entries(OF_PROBLEM)) {
      expect(Object.keys(exceptions), key).toContain(key);
      for (const name of about) expect(fields, key).toContain(name);
    }
  });

  it("asks what was seen only where something was wrong", () => {
    expect(faults(...form("things/check", { fine: true }))).toEqual({});
    expect(faults(...form("things/check", { fine: false }))).toEqual({ remarks: "text" });
    expect(faults(...form("things/check"))).toEqual({ fine: "choice" });
  });

  it("asks what was done where nobody was told", () => {
    expect(faults(...form("incidents/follow"))).toEqual({ text: "text" });
    expect(faults(...form("incidents/follow", { informed: ["police"] }))).toEqual({});
  });

  it("takes a number of days, or none where nobody knows", () => {
    const copy = { camera: "c1", what: "nvr", place: "Office", who_sees: "Guards" };
    for (const days of ["0", "-1", "a week", "3.5", "99999"]) {
      expect(faults(...form("things/other_copy", { ...copy, days })), days).toEqual({
        days: "days",
      });
    }
    expect(bodyOf(...form("things/other_copy", { ...copy, days: "14" }))["days"]).toBe(14);
    expect(bodyOf(...form("things/other_copy", copy))["days"]).toBeNull();
  });

  it("sends moments with their zone, texts without white space around, and nothing that is empty", () => {
    const body = bodyOf(
      ...form("complaints/receive", { what: "inquiry", way: "letter", text: " Why? " }),
    );
    expect(body).toEqual({
      what: "inquiry",
      way: "letter",
      received: "2026-11-23T05:00:00+00:00",
      text: "Why?",
      cameras: [],
    });
  });

  it("sends what is ticked and what is not alike", () => {
    expect(bodyOf(...form("contracts/make"))["clause"]).toBe(false);
    expect(bodyOf(...form("things/check", { fine: false }))["fine"]).toBe(false);
  });
});

describe("a photo", () => {
  const blob = (size: number): Blob => new Blob([new Uint8Array(size)]);

  it("is made coarser before it is made smaller, until it is small enough", async () => {
    const tried: [number, number][] = [];
    const found = await fitting(640, async (width, quality) => {
      tried.push([width, quality]);
      return blob(width === 480 && quality < 0.7 ? MOST_BYTES : MOST_BYTES + 1);
    });
    expect(found.size).toBe(MOST_BYTES);
    expect(tried.slice(0, 4).map(([width]) => width)).toEqual([640, 640, 640, 640]);
    expect(tried.at(-1)).toEqual([480, 0.65]);
  });

  it("that does not get small enough is refused", async () => {
    await expect(fitting(100, async () => blob(MOST_BYTES + 1))).rejects.toMatchObject({
      key: "not_a_picture",
    });
  });
});
