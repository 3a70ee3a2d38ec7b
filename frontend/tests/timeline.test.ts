import { describe, expect, it } from "vitest";
import { momentAt, timeAt } from "../src/data/media-clock";
import { dayBeside, fieldOf, momentOf, toIso } from "../src/data/local-time";
import {
  afterNextGap,
  bars,
  beforeLastGap,
  CLOSEST_MS,
  dayMap,
  endings,
  firstMark,
  fit,
  length,
  lookAt,
  moveMark,
  nearestFootage,
  newestFootage,
  pan,
  reveal,
  ticks,
  toMoment,
  toX,
  zoom,
  type DayMap,
} from "../src/data/timeline";
import type { Day } from "../src/data/types";

const HOUR = 3600_000;
const MINUTE = 60_000;
const START = Date.parse("2026-11-23T00:00:00+09:00");
const iso = (hours: number): string => new Date(START + hours * HOUR).toISOString();

/** Recorded 1:00–3:00 in two slots, missing until 4:00, recorded until 6:00. */
function day(more: Partial<Day> = {}): Day {
  const stretch = (from: number, to: number, due: number): Day["stretches"][number] => ({
    start: iso(from),
    end: iso(to),
    due: iso(due),
    bytes: 1,
    complete: true,
  });
  return {
    camera: "c",
    date: "2026-11-23",
    start: iso(0),
    end: iso(24),
    kind: "stream",
    stretches: [stretch(4, 6, 200), stretch(1, 1.5, 170), stretch(1.5, 2, 170), stretch(2, 3, 171)],
    gaps: [{ start: iso(3), end: iso(4), reason: "camera_unavailable" }],
    holds: [{ start: iso(1.5), end: iso(2.5), until: iso(300) }],
    ...more,
  };
}

const map: DayMap = dayMap(day());
const at = (hours: number): number => START + hours * HOUR;

describe("a camera-day", () => {
  it("is put in order, and neighbours that are erased together are one stretch", () => {
    expect(map.recorded.map(({ from, to }) => [from, to])).toEqual([
      [at(1), at(2)],
      [at(2), at(3)],
      [at(4), at(6)],
    ]);
  });

  it("ends at its bounds, whatever reaches over them", () => {
    const over = dayMap(day({ gaps: [{ start: iso(-2), end: iso(1), reason: "not_running" }] }));
    expect(over.missing).toEqual([{ from: at(0), to: at(1), reason: "not_running" }]);
    expect(
      dayMap(day({ gaps: [{ start: iso(-2), end: iso(-1), reason: "not_running" }] })).missing,
    ).toEqual([]);
  });

  it("tells of a moment what there is", () => {
    expect(lookAt(map, at(1.6))).toMatchObject({
      held: { until: at(300) },
      missing: null,
    });
    expect(lookAt(map, at(1.6)).recorded?.due).toBe(at(170));
    expect(lookAt(map, at(3.5)).missing?.reason).toBe("camera_unavailable");
    expect(lookAt(map, at(3)).recorded).toBeNull(); // an end is not in it
    expect(lookAt(map, at(20))).toEqual({ recorded: null, missing: null, held: null });
  });

  it("knows the way to gaps", () => {
    expect(afterNextGap(map, at(1))).toBe(at(4));
    expect(afterNextGap(map, at(4))).toBeNull();
    expect(beforeLastGap(map, at(5))).toBe(at(3) - 5000);
    expect(beforeLastGap(map, at(3))).toBeNull();
  });

  it("knows the nearest footage: forward, else the last there is", () => {
    expect(nearestFootage(map, at(0))).toBe(at(1));
    expect(nearestFootage(map, at(2.5))).toBe(at(2.5));
    expect(nearestFootage(map, at(3.5))).toBe(at(4));
    expect(nearestFootage(map, at(9))).toBe(at(6) - 1000);
    expect(nearestFootage(dayMap(day({ stretches: [] })), at(9))).toBeNull();
  });
});

