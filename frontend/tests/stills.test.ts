import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Problem } from "../src/data/api";
import { StillsEngine } from "../src/player/stills";
import { House, Refusal, settle } from "./house";

const START = Date.parse("2026-11-23T12:00:00+09:00");
const STILLS = "GET viewing/s1/c1/stills";

let house: House;
let image: HTMLImageElement;
let moments: number[];
let over: unknown[];
let plays: boolean;
let made: number;
let revoked: string[];

beforeEach(() => {
  vi.useFakeTimers();
  house = new House();
  image = document.createElement("img");
  [moments, over, plays, made, revoked] = [[], [], false, 0, []];
  vi.spyOn(URL, "createObjectURL").mockImplementation(() => `blob:${(made += 1)}`);
  vi.spyOn(URL, "revokeObjectURL").mockImplementation((url) => revoked.push(url));
  house.answers[STILLS] = Array.from({ length: 20 }, (_, n) => ({
    at: new Date(START + n * 5000).toISOString(),
    url: `k/${n}.jpg`,
  }));
  for (let n = 0; n < 20; n += 1)
    house.answers[`GET viewing/s1/c1/k/${n}.jpg`] = () => new Response("jpeg");
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function engine(at = START): Promise<StillsEngine> {
  const made = new StillsEngine(
    { hass: house.hass, session: "s1", camera: "c1" },
    image,
    {
      moment: (moment) => moments.push(moment),
      playing: (now) => (plays = now),
      waiting: () => undefined,
      over: (error) => over.push(error),
    },
    at,
  );
  await settle(60);
  return made;
}

describe("stills", () => {
  it("begin with the one that was there at the moment", async () => {
    await engine(START + 12_000);
    expect(moments).toEqual([START + 10_000]);
    expect(image.getAttribute("src")).toBe("blob:1");
  });

  it("follow one another, faster at a higher speed, and stop at the end", async () => {
    const stills = await engine(START + 16 * 5000);
    stills.play();
    expect(plays).toBe(true);
    await vi.advanceTimersByTimeAsync(500);
    expect(moments.at(-1)).toBe(START + 17 * 5000);
    stills.rate(4);
    await vi.advanceTimersByTimeAsync(500); // the one whose turn was set before
    await vi.advanceTimersByTimeAsync(125);
    expect(moments.at(-1)).toBe(START + 19 * 5000);
    await vi.advanceTimersByTimeAsync(1000);
    expect(plays).toBe(false);
  });

  it("go one forward and one back", async () => {
    const stills = await engine(START + 10_000);
    stills.step(1);
    await settle(40);
    stills.step(-1);
    await settle(40);
    stills.seek(START);
    await settle(40);
    stills.step(-1); // there is none before
    await settle(40);
    expect(moments).toEqual([10_000, 15_000, 10_000, 0].map((ms) => START + ms));
  });

  it("leave nothing on screen or in memory", async () => {
    const stills = await engine();
    stills.play();
    await vi.advanceTimersByTimeAsync(1500);
    stills.destroy();
    await settle(40);
    expect(image.hasAttribute("src")).toBe(false);
    expect(revoked).toHaveLength(made);
    const before = moments.length;
    await vi.advanceTimersByTimeAsync(5000);
    expect(moments).toHaveLength(before);
  });

  it("skip one that was erased meanwhile", async () => {
    house.answers["GET viewing/s1/c1/k/1.jpg"] = () => new Response("", { status: 410 });
    const stills = await engine();
    stills.step(1);
    await settle(40);
    stills.step(1);
    await settle(40);
    expect(over).toEqual([]);
    expect(moments.at(-1)).toBe(START + 10_000);
  });

  it("are over when the viewing is", async () => {
    house.answers["GET viewing/s1/c1/k/1.jpg"] = () => new Response("", { status: 404 });
    const stills = await engine();
    stills.step(1);
    await settle(40);
    expect((over[0] as Problem).key).toBe("viewing_over");
  });

  it("say so where there is none", async () => {
    house.answers[STILLS] = [];
    await engine();
    expect((over[0] as Problem).key).toBe("no_footage_in_span");
    house.answers[STILLS] = new Refusal("viewing_over", {}, 404);
    await engine();
    expect((over[1] as Problem).key).toBe("viewing_over");
  });
});
