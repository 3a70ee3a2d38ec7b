import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PanelContext } from "../src/components/panel-context";
import { grouped, pathOf, sorted, waiting } from "../src/data/duty-list";
import type { Sections } from "../src/data/kept-types";
import "../src/themes/assessments";
import "../src/themes/complaints";
import "../src/themes/contracts";
import "../src/themes/incidents";
import "../src/themes/inspections";
import "../src/themes/instruction";
import "../src/themes/purge_rules";
import "../src/themes/signs";
import "../src/themes/things";
import "../src/views/duties";
import type { DutiesView } from "../src/views/duties";
import "../src/components/duty-card";
import { all, deep, House, overview, put, Refusal, settle, wordsOf } from "./house";
import { assessment, complaint, contract, duty, incident, sign, taking, thing } from "./kept-of";

const ALL =
  "read_duties confirm_sign assess_camera receive_complaint answer_complaint note_incident follow_incident instruct acknowledge contract keep_things check_things request_taking_out permit_taking_out sign_purge_rule run_purge_rule".split(
    " ",
  );

let house: House;
let sections: Partial<Sections>;
let asked: Record<string, unknown>[];

beforeEach(() => {
  vi.setSystemTime("2026-11-23T12:00:00+09:00");
  sessionStorage.clear();
  house = new House();
  sections = {};
  asked = [];
  const { me } = overview();
  house.overview = overview({ me: { ...me, may: ALL } });
  house.hass.callWS = async (message) => {
    asked.push(message);
    const name = message.type.replace("kuma_bouhan/kept/", "") as keyof Sections;
    const told = sections[name];
    if (!told) throw { code: "x", translation_key: "signed_out" };
    return told as never;
  };
});

afterEach(async () => {
  document.body.replaceChildren();
  vi.useRealTimers();
  await settle();
});

async function show(
  path: string,
  told: Partial<Sections> = {},
  more: Partial<PanelContext> = {},
): Promise<{ view: DutiesView; panel: PanelContext }> {
  sections = { ...sections, ...told };
  const panel = house.context({
    path: ["duties", ...path.split("/").filter(Boolean)],
    ...more,
  });
  const view = document.createElement("kb-duties") as DutiesView;
  view.panel = panel;
  await put(view);
  await settle(60);
  await view.updateComplete;
  await settle(20);
  return { view, panel };
}

const button = (root: Element, words: string): HTMLButtonElement => {
  const found = all<HTMLButtonElement>(root, "button").find((one) => wordsOf(one) === words);
  if (!found) throw new Error(`no button ${words}`);
  return found;
};

async function open(view: Element, panel: PanelContext, words: string): Promise<Element> {
  button(view, words).click();
  await vi.waitFor(() => expect(all(panel.dialogs, "dialog")).toHaveLength(1));
  await settle(20);
  return panel.dialogs;
}

async function write(root: Element, id: string, value: string, event = "input"): Promise<void> {
  const field = deep<HTMLInputElement>(root, `#${id}`);
  field.value = value;
  field.dispatchEvent(new Event(event, { bubbles: true }));
  await settle();
}

async function choose(root: Element, words: string): Promise<void> {
  const label = all<HTMLLabelElement>(root, "label.choice").find((one) =>
    wordsOf(one).startsWith(words),
  );
  if (!label) throw new Error(`no choice ${words}`);
  const input = label.querySelector("input") as HTMLInputElement;
  input.checked = input.type === "radio" ? true : !input.checked;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  await settle();
}

/** What the keyboard stands on in the dialog. */
const focused = (dialogs: Element): Element | null | undefined =>
  dialogs.firstElementChild?.shadowRoot?.activeElement;

async function send(dialogs: Element): Promise<void> {
  deep<HTMLFormElement>(dialogs, "form").dispatchEvent(new Event("submit", { cancelable: true }));
  await settle(60);
}

