import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import "../src/components/camera-card";
import type { CameraCard } from "../src/components/camera-card";
import type { PanelContext } from "../src/components/panel-context";
import "../src/components/timeline-mark";
import type { TimelineMark } from "../src/components/timeline-mark";
import type { OpenViewingDialog } from "../src/dialogs/open-viewing";
import type { ViewingRequest } from "../src/data/types";
import type { RequestViewingDialog } from "../src/dialogs/request-viewing";
import "../src/views/footage";
import type { FootageView } from "../src/views/footage";
import {
  all,
  camera,
  deep,
  House,
  LOCKED,
  opened,
  overview,
  put,
  Refusal,
  settle,
  wordsOf,
} from "./house";

const NOW = Date.parse("2026-11-23T12:00:00+09:00");
const DAY = {
  camera: "c1",
  date: "2026-11-23",
  start: "2026-11-23T00:00:00+09:00",
  end: "2026-11-24T00:00:00+09:00",
  kind: "stills",
  stretches: [
    {
      start: "2026-11-23T08:00:00+09:00",
      end: "2026-11-23T09:00:00+09:00",
      due: "2026-12-01T00:00:00+09:00",
      bytes: 1,
      complete: true,
    },
    {
      start: "2026-11-23T09:10:00+09:00",
      end: "2026-11-23T11:00:00+09:00",
      due: "2026-12-01T00:00:00+09:00",
      bytes: 1,
      complete: true,
    },
  ],
  gaps: [
    {
      start: "2026-11-23T09:00:00+09:00",
      end: "2026-11-23T09:10:00+09:00",
      reason: "camera_unavailable",
    },
  ],
  holds: [],
};
const VIEWING = {
  purposes: ["incident", "inspection", "beyond"],
  sessions: [],
  requests: [],
  people: [{ user_id: "u2", name: "Ichiro" }],
};

function request(more: Partial<ViewingRequest> = {}): ViewingRequest {
  return {
    request: 7,
    permission: null,
    state: "waiting",
    at: DAY.start,
    by: "u1",
    ground: "law",
    cameras: ["c1"],
    start: "2026-11-23T08:30:00+09:00",
    end: "2026-11-23T08:40:00+09:00",
    reason: "An inquiry",
    document: "No. 12",
    one_person: null,
    ...more,
  };
}

let house: House;
let went: (readonly string[])[];
let context: PanelContext;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:1");
  house = new House();
  house.lock = opened(60);
  house.overview = overview({
    lock: { locked: false },
    cameras: [camera(), camera({ camera: "c2", place: "Yard" })],
  });
  house.answers = {
    "GET footage/c1/2026-11-23": DAY,
    "GET viewing": VIEWING,
    "POST viewing": { session: "s1", until: new Date(NOW + 20 * 60_000).toISOString() },
    "POST viewing/end": {},
    "GET viewing/s1/c1/stills": [{ at: "2026-11-23T08:00:00+09:00", url: "k/0.jpg" }],
    "GET viewing/s1/c1/k/0.jpg": () => new Response("jpeg"),
  };
  went = [];
});

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function show(more: Partial<PanelContext> = {}): Promise<FootageView> {
  const view = document.createElement("kb-footage") as FootageView;
  context = house.context({
    path: ["footage", "c1", "2026-11-23"],
    go: (path) => went.push(path),
    ...more,
  });
  view.panel = context;
  await put(view);
  await drawn(view);
  return view;
}

async function drawn(view: { updateComplete: Promise<unknown> }): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) {
    await settle(30);
    await view.updateComplete;
  }
}

async function begin(view: FootageView): Promise<void> {
  deep(view, ".screen .button.primary").click();
  await drawn(view);
  const dialog = deep<OpenViewingDialog>(context.dialogs, "kb-open-viewing");
  deep(dialog, "input[value=incident]").dispatchEvent(new Event("change"));
  await drawn(dialog);
  deep<HTMLFormElement>(dialog, "form").dispatchEvent(new Event("submit", { cancelable: true }));
  await drawn(dialog);
  await drawn(view);
  await vi.dynamicImportSettled();
  await drawn(view);
}

