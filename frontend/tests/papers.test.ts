import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Check, SelfCheck } from "../src/data/check";
import { done, next, type Known } from "../src/data/first-steps";
import { clauses, standing, type Standard } from "../src/data/standard";
import { CheckView } from "../src/views/check";
import { PapersView } from "../src/views/papers";
import { StartView } from "../src/views/start";
import type { PanelElement } from "../src/components/view";
import { all, button, field, opened, settled, stage, t, textOf, tick, type } from "./stage";

beforeEach(() => {
  document.body.replaceChildren();
  vi.spyOn(window, "open").mockReturnValue(null);
});

async function page(
  element: PanelElement,
  set: ReturnType<typeof stage>,
): Promise<ShadowRoot | HTMLElement> {
  element.panel = set.panel;
  document.body.append(element);
  await settled();
  return element.renderRoot as ShadowRoot;
}

const ADMINISTRATOR = { id: "u1", name: "", is_admin: true };

// --- The self-check

const check = (id: string, more: Partial<Check> = {}): Check => ({
  id,
  article: "4(3)",
  title: `Title of ${id}`,
  state: "holds",
  why: `Why ${id}`,
  evidence: [],
  mend: null,
  path: null,
  ...more,
});

const FOUND: SelfCheck = {
  checked: null,
  due: "2027-11-23T00:00:00+09:00",
  holds: 1,
  all: 2,
  fails: 1,
  apart: 1,
  checks: [
    check("manager"),
    check("sign", {
      state: "fails",
      evidence: ["Gate: never confirmed"],
      mend: "Hang it up.",
      path: "/kuma-bouhan/duties/signs",
    }),
    check("contractors", { state: "apart" }),
  ],
  can: ["went_through"],
};

describe("the self-check", () => {
  it("shows first what does not hold, opened, with the way to mend it", async () => {
    const set = stage({ "kept/check": FOUND }, { may: ["read_self_check"] });
    const root = await page(new CheckView(), set);
    expect(all(root, "h2").map((one) => one.id)).toEqual(["fails", "holds", "apart"]);
    const opened = all<HTMLDetailsElement>(root, "details").map(({ open }) => open);
    expect(opened).toEqual([true, false, false]);
    const text = textOf(root);
    expect(text).toContain(t("check.count", { holds: 1, all: 2 }));
    expect(text).toContain("Gate: never confirmed");
    expect(text).toContain(t("check.never"));
    all<HTMLAnchorElement>(root, "a.button")[0]?.click();
    expect(set.went).toEqual([["duties", "signs"]]);
  });

  it("goes to Home Assistant's own pages as its links do", async () => {
    const checks = [check("http", { state: "fails", mend: "…", path: "/config/network" })];
    const set = stage({ "kept/check": { ...FOUND, checks } }, { may: ["read_self_check"] });
    Object.assign(set.panel.hass, { user: ADMINISTRATOR });
    const root = await page(new CheckView(), set);
    let changed = 0;
    window.addEventListener("location-changed", () => (changed += 1), { once: true });
    all<HTMLAnchorElement>(root, "a.button")[0]?.click();
    expect([location.pathname, changed, set.went]).toEqual(["/config/network", 1, []]);
  });

  it("says who mends it where Home Assistant opens its page to administrators only", async () => {
    const checks = [check("http", { state: "fails", mend: "…", path: "/config/network" })];
    const set = stage({ "kept/check": { ...FOUND, checks } }, { may: ["read_self_check"] });
    const root = await page(new CheckView(), set);
    expect(textOf(root)).toContain(t("check.by_admin"));
    expect(all(root, "a.button")).toEqual([]);
  });

  it("is noted as gone through", async () => {
    const set = stage({ "kept/check": FOUND }, { may: ["read_self_check"] });
    const root = await page(new CheckView(), set);
    button(root, t("check.went_through")).click();
    await settled();
    expect(set.asked.map(({ to }) => to)).toEqual([
      "kept/check",
      "deeds/check/went_through",
      "kept/check",
    ]);
    expect(set.said).toEqual([t("check.noted")]);
  });

  it("is printed, or says why it cannot be", async () => {
    const refuse = (): never => {
      throw { translation_key: "signed_out" };
    };
    const set = stage(
      { "kept/check": FOUND, "requests/paper": refuse },
      { may: ["read_self_check"] },
    );
    const root = await page(new CheckView(), set);
    button(root, t("check.print")).click();
    await settled();
    expect(set.asked.at(-1)?.body).toEqual({ paper: "self_check", language: "en" });
    expect(set.said).toEqual([t("errors.signed_out")]);
  });

  it("is nothing for those whose office does not read it", async () => {
    const set = stage({});
    const root = await page(new CheckView(), set);
    expect(textOf(root)).toBe(t("check.not_yours"));
    expect(set.asked).toEqual([]);
  });

  it("says why it cannot be shown", async () => {
    const refuse = (): never => {
      throw { translation_key: "signed_out" };
    };
    const set = stage({ "kept/check": refuse }, { may: ["read_self_check"] });
    expect(textOf(await page(new CheckView(), set))).toBe(t("errors.signed_out"));
  });
});