describe("what is due", () => {
  it("is put by urgency as it is told, and what waits for others by itself", () => {
    const list = sorted([
      duty("a", { overdue: true, mine: false }),
      duty("b", { overdue: true }),
      duty("c", { overdue: true }),
      duty("d", { soon: true }),
      duty("e"),
      duty("f", { mine: false }),
    ]);
    const kinds = Object.entries(list).map(([name, found]) => [name, found.map((one) => one.kind)]);
    expect(Object.fromEntries(kinds)).toEqual({
      overdue: ["b", "c"],
      soon: ["d"],
      later: ["e"],
      others: ["a", "f"],
    });
  });

  it("never hides what is overdue of one's own, but what waits for others and most of what is soon", async () => {
    const many = (kind: string, count: number, more: object) =>
      Array.from({ length: count }, (_, number) =>
        duty(kind, {
          id: `${kind}${number}`,
          number,
          path: `/kuma-bouhan/duties/${kind}`,
          ...more,
        }),
      );
    const { view } = await show("", {
      duties: {
        duties: [
          ...many("sign", 12, { overdue: true }),
          ...many("decision", 9, { soon: true }),
          ...many("complaint_answer", 4, { soon: true, mine: false }),
          ...many("incident", 2, { overdue: true, mine: false }),
        ],
      },
    });
    const folded = all(view, "details:not([open])");
    const shown = all(view, ".item").filter((one) => !folded.some((fold) => fold.contains(one)));
    expect(shown.map((one) => wordsOf(deep(one.parentElement!, ".title")))).toEqual([
      ...Array(12).fill("Look at the sign"),
      ...Array(5).fill("Decide about a request"),
    ]);
    expect(folded.map((fold) => wordsOf(fold.querySelector("summary")!))).toEqual([
      "4 more",
      "Waits for others (6) 2 overdue",
    ]);
    const [first] = all(view, "section");
    expect(wordsOf(first!)).toContain("What is entered"); // with a complainant at the door
  });

  it("leads to where it is done, and nowhere outside the panel", () => {
    const at = (path: string): string[] => pathOf(duty("x", { path }));
    expect(at("/kuma-bouhan/duties/complaints/3")).toEqual(["duties", "complaints", "3"]);
    expect(at("/kuma-bouhan/requests/41")).toEqual(["requests", "41"]);
    expect(at("/config/users")).toEqual(["duties"]);
    expect(at("https://elsewhere.example/x")).toEqual(["duties"]);
  });

  it("counts for the person alone what waits for them", () => {
    expect(
      waiting([
        duty("a", { overdue: true, soon: true }),
        duty("b", { soon: true }),
        duty("c", { overdue: true, mine: false }),
        duty("d"),
      ]),
    ).toEqual({ overdue: 1, soon: 1 });
  });

  it("is listed with its deadline, and the themes behind it with how many are due", async () => {
    const go = vi.fn();
    const { view } = await show(
      "",
      {
        duties: {
          duties: [
            duty("sign", { overdue: true, due: "2026-11-20T00:00:00+09:00", place: "Entrance" }),
            duty("contract_end", { path: "/kuma-bouhan/duties/contracts/k1" }),
            duty("of_a_newer_version", { soon: true, mine: false }),
          ],
        },
      },
      { go },
    );
    const words = wordsOf(view);
    expect(words).toContain("Look at the sign");
    expect(words).toContain("3 days overdue (due 19 November 2026)");
    expect(words).toContain("To be done");
    expect(words).toContain("Waits for others (1)");
    expect(words).toContain("Later (1)");
    expect(wordsOf(deep(view, "a[href='/kuma-bouhan/duties/signs'].theme"))).toContain("2 due");
    deep(view, "a[href='/kuma-bouhan/duties/signs'].item").click();
    expect(go).toHaveBeenCalledWith(["duties", "signs"]);
    expect(asked).toEqual([{ type: "kuma_bouhan/kept/duties", language: "en" }]);
  });

  it("tells what looks alike as one, with how many there are", () => {
    const people = ["u1", "u2", "u3"].map((id) =>
      duty("instruction", { id, path: "/kuma-bouhan/duties/instruction" }),
    );
    const signs = ["c1", "c2"].map((camera) => duty("sign", { camera, id: camera }));
    expect(grouped([...people, ...signs]).map(({ first, count }) => [first.id, count])).toEqual([
      ["u1", 3],
      ["c1", 1],
      ["c2", 1],
    ]);
  });

  it("is one where a home looks at it once a year, with its parts below, and counts as one", async () => {
    const path = "/kuma-bouhan/duties/inspections";
    const parts = [
      duty("sign", { overdue: true, place: "Entrance" }),
      duty("media_inspection", { path }),
    ];
    const yearly = duty("yearly_check", { overdue: true, path: "/kuma-bouhan/duties", parts });
    const go = vi.fn();
    const { view } = await show("", { duties: { duties: [yearly] } }, { go });
    expect(wordsOf(deep(view, "#overdue"))).toContain("Overdue 1");
    expect(wordsOf(view)).toContain("The check of the year");
    expect(all(view, ".parts a").map((one) => one.getAttribute("href"))).toEqual([
      "/kuma-bouhan/duties/signs",
      path,
    ]);
    expect(wordsOf(deep(view, "a[href='/kuma-bouhan/duties/signs'].theme"))).toContain("1 due");
    deep(view, ".parts a").click();
    expect(go).toHaveBeenCalledWith(["duties", "signs"]);
    expect(waiting([yearly])).toEqual({ overdue: 1, soon: 0 });
  });

  it("says so where there is nothing", async () => {
    const { view } = await show("", { duties: { duties: [duty("self_check")] } });
    expect(wordsOf(view)).toContain("Nothing of yours is due now.");
  });

  it("offers only the themes that a person may open, and opens no other", async () => {
    const { me } = overview();
    house.overview = overview({ me: { ...me, may: ["read_duties", "confirm_sign"] } });
    const { view } = await show("", { duties: { duties: [] } });
    expect(all(view, ".theme").map((one) => one.getAttribute("href"))).toEqual([
      "/kuma-bouhan/duties/signs",
    ]);
    const { view: other } = await show("contracts");
    expect(wordsOf(other)).toContain("Your office does not open this page.");
    expect(asked.some(({ type }) => type === "kuma_bouhan/kept/contracts")).toBe(false);
  });

  it("takes no place on the page of today while nothing waits", async () => {
    const card = document.createElement("kb-duty-card") as HTMLElement & {
      panel: PanelContext;
      duties: unknown[];
      updateComplete: Promise<unknown>;
    };
    card.panel = house.context();
    card.duties = [duty("sign")];
    await put(card);
    expect(card.hidden).toBe(true);
    card.duties = [duty("sign", { overdue: true })];
    await card.updateComplete;
    expect(card.hidden).toBe(false);
    expect(wordsOf(card)).toContain("Overdue: 1");
  });
});

