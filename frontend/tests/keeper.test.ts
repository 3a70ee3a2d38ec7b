import type { ReactiveControllerHost } from "lit";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { OpenViewing } from "../src/dialogs/open-viewing";
import { HIDDEN_MS, IDLE_MS, SessionKeeper, type EndReason } from "../src/player/keeper";
import { House, settle } from "./house";

const host = {
  addController: () => undefined,
  requestUpdate: () => undefined,
} as unknown as ReactiveControllerHost;

let house: House;
let keeper: SessionKeeper;
let ends: EndReason[];
let playing: boolean;
let paused: number;

const viewing = (minutes = 60): OpenViewing => ({
  session: "s1",
  until: new Date(Date.now() + minutes * 60_000).toISOString(),
  words: "viewing.purpose.incident",
  cameras: ["c1"],
  span: { from: 0, to: 1 },
});

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-11-23T12:00:00+09:00") });
  house = new House();
  house.answers["POST viewing/end"] = {};
  [ends, playing, paused] = [[], false, 0];
  keeper = new SessionKeeper(host, {
    isPlaying: () => playing,
    pause: () => (paused += 1),
    ended: (reason) => ends.push(reason),
  });
});

afterEach(() => {
  keeper.end("asked");
  vi.useRealTimers();
});

const told = (): unknown[] =>
  house.told("viewing/end").map(({ body, keepalive }) => ({ ...body, keepalive }));

describe("a viewing", () => {
  it("ends when the person says so, and the integration is told", async () => {
    keeper.begin(house.hass, viewing());
    keeper.end("asked");
    await settle();
    expect(keeper.open).toBeNull();
    expect(told()).toEqual([{ session: "s1", keepalive: false }]);
    keeper.end("asked");
    expect(ends).toEqual(["asked"]);
  });

  it("ends when the page is left, by a request that outlives the page", async () => {
    keeper.begin(house.hass, viewing());
    keeper.hostDisconnected();
    await settle();
    expect(told()).toEqual([{ session: "s1", keepalive: true }]);
    keeper.begin(house.hass, viewing());
    window.dispatchEvent(new Event("pagehide"));
    expect(ends).toEqual(["left", "left"]);
  });

  it("ends when nothing is done and nothing plays", () => {
    keeper.begin(house.hass, viewing());
    vi.advanceTimersByTime(IDLE_MS - 1);
    expect(ends).toEqual([]);
    window.dispatchEvent(new Event("keydown"));
    vi.advanceTimersByTime(IDLE_MS - 1);
    expect(ends).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(ends).toEqual(["idle"]);
  });

  it("goes on while it plays", () => {
    playing = true;
    keeper.begin(house.hass, viewing());
    vi.advanceTimersByTime(3 * IDLE_MS);
    expect(ends).toEqual([]);
  });

  it("ends when its time is over", () => {
    playing = true;
    keeper.begin(house.hass, viewing(10));
    vi.advanceTimersByTime(10 * 60_000);
    expect(ends).toEqual(["time"]);
  });

  it("tells nobody where it is over there already", async () => {
    for (const reason of ["locked", "over"] as const) {
      keeper.begin(house.hass, viewing());
      keeper.end(reason);
    }
    await settle();
    expect(told()).toEqual([]);
  });

  it("pauses when the page is hidden, and ends when it stays so", () => {
    const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
    keeper.begin(house.hass, viewing());
    document.dispatchEvent(new Event("visibilitychange"));
    expect(paused).toBe(1);
    vi.advanceTimersByTime(HIDDEN_MS - 1);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event("visibilitychange"));
    vi.advanceTimersByTime(HIDDEN_MS);
    expect(ends).toEqual([]);
    hidden.mockReturnValue(true);
    document.dispatchEvent(new Event("visibilitychange"));
    vi.advanceTimersByTime(HIDDEN_MS);
    expect(ends).toEqual(["left"]);
    hidden.mockRestore();
  });

  it("listens to nothing any more once it is over", () => {
    keeper.begin(house.hass, viewing());
    keeper.end("asked");
    window.dispatchEvent(new Event("pagehide"));
    vi.advanceTimersByTime(10 * IDLE_MS);
    expect(ends).toEqual(["asked"]);
  });
});