const picture = (view: FootageView): Element[] => all(view, "kb-player img[src]");

describe("footage", () => {
  it("shows a day, and no picture before a viewing is open", async () => {
    const view = await show();
    expect(wordsOf(view)).toContain("One gap on this day");
    expect(wordsOf(view)).toContain("camera unavailable");
    expect(all(view, "kb-player, video, img")).toEqual([]);
  });

  it("is not for a person who may not list it", async () => {
    house.overview = overview({ me: { ...overview().me, roles: ["site_owner"], may: [] } });
    const view = await show();
    expect(wordsOf(view)).toContain("Only the manager");
    expect(house.asked).toEqual([]);
  });

  it("goes to another camera or day by the address", async () => {
    const view = await show();
    const select = deep<HTMLSelectElement>(view, "#camera");
    select.value = "c2";
    select.dispatchEvent(new Event("change"));
    deep(view, "[aria-label='The day before']").click();
    expect(went).toEqual([
      ["footage", "c2", "2026-11-23"],
      ["footage", "c1", "2026-11-22"],
    ]);
  });

  it("opens a viewing for a purpose, over what was recorded, and shows it", async () => {
    const view = await show();
    await begin(view);
    expect(house.told("viewing").find(({ method }) => method === "POST")?.body).toEqual({
      purpose: "incident",
      cameras: ["c1"],
      start: "2026-11-22T23:00:00+00:00",
      end: "2026-11-23T02:00:00+00:00",
      attendees: [],
      outsiders: false,
      permission: null,
    });
    expect(picture(view)).toHaveLength(1);
    expect(wordsOf(deep(view, ".watermark"))).toContain("Hanako 2026-11-23 12:00");
    expect(wordsOf(view)).toContain("Viewing: Look into an incident or an accident");
  });

  it("asks to be unlocked first, and opens nothing when that is left", async () => {
    house.lock = LOCKED;
    const ensureUnlocked = vi.fn(async () => false);
    const view = await show({ ensureUnlocked });
    deep(view, ".screen .button.primary").click();
    await drawn(view);
    expect(ensureUnlocked).toHaveBeenCalled();
    expect(all(context.dialogs, "kb-open-viewing")).toEqual([]);
  });

  it("clears what was shown when it is locked", async () => {
    const view = await show();
    await begin(view);
    const shown = picture(view)[0];
    view.panel = { ...context, lock: LOCKED };
    await drawn(view);
    expect(shown?.hasAttribute("src")).toBe(false);
    expect(all(view, "kb-player")).toEqual([]);
    expect(wordsOf(deep(view, ".screen [role=alert]"))).toContain("because the vault was locked");
  });

  it("clears what was shown when its time is over, and when the page is left", async () => {
    const view = await show();
    await begin(view);
    vi.advanceTimersByTime(20 * 60_000);
    await drawn(view);
    expect(picture(view)).toEqual([]);
    await begin(view);
    const shown = picture(view)[0];
    view.remove();
    await settle();
    expect(shown?.hasAttribute("src")).toBe(false);
    expect(house.told("viewing/end").at(-1)).toMatchObject({
      body: { session: "s1" },
      keepalive: true,
    });
  });

  it("counts down to its end", async () => {
    const view = await show();
    await begin(view);
    const left = (): string => /in (\S+)/.exec(wordsOf(deep(view, "kb-viewing-bar")))?.[1] ?? "";
    const before = left();
    vi.advanceTimersByTime(61_000);
    await drawn(view);
    expect([before, left()]).toEqual(["20:00", "18:59"]);
  });

  it("ends by the person's hand", async () => {
    const view = await show();
    await begin(view);
    deep(view, "kb-viewing-bar button").click();
    await drawn(view);
    expect(house.told("viewing/end")).toHaveLength(1);
    expect(picture(view)).toEqual([]);
  });

  it("says why it went over by itself", async () => {
    const view = await show();
    house.answers["GET viewing/s1/c1/stills"] = new Refusal("viewing_over", {}, 404);
    await begin(view);
    expect(wordsOf(deep(view, ".screen [role=alert]"))).toContain("Begin another one");
    expect(house.told("viewing/end")).toEqual([]);
  });

  it("shows nothing of a camera that the viewing does not cover", async () => {
    const view = await show();
    await begin(view);
    house.answers["GET footage/c2/2026-11-23"] = { ...DAY, camera: "c2" };
    view.panel = { ...context, path: ["footage", "c2", "2026-11-23"] };
    await drawn(view);
    expect(all(view, "kb-player")).toEqual([]);
    expect(wordsOf(view)).toContain("not covered");
  });

  it("shows a person without a role nothing: that is a disclosure", async () => {
    const view = await show();
    deep(view, ".screen .button.primary").click();
    await drawn(view);
    const dialog = deep<OpenViewingDialog>(context.dialogs, "kb-open-viewing");
    deep(dialog, "input[value=incident]").dispatchEvent(new Event("change"));
    const boxes = all<HTMLInputElement>(dialog, "input[type=checkbox]");
    const outsiders = boxes.at(-1)!;
    outsiders.checked = true;
    outsiders.dispatchEvent(new Event("change"));
    await drawn(dialog);
    expect(deep<HTMLButtonElement>(dialog, "button[type=submit]").disabled).toBe(true);
    expect(wordsOf(dialog)).toContain("form 2");
  });

  it("leads to a request where the use is beyond the purpose", async () => {
    house.answers["POST viewing/request"] = { request: 9 };
    const say = vi.fn();
    const view = await show({ say });
    deep(view, ".screen .button.primary").click();
    await drawn(view);
    deep(context.dialogs, "kb-open-viewing .beyond, .beyond").click();
    await drawn(view);
    const dialog = deep<RequestViewingDialog>(context.dialogs, "kb-request-viewing");
    deep(dialog, "input[value=investigation]").dispatchEvent(new Event("change"));
    const reason = deep<HTMLTextAreaElement>(dialog, "textarea");
    reason.value = "A theft";
    reason.dispatchEvent(new Event("input"));
    deep<HTMLFormElement>(dialog, "form").dispatchEvent(new Event("submit", { cancelable: true }));
    await drawn(view);
    expect(house.told("viewing/request")[0]?.body).toMatchObject({
      ground: "investigation",
      reason: "A theft",
      cameras: ["c1"],
    });
    expect(say).toHaveBeenCalled();
  });

  it("lets whoever may decide over what was asked for", async () => {
    house.answers["GET viewing"] = {
      ...VIEWING,
      requests: [request({ by: "u2" })],
    };
    house.answers["POST viewing/permit"] = {};
    const view = await show();
    deep(view, "kb-viewing-requests .actions button").click();
    await drawn(view);
    expect(house.told("viewing/permit")[0]?.body).toEqual({ request: 7 });
  });

  it("begins a permitted use with its permission, for exactly what was permitted", async () => {
    house.answers["GET viewing"] = {
      ...VIEWING,
      requests: [request({ state: "permitted", permission: 8 })],
    };
    const view = await show();
    deep(view, "kb-viewing-requests .actions button").click();
    await drawn(view);
    const dialog = deep<OpenViewingDialog>(context.dialogs, "kb-open-viewing");
    expect(all(dialog, "input[type=radio], kb-span")).toEqual([]);
    deep<HTMLFormElement>(dialog, "form").dispatchEvent(new Event("submit", { cancelable: true }));
    await drawn(view);
    expect(house.told("viewing").find(({ method }) => method === "POST")?.body).toMatchObject({
      purpose: "beyond",
      permission: 8,
      cameras: ["c1"],
      start: "2026-11-22T23:30:00+00:00",
      end: "2026-11-22T23:40:00+00:00",
    });
    expect(wordsOf(view)).toContain("Viewing: Based on a law or ordinance");
  });

  it("keeps the moment in the address", async () => {
    const view = await show();
    deep(view, "kb-gaps button").click();
    await vi.advanceTimersByTimeAsync(1000);
    expect(went).toEqual([["footage", "c1", "2026-11-23", "09-00-00"]]);
    const again = await show({ path: ["footage", "c1", "2026-11-23", "09-30-05"] });
    expect(deep(again, "[role=slider]").getAttribute("aria-valuetext")).toContain(
      "09:30:05 Recorded",
    );
  });
});

