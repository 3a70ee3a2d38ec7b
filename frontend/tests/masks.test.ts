import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { MaskCanvas } from "../src/components/mask-canvas";
import type { PanelContext } from "../src/components/panel-context";
import {
  between,
  cornered,
  fromSent,
  isTap,
  moved,
  nextId,
  resized,
  timed,
  toSent,
  type Mask,
} from "../src/data/masks";
import type { MaskStatus } from "../src/data/request-types";
import "../src/views/request-forms";
import type { RequestForms } from "../src/views/request-forms";
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
const FROM = Date.parse("2026-11-23T08:00:00+09:00");
const TO = Date.parse("2026-11-23T09:00:00+09:00");
const WHOLE = { from: FROM, to: TO };

const mask = (more: Partial<Mask> = {}): Mask => ({
  id: 1,
  ...WHOLE,
  x: 0.2,
  y: 0.2,
  w: 0.4,
  h: 0.4,
  ...more,
});

describe("a rectangle", () => {
  it("lies between two points, whichever came first, and inside the picture", () => {
    const box = between({ x: 0.75, y: 0.5 }, { x: 0.25, y: 1.4 });
    expect(box).toEqual({ x: 0.25, y: 0.5, w: 0.5, h: 0.5 });
    expect(isTap(box)).toBe(false);
    expect(isTap(between({ x: 0.5, y: 0.5 }, { x: 0.505, y: 0.9 }))).toBe(true);
  });

  it("stays inside the picture when it is moved", () => {
    expect(moved(mask(), 9, -9)).toMatchObject({ x: 0.6, y: 0, w: 0.4, h: 0.4 });
  });

  it("keeps the corner across from the one that is moved", () => {
    const box = cornered(mask(), "nw", { x: 0.1, y: 0.3 });
    expect(box.x).toBeCloseTo(0.1);
    expect(box.y).toBeCloseTo(0.3);
    expect(box.x + box.w).toBeCloseTo(0.6);
    expect(box.y + box.h).toBeCloseTo(0.6);
    expect(cornered(mask(), "se", { x: 0, y: 0 }).w).toBeGreaterThan(0);
    expect(resized(mask(), 0.1, -0.1).w).toBeCloseTo(0.5);
  });

  it("begins and ends where it is told, and lasts a second at the least", () => {
    expect(timed(mask(), "from", FROM + 5_000, WHOLE)).toMatchObject({
      from: FROM + 5_000,
      to: TO,
    });
    const short = timed(mask({ to: FROM + 2_000 }), "from", FROM + 9_000, WHOLE);
    expect(short).toMatchObject({ from: FROM + 9_000, to: TO });
    expect(timed(mask(), "to", FROM, WHOLE)).toMatchObject({ from: FROM, to: FROM + 1_000 });
  });

  it("is sent in parts of the picture, and comes back as it was", () => {
    const sent = toSent(mask({ x: 0.123456, w: 1 }));
    expect(sent).toMatchObject({ x: 0.1235, y: 0.2, start: "2026-11-22T23:00:00+00:00" });
    expect(sent.x + sent.w).toBeLessThanOrEqual(1);
    expect(fromSent([toSent(mask())])).toEqual([mask()]);
    expect(nextId([mask({ id: 4 })])).toBe(5);
    expect(nextId([])).toBe(1);
  });
});

