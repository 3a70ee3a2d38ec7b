import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import "../src/components/officer-card";
import type { PanelContext } from "../src/components/panel-context";
import { keep } from "../src/data/kept";
import type { Requests } from "../src/data/request-types";
import "../src/views/request-forms";
import type { RequestForms } from "../src/views/request-forms";
import { all, camera, deep, House, overview, put, Refusal, settle, wordsOf } from "./house";

const NOW = Date.parse("2026-11-23T12:00:30+09:00");
const ACTS = ["list_footage", "read_requests", "request_extension", "request_disclosure"];
const EVERY_ACT = [...ACTS, "follow_copies", "protect_footage"];
const SPAN = ["of", "c1", String(Date.parse("2026-11-23T08:00:00+09:00") / 1000)];
const MARKED = [...SPAN, String(Date.parse("2026-11-23T09:00:00+09:00") / 1000)];
const DAY = {
  camera: "c1",
  date: "2026-11-23",
  start: "2026-11-23T00:00:00+09:00",
  end: "2026-11-24T00:00:00+09:00",
  kind: "stream",
  stretches: [
    {
      start: "2026-11-23T08:00:00+09:00",
      end: "2026-11-23T11:00:00+09:00",
      due: "2026-11-30T12:00:00+09:00",
      bytes: 1,
      complete: true,
    },
  ],
  gaps: [],
  holds: [],
};

let house: House;
let list: Requests;
let went: (readonly string[])[];
let said: string[];
let context: PanelContext;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  sessionStorage.clear();
  house = new House();
  house.overview = overview({
    me: { user_id: "u1", name: "Hanako", roles: ["manager"], may: EVERY_ACT },
    cameras: [camera(), camera({ camera: "c2", place: "Yard" })],
  });
  list = {
    settings: {
      approver: "manager",
      written_request: true,
      permission_afterwards: false,
      four_eyes: [],
      longest_extension_days: 90,
    },
    drafts: [],
    protections: [],
    extensions: [],
    disclosures: [],
  };
  house.hass.callWS = (async () => structuredClone(list)) as never;
  house.answers = { "GET footage/c1/2026-11-23": DAY };
  went = [];
  said = [];
});

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function show(path: string[], more: Partial<PanelContext> = {}): Promise<RequestForms> {
  const view = document.createElement("kb-request-forms") as RequestForms;
  context = house.context({
    path: ["requests", "new", ...path],
    go: (to) => went.push(to),
    say: (text) => said.push(text),
    ...more,
  });
  view.panel = context;
  await put(view);
  await drawn(view);
  return view;
}

async function drawn(view: { updateComplete: Promise<unknown> }): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) {
    await vi.advanceTimersByTimeAsync(150);
    await settle(30);
    await view.updateComplete;
  }
}

async function write(view: RequestForms, texts: Record<string, string>): Promise<void> {
  for (const [id, text] of Object.entries(texts)) {
    const field = deep<HTMLInputElement>(view, `#${id}`);
    field.value = text;
    field.dispatchEvent(new Event("input"));
  }
  await drawn(view);
}

async function choose(view: RequestForms, name: string, value: string): Promise<void> {
  deep(view, `input[name=${name}][value=${value}]`).dispatchEvent(new Event("change"));
  await drawn(view);
}

async function send(view: RequestForms): Promise<void> {
  deep(view, "form").dispatchEvent(new Event("submit", { cancelable: true }));
  await drawn(view);
}

const valueOf = (view: RequestForms, id: string): string =>
  deep<HTMLInputElement>(view, `#${id}`).value;
const hasFocus = (element: Element): boolean =>
  (element.getRootNode() as ShadowRoot).activeElement === element;
const wrongs = (view: RequestForms): string[] => all(view, ".wrong").map(wordsOf);