describe("a span that is marked", () => {
  const MAY = ["list_footage", "request_extension", "request_disclosure", "protect_footage"];

  beforeEach(() => {
    house.overview.me.may = MAY;
  });

  async function marked(): Promise<FootageView> {
    const view = await show({ path: ["footage", "c1", "2026-11-23", "08-30-00"] });
    deep(view, "kb-mark .begin").click();
    await drawn(view);
    return view;
  }

  const act = (view: FootageView, words: string): void =>
    all(view, "kb-mark .actions button")
      .find((button) => wordsOf(button) === words)!
      .click();
  const span = (from: string, to: string): string[] =>
    [from, to].map((time) => String(Date.parse(`2026-11-23T${time}:00+09:00`) / 1000));

  it("carries over to a request: around the hand, and as its ends were moved", async () => {
    const view = await marked();
    act(view, "Request an extension");
    const to = deep<HTMLInputElement>(deep(view, "kb-mark"), "#to");
    to.value = "2026-11-23T08:50";
    to.dispatchEvent(new Event("change"));
    await drawn(view);
    act(view, "Request a disclosure");
    expect(went).toEqual([
      ["requests", "new", "extension", "of", "c1", ...span("08:25", "08:35")],
      ["requests", "new", "disclosure", "of", "c1", ...span("08:25", "08:50")],
    ]);
  });

  it("is protected at once, and the line drawn anew", async () => {
    house.answers["POST requests/protect"] = {
      number: 4,
      until: "2026-12-03T12:00:00+09:00",
      left_out: 0,
      true: [],
    };
    const said: string[] = [];
    const view = await marked();
    view.panel = { ...context, say: (text) => said.push(text) };
    await drawn(view);
    act(view, "Protect now");
    await drawn(view);
    expect(house.told("requests/protect")[0]?.body).toEqual({
      cameras: ["c1"],
      start: "2026-11-22T23:25:00+00:00",
      end: "2026-11-22T23:35:00+00:00",
    });
    expect(said[0]).toContain("Protected until Thu 3 Dec 12:00");
    expect(house.told("footage/c1/2026-11-23")).toHaveLength(2);
    expect(all(view, "kb-mark section")).toEqual([]);
  });

  it("stays from camera to camera of a day, and not from day to day", async () => {
    const view = await marked();
    house.answers["GET footage/c2/2026-11-23"] = { ...DAY, camera: "c2" };
    house.answers["GET footage/c2/2026-11-22"] = { ...DAY, camera: "c2", date: "2026-11-22" };
    view.panel = { ...context, path: ["footage", "c2", "2026-11-23"] };
    await drawn(view);
    act(view, "Request an extension");
    expect(went.at(-1)?.slice(4)).toEqual(["c2", ...span("08:25", "08:35")]);
    view.panel = { ...context, path: ["footage", "c2", "2026-11-22"] };
    await drawn(view);
    expect(all(view, "kb-mark section")).toEqual([]);
  });

  it("has an end after its start, or nothing can be asked for", async () => {
    const view = await marked();
    const to = deep<HTMLInputElement>(deep(view, "kb-mark"), "#to");
    to.value = "2026-11-23T08:00";
    to.dispatchEvent(new Event("change"));
    await drawn(view);
    const buttons = all<HTMLButtonElement>(view, "kb-mark .actions button");
    expect(buttons.map(({ disabled }) => disabled)).toEqual([true, true, true]);
  });

  it("is offered for what the person may ask only", async () => {
    house.overview.me.may = ["list_footage"];
    expect(all(await show(), "kb-mark button")).toEqual([]);
    house.overview.me.may = ["list_footage", "protect_footage"];
    const view = await marked();
    expect(all(view, "kb-mark .actions button").map(wordsOf)).toEqual(["Protect now"]);
  });
});