describe("the window", () => {
  const { bounds } = map;

  it("stays inside the day and never closes up", () => {
    expect(fit({ from: at(-3), to: at(3) }, bounds)).toEqual({ from: at(0), to: at(6) });
    expect(fit({ from: at(22), to: at(30) }, bounds)).toEqual({ from: at(16), to: at(24) });
    expect(length(zoom(bounds, bounds, at(12), 1e-9))).toBeCloseTo(CLOSEST_MS, 0);
    expect(zoom(bounds, bounds, at(12), 10)).toEqual(bounds);
  });

  it("keeps the moment under the finger where it is", () => {
    const window = { from: at(4), to: at(12) };
    const closer = zoom(window, bounds, at(6), 0.5);
    expect(toX(at(6), closer, 800)).toBeCloseTo(toX(at(6), window, 800));
    expect(length(closer)).toBe(4 * HOUR);
  });

  it("moves along, and no further than the day", () => {
    expect(pan({ from: at(4), to: at(6) }, bounds, HOUR)).toEqual({ from: at(5), to: at(7) });
    expect(pan({ from: at(4), to: at(6) }, bounds, -9 * HOUR)).toEqual({ from: at(0), to: at(2) });
  });

  it("follows the hand only when that leaves it", () => {
    const window = { from: at(4), to: at(6) };
    expect(reveal(window, bounds, at(5))).toBe(window);
    const moved = reveal(window, bounds, at(6.5));
    expect(moved.from).toBeLessThan(at(6.5));
    expect(length(moved)).toBe(2 * HOUR);
  });

  it("turns pixels into moments and back", () => {
    expect(toMoment(toX(at(7), bounds, 777), bounds, 777)).toBeCloseTo(at(7), 3);
  });
});

describe("what is drawn", () => {
  const { bounds } = map;

  it("has a scale of round local times with room for its words", () => {
    const marks = ticks(map, bounds, 800);
    expect(marks[1]! - marks[0]!).toBe(2 * HOUR);
    const near = ticks(map, { from: at(6.02), to: at(6.1) }, 800);
    expect((near[0]! - START) % MINUTE).toBe(0);
    expect(near.length).toBeGreaterThan(2);
  });

  it("leaves out what is out of sight, and nothing is thinner than a pixel", () => {
    const [bar, ...others] = bars(
      [
        { from: at(3), to: at(3) + 10 },
        { from: at(9), to: at(10) },
      ],
      { from: at(2), to: at(4) },
      100,
    );
    expect(bar).toMatchObject({ x: 50, width: 1 });
    expect(others).toEqual([]);
  });

  it("says the end once for all that ends the same", () => {
    const names = endings({ ...map, held: [] }, (due) => ((due ?? 0) < at(180) ? "a" : "b"));
    expect(names).toEqual([
      { from: at(1), to: at(3), name: "a", held: false },
      { from: at(4), to: at(6), name: "b", held: false },
    ]);
  });

  it("says of what is held when the hold ends, and of the rest beside it its own end", () => {
    const held = [
      { from: at(1.5), to: at(2.5), until: at(300) },
      { from: at(2), to: at(4), until: at(200) },
    ];
    const names = endings({ ...map, held }, (end, kept) => `${kept ? "held" : "due"} ${end}`);
    expect(names.map(({ from, to, name }) => [from, to, name])).toEqual([
      [at(1), at(1.5), `due ${at(170)}`],
      [at(1.5), at(2.5), `held ${at(300)}`],
      [at(2.5), at(3), `held ${at(200)}`],
      [at(4), at(6), `due ${at(200)}`],
    ]);
  });
});