// --- The operating standard

const STANDARD: Standard = {
  articles: [
    { number: 1, title: "Purpose", paragraphs: [{ text: "To prevent.", depth: 0 }], clause: "" },
    { number: 8, title: "Other", paragraphs: [{ text: "Rest.", depth: 1 }], clause: "Ours." },
  ],
  undecided: [{ article: 8, text: "who settles the rest" }],
  digest: "d1",
  adopted: null,
  drifted: false,
  difference: [],
  editions: [],
  can: ["write", "adopt"],
};
const EDITION = { edition: 1, adoption: "board", on: "2026-04-01", by_name: "Hanako" };
const ADOPTED: Standard = { ...STANDARD, adopted: EDITION, editions: [EDITION] };

const READS = { may: ["read_standard", "write_standard", "read_operation", "read_supervision"] };

describe("the operating standard", () => {
  it("stands as never adopted, adopted, or left by the settings", () => {
    expect(standing(STANDARD)).toBe("never");
    expect(standing(ADOPTED)).toBe("adopted");
    expect(standing({ ...ADOPTED, drifted: true })).toBe("drifted");
  });

  it("keeps the clauses that nobody changed, and lets an emptied one go", () => {
    expect(clauses(STANDARD.articles, new Map([[1, " New. "]]))).toEqual({ 1: "New.", 8: "Ours." });
    expect(clauses(STANDARD.articles, new Map([[8, " "]]))).toEqual({});
  });

  it("is adopted as it was read, on a day, by somebody", async () => {
    const set = stage({ "kept/standard": STANDARD }, READS);
    const root = await page(new PapersView(), set);
    const text = textOf(root);
    expect(text).toContain(t("papers.stands.never"));
    expect(text).toContain("who settles the rest");
    button(root, t("papers.adopt")).click();
    await opened(set);
    const dialog = set.panel.dialogs;
    tick(all<HTMLInputElement>(dialog, "input[value=general_meeting]")[0] as HTMLInputElement);
    type(field(dialog, t("papers.adopted_on")), "2026-11-20");
    type(field(dialog, t("papers.adopt_remarks")), " 第12回 ");
    button(dialog, t("papers.adopt_do")).click();
    await settled();
    expect(set.asked.find(({ to }) => to === "deeds/standard/adopt")?.body).toEqual({
      adoption: "general_meeting",
      on: "2026-11-20",
      digest: "d1",
      remarks: "第12回",
    });
    expect(set.said).toEqual([t("papers.adopted_now")]);
    expect(set.asked.at(-1)?.to).toBe("kept/standard");
  });

  it("is to be adopted by whoever may; everybody else learns who does", async () => {
    const told = async (standard: Standard): Promise<string> =>
      textOf(await page(new PapersView(), stage({ "kept/standard": standard }, READS)));
    for (const standard of [STANDARD, { ...ADOPTED, drifted: true }]) {
      expect(await told(standard)).toContain(t(`papers.to_do.${standing(standard)}`));
      const seen = await told({ ...standard, can: [] });
      expect(seen).toContain(t("papers.to_do.others"));
      expect(seen).not.toMatch(/adopt it/i);
    }
  });

  it("shows what has changed since, and prints any edition", async () => {
    const change = { article: 4, title: "Care", before: ["7 days"], after: ["14 days"] };
    const answers = {
      "kept/standard": { ...ADOPTED, drifted: true, difference: [change] },
      "requests/paper": { url: "about:blank" },
    };
    const set = stage(answers, READS);
    const root = await page(new PapersView(), set);
    const text = textOf(root);
    expect(text).toContain("7 days");
    expect(text).toContain("14 days");
    const edition = { edition: 1, day: set.panel.format.longDay("2026-04-01T12:00:00") };
    const named = { ...edition, by: t("papers.adoption.board"), name: "Hanako" };
    button(root, t("papers.edition", named)).click();
    await settled();
    expect(set.asked.at(-1)?.body).toEqual({ paper: "standard", language: "en", edition: 1 });
  });

  it("takes the site's own clauses", async () => {
    const set = stage({ "kept/standard": STANDARD }, READS);
    const root = await page(new PapersView(), set);
    button(root, t("papers.write")).click();
    await opened(set);
    type(field(set.panel.dialogs, t("papers.article", { number: 1, title: "Purpose" })), "And so.");
    button(set.panel.dialogs, t("papers.write_do")).click();
    await settled();
    const sent = set.asked.find(({ to }) => to === "deeds/standard/write");
    expect(sent?.body).toEqual({ clauses: { 1: "And so.", 8: "Ours." } });
  });
});

