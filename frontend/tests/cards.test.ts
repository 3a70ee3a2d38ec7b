import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import "../src/cards";
import { CameraAndSignCard, mood } from "../src/cards/camera-and-sign";
import { Dashboard } from "../src/cards/dashboard";
import { house, type CardHass } from "../src/cards/house";
import { WaitsForMeCard } from "../src/cards/waits-for-me";
import { offered, say } from "../src/cards/words";
import { all, button, settled, stage, t, textOf } from "./stage";

const early = customElements.get("ll-strategy-dashboard-kuma-bouhan");

beforeAll(async () => {
  customElements.define("home-assistant", class extends HTMLElement {});
  await settled();
});
beforeEach(() => document.body.replaceChildren());

const GATE = {
  "sensor.recording_state": "sensor.gate_state",
  "sensor.sign": "sensor.gate_sign",
  "sensor.next_erasure": "sensor.gate_next",
  "button.confirm_sign": "button.gate_confirm",
  "switch.recording": "switch.gate",
};
const HOUSE = {
  cameras: [{ camera: "c1", place: "Gate", entities: GATE }],
  entities: {
    "sensor.duties_overdue": "sensor.overdue",
    "sensor.self_check": "sensor.check",
    "todo.duties": "todo.duties",
    "calendar.duties": "calendar.duties",
  },
  may: ["read_duties", "confirm_sign"],
};

function home(answers: Record<string, unknown>, states: Record<string, string> = {}) {
  const set = stage({ dashboard: HOUSE, ...answers });
  const called: unknown[][] = [];
  const hass = Object.assign(set.panel.hass, {
    connection: {},
    locale: { language: "en", time_format: "24" },
    config: { time_zone: "Asia/Tokyo" },
    states: Object.fromEntries(
      Object.entries(states).map(([entity_id, state]) => [entity_id, { entity_id, state }]),
    ),
    formatEntityState: ({ state }: { state: string }) => `is ${state}`,
    callService: async (...call: unknown[]) => void called.push(call),
  }) as unknown as CardHass;
  return { ...set, hass, called };
}

async function shown<C extends CameraAndSignCard | WaitsForMeCard>(
  card: C,
  hass: CardHass,
  config: object,
): Promise<ShadowRoot> {
  card.setConfig(config as never);
  card.hass = hass;
  document.body.append(card);
  await settled();
  await settled();
  return card.renderRoot as ShadowRoot;
}

describe("the card of a camera and its sign", () => {
  const states = {
    "sensor.gate_state": "recording",
    "sensor.gate_sign": "inspection_due",
    "sensor.gate_next": "2026-11-24T01:00:00+00:00",
  };

  it("shows both, and has the sign confirmed", async () => {
    const { hass, called } = home({}, states);
    const root = await shown(new CameraAndSignCard(), hass, { entity: "sensor.gate_state" });
    const text = textOf(root);
    for (const part of ["Gate", "is recording", "is inspection_due", "24 Nov 10:00"]) {
      expect(text).toContain(part);
    }
    button(root, say("en", "confirm")).click();
    await settled();
    expect(called).toEqual([["button", "press", {}, { entity_id: "button.gate_confirm" }]]);
    expect(textOf(root)).toContain(say("en", "confirmed"));
  });

  it("offers nothing to whom it is not for", async () => {
    const { hass } = home({ dashboard: { ...HOUSE, may: [] } }, states);
    const root = await shown(new CameraAndSignCard(), hass, { entity: "sensor.gate_state" });
    expect(textOf(root)).toContain("is inspection_due");
    expect(textOf(root)).not.toContain(say("en", "confirm"));
  });

  it("says why a sign was not confirmed", async () => {
    const { hass } = home({}, states);
    hass.callService = async () => {
      throw new Error("Only somebody with a role may confirm a sign.");
    };
    const root = await shown(new CameraAndSignCard(), hass, { entity: "sensor.gate_state" });
    button(root, say("en", "confirm")).click();
    await settled();
    expect(textOf(root)).toContain("Only somebody with a role");
  });

  it("offers no confirmation while the sign hangs, and opens more of an entity", async () => {
    const { hass } = home({}, { ...states, "sensor.gate_sign": "displayed" });
    const card = new CameraAndSignCard();
    const root = await shown(card, hass, { entity: "sensor.gate_state" });
    expect(all(root, ".button")).toHaveLength(0);
    const more: unknown[] = [];
    card.addEventListener("hass-more-info", (event) => more.push((event as CustomEvent).detail));
    all<HTMLButtonElement>(root, ".chip")[0]?.click();
    expect(more).toEqual([{ entityId: "sensor.gate_state" }]);
  });

  it("asks for a camera where none of ours was chosen", async () => {
    const { hass } = home({}, states);
    const root = await shown(new CameraAndSignCard(), hass, { entity: "sensor.other" });
    expect(textOf(root)).toBe(say("en", "choose"));
    expect(await CameraAndSignCard.getStubConfig(hass)).toEqual({ entity: "sensor.gate_state" });
    expect(JSON.stringify(CameraAndSignCard.getConfigForm())).toContain("kuma_bouhan");
  });

  it("is coloured by what a state means", () => {
    expect(["recording", "displayed"].map(mood)).toEqual(["good", "good"]);
    expect(["switched_off", "outside_hours"].map(mood)).toEqual(["", ""]);
    expect(["inspection_due", "never_confirmed"].map(mood)).toEqual(["warn", "warn"]);
    expect(["missing", "disk_full"].map(mood)).toEqual(["bad", "bad"]);
  });
});