describe("signs", () => {
  const signs = { every_days: 30, interlock: false };

  it("are confirmed for the camera they hang at, with when and where", async () => {
    house.answers["POST deeds/signs/confirm"] = {};
    const say = vi.fn();
    const { view, panel } = await show("signs", { signs: { ...signs, signs: [sign()] } }, { say });
    const dialogs = await open(view, panel, "The sign is there");
    expect(deep<HTMLInputElement>(dialogs, "#place").value).toBe("Right pillar");
    await write(dialogs, "seen", "2026-11-23T11:30", "change");
    await send(dialogs);
    expect(house.told("deeds/signs/confirm")[0]?.body).toEqual({
      camera: "c1",
      seen: "2026-11-23T02:30:00+00:00",
      place: "Right pillar",
    });
    expect(say).toHaveBeenCalledWith("Entered: the sign was seen.");
    expect(all(panel.dialogs, "dialog")).toEqual([]);
    expect(asked.filter(({ type }) => type === "kuma_bouhan/kept/signs")).toHaveLength(2);
  });

  it("say what was seen, by whom they are known, and that a camera waits for one", async () => {
    const { view } = await show("signs", {
      signs: {
        every_days: 365,
        interlock: true,
        signs: [
          sign({ state: "missing", missing: "2026-11-22T09:00:00+09:00", remarks: "Torn off" }),
          sign({ camera: "c2", place: "Back", entity: "light.sign", means: "entity", can: [] }),
        ],
      },
    });
    const words = wordsOf(view);
    for (const said of ["Missing", "Torn off", "does not record", "By a device that knows"]) {
      expect(words).toContain(said);
    }
    expect(all(view, "article").map((one) => all(one, ".button:not(.quiet)").length)).toEqual([
      2, 0,
    ]);
    expect(words).toContain("kuma_bouhan-sign-c1");
  });

  it("show a photo only when it is asked for", async () => {
    URL.createObjectURL = () => "blob:photo";
    URL.revokeObjectURL = vi.fn();
    house.answers["GET deeds/signs/photo/c1"] = new Response("jpeg");
    const { view } = await show("signs", { signs: { ...signs, signs: [sign({ photo: true })] } });
    expect(all(view, "img")).toEqual([]);
    expect(house.asked).toEqual([]);
    button(view, "See the photo").click();
    await settle(60);
    expect(deep(view, "img").getAttribute("src")).toBe("blob:photo");
    expect(deep(view, "img").getAttribute("alt")).toBe("Photo of the sign at Entrance");
    view.remove();
    expect(URL.revokeObjectURL).toHaveBeenCalledWith("blob:photo");
  });
});