describe("other papers", () => {
  const answers = { "kept/standard": STANDARD, "requests/paper": { url: "about:blank" } };
  const press = (root: ParentNode, name: string): void =>
    all<HTMLButtonElement>(root, ".offers button")
      .find((one) => one.textContent?.includes(t(`papers.paper.${name}`)))
      ?.click();

  it("are offered to those who may read what stands on them", async () => {
    const set = stage(answers, { may: ["read_standard"] });
    const root = await page(new PapersView(), set);
    expect(all(root, ".offers li")).toHaveLength(3);
    press(root, "organisation_chart");
    await settled();
    expect(set.asked.at(-1)?.body).toEqual({ paper: "organisation_chart", language: "en" });
  });

  it.each([
    ["home", "2027-03-31T12:00", { year: 2026, month: 1 }, "1 January 2026 to 31 December 2026"],
    [
      "small_building",
      "2027-03-31T12:00",
      { year: 2025, month: 4 },
      "1 April 2025 to 31 March 2026",
    ],
    ["association", "2027-04-01T00:00", { year: 2026, month: 4 }, "1 April 2026 to 31 March 2027"],
  ] as const)("of a year begin it as is usual (%s), on %s", async (profile, now, about, span) => {
    vi.spyOn(Date, "now").mockReturnValue(Date.parse(`${now}+09:00`));
    const set = stage(answers, READS, { site: { profile } as never });
    press(await page(new PapersView(), set), "annual_report");
    await opened(set);
    expect(textOf(set.panel.dialogs)).toContain(span);
    button(set.panel.dialogs, t("papers.sign.do")).click();
    await settled();
    expect(set.asked.at(-1)?.body).toEqual({ paper: "annual_report", language: "en", ...about });
    vi.mocked(Date.now).mockRestore();
  });

  it("of a year begin it with the month that is chosen, and are of the present one, too", async () => {
    vi.spyOn(Date, "now").mockReturnValue(Date.parse("2026-11-23T12:00+09:00"));
    const set = stage(answers, READS, { site: { profile: "association" } as never });
    press(await page(new PapersView(), set), "annual_report");
    await opened(set);
    const dialog = set.panel.dialogs;
    type(field(dialog, t("papers.report.month")), "12");
    tick(all<HTMLInputElement>(dialog, "input[value=present]")[0] as HTMLInputElement);
    await settled();
    expect(textOf(dialog)).toContain("1 December 2025 to 30 November 2026");
    button(dialog, t("papers.sign.do")).click();
    await settled();
    expect(set.asked.at(-1)?.body).toMatchObject({ year: 2025, month: 12 });
    vi.mocked(Date.now).mockRestore();
  });

  it("include a sign of the size and in the languages that were chosen", async () => {
    const cameras = [{ camera: "c1", place: "Gate" }] as never[];
    const set = stage(answers, READS, { cameras });
    const root = await page(new PapersView(), set);
    press(root, "sign");
    await opened(set);
    const dialog = set.panel.dialogs;
    type(field(dialog, t("papers.sign.camera")), "c1");
    tick(all<HTMLInputElement>(dialog, "input[value=a5]")[0] as HTMLInputElement);
    tick(all<HTMLInputElement>(dialog, "input[name=ko]")[0] as HTMLInputElement);
    await settled();
    button(dialog, t("papers.sign.do")).click();
    await settled();
    expect(set.asked.at(-1)?.body).toEqual({
      paper: "sign",
      language: "en",
      size: "a5",
      languages: ["ja", "en", "ko"],
      camera: "c1",
    });
  });

  it("lead to the registers", async () => {
    const set = stage(answers, READS);
    press(await page(new PapersView(), set), "registers");
    expect(set.went).toEqual([["book"]]);
  });
});