describe("the card of what waits for me", () => {
  const duty = (id: string, more: object = {}) => ({
    id,
    kind: "sign",
    due: "2026-11-20T00:00:00+09:00",
    overdue: false,
    soon: true,
    mine: true,
    place: null,
    number: null,
    path: "/kuma-bouhan/duties/signs",
    ...more,
  });

  it("lists what is due soon and overdue of one's own, and leads there", async () => {
    const duties = [
      duty("a", { overdue: true, place: "Gate" }),
      duty("b", { number: 3, kind: "complaint_answer" }),
      duty("c", { soon: false }),
      duty("d", { overdue: true, mine: false }),
    ];
    const { hass } = home({ "kept/duties": { duties } });
    const root = await shown(new WaitsForMeCard(), hass, {});
    await settled();
    const text = textOf(root);
    expect(all(root, "li")).toHaveLength(2);
    expect(text).toContain(`${t("duties.kind.sign")} · Gate`);
    expect(text).toContain(say("en", "number", { number: 3 }));
    expect(text).toContain(say("en", "overdue", { day: "Friday, 20 November 2026" }));
    all<HTMLAnchorElement>(root, "a")[0]?.click();
    expect(location.pathname).toBe("/kuma-bouhan/duties/signs");
  });

  it("tells what looks alike in one line, with how often", async () => {
    const duties = [duty("a", { kind: "instruction" }), duty("b", { kind: "instruction" })];
    const { hass } = home({ "kept/duties": { duties } });
    const root = await shown(new WaitsForMeCard(), hass, {});
    await settled();
    expect(all(root, "li")).toHaveLength(1);
    expect(textOf(root)).toContain(
      `${t("duties.kind.instruction")} · ${say("en", "several", { count: 2 })}`,
    );
  });

  it("says how many more there are, that there is none, or that nothing is this person's", async () => {
    const duties = [duty("a", { place: "Gate", camera: "c1" }), duty("b")];
    const two = home({ "kept/duties": { duties } });
    expect(textOf(await shown(new WaitsForMeCard(), two.hass, { most: 1 }))).toContain(
      say("en", "more", { count: 1 }),
    );
    const none = home({ "kept/duties": { duties: [] } });
    expect(textOf(await shown(new WaitsForMeCard(), none.hass, {}))).toContain(
      say("en", "nothing"),
    );
    const refused = home({
      "kept/duties": () => {
        throw { code: "unauthorized" };
      },
    });
    expect(textOf(await shown(new WaitsForMeCard(), refused.hass, {}))).toContain(
      say("en", "not_yours"),
    );
    const nobodys = home({ dashboard: { ...HOUSE, may: [] } });
    expect(textOf(await shown(new WaitsForMeCard(), nobodys.hass, {}))).toContain(
      say("en", "not_yours"),
    );
    // What is not asked for is not refused, and no refusal is entered.
    expect(nobodys.asked.some(({ to }) => to === "kept/duties")).toBe(false);
  });
});

describe("the ready dashboard", () => {
  it("is made of stock cards for what there is, and of ours", async () => {
    const { hass } = home({});
    const made = JSON.stringify(await Dashboard.generate({}, hass));
    expect(made).toContain("custom:kuma-bouhan-duties-card");
    expect(made).toContain('"entity":"sensor.gate_state"');
    expect(made).toContain('{"type":"tile","entity":"switch.gate","name":{"type":"entity"}}');
    expect(made).toContain('"state_content":["of_all"]');
    // Nobody could tick anything off.
    expect(made).not.toContain("todo");
    expect(made).toContain('"type":"calendar","entities":["calendar.duties"]');
  });

  it("asks once for all cards of a page", async () => {
    const { hass, asked } = home({});
    await Promise.all([house(hass), house(hass)]);
    expect(asked.filter(({ to }) => to === "dashboard")).toHaveLength(1);
  });

  it("is defined once Home Assistant is, and its cards are offered in both languages", () => {
    expect(early).toBeUndefined();
    expect(customElements.get("ll-strategy-dashboard-kuma-bouhan")).toBe(Dashboard);
    expect(JSON.stringify(offered(() => "ja"))).toContain("自分の業務");
    const { customCards } = window as unknown as { customCards: { type: string; name: string }[] };
    for (const language of ["ja", "en"] as const) {
      document.documentElement.lang = language; // as Home Assistant does, later than cards are offered
      expect(customCards.map(({ name }) => name)).toContain(say(language, "duties_card"));
    }
    expect(customCards.map(({ type }) => type)).toEqual([
      "kuma-bouhan-camera-card",
      "kuma-bouhan-duties-card",
    ]);
  });
});