describe("a request for an extension", () => {
  it("takes the marked span, says the footage's own end, and asks for what form 1 has", async () => {
    house.answers["POST requests/extension"] = { number: 12 };
    const view = await show(["extension", ...MARKED]);
    const looked: number[] = [];
    view.look = async () => void looked.push(went.length);
    await drawn(view);
    expect(wordsOf(view)).toContain("Its own period ends on 30 November 2026");
    expect(wordsOf(view)).toContain("Erased Mon 30 Nov 12:00");
    await write(view, { until: "2026-12-20", reason: "A theft is investigated" });
    await send(view);
    expect(house.told("requests/extension")[0]?.body).toEqual({
      cameras: ["c1"],
      start: "2026-11-22T23:00:00+00:00",
      end: "2026-11-23T00:00:00+00:00",
      until: "2026-12-20",
      reason: "A theft is investigated",
    });
    expect(looked).toEqual([0]); // the list has it before its page is opened
    expect(went).toEqual([["requests", "12"]]);
    expect(said.at(-1)).toContain("no. 12");
  });

  it("says at each field what is wrong, and sends nothing", async () => {
    const view = await show(["extension"]);
    await write(view, { until: "2026-11-24" });
    await send(view);
    expect(wrongs(view).sort()).toEqual([
      "Choose a camera.",
      "Choose a day after the end of its own period.",
      "Say why it is to be extended.",
    ]);
    expect(deep(view, "#until").getAttribute("aria-invalid")).toBe("true");
    expect(house.asked.filter(({ method }) => method === "POST")).toEqual([]);
    await write(view, { reason: "A theft" });
    expect(wrongs(view)).not.toContain("Say why it is to be extended.");
  });

  it("leads to what is wrong, with what is said of it: above the cameras, or beside the span", async () => {
    const led: [Element, unknown][] = [];
    vi.spyOn(Element.prototype, "scrollIntoView").mockImplementation(function (
      this: Element,
      to?: unknown,
    ) {
      led.push([this, to]);
    });
    const view = await show(["extension"]);
    await send(view);
    expect(led).toEqual([[deep(view, "fieldset#cameras"), { block: "start" }]]);
    expect(wordsOf(deep(view, "#cameras > legend + .wrong"))).toBe("Choose a camera.");
    expect(hasFocus(deep(view, "#cameras input"))).toBe(true);
    deep(view, "#cameras input").click();
    await drawn(view);
    const from = deep<HTMLInputElement>(view, "#from");
    from.value = "2030-01-01T00:00";
    from.dispatchEvent(new Event("change"));
    await drawn(view);
    await send(view);
    const when = deep(view, ".when");
    expect(led.at(-1)).toEqual([when, { block: "start" }]);
    expect(wordsOf(when)).toContain("The end has to be after the start.");
    expect(hasFocus(from)).toBe(true);
  });

  it("says a refusal at the field that it is about, and keeps what was written", async () => {
    house.answers["POST requests/extension"] = new Refusal("extension_too_long", { days: 90 });
    const view = await show(["extension", ...MARKED]);
    await write(view, { until: "2026-12-20", reason: "A theft" });
    await send(view);
    expect(deep(view, "#until").getAttribute("aria-invalid")).toBe("true");
    expect(valueOf(view, "reason")).toBe("A theft");
  });

  it("renews one of the same footage, for a later day", async () => {
    house.answers["POST requests/extension"] = { number: 13 };
    list.extensions = [
      {
        number: 5,
        state: "approved",
        cameras: ["c2"],
        start: "2026-11-20T08:00:00+09:00",
        end: "2026-11-20T09:00:00+09:00",
        until: "2026-12-20",
        original_ends: ["2026-11-27"],
        reason: "The burglary of the 20th",
      } as never,
    ];
    const view = await show(["extension", "renews", "5"]);
    expect(all(view, "kb-footage-choice input")).toEqual([]);
    expect(wordsOf(view)).toContain("The burglary of the 20th");
    await write(view, { until: "2026-12-20", reason: "Still investigated" });
    await send(view);
    expect(wrongs(view)).toEqual(["Choose a day after the end of its own period."]);
    await write(view, { until: "2026-12-21" });
    await send(view);
    expect(house.told("requests/extension")[0]?.body).toMatchObject({
      renews: 5,
      cameras: ["c2"],
      start: "2026-11-19T23:00:00+00:00",
    });
  });

  it("says that what it was to be made from is not open any more", async () => {
    const view = await show(["extension", "draft", "9"]);
    expect(wordsOf(view)).toContain("No. 9 is not open any more");
  });
});

