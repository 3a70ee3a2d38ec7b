import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import "../src/panel";
import type { KumaBouhanPanel } from "../src/shell";
import { requests } from "./requests-of";
import { all, camera, deep, House, opened, overview, put, settle, wordsOf } from "./house";

let house: House;

beforeEach(() => {
  house = new House();
  history.replaceState(null, "", "/kuma-bouhan");
});

afterEach(async () => {
  document.body.replaceChildren();
  await vi.dynamicImportSettled();
  await new Promise((done) => setTimeout(done)); // what was still to be drawn
});

async function show(path = ""): Promise<KumaBouhanPanel> {
  const panel = document.createElement("kuma-bouhan-panel") as KumaBouhanPanel;
  panel.hass = house.hass;
  panel.route = { prefix: "/kuma-bouhan", path };
  await put(panel);
  await vi.waitFor(() => {
    expect(wordsOf(panel)).not.toBe("");
    expect(all(panel, "main").length).toBe(1);
  });
  await settle(40);
  await panel.updateComplete;
  await settle(40);
  return panel;
}

describe("the panel", () => {
  it("shows somebody without a role what this is and whom to ask, and nothing else", async () => {
    const { site, me, version } = overview();
    house.overview = { version, site, me: { ...me, roles: [], may: [] } };
    const panel = await show("/footage/c1");
    const words = wordsOf(panel);
    for (const said of ["burglary", "Chair Hanako", "096-000-0000", "Association", "7 days"]) {
      expect(words).toContain(said);
    }
    expect(words).not.toContain("Entrance");
    expect(all(panel, "button, nav, kb-lock-chip, kb-today, kb-footage")).toEqual([]);
    expect(house.asked).toEqual([]);
  });

  it("says that the site does not run where none does", async () => {
    house.overview = { ...overview({ lock: undefined }), site: null };
    const panel = await show();
    expect(all(panel, "[role=alert]")).toHaveLength(1);
    expect(all(panel, "nav")).toEqual([]);
  });

  it("has landmarks, one heading of the first rank, and says which page is open", async () => {
    const panel = await show("/today");
    expect(all(panel, "h1")).toHaveLength(1);
    expect(
      all(panel, "header, main, nav")
        .map(({ localName }) => localName)
        .sort(),
    ).toEqual(["header", "main", "nav"]);
    expect(wordsOf(deep(panel, "nav [aria-current=page]"))).toBe("Today");
  });

  it("says at the tab how many requests wait, and nothing where none does", async () => {
    const counts = { waiting: 3, copies_out: 0, copies_overdue: 0 };
    house.overview = overview({ requests: counts });
    const panel = await show("/today");
    const tab = deep(panel, "nav a:nth-child(3)");
    expect(wordsOf(tab)).toContain("3 to be decided");
    house.subscribers[0]?.(overview({ requests: { ...counts, waiting: 0 } }));
    await settle(40);
    await panel.updateComplete;
    expect(wordsOf(tab)).toBe("Requests");
  });

  it("goes to a page the way Home Assistant does", async () => {
    const panel = await show("/today");
    const moved = vi.fn();
    window.addEventListener("location-changed", moved, { once: true });
    deep(panel, "nav a:nth-child(2)").click();
    expect(location.pathname).toBe("/kuma-bouhan/footage");
    expect(moved).toHaveBeenCalled();
  });

  it("has four tabs and the others behind one more where there is little room", async () => {
    const panel = await show("/today");
    panel.narrow = true;
    await panel.updateComplete;
    const more = deep(panel, "nav.below .tab");
    expect(all(panel, "nav.below > a").map(wordsOf)).toEqual([
      "Today",
      "Footage",
      "Requests",
      "Duties",
    ]);
    expect(deep(panel, "#more").hidden).toBe(true);
    more.click();
    await panel.updateComplete;
    expect(more.getAttribute("aria-expanded")).toBe("true");
    expect(all(panel, "#more a").map(wordsOf)).toEqual([
      "People and keys",
      "Papers",
      "Self-check",
      "The book",
    ]);
    deep(panel, "#more a").click();
    await panel.updateComplete;
    expect(location.pathname).toBe("/kuma-bouhan/people");
    expect(deep(panel, "#more").hidden).toBe(true);
    more.click();
    await panel.updateComplete;
    more.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    await panel.updateComplete;
    expect(deep(panel, "#more").hidden).toBe(true);
  });

  it("leads to a page without a tab", async () => {
    const panel = await show("/start");
    expect(all(panel, "kb-start")).toHaveLength(1);
    expect(all(panel, "nav [aria-current=page]")).toEqual([]);
  });

  it("does not draw again for every state of every entity", async () => {
    const panel = await show("/today");
    const drawn = vi.spyOn(panel, "updated" as never);
    panel.hass = { ...house.hass };
    await panel.updateComplete;
    expect(drawn).not.toHaveBeenCalled();
    panel.hass = { ...house.hass, themes: { darkMode: true } };
    await panel.updateComplete;
    expect(drawn).toHaveBeenCalled();
    expect(panel.hasAttribute("dark")).toBe(true);
  });

  it("is light while Home Assistant does not know, and follows what it then says in place", async () => {
    const themes: { darkMode?: boolean } = {};
    house.hass.themes = themes;
    const panel = await show("/today");
    expect(panel.hasAttribute("dark")).toBe(false);
    expect(deep(panel, "kb-today").hasAttribute("dark")).toBe(false);
    themes.darkMode = true;
    panel.hass = { ...house.hass };
    await panel.updateComplete;
    await settle();
    expect(panel.hasAttribute("dark")).toBe(true);
    expect(deep(panel, "kb-today").hasAttribute("dark")).toBe(true);
  });

  it("is as dark as the page behind it, whatever is said of it and whenever that changes", async () => {
    const { style } = document.documentElement;
    const panel = await show("/today");
    const page = deep(panel, "kb-today");
    for (const [colour, dark] of [
      ["#111111", true],
      ["#fff", false],
      ["rgb(28, 28, 30)", true],
      ["rgba(250 250 250 / 1)", false],
    ] as const) {
      style.setProperty("--primary-background-color", colour);
      await settle();
      expect(panel.hasAttribute("dark"), colour).toBe(dark);
      expect(page.hasAttribute("dark"), colour).toBe(dark);
    }
    style.setProperty("--primary-background-color", "canvas");
    await settle();
    expect(panel.hasAttribute("dark"), "by what Home Assistant says").toBe(false);
    style.removeProperty("--primary-background-color");
    panel.remove();
  });

  it("unsubscribes when it is taken off the page, and comes back", async () => {
    const panel = await show("/today");
    panel.remove();
    await settle();
    expect(house.unsubscribed).toBe(1);
    document.body.append(panel);
    await settle();
    expect(house.subscribers).toHaveLength(2);
  });

  it("speaks Japanese to whoever reads Japanese", async () => {
    house.hass.language = "ja";
    const panel = await show("/today");
    await vi.waitFor(() => expect(wordsOf(panel)).toContain("きょう"));
    expect(panel.lang).toBe("ja");
  });

  it("loads the words of a page with the page, in the language that is read then", async () => {
    const { me } = overview();
    house.overview = overview({ me: { ...me, may: ["read_requests"] } });
    house.hass.callWS = async () => requests() as never;
    const panel = await show("/requests");
    await vi.waitFor(() => expect(wordsOf(panel)).toContain("There is no request."));
    panel.hass = { ...house.hass, language: "ja" };
    await vi.waitFor(() => expect(wordsOf(panel)).toContain("申請はまだありません。"));
    expect(wordsOf(panel)).not.toContain("requests.");
  });

  it("locks from every page, and says so", async () => {
    house.lock = opened();
    house.overview = overview({ lock: { locked: false } });
    house.answers["POST lock"] = {};
    const panel = await show("/book");
    const chip = deep(panel, "kb-lock-chip button");
    expect(wordsOf(chip)).toContain("Lock");
    chip.click();
    await settle(40);
    await panel.updateComplete;
    expect(house.asked.some(({ method, path }) => method === "POST" && path === "lock")).toBe(true);
    expect(wordsOf(deep(panel, "[role=status].said"))).toBe("Locked.");
  });
});

