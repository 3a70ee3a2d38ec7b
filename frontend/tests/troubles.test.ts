import { describe, expect, it } from "vitest";
import { daysUntilFull, nextErasure, troubles } from "../src/data/troubles";
import type { Camera, Overview } from "../src/data/types";
import en from "../src/translations/en.json";
import { camera, overview } from "./house";

const NOW = Date.parse("2026-11-23T12:00:00+09:00");
const keys = (more: Partial<Overview>): string[] =>
  troubles(overview(more), NOW).map(({ key }) => key);

describe("what is wrong", () => {
  it("is nothing while cameras do as they are meant to", () => {
    const cameras = (["recording", "connecting", "switched_off", "outside_hours"] as const).map(
      (state) => camera({ state, problem: false }),
    );
    expect(keys({ cameras })).toEqual([]);
  });

  it("is said of each camera, with its place", () => {
    const cameras = [camera({ state: "camera_unavailable", problem: true, place: "Yard" })];
    expect(troubles(overview({ cameras }), NOW)).toMatchObject([
      { key: "camera_unavailable", blanks: { place: "Yard" }, grave: true },
    ]);
  });

  it("is said once where it is the vault's", () => {
    const state = "disk_full" as const;
    const cameras = [camera({ state, problem: true }), camera({ state, problem: true })];
    expect(keys({ cameras, vault: { away: false, free_days: 0 } })).toEqual(["disk_full"]);
    const lost: Camera[] = [camera({ state: "vault_missing", problem: true })];
    expect(keys({ cameras: lost, vault: { away: true, free_days: null } })).toEqual([
      "vault_missing",
    ]);
  });

  it("puts what is grave first", () => {
    expect(
      keys({
        code_used: true,
        book: { intact: false, entries: 1 },
        vault: { away: false, free_days: 2.9 },
      }),
    ).toEqual(["book_damaged", "code_used", "disk_nearly_full"]);
  });

  it("names vacant offices and an announced re-founding", () => {
    expect(keys({ vacant: ["manager", "operator"] })).toEqual(["no_manager"]);
    expect(keys({ vacant: ["site_owner"], refounding: "2026-11-30T12:00:00+09:00" })).toEqual([
      "no_site_owner",
      "refounding",
    ]);
    expect(keys({ new_keys: "2026-11-30T12:00:00+09:00" })).toEqual(["new_keys"]);
  });

  it("notices an erasure that is overdue, and not one that is about to come", () => {
    expect(keys({ cameras: [camera({ next_erasure: "2026-11-23T11:00:00+09:00" })] })).toEqual([
      "erasure_waits",
    ]);
    expect(keys({ cameras: [camera({ next_erasure: "2026-11-23T11:58:00+09:00" })] })).toEqual([]);
  });

  it("has words for each kind", () => {
    const all = [
      "vault_missing", "disk_full", "too_slow", "book_damaged", "no_site_owner", "no_manager", "refounding",
      "new_keys", "no_picture", "camera_unavailable", "camera_gone", "erasure_waits", "code_used", "disk_nearly_full",
    ]; // prettier-ignore
    expect(Object.keys(en.troubles)).toEqual(all);
  });
});

describe("the forecast", () => {
  it("tells enough from for ever", () => {
    expect(daysUntilFull(overview({ vault: { away: false, free_days: 365 } })).never).toBe(true);
    expect(daysUntilFull(overview({ vault: { away: false, free_days: 40 } }))).toEqual({
      days: 40,
      never: false,
    });
    expect(daysUntilFull(overview({ vault: { away: false, free_days: null } })).days).toBeNull();
  });

  it("finds the next erasure of all cameras", () => {
    const soon = camera({ camera: "b", next_erasure: "2026-11-23T13:00:00+09:00" });
    const cameras = [
      camera({ next_erasure: null }),
      camera({ next_erasure: "2026-11-24T13:00:00+09:00" }),
      soon,
    ];
    expect(nextErasure(cameras)).toBe(soon);
    expect(nextErasure([camera({ next_erasure: null })])).toBeNull();
  });
});