describe("a request for a disclosure", () => {
  const ROWS = { affiliation: "Police", name: "Ken", contact: "110", purpose: "A theft" };

  it("has three grounds, with the guideline's own examples, and no word of what must be answered", async () => {
    const view = await show(["disclosure"]);
    const words = wordsOf(view);
    for (const example of ["art. 223", "art. 197 (2)", "missing person", "cause of a fire"]) {
      expect(words).toContain(example);
    }
    expect(words).not.toMatch(/must (not )?(be )?answer|obliged|need not/i);
  });

  it("asks of each ground what makes it one", async () => {
    const view = await show(["disclosure", ...MARKED]);
    await write(view, ROWS);
    await choose(view, "ground", "emergency");
    await send(view);
    expect(wrongs(view)).toHaveLength(3);
    await choose(view, "ground", "investigation");
    expect(wrongs(view)).toEqual(["Choose whether they ask in writing."]);
    await choose(view, "written", "false");
    expect(wrongs(view)).toEqual(["Say why there is no paper."]);
  });

  it("offers a sentence for the content, which follows until the person writes another", async () => {
    house.answers["POST requests/disclosure"] = { number: 14 };
    const view = await show(["disclosure", ...MARKED]);
    expect(valueOf(view, "content")).toBe("Footage of Entrance, 23 November 2026 08:00 to 09:00");
    await write(view, { ...ROWS, content: "Two men at the door" });
    await choose(view, "ground", "law");
    await write(view, { document: "Order" });
    await send(view);
    expect(house.told("requests/disclosure")[0]?.body).toMatchObject({
      asks: "disclosure",
      ground: "law",
      content: "Two men at the door",
      masked: false,
    });
  });

  it("writes with a tap what is often written", async () => {
    const view = await show(["disclosure"]);
    await choose(view, "ground", "law");
    const offer = all(view, ".chip").find((chip) => wordsOf(chip).includes("Written inquiry"))!;
    offer.click();
    await drawn(view);
    expect(valueOf(view, "document")).toBe("Written inquiry by investigators");
  });

  it("takes a draft over: cameras, span and ground", async () => {
    list.drafts = [
      {
        number: 3,
        wanted: "disclosure",
        ground: "law",
        cameras: ["c2"],
        start: "2026-11-23T01:00:00+09:00",
        end: "2026-11-23T02:00:00+09:00",
        can: ["complete"],
      } as never,
    ];
    house.answers["POST requests/disclosure"] = { number: 15 };
    const view = await show(["disclosure", "draft", "3"]);
    await write(view, { ...ROWS, document: "Order" });
    await send(view);
    expect(house.told("requests/disclosure")[0]?.body).toMatchObject({
      draft: 3,
      ground: "law",
      cameras: ["c2"],
    });
  });

  it("leads to the record of a seizure", async () => {
    const view = await show(["disclosure"]);
    await choose(view, "ground", "law");
    deep(view, ".beside a").click();
    expect(went).toEqual([["requests", "new", "seizure"]]);
  });
});

describe("an access request", () => {
  it("has words of its own, no ground, and masks others", async () => {
    house.answers["POST requests/disclosure"] = { number: 16 };
    const view = await show(["access", ...MARKED]);
    expect(wordsOf(view)).toContain("No such request is refused automatically");
    expect(all(view, "input[name=ground], #affiliation")).toEqual([]);
    await write(view, { name: "Setsuko", contact: "090", purpose: "To see herself" });
    await send(view);
    const { body } = house.told("requests/disclosure")[0]!;
    expect(body).toMatchObject({ asks: "access", name: "Setsuko", masked: true });
    expect(body).not.toHaveProperty("ground");
  });
});