let house: House;
let status: MaskStatus;
let went: (readonly string[])[];
let context: PanelContext;
let disclosure: Record<string, unknown>;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  sessionStorage.clear();
  vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:1");
  house = new House();
  house.overview = overview({
    me: { user_id: "u1", name: "Hanako", roles: ["manager"], may: ["read_requests"] },
    cameras: [camera(), camera({ camera: "c2", place: "Yard" })],
  });
  house.lock = opened(60);
  status = { state: "none", done: 0, masks: [], error: null };
  disclosure = {
    number: 7,
    cameras: ["c1"],
    start: "2026-11-23T08:00:00+09:00",
    end: "2026-11-23T09:00:00+09:00",
    true: [{ camera: "c1", start: "2026-11-23T07:59:40+09:00", end: "2026-11-23T09:00:20+09:00" }],
    masks: [],
    can: ["mask"],
  };
  house.hass.callWS = (async () => ({
    settings: {},
    drafts: [],
    protections: [],
    extensions: [],
    disclosures: [disclosure],
  })) as never;
  house.answers = {
    "GET requests/mask/7/c1": () => status,
    "POST requests/mask": ({ body }: { body: { masks: never[] } }) => {
      status = { state: "working", done: 0.25, masks: body.masks, error: null };
      return {};
    },
    "POST requests/mask/cancel": () => {
      status = { ...status, state: "cancelled" };
      return {};
    },
  };
  for (const second of [0, 1, 10, 11]) {
    house.answers[`GET ${still(FROM + second * 1000)}`] = () => new Response("jpeg");
  }
  went = [];
});

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const still = (at: number, id = "c1"): string =>
  `requests/still/7/${id}?at=${encodeURIComponent(new Date(at).toISOString().replace(".000Z", "+00:00"))}`;

async function show(
  path: string[] = ["c1"],
  more: Partial<PanelContext> = {},
): Promise<RequestForms> {
  const view = document.createElement("kb-request-forms") as RequestForms;
  context = house.context({
    path: ["requests", "7", "masks", ...path],
    go: (to) => went.push(to),
    ...more,
  });
  view.panel = context;
  await put(view);
  await drawn(view);
  return view;
}

async function drawn(view: { updateComplete: Promise<unknown> }, ms = 150): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) {
    await vi.advanceTimersByTimeAsync(ms);
    await settle(30);
    await view.updateComplete;
  }
}

/** Draw, move or size with a pointer: places in parts of the picture. */
async function pull(
  view: RequestForms,
  from: [number, number],
  to: [number, number],
  on = ".area",
  end = "pointerup",
): Promise<void> {
  const area = deep(view, ".area");
  vi.spyOn(area, "getBoundingClientRect").mockReturnValue(new DOMRect(0, 0, 1000, 500));
  Object.assign(area, { setPointerCapture: () => undefined });
  const send = (type: string, target: Element, [x, y]: [number, number]): void => {
    target.dispatchEvent(
      new PointerEvent(type, {
        pointerId: 1,
        button: 0,
        clientX: x * 1000,
        clientY: y * 500,
        bubbles: true,
      }),
    );
  };
  send("pointerdown", deep(view, on), from);
  send("pointermove", area, to);
  await drawn(view);
  send(end, area, to);
  await drawn(view);
}

const rows = (view: RequestForms): string[] => all(view, "kb-mask-list .row").map(wordsOf);
const press = async (view: RequestForms, words: string): Promise<void> => {
  const found = all(view, "button").find((one) => wordsOf(one) === words);
  if (!found) throw new Error(`no button “${words}”`);
  found.click();
  await drawn(view);
};