describe("complaints", () => {
  const about = {
    officers: [{ user_id: "u5", name: "Midori" }],
    answer_days: 7,
    closing_days: 30,
    can: ["receive" as const],
  };

  it("are taken down by whoever is asked, and gone to", async () => {
    house.answers["POST deeds/complaints/receive"] = { number: 4 };
    const go = vi.fn();
    const { view, panel } = await show(
      "complaints",
      { complaints: { ...about, complaints: [] } },
      { go },
    );
    const dialogs = await open(view, panel, "Take one down");
    await send(dialogs);
    expect(house.asked).toEqual([]);
    expect(wordsOf(dialogs)).toContain("see the note at each field");
    expect(all(dialogs, ".is-wrong")).toHaveLength(3);
    await choose(dialogs, "Inquiry");
    await choose(dialogs, "Letter");
    await choose(dialogs, "Entrance");
    await write(dialogs, "text", "For how long?");
    expect(all(dialogs, ".is-wrong")).toHaveLength(0);
    await send(dialogs);
    expect(house.told("deeds/complaints/receive")[0]?.body).toEqual({
      what: "inquiry",
      way: "letter",
      received: "2026-11-23T03:00:00+00:00",
      text: "For how long?",
      cameras: ["c1"],
      officer: "u5",
    });
    expect(go).toHaveBeenCalledWith(["duties", "complaints", "4"]);
  });

  it("are marked at the field that a refusal is about, and the keyboard goes there", async () => {
    house.answers["POST deeds/complaints/receive"] = new Refusal("moment_in_future");
    const { view, panel } = await show("complaints", { complaints: { ...about, complaints: [] } });
    const dialogs = await open(view, panel, "Take one down");
    await choose(dialogs, "Inquiry");
    await choose(dialogs, "Letter");
    await write(dialogs, "text", "For how long?");
    await send(dialogs);
    const [field] = all(dialogs, ".is-wrong");
    expect(field?.querySelector("label")?.htmlFor).toBe("received");
    expect(focused(dialogs)?.id).toBe("received");
    await write(dialogs, "text", "For how long is it kept?");
    expect(all(dialogs, ".is-wrong")).toHaveLength(1);
    await write(dialogs, "received", "2026-11-23T11:00", "change");
    expect(all(dialogs, ".is-wrong")).toEqual([]);
  });

  it("keep a text that is longer than what is recorded, say so, and send nothing of it", async () => {
    const { view, panel } = await show("complaints", { complaints: { ...about, complaints: [] } });
    const dialogs = await open(view, panel, "Take one down");
    const letter = "い".repeat(2500);
    await choose(dialogs, "Inquiry");
    await choose(dialogs, "Letter");
    await write(dialogs, "text", letter);
    const said = "2000 characters can be recorded, and these are 2500.";
    expect(wordsOf(dialogs)).toContain(said);
    await send(dialogs);
    expect(house.asked).toEqual([]);
    const field = deep<HTMLTextAreaElement>(dialogs, "#text");
    expect([field.value, field.maxLength]).toEqual([letter, -1]);
    expect(focused(dialogs)?.id).toBe("text");
    house.answers["POST deeds/complaints/receive"] = { number: 4 };
    await write(dialogs, "text", letter.slice(0, 2000));
    expect(wordsOf(dialogs)).not.toContain(said);
    await send(dialogs);
    expect(house.told("deeds/complaints/receive")).toHaveLength(1);
  });

  it("are shown to nobody who only takes them down", async () => {
    const { me } = overview();
    house.overview = overview({ me: { ...me, may: ["receive_complaint"] } });
    house.answers["POST deeds/complaints/receive"] = { number: 4 };
    const go = vi.fn();
    const { view, panel } = await show(
      "complaints",
      { complaints: { ...about, officers: [], complaints: [] } },
      { go },
    );
    expect(wordsOf(view)).toContain("Only who answers sees them.");
    const dialogs = await open(view, panel, "Take one down");
    await choose(dialogs, "Complaint");
    await choose(dialogs, "Letter");
    await write(dialogs, "text", "Too close");
    await send(dialogs);
    expect(go).not.toHaveBeenCalled();
  });

  it("are answered with an explanation made from the settings", async () => {
    house.answers["POST deeds/complaints/explain"] = { text: "Seven days." };
    house.answers["POST deeds/complaints/answer"] = {};
    const { view, panel } = await show("complaints/3", {
      complaints: { ...about, complaints: [complaint(3)] },
    });
    const dialogs = await open(view, panel, "Enter an answer");
    button(dialogs, "Insert the explanation made from the settings").click();
    await settle(60);
    expect(house.told("deeds/complaints/explain")[0]?.body).toEqual({
      cameras: ["c1"],
      language: "en",
    });
    await send(dialogs);
    expect(house.told("deeds/complaints/answer")[0]?.body).toMatchObject({
      number: 3,
      way: "telephone",
      explained: "Seven days.",
    });
  });

  it("say when they are late, what was said, and that names are gone", async () => {
    const { view } = await show("complaints/3", {
      complaints: {
        ...about,
        complaints: [
          complaint(3, {
            overdue: true,
            answer_due: "2026-11-20T00:00:00+09:00",
            erased: true,
            name: "",
            text: "",
          }),
        ],
      },
    });
    const words = wordsOf(view);
    expect(words).toContain("3 days overdue (due 19 November 2026)");
    expect(words).toContain("16 December 2026");
    expect(words).toContain("Names and words were erased");
    expect(words).not.toContain("No name given");
  });

  it("that are not there are said not to be", async () => {
    const { view } = await show("complaints/9", {
      complaints: { ...about, complaints: [complaint(3)] },
    });
    expect(wordsOf(view)).toContain("It is not in the list.");
  });

  it("keep what was written when the form is left, for the same person and the same one", async () => {
    const told = { complaints: { ...about, complaints: [complaint(3), complaint(4)] } };
    const { view, panel } = await show("complaints/3", told);
    const dialogs = await open(view, panel, "Enter an answer");
    await write(dialogs, "explained", "Half a sentence");
    button(dialogs, "Cancel").click();
    await settle();
    const again = await open(view, panel, "Enter an answer");
    expect(deep<HTMLTextAreaElement>(again, "#explained").value).toBe("Half a sentence");
    button(again, "Begin anew").click();
    await settle();
    expect(deep<HTMLTextAreaElement>(again, "#explained").value).toBe("");
  });
});