describe("a seizure", () => {
  it("is recorded as it happened", async () => {
    house.answers["POST requests/seizure"] = { number: 17 };
    const view = await show(["seizure", ...MARKED]);
    const at = deep<HTMLInputElement>(view, "#at");
    at.value = "2026-11-23T10:15";
    at.dispatchEvent(new Event("change"));
    await write(view, { affiliation: "Police", name: "Ken", document: "Warrant" });
    await send(view);
    expect(house.told("requests/seizure")[0]?.body).toMatchObject({
      at: "2026-11-23T01:15:00+00:00",
      document: "Warrant",
      affiliation: "Police",
    });
    expect(said.at(-1)).toBe("Recorded as no. 17.");
  });
});

describe("what was written", () => {
  it("is there again after the page was closed, and gone once it was sent", async () => {
    const view = await show(["extension", ...MARKED]);
    await write(view, { reason: "A theft", until: "2026-12-20" });
    view.remove(); // a reload, a restart, another page
    house.answers["POST requests/extension"] = { number: 12 };
    const again = await show(["extension", ...MARKED]);
    expect(valueOf(again, "reason")).toBe("A theft");
    expect(wordsOf(again)).toContain("What you wrote before is here again");
    await send(again);
    expect(sessionStorage.length).toBe(0);
  });

  it("stays when there is no connection", async () => {
    house.hass.fetchWithAuth = async () => Promise.reject(new Error("offline"));
    const view = await show(["extension", ...MARKED]);
    await write(view, { reason: "A theft", until: "2026-12-20" });
    await send(view);
    expect(wordsOf(deep(view, "form [role=alert]"))).toContain("cannot be reached");
    expect(valueOf(view, "reason")).toBe("A theft");
    expect(went).toEqual([]);
  });

  it("stays with its words when another span was marked, and takes that", async () => {
    const view = await show(["extension", ...MARKED]);
    await write(view, { reason: "A theft" });
    view.remove();
    const later = String(Date.parse("2026-11-23T10:00:00+09:00") / 1000);
    const again = await show(["extension", "of", "c2", MARKED[3]!, later]);
    expect(valueOf(again, "reason")).toBe("A theft");
    expect(deep<HTMLInputElement>(again, "input[value=c2]").checked).toBe(true);
    expect(deep<HTMLInputElement>(again, "input[value=c1]").checked).toBe(false);
  });

  it("is one draft's and not another's", async () => {
    const draft = (number: number) =>
      ({
        number,
        wanted: "extension",
        ground: null,
        cameras: ["c1"],
        start: DAY.start,
        end: DAY.stretches[0]!.end,
      }) as never;
    list.drafts = [draft(3), draft(4)];
    const view = await show(["extension", "draft", "3"]);
    await write(view, { reason: "A theft" });
    view.remove();
    expect(valueOf(await show(["extension", "draft", "4"]), "reason")).toBe("");
  });

  it("can be cleared", async () => {
    const view = await show(["extension"]);
    await write(view, { reason: "A theft" });
    view.remove();
    const again = await show(["extension"]);
    deep(again, ".again button").click();
    await drawn(again);
    expect(valueOf(again, "reason")).toBe("");
    expect(sessionStorage.length).toBe(0);
  });

  it("of somebody else is never shown", async () => {
    keep("u2", "extension", { name: "", wish: { reason: "Not yours" } });
    expect(valueOf(await show(["extension"]), "reason")).toBe("");
  });
});