describe("masks", () => {
  it("begin at the first picture there is", async () => {
    disclosure["true"] = [
      { camera: "c1", start: "2026-11-23T08:00:10+09:00", end: "2026-11-23T09:00:20+09:00" },
    ];
    await show();
    expect(house.asked.some(({ path }) => path === still(FROM + 10_000))).toBe(true);
    expect(house.asked.some(({ path }) => path === still(FROM))).toBe(false);
  });

  it("are drawn on the still of the moment, over all of the span", async () => {
    const view = await show();
    expect(house.told(still(FROM))).toHaveLength(1);
    await pull(view, [0.1, 0.2], [0.3, 0.6]);
    expect(rows(view)).toEqual(["1 Throughout"]);
    await press(view, "Make the masked copy");
    expect(house.told("requests/mask")[0]?.body).toEqual({
      number: 7,
      camera: "c1",
      masks: [
        {
          start: "2026-11-22T23:00:00+00:00",
          end: "2026-11-23T00:00:00+00:00",
          x: 0.1,
          y: 0.2,
          w: 0.2,
          h: 0.4,
        },
      ],
    });
  });

  it("lie over all of a span that begins and ends within a second, of which no picture from before is asked for", async () => {
    Object.assign(disclosure, {
      start: "2026-11-23T08:00:00.700000+09:00",
      end: "2026-11-23T08:59:59.300000+09:00",
    });
    const view = await show();
    await pull(view, [0.1, 0.2], [0.3, 0.6]);
    expect(rows(view)).toEqual(["1 Throughout"]);
    await press(view, "Make the masked copy");
    expect(house.told("requests/mask")[0]?.body["masks"]).toMatchObject([
      { start: "2026-11-22T23:00:00+00:00", end: "2026-11-23T00:00:00+00:00" },
    ]);
    deep(view, "kb-mask-list .row").click();
    const slider = deep<HTMLInputElement>(view, "input[type=range]");
    slider.value = slider.min;
    slider.dispatchEvent(new Event("input"));
    await drawn(view);
    expect(house.told(still(FROM))).toEqual([]);
    expect(house.told(still(FROM + 1_000)).length).toBeGreaterThan(0);
  });

  it("are not drawn by a tap, nor by a pull that is broken off", async () => {
    const view = await show();
    await pull(view, [0.1, 0.2], [0.1, 0.2]);
    await pull(view, [0.1, 0.2], [0.5, 0.6], ".area", "pointercancel");
    expect(rows(view)).toEqual([]);
  });

  it("are moved, and sized at their corners", async () => {
    const view = await show();
    await pull(view, [0.1, 0.2], [0.3, 0.6]);
    await pull(view, [0.2, 0.4], [0.3, 0.4], ".mask");
    expect(deep(view, ".mask").getAttribute("style")).toContain("left:20.000%");
    await pull(view, [0.4, 0.6], [0.5, 0.8], ".corner.se");
    expect(deep(view, ".mask").getAttribute("style")).toContain("width:30.000%;height:60.000%");
  });

  it("are added, moved, sized and taken away by keys alone", async () => {
    const view = await show();
    await press(view, "Add");
    const canvas = deep<MaskCanvas>(view, "kb-mask-canvas");
    expect(canvas.shadowRoot?.activeElement?.className).toBe("mask");
    const key = async (name: string, shiftKey = false): Promise<void> => {
      deep(view, ".mask").dispatchEvent(
        new KeyboardEvent("keydown", { key: name, shiftKey, cancelable: true }),
      );
      await drawn(view);
    };
    await key("ArrowRight");
    await key("ArrowDown", true);
    expect(deep(view, ".mask").getAttribute("style")).toBe(
      "left:41.000%;top:40.000%;width:20.000%;height:21.000%",
    );
    await key("Delete");
    expect(rows(view)).toEqual([]);
  });

  it("begin and end at the moment that is shown, and are seen in their time only", async () => {
    const view = await show();
    await press(view, "Add");
    const slider = deep<HTMLInputElement>(view, "input[type=range]");
    slider.value = String(FROM + 10_000);
    slider.dispatchEvent(new Event("input"));
    await drawn(view);
    await press(view, "Until here");
    expect(rows(view)).toEqual(["1 08:00:00 to 08:00:10"]);
    expect(all(view, ".mask")).toEqual([]);
    deep(view, "kb-mask-list .row").click(); // goes where it is seen
    await drawn(view);
    expect(all(view, ".mask")).toHaveLength(1);
    expect(slider.value).toBe(String(FROM));
  });

  it("stay through a reload until their copy is there", async () => {
    const view = await show();
    await pull(view, [0.1, 0.2], [0.3, 0.6]);
    view.remove();
    const again = await show();
    expect(rows(again)).toEqual(["1 Throughout"]);
    await press(again, "Make the masked copy");
    // A restart may end the work, and with it what the integration knows of it.
    status = { state: "none", done: 0, masks: [], error: null };
    again.remove();
    const third = await show();
    expect(rows(third)).toEqual(["1 Throughout"]);
    await press(third, "Make the masked copy");
    status = { ...status, state: "done", done: 1 };
    await drawn(third, 600);
    expect(sessionStorage.length).toBe(0);
  });

  it("that were drawn after their copy are not taken for it", async () => {
    status = { state: "done", done: 1, masks: [toSent(mask())], error: null };
    const view = await show();
    await press(view, "Add");
    view.remove();
    expect(rows(await show())).toHaveLength(2);
  });

  it("come back as they were drawn last", async () => {
    status = { state: "done", done: 1, masks: [toSent(mask())], error: null };
    const view = await show();
    expect(rows(view)).toEqual(["1 Throughout"]);
    expect(wordsOf(view)).toContain("The masked copy is made");
  });

  it("cannot be changed while their copy is made, which can be stopped", async () => {
    const view = await show();
    await press(view, "Add");
    await press(view, "Make the masked copy");
    expect(deep<HTMLProgressElement>(view, "progress").value).toBe(0.25);
    await pull(view, [0.1, 0.2], [0.9, 0.9]);
    expect(rows(view)).toHaveLength(1);
    await press(view, "Stop");
    expect(house.told("requests/mask/cancel")[0]?.body).toEqual({ number: 7, camera: "c1" });
    expect(wordsOf(view)).toContain("It was stopped");
  });

  it("are followed until their copy is made, or is not", async () => {
    status = { state: "working", done: 0.5, masks: [toSent(mask())], error: null };
    const said: string[] = [];
    const view = await show(["c1"], { say: (text) => said.push(text) });
    status = { ...status, state: "done", done: 1 };
    await drawn(view, 600);
    expect(said).toEqual(["The masked copy is made."]);
    await press(view, "To the request");
    expect(went).toEqual([["requests", "7"]]);
    view.remove();
    status = { ...status, state: "failed" };
    expect(wordsOf(await show())).toContain("could not be made");
  });

  it("are drawn camera by camera", async () => {
    disclosure["cameras"] = ["c2", "c1"];
    disclosure["masks"] = [{ camera: "c1", masks: 1 }];
    house.answers["GET requests/mask/7/c2"] = { state: "none", done: 0, masks: [], error: null };
    house.answers[`GET ${still(FROM, "c2")}`] = () => new Response("jpeg");
    const view = await show([]);
    expect(house.told(still(FROM, "c2"))).toHaveLength(1);
    await press(view, "Entrance (copy made)");
    expect(went).toEqual([["requests", "7", "masks", "c1"]]);
  });
});