describe("incidents", () => {
  it("remind of the law without a conclusion, while they are open", async () => {
    const told = (more = {}): Partial<Sections> => ({
      incidents: { can: ["note"], incidents: [incident(1, more)] },
    });
    const { view } = await show("incidents/1", told());
    const words = wordsOf(view);
    expect(words).toContain("Whether a report is needed is not decided by this software.");
    expect(words).toContain("21 November 2026");
    expect(words).toContain("16 December 2026");
    view.remove();
    const { view: closed } = await show(
      "incidents/1",
      told({ closed: "2026-11-22T10:00:00+09:00", can: [] }),
    );
    expect(wordsOf(closed)).not.toContain("is not decided by this software");
  });
});

describe("things", () => {
  const none = { things: [], takings: [], copies: [], looked: [], disposals: [] };

  it("lie open where they are few; of many the head is shown, with what is due", async () => {
    const shown = async (count: number): Promise<Element> => {
      const things = Array.from({ length: count }, (_, at) =>
        thing({
          thing: `t${at}`,
          name: `Disk ${at}`,
          ...(at > 1 ? {} : { due: "2026-11-01T00:00:00Z" }),
          ...(at === 1 ? { fine: false } : {}),
        }),
      );
      return (await show("things", { things: { can: [], ...none, things } })).view;
    };
    expect(all(await shown(3), "article details[open]")).toHaveLength(3);
    const view = await shown(4);
    expect(all(view, "article details[open]")).toHaveLength(0);
    expect(all(view, "article summary").map(wordsOf)).toEqual([
      "Disk 0 To be checked",
      "Disk 1 Not as it should be To be checked",
      "Disk 2",
      "Disk 3",
    ]);
  });

  it("are let out by the manager's passphrase, and what was refused stays open", async () => {
    house.answers["POST deeds/things/permit"] = (one: { body: Record<string, unknown> }) =>
      one.body["passphrase"] === "kuma" ? {} : new Refusal("wrong_passphrase");
    const { view, panel } = await show("things", {
      things: { can: [], ...none, takings: [taking(2)] },
    });
    const dialogs = await open(view, panel, "Permit");
    expect(wordsOf(dialogs)).toContain("A new fan");
    const passphrase = deep<HTMLInputElement>(dialogs, "kb-passphrase input");
    passphrase.value = "bear";
    await send(dialogs);
    expect(all(panel.dialogs, "dialog")).toHaveLength(1);
    passphrase.value = "kuma";
    await send(dialogs);
    expect(house.told("deeds/things/permit")[1]?.body).toEqual({ number: 2, passphrase: "kuma" });
    expect(all(panel.dialogs, "dialog")).toHaveLength(0);
  });

  it("are checked: what was wrong has to be said", async () => {
    house.answers["POST deeds/things/check"] = {};
    const { view, panel } = await show("things", {
      things: { can: [], ...none, things: [thing()] },
    });
    const dialogs = await open(view, panel, "Checked");
    await choose(dialogs, "No");
    await send(dialogs);
    expect(house.asked).toEqual([]);
    await write(dialogs, "remarks", "The cabinet was open");
    await send(dialogs);
    expect(house.told("deeds/things/check")[0]?.body).toEqual({
      thing: "t1",
      fine: false,
      remarks: "The cabinet was open",
    });
  });

  it("say where else pictures stay, and for too long", async () => {
    const { view } = await show("things", {
      things: {
        can: ["other_copy"],
        ...none,
        copies: [
          {
            copy: "o1",
            camera: "c1",
            what: "sd_card",
            days: 21,
            allowed_days: 7,
            too_long: true,
            place: "Inside",
            who_sees: "The installer",
            can: [],
          },
        ],
        looked: [
          { camera: "c1", place: "Entrance", at: null, can: [] },
          { camera: "c2", place: "Back", at: null, can: ["no_other_copies"] },
        ],
      },
    });
    const words = wordsOf(view);
    expect(words).toContain("21 days (the standard says 7) Longer than the standard allows.");
    expect(words).toContain("Back Not looked into yet");
    expect(words).not.toContain("Entrance Not looked into yet");
  });
});

