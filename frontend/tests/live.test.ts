import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Live } from "../src/data/live";
import { House, LOCKED, opened, overview, settle } from "./house";

let house: House;
let live: Live;
let changes = 0;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-11-23T12:00:00+09:00") });
  house = new House();
  changes = 0;
  live = new Live(() => (changes += 1));
});

afterEach(() => {
  live.stop();
  vi.useRealTimers();
});

describe("the live data", () => {
  it("takes the overview and asks once how the lock stands", async () => {
    live.start(house.hass);
    await settle();
    expect(live.overview).toBe(house.overview);
    expect(live.lock).toEqual(LOCKED);
    house.subscribers[0]?.(overview({ code_used: true }));
    await settle();
    expect(live.overview?.code_used).toBe(true);
    expect(house.told("lock")).toHaveLength(1);
  });

  it("subscribes once per connection, not per state of an entity", async () => {
    live.start(house.hass);
    live.start({ ...house.hass });
    await settle();
    expect(house.subscribers).toHaveLength(1);
  });

  it("lets go when it stops, also of a subscription that was still under way", async () => {
    live.start(house.hass);
    live.stop();
    await settle();
    expect(house.unsubscribed).toBe(1);
    live.start(house.hass);
    await settle();
    live.stop();
    await settle();
    expect(house.unsubscribed).toBe(2);
    const before = changes;
    house.subscribers[1]?.(overview());
    expect(changes).toBe(before);
  });

  it("is locked at once when the overview says so, before it has asked", async () => {
    house.lock = opened();
    house.overview = overview({ lock: { locked: false } });
    live.start(house.hass);
    await settle();
    expect(live.lock?.mine).not.toBeNull();
    house.lock = LOCKED;
    house.subscribers[0]?.(overview({ lock: { locked: true } }));
    expect(live.lock?.mine).toBeNull();
    await settle();
    expect(house.told("lock")).toHaveLength(2);
  });

  it("asks again when the time of the lock is over", async () => {
    house.lock = opened(10);
    house.overview = overview({ lock: { locked: false } });
    live.start(house.hass);
    await settle();
    house.lock = LOCKED;
    vi.advanceTimersByTime(10 * 60_000 + 600);
    await settle();
    expect(live.lock).toEqual(LOCKED);
  });

  it("does not ask for a person without a role", async () => {
    house.overview = overview({ lock: undefined, cameras: undefined });
    live.start(house.hass);
    await settle();
    expect(house.told("lock")).toHaveLength(0);
  });

  it("says why there is nothing, and tries again", async () => {
    const whole = house.hass.connection.subscribeMessage;
    house.hass.connection.subscribeMessage = () => Promise.reject({ code: "unknown_command" });
    live.start(house.hass);
    await settle();
    expect(live.error).not.toBeNull();
    house.hass.connection.subscribeMessage = whole;
    vi.advanceTimersByTime(5_000);
    await settle();
    expect(live.overview).not.toBeNull();
    expect(live.error).toBeNull();
  });
});