// --- First steps

describe("first steps", () => {
  const keys = { mine: "holder", recovery: { used: false, since: null } };
  const nothing: Known = {
    overview: { site: {}, cameras: [] } as never,
    keys: null,
    signs: null,
    standard: null,
    check: null,
  };

  it("are done one by one, and the next is what is not", () => {
    expect([...done(nothing)]).toEqual(["site"]);
    expect(next(done(nothing))).toBe("key");
    const camera = { kept_seconds: 59 };
    const known = {
      ...nothing,
      overview: { site: {}, cameras: [camera] } as never,
      keys: keys as never,
      signs: { signs: [{ state: "never_confirmed" }] },
    };
    expect(next(done(known))).toBe("minute");
    camera.kept_seconds = 60;
    expect(next(done(known))).toBe("sign");
    const all: Known = {
      ...known,
      signs: { signs: [{ state: "displayed" }] },
      standard: ADOPTED,
      check: { ...FOUND, checked: "2026-11-23T00:00:00+09:00" },
    };
    expect(next(done(all))).toBeNull();
  });

  it("end with a dashboard, made once, for administrators of Home Assistant", async () => {
    const made: object[] = [];
    const saved: unknown[] = [];
    let refused = true;
    const set = stage(
      {
        keys,
        "lovelace/dashboards/list": () => made.map(() => ({ url_path: "kuma-cameras" })),
        "lovelace/dashboards/create": (body: object) => void made.push(body),
        "lovelace/config": () => {
          if (!saved.length) throw { code: "config_not_found" };
        },
        "lovelace/config/save": ({ config }: { config: unknown }) => {
          if (refused) throw { code: "error" };
          saved.push(config);
        },
      },
      {},
      { site: {} as never },
    );
    Object.assign(set.panel.hass, { user: ADMINISTRATOR });
    const root = await page(new StartView(), set);
    const press = async (): Promise<void> => {
      button(root, t("start.dashboard.do")).click();
      await settled();
    };
    await press();
    expect(location.pathname).not.toBe("/kuma-cameras");
    refused = false;
    for (const _ of [1, 2]) {
      await press();
      expect(location.pathname).toBe("/kuma-cameras");
    }
    expect(made).toHaveLength(1);
    expect(saved).toEqual([{ strategy: { type: "custom:kuma-bouhan" } }]);
    const other = stage({ keys }, {}, { site: {} as never });
    const theirs = await page(new StartView(), other);
    expect(textOf(theirs)).not.toContain(t("start.dashboard.do"));
  });

  it("lead to where each is done", async () => {
    const answers = {
      keys: keys,
      "kept/signs": { signs: [] },
      "kept/standard": STANDARD,
      "kept/check": FOUND,
    };
    const set = stage(
      answers,
      { may: ["confirm_sign", "read_standard", "read_self_check"] },
      { site: {} as never },
    );
    const root = await page(new StartView(), set);
    expect(all(root, ".next h3")[0]?.textContent).toContain(t("start.step.camera.name"));
    for (const way of ["key", "sign", "standard", "check"]) {
      button(root, t(`start.way.${way}`)).click();
    }
    expect(set.went).toEqual([["people"], ["duties", "signs"], ["papers"], ["check"]]);
    button(root, t("start.way.print_sign")).click();
    await opened(set);
    expect(textOf(set.panel.dialogs)).toContain(t("papers.sign.heading"));
  });

  it("lead administrators of Home Assistant to where cameras are added, and tell others who does it", async () => {
    const set = stage({ keys }, {}, { site: {} as never });
    const theirs = await page(new StartView(), set);
    expect(textOf(theirs)).toContain(t("check.by_admin"));
    expect(all(theirs, "a.button")).toEqual([]);
    Object.assign(set.panel.hass, { user: ADMINISTRATOR });
    const root = await page(new StartView(), set);
    expect(textOf(root)).not.toContain(t("check.by_admin"));
    const ways = all<HTMLAnchorElement>(root, "a.button").map((one) => one.getAttribute("href"));
    expect(ways).toEqual(["/config/integrations/integration/kuma_bouhan"]);
  });
});