describe("assessments", () => {
  it("are written anew from the last edition, and a picture is asked for only then", async () => {
    house.answers["POST deeds/assessments/write"] = { edition: 3 };
    URL.createObjectURL = () => "blob:still";
    URL.revokeObjectURL = vi.fn();
    const { view, panel } = await show("assessments", {
      assessments: { assessments: [assessment()] },
    });
    expect(house.asked).toEqual([]);
    const dialogs = await open(view, panel, "Write it anew");
    expect(house.asked.map(({ path }) => path)).toEqual(["/api/camera_proxy/camera.door"]);
    button(dialogs, "Add a part").click();
    await settle(40);
    await send(dialogs);
    expect(house.told("deeds/assessments/write")[0]?.body).toEqual({
      camera: "c1",
      ...assessment().answers,
      excluded: [
        [0, 0, 0.25, 0.5],
        [0.35, 0.35, 0.3, 0.3],
      ],
    });
  });
});

describe("an assessment that stands", () => {
  it("leads to the papers of its earlier editions, and says which was overwritten", async () => {
    house.answers["POST requests/paper"] = { url: "about:blank" };
    vi.spyOn(window, "open").mockReturnValue(null);
    const at = "2025-04-01T10:00:00+09:00";
    const earlier = [
      { edition: 2, at, name: "Hanako", erased: false },
      { edition: 1, at, name: "", erased: true },
    ];
    const { view } = await show("assessments", {
      assessments: { assessments: [assessment({ edition: 3, earlier })] },
    });
    const words = all(view, "details li button").map(wordsOf);
    expect(words).toEqual([
      expect.stringMatching(/^Edition 2, .*2025.*, Hanako$/),
      expect.stringMatching(/^Edition 1, .*\(its answers were erased\)$/),
    ]);
    button(view, words[0] as string).click();
    await settle(40);
    expect(house.told("requests/paper")[0]?.body).toEqual({
      paper: "assessment",
      language: "en",
      camera: "c1",
      edition: 2,
    });
  });

  it("names what is left out once, and says why a camera by its own address shows no picture", async () => {
    const { view } = await show("assessments", {
      assessments: { assessments: [assessment({ entity_id: null })] },
    });
    deep<HTMLDetailsElement>(view, "details").open = true;
    deep(view, "details").dispatchEvent(new Event("toggle"));
    await settle(40);
    const words = wordsOf(deep(view, "details"));
    expect(words.split("Left out of the picture")).toHaveLength(2);
    expect(words).toContain("Nobody can look at this camera around the procedure");
    expect(house.asked).toEqual([]);
  });
});