describe("the ends of a mark", () => {
  it("are moved by keys, minute by minute", async () => {
    const mark = document.createElement("kb-timeline-mark") as TimelineMark;
    mark.panel = house.context();
    mark.bounds = { from: Date.parse(DAY.start), to: Date.parse(DAY.end) };
    mark.window = mark.bounds;
    mark.width = 1000;
    mark.mark = { from: NOW - 3_600_000, to: NOW - 600_000 };
    const told: unknown[] = [];
    mark.addEventListener("mark", (event) => told.push((event as CustomEvent).detail));
    await put(mark);
    const [from, to] = all(mark, "[role=slider]");
    expect(from!.getAttribute("aria-valuetext")).toBe("11:00");
    from!.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", cancelable: true }));
    to!.dispatchEvent(
      new KeyboardEvent("keydown", { key: "ArrowRight", shiftKey: true, cancelable: true }),
    );
    to!.dispatchEvent(new KeyboardEvent("keydown", { key: "PageUp", cancelable: true }));
    expect(told).toEqual([
      { from: NOW - 3_660_000, to: NOW - 600_000 },
      { from: NOW - 3_600_000, to: NOW },
      { from: NOW - 3_600_000, to: NOW }, // nothing that is yet to come
    ]);
  });
});

describe("what is held", () => {
  it("is said with its end and never with why", async () => {
    house.answers["GET footage/c1/2026-11-23"] = {
      ...DAY,
      holds: [
        {
          start: "2026-11-23T08:00:00+09:00",
          end: "2026-11-23T09:00:00+09:00",
          until: "2026-12-20T00:00:00+09:00",
          kind: "disclosure",
        },
      ],
    };
    const view = await show({ path: ["footage", "c1", "2026-11-23", "08-30-00"] });
    expect(deep(view, "[role=slider]").getAttribute("aria-valuetext")).toBe(
      "08:30:00 Held until Sun 20 Dec 00:00",
    );
    expect(wordsOf(view)).not.toMatch(/disclosure|investigation/i);
  });

  it("stands on the camera's card, and nowhere where nothing is", async () => {
    const card = document.createElement("kb-camera") as CameraCard;
    card.panel = house.context();
    card.camera = camera({ held_until: "2026-12-20T00:00:00+09:00" });
    await put(card);
    expect(wordsOf(card)).toContain("Held until Sun 20 Dec 00:00");
    card.camera = camera();
    await card.updateComplete;
    expect(wordsOf(card)).not.toContain("Held");
  });
});

describe("the timeline", () => {
  it("is read and moved by keys alone", async () => {
    const view = await show({ path: ["footage", "c1", "2026-11-23", "08-30-00"] });
    const slider = deep(view, "[role=slider]");
    const press = async (key: string): Promise<string> => {
      slider.dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true }));
      await drawn(view);
      return slider.getAttribute("aria-valuetext") ?? "";
    };
    expect(slider.getAttribute("aria-valuenow")).toBe(String(8.5 * 3600));
    expect(await press("ArrowRight")).toContain("08:54:00 Recorded");
    expect(await press("PageDown")).toContain("09:10:00 Recorded");
    expect(await press("PageUp")).toContain("08:59:55 Recorded");
    expect(await press("Home")).toContain("00:00:00 Nothing recorded");
    expect(await press("End")).toContain("11:00:00");
  });
});