describe("an officer at the door", () => {
  const protection = (number: number, cameras = ["c1", "c2"]): never =>
    ({
      number,
      state: "standing",
      cameras,
      start: "2026-11-23T11:00:00+09:00",
      end: "2026-11-23T12:00:00+09:00",
      until: "2026-12-03T12:00:00+09:00",
    }) as never;

  async function tap(): Promise<void> {
    const card = document.createElement("kb-officer") as HTMLElement & {
      panel: PanelContext;
      updateComplete: Promise<unknown>;
    };
    card.panel = house.context({ go: (to) => went.push(to), say: (text) => said.push(text) });
    await put(card);
    deep(card, "button").click();
    await vi.dynamicImportSettled();
    await drawn(card);
  }

  it("has the past hour of all cameras protected by one tap, and the shortest form opened", async () => {
    house.answers["POST requests/protect"] = { number: 8, until: "…", left_out: 0, true: [] };
    await tap();
    expect(house.told("requests/protect")[0]?.body).toEqual({
      cameras: ["c1", "c2"],
      start: "2026-11-23T02:00:00+00:00",
      end: "2026-11-23T03:00:00+00:00",
    });
    expect(went).toEqual([["requests", "new", "disclosure", "protection", "8", "officer"]]);
  });

  it("is told when nothing could be protected, and can try again in the form", async () => {
    house.answers["POST requests/protect"] = new Refusal("no_footage_in_span");
    await tap();
    expect(said).toHaveLength(1);
    expect(went).toEqual([["requests", "new", "disclosure", "officer"]]);
    house.answers["POST requests/protect"] = { number: 9, until: "…", left_out: 0, true: [] };
    const view = await show(["disclosure", "officer"]);
    await write(view, { name: "Ken" });
    expect(wordsOf(view)).toContain("not protected yet");
    list.protections = [protection(9)];
    deep(view, "kb-protected button").click();
    await drawn(view);
    expect(went.at(-1)).toEqual(["requests", "new", "disclosure", "protection", "9", "officer"]);
    view.panel = { ...context, path: ["requests", ...went.at(-1)!.slice(1)] };
    await drawn(view);
    expect(valueOf(view, "name")).toBe("Ken");
    expect(wordsOf(view)).toContain("protected as no. 9");
  });

  it("sees only what is needed, and the request takes the protection over", async () => {
    list.protections = [protection(8)];
    house.answers["POST requests/disclosure"] = { number: 18 };
    const view = await show(["disclosure", "protection", "8", "officer"]);
    expect(all(view, "input[name=ground], #remarks, #title, #identity_check, #masked")).toEqual([]);
    await choose(view, "written", "true");
    await write(view, { affiliation: "Police", name: "Ken", contact: "110", purpose: "A theft" });
    await send(view);
    expect(house.told("requests/disclosure")[0]?.body).toMatchObject({
      ground: "investigation",
      written: true,
      protection: 8,
      cameras: ["c1", "c2"],
    });
  });

  it("is told that what was changed is not protected", async () => {
    list.protections = [protection(8, ["c1"])];
    const view = await show(["disclosure", "protection", "8", "officer"]);
    expect(wordsOf(view)).toContain("protected as no. 8");
    const yard = deep<HTMLInputElement>(view, "input[value=c2]");
    yard.checked = true;
    yard.dispatchEvent(new Event("change"));
    await drawn(view);
    expect(wordsOf(view)).toContain("not protected yet");
  });

  it("goes on with all fields without losing a word", async () => {
    list.protections = [protection(8)];
    const view = await show(["disclosure", "protection", "8", "officer"]);
    await write(view, { affiliation: "Police" });
    all(view, ".foot button").at(-1)!.click();
    expect(went).toEqual([["requests", "new", "disclosure", "protection", "8"]]);
    view.panel = { ...context, path: ["requests", ...went[0]!.slice(1)] };
    await drawn(view);
    expect(valueOf(view, "affiliation")).toBe("Police");
    expect(all(view, "input[name=ground]")).toHaveLength(3);
  });
});

describe("whose role makes no requests", () => {
  it("is told so", async () => {
    house.overview = overview({ me: { user_id: "u1", name: "", roles: ["staff"], may: [] } });
    const view = await show(["extension"]);
    expect(wordsOf(view)).toContain("Your role makes no requests");
  });

  it("is told that a form is not there", async () => {
    expect(wordsOf(await show(["viewing"]))).toContain("There is no such page");
  });
});