describe("contracts", () => {
  it("are changed from what stands there, last day and all", async () => {
    house.answers["POST deeds/contracts/make"] = { contract: "k1" };
    const { view, panel } = await show("contracts/k1", {
      contracts: { clause: "The clause", can: ["make"], users: [], contracts: [contract()] },
    });
    const dialogs = await open(view, panel, "Change it");
    expect(wordsOf(dialogs)).toContain("The clause");
    expect(wordsOf(deep(view, "#about"))).toBe("No. 1: Higo Guards");
    await write(dialogs, "until", "2027-03-31");
    await send(dialogs);
    expect(house.told("deeds/contracts/make")[0]?.body).toEqual({
      contract: "k1",
      company: "Higo Guards",
      task: "guarding",
      task_text: "At night",
      reason: "Nobody is there",
      start: "2026-01-01",
      until: "2027-03-31",
      clause: true,
    });
  });

  it("ask for the open vault where the change is a decision", async () => {
    let times = 0;
    house.answers["POST deeds/contracts/make"] = () =>
      ++times === 1 ? new Refusal("unlock_first", {}, 403) : { contract: "k1" };
    const ensureUnlocked = vi.fn(async () => true);
    const { view, panel } = await show(
      "contracts/k1",
      { contracts: { clause: "", can: [], users: [], contracts: [contract()] } },
      { ensureUnlocked },
    );
    const dialogs = await open(view, panel, "Change it");
    await send(dialogs);
    expect(ensureUnlocked).toHaveBeenCalledOnce();
    expect(times).toBe(2);
    expect(all(panel.dialogs, "dialog")).toHaveLength(0);
  });
});

