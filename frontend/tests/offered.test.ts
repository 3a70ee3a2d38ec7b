/** What can be done on each page: one thing at a time is allowed, and its button alone stands there and opens its form. */

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEEDS, formOf, type DeedName } from "../src/data/deeds";
import type { Sections } from "../src/data/kept-types";
import "../src/components/standard-card";
import type { PanelElement } from "../src/components/view";
import "../src/views/duties";
import { assessment, complaint, contract, incident, sign, taking, thing } from "./kept-of";
import { all, opened, settled, stage, t, textOf } from "./stage";
import { english } from "./words";

const MAY =
  "read_standard confirm_sign receive_complaint answer_complaint note_incident follow_incident check_things acknowledge contract assess_camera run_purge_rule".split(
    " ",
  );
const RULE = {
  rule: "r1",
  number: 1,
  cameras: [],
  start: "09:00",
  end: "10:00",
  weekdays: [0],
  name: "",
  reason: "",
  by: "u1",
  by_name: "",
  at: "2026-11-01T00:00:00+09:00",
  run: null,
};
const COPY = {
  copy: "o1",
  camera: "c1",
  what: "nvr",
  days: 3,
  allowed_days: 7,
  too_long: false,
  place: "",
  who_sees: "",
} as const;
const GIVEN = {
  number: 2,
  held: "2026-11-16T10:00:00+09:00",
  by: "u1",
  by_name: "",
  users: [],
  topics: [],
  text: "",
  erased: false,
};
const INSPECTED = { last: null, fine: null, due: null, overdue: false } as const;

type Case = { [S in keyof Sections]: [path: S | `${S}/${string}`, told: Sections[S]] }[Exclude<
  keyof Sections,
  "duties"
>];

/** Everything that can be done on a page: the deed of each is its theme and what it may. */
const PAGES: Case[] = [
  ["signs", { every_days: 30, interlock: false, signs: [sign()] }],
  [
    "complaints",
    { officers: [], answer_days: 7, closing_days: 30, can: ["receive"], complaints: [] },
  ],
  [
    "complaints/3",
    { officers: [], answer_days: 7, closing_days: 30, can: [], complaints: [complaint(3)] },
  ],
  ["incidents", { can: ["note"], incidents: [] }],
  ["incidents/3", { can: [], incidents: [incident(3)] }],
  [
    "inspections",
    {
      inspections: [
        { what: "retention", ...INSPECTED, can: ["enter"] },
        { what: "media", ...INSPECTED, can: ["enter"] },
      ],
      cameras: [],
    },
  ],
  [
    "things",
    {
      can: ["note", "other_copy", "dispose"],
      things: [thing()],
      takings: [taking(1), taking(2, { state: "out", can: ["returned"] })],
      copies: [{ ...COPY, can: ["other_copy", "other_copy_gone"] }],
      looked: [{ camera: "c2", place: "Back", at: null, can: ["no_other_copies"] }],
      disposals: [],
    },
  ],
  ["instruction", { can: ["hold"], people: [], given: [{ ...GIVEN, can: ["acknowledge"] }] }],
  ["contracts", { can: ["make"], clause: "", users: [], contracts: [] }],
  [
    "contracts/k1",
    {
      can: [],
      clause: "",
      users: [],
      contracts: [contract({ can: ["change", "person", "end", "certify"] })],
    },
  ],
  ["assessments", { assessments: [assessment()] }],
  ["purge_rules", { can: ["sign"], rules: [{ ...RULE, can: ["end", "run"] }] }],
];

interface Able {
  can: string[];
}

/** What says what can be done, wherever it stands in an answer. */
function ables(told: object): Able[] {
  const within = Object.values(told).filter((one): one is object => one instanceof Object);
  return [...("can" in told ? [told as Able] : []), ...within.flatMap(ables)];
}

/** The same answer once for each thing that can be done, which alone can be done there. */
function oneByOne<T extends object>(told: T): { can: string; only: T }[] {
  return ables(told).flatMap(({ can }, at) =>
    can.map((one) => {
      const only = nothingOf(told);
      (ables(only)[at] as Able).can = [one];
      return { can: one, only };
    }),
  );
}

function nothingOf<T extends object>(told: T): T {
  const nothing = structuredClone(told);
  for (const one of ables(nothing)) one.can = [];
  return nothing;
}

const deedOf = (theme: string, can: string): DeedName =>
  (can === "change" ? "contracts/make" : `${theme}/${can}`) as DeedName;

const DO = new Set(Object.values(english.duties.do));
const offered = (root: ParentNode): HTMLButtonElement[] =>
  all<HTMLButtonElement>(root, "button").filter((one) => DO.has(one.textContent?.trim() ?? ""));

beforeEach(() => vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-23T12:00+09:00") }));
afterEach(() => {
  document.body.replaceChildren();
  sessionStorage.clear();
  vi.useRealTimers();
});

async function shown(
  name: string,
  section: string,
  told: object,
  path: PanelElement["panel"]["path"],
): Promise<{ page: PanelElement; set: ReturnType<typeof stage> }> {
  document.body.replaceChildren();
  const set = stage({ [`kept/${section}`]: told }, { may: MAY });
  const page = document.createElement(name) as PanelElement;
  page.panel = { ...set.panel, path };
  document.body.append(page);
  await settled();
  return { page, set };
}

describe("a page of duties offers what the integration says can be done, and nothing else", () => {
  it.each(PAGES)("%s", async (path, told) => {
    const [theme = ""] = path.split("/");
    const at = ["duties", ...path.split("/")] as const;
    const nothing = await shown("kb-duties", theme, nothingOf(told), at);
    await vi.waitFor(() => expect(all(nothing.page, "#title")).toHaveLength(1));
    expect(offered(nothing.page)).toEqual([]);
    for (const { can, only } of oneByOne(told)) {
      const { page, set } = await shown("kb-duties", theme, only, at);
      expect(offered(page), can).toHaveLength(1);
      offered(page)[0]?.click();
      await opened(set);
      expect(textOf(set.panel.dialogs)).toContain(t(`${formOf(deedOf(theme, can))}.heading`));
    }
  });

  it("and no deed that can be done stands on none of them", () => {
    const found = PAGES.flatMap(([path, told]) =>
      oneByOne<object>(told).map(({ can }) => deedOf(path.split("/")[0] ?? "", can)),
    );
    expect([...new Set(found)].sort()).toEqual(Object.keys(DEEDS).sort());
  });
});

describe("the operating standard offers what the integration says can be done, and nothing else", () => {
  const standard = {
    articles: [],
    undecided: [],
    digest: "",
    adopted: null,
    drifted: false,
    difference: [],
    editions: [],
  };
  const offers = { write: t("papers.write"), adopt: t("papers.adopt") };

  it.each([
    [[], []],
    [["write"], [offers.write]],
    [["adopt"], [offers.adopt]],
  ])("%s", async (can, words) => {
    const { page, set } = await shown("kb-standard-card", "standard", { ...standard, can }, [
      "papers",
    ]);
    const found = all<HTMLButtonElement>(page, "button").filter((one) =>
      Object.values(offers).includes(one.textContent?.trim() ?? ""),
    );
    expect(found.map((one) => one.textContent?.trim())).toEqual(words);
    for (const one of found) {
      one.click();
      await opened(set);
      expect(all(set.panel.dialogs, "dialog")).toHaveLength(1);
    }
  });
});