describe("a mark", () => {
  const bounds = { from: at(0), to: at(10) };

  it("begins around the hand, or in the middle of what is on screen", () => {
    const window = { from: at(2), to: at(4) };
    expect(firstMark(window, bounds, at(6))).toEqual({
      from: at(6) - 5 * MINUTE,
      to: at(6) + 5 * MINUTE,
    });
    expect(firstMark(window, bounds, null)).toEqual({
      from: at(3) - 5 * MINUTE,
      to: at(3) + 5 * MINUTE,
    });
    expect(firstMark(window, bounds, at(10) - 1).to).toBe(at(10));
    expect(firstMark(window, bounds, at(10) + MINUTE).to, "this minute is not over").toBe(at(10));
    expect(firstMark({ from: at(20), to: at(22) }, bounds, null)).toEqual({
      from: at(0),
      to: at(0) + 10 * MINUTE,
    });
  });

  it("begins at the newest footage on screen, or of the day where none is", () => {
    const map = dayMap(day());
    expect(newestFootage(map, map.bounds)).toBe(at(6) - 1);
    expect(newestFootage(map, { from: at(1), to: at(2) })).toBe(at(2) - 1);
    expect(newestFootage(map, { from: at(8), to: at(9) })).toBe(at(6) - 1);
    expect(newestFootage({ ...map, recorded: [] }, map.bounds)).toBeNull();
  });

  it("moves by whole minutes, inside the day, and never past its other end", () => {
    const mark = { from: at(2), to: at(3) };
    expect(moveMark(mark, "to", at(3) + 95_000, bounds).to).toBe(at(3) + 2 * MINUTE);
    expect(moveMark(mark, "from", at(5), bounds)).toEqual({ from: at(3) - MINUTE, to: at(3) });
    expect(moveMark(mark, "from", at(-4), bounds).from).toBe(at(0));
    expect(moveMark(mark, "to", at(99), bounds).to).toBe(at(10));
  });
});

describe("the player's time and the day's", () => {
  // Two fragments of 2 s, a gap of a minute, then one more.
  const fragments = [
    { start: 0, duration: 2, programDateTime: at(1) },
    { start: 2, duration: 2, programDateTime: at(1) + 2000 },
    { start: 4, duration: 2, programDateTime: at(1) + 64_000 },
  ];

  it("agree inside a fragment", () => {
    expect(momentAt(fragments, 3)).toBe(at(1) + 3000);
    expect(timeAt(fragments, at(1) + 3000)).toBe(3);
  });

  it("jump over a gap", () => {
    expect(momentAt(fragments, 4.5)).toBe(at(1) + 64_500);
    expect(timeAt(fragments, at(1) + 30_000)).toBe(4);
  });

  it("stop at both ends", () => {
    expect(timeAt(fragments, at(0))).toBe(0);
    expect(timeAt(fragments, at(3))).toBe(6);
    expect(momentAt(fragments, 99)).toBe(at(1) + 66_000);
    expect(momentAt([], 1)).toBeNull();
    expect(timeAt([], at(1))).toBeNull();
    expect(momentAt([{ start: 0, duration: 2, programDateTime: null }], 1)).toBeNull();
  });
});

describe("fields of date and time", () => {
  it("speak the site's time", () => {
    expect(fieldOf(at(14.5), "Asia/Tokyo")).toBe("2026-11-23T14:30");
    expect(momentOf("2026-11-23T14:30", "Asia/Tokyo")).toBe(at(14.5));
    expect(momentOf("", "Asia/Tokyo")).toBeNull();
  });

  it("come back where clocks change", () => {
    for (const field of [
      "2026-03-29T01:30",
      "2026-03-29T03:30",
      "2026-10-25T03:30",
      "2026-07-01T00:00",
    ]) {
      expect(fieldOf(momentOf(field, "Europe/Berlin")!, "Europe/Berlin")).toBe(field);
    }
  });

  it("go to the integration as whole seconds with an offset", () => {
    expect(toIso(Date.parse("2026-11-23T05:30:00.400Z"))).toBe("2026-11-23T05:30:00+00:00");
  });

  it("step over the ends of months", () => {
    expect(dayBeside("2026-03-01", -1)).toBe("2026-02-28");
    expect(dayBeside("2026-12-31", 1)).toBe("2027-01-01");
  });
});