describe("instruction", () => {
  it("is entered for those whom the person teaches, those who are overdue or never were taught chosen already", async () => {
    house.answers["POST deeds/instruction/hold"] = { number: 1 };
    const taught = { last: null, due: "2026-11-01T00:00:00+09:00", roles: ["operator"] };
    const { view, panel } = await show("instruction", {
      instruction: {
        can: ["hold"],
        people: [
          { user_id: "u2", name: "Taro", ...taught, overdue: true, can: ["hold"] },
          {
            user_id: "u3",
            name: "Sakura",
            ...taught,
            last: "2026-10-01T00:00:00+09:00",
            overdue: false,
            can: ["hold"],
          },
          { user_id: "u4", name: "Jiro", ...taught, overdue: false, can: ["hold"] },
          { user_id: "u1", name: "Hanako", ...taught, overdue: true, can: [] },
        ],
        given: [],
      },
    });
    const dialogs = await open(view, panel, "Enter an instruction");
    expect(all(dialogs, "#users label").map(wordsOf)).toEqual(["Taro", "Sakura", "Jiro"]);
    await send(dialogs);
    expect(house.told("deeds/instruction/hold")[0]?.body).toMatchObject({ users: ["u2", "u4"] });
  });

  it("is acknowledged by whoever was taught, who reads first what it was", async () => {
    house.answers["POST deeds/instruction/acknowledge"] = {};
    const { view, panel } = await show("instruction", {
      instruction: {
        can: [],
        people: [],
        given: [
          {
            number: 2,
            held: "2026-11-16T10:00:00+09:00",
            by: "u1",
            by_name: "Hanako",
            users: [{ user_id: "u2", name: "Taro", acknowledged: null }],
            topics: ["secrecy"],
            text: "Tell nobody",
            erased: false,
            can: ["acknowledge"],
          },
        ],
      },
    });
    const dialogs = await open(view, panel, "Acknowledge");
    expect(wordsOf(dialogs)).toContain("Tell nobody");
    await send(dialogs);
    expect(house.told("deeds/instruction/acknowledge")[0]?.body).toEqual({ number: 2 });
  });
});

describe("inspections and rules of early erasure", () => {
  it("show what there is to look at, and what is late", async () => {
    const { view } = await show("inspections", {
      inspections: {
        inspections: [
          {
            what: "retention",
            last: null,
            fine: true,
            due: "2026-11-01T00:00:00+09:00",
            overdue: true,
            can: ["enter"],
          },
        ],
        cameras: [{ camera: "c1", place: "Entrance", days: 7, oldest: null, late_hours: 2 }],
      },
    });
    const words = wordsOf(view);
    expect(words).toContain("Never yet");
    expect(words).toContain("2 hours past their period");
  });

  it("say how much went under a rule", async () => {
    house.answers["POST deeds/purge_rules/run"] = { chunks: 61, bytes: 5, left_out: 3 };
    const say = vi.fn();
    const { view, panel } = await show(
      "purge_rules",
      {
        purge_rules: {
          can: ["sign"],
          rules: [
            {
              rule: "r1",
              number: 3,
              cameras: ["c1"],
              start: "09:00",
              end: "10:00",
              weekdays: [0, 1, 2, 3, 4, 5, 6],
              name: "After opening",
              reason: "Staff only",
              by: "u1",
              by_name: "Hanako",
              at: "2026-11-01T00:00:00+09:00",
              run: null,
              can: ["end", "run"],
            },
          ],
        },
      },
      { say },
    );
    expect(wordsOf(view)).toContain("Every day");
    expect(wordsOf(view)).toContain("No. 3");
    const dialogs = await open(view, panel, "Erase now");
    await send(dialogs);
    expect(house.told("deeds/purge_rules/run")[0]?.body).toEqual({ rule: "r1" });
    expect(say).toHaveBeenCalledWith(
      "About 61 minutes were erased. About 3 minutes are held and stay.",
    );
  });
});