describe("today", () => {
  it("says that all is well", async () => {
    const words = wordsOf(await show("/today"));
    for (const said of [
      "All is well",
      "The camera is recording.",
      "Entrance",
      "Recording",
      "Locked",
    ]) {
      expect(words).toContain(said);
    }
    expect(words).not.toContain("To be done");
  });

  it("says what is wrong and what to do", async () => {
    const state = "camera_unavailable" as const;
    house.overview = overview({ cameras: [camera({ state, problem: true })], code_used: true });
    const words = wordsOf(await show("/today"));
    for (const said of [
      "2 things need attention",
      "Check its power and network",
      "recovery code was used",
    ]) {
      expect(words).toContain(said);
    }
  });

  it("tells of requests and copies only while somebody has to do something", async () => {
    house.overview = overview({ requests: { waiting: 1, copies_out: 2, copies_overdue: 1 } });
    const panel = await show("/today");
    const words = wordsOf(deep(panel, "section.requests"));
    expect(words).toContain("Requests to be decided: 1");
    expect(words).toContain("Copies to be settled: 2 1 of them overdue");
    deep(panel, "section.requests button").click();
    expect(location.pathname).toBe("/kuma-bouhan/requests");
    house.subscribers[0]?.(
      overview({ requests: { waiting: 0, copies_out: 0, copies_overdue: 0 } }),
    );
    await settle(40);
    await panel.updateComplete;
    expect(all(panel, "section.requests")).toEqual([]);
  });

  it("starts recording where it was switched off", async () => {
    house.overview = overview({ cameras: [camera({ state: "switched_off", on: false })] });
    const panel = await show("/today");
    deep(panel, "kb-camera .button.primary").click();
    await settle();
    expect(house.called).toEqual([["switch", "turn_on", {}, { entity_id: "switch.door" }]]);
  });

  it("offers nothing that the person may not do", async () => {
    const { me } = overview();
    house.overview = overview({
      me: { ...me, roles: ["staff"], may: ["lock"] },
      cameras: [camera({ state: "switched_off", on: false })],
    });
    const panel = await show("/today");
    expect(all(panel, "kb-camera button, kb-lock-card button, kb-lock-chip button")).toEqual([]);
  });
});