describe("the picture to draw on", () => {
  it("is asked for with the vault unlocked only", async () => {
    house.lock = LOCKED;
    const ensureUnlocked = vi.fn(async () => true);
    const view = await show(["c1"], { ensureUnlocked });
    expect(house.asked.filter(({ path }) => path.includes("still"))).toEqual([]);
    expect(all(view, "kb-mask-canvas")).toEqual([]);
    await press(view, "Unlock");
    expect(ensureUnlocked).toHaveBeenCalledOnce();
    view.panel = { ...context, lock: opened(60) };
    await drawn(view);
    expect(house.told(still(FROM))).toHaveLength(1);
  });

  it("goes when it is locked, and what was drawn stays", async () => {
    const view = await show();
    await press(view, "Add");
    view.panel = { ...context, lock: LOCKED };
    await drawn(view);
    expect(all(view, "img")).toEqual([]);
    expect(rows(view)).toEqual(["1 Throughout"]);
  });

  it("is said to be missing where there is none, and other moments can be looked at", async () => {
    house.answers[`GET ${still(FROM + 1000)}`] = new Refusal("no_footage_in_span", {}, 404);
    const view = await show();
    deep(view, "[aria-label='1 second on']").click();
    await drawn(view);
    expect(wordsOf(view)).toContain("no picture of this moment");
    deep(view, "[aria-label='10 seconds on']").click();
    await drawn(view);
    expect(all(view, "img")).toHaveLength(1);
  });

  it("asks again once there is a connection", async () => {
    let offline = true;
    house.answers[`GET ${still(FROM)}`] = () => {
      if (offline) throw new Error("offline");
      return new Response("jpeg");
    };
    const view = await show();
    expect(wordsOf(view)).toContain("cannot be reached");
    offline = false;
    await drawn(view, 1000);
    expect(all(view, "img")).toHaveLength(1);
  });
});

describe("a request for which no masks can be drawn", () => {
  it("says so", async () => {
    disclosure["can"] = [];
    expect(wordsOf(await show())).toContain("No masks can be drawn");
    expect(wordsOf(await show(["c9"]))).toContain("No masks can be drawn");
  });
});
