import { afterEach, describe, expect, it, vi } from "vitest";
import { forget, keep, kept } from "../src/data/kept";

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
  localStorage.clear();
});

describe("what was written and not sent", () => {
  it("is there again, for the same person and form, until it is sent", () => {
    keep("u1", "extension", { reason: "A theft" });
    expect(kept("u1", "extension")).toEqual({ reason: "A theft" });
    expect(kept("u1", "disclosure")).toBeNull();
    forget("u1", "extension");
    expect(kept("u1", "extension")).toBeNull();
  });

  it("is gone once somebody else sits at this browser", () => {
    keep("u1", "disclosure", { name: "Ken" });
    sessionStorage.setItem("of-another-page", "stays");
    expect(kept("u2", "disclosure")).toBeNull();
    expect(kept("u1", "disclosure")).toBeNull();
    expect(sessionStorage.getItem("of-another-page")).toBe("stays");
  });

  it("lives no longer than the tab", () => {
    keep("u1", "extension", { reason: "A theft" });
    expect(localStorage.length).toBe(0);
  });

  it("is not what a form depends on: a browser that keeps nothing has a form all the same", () => {
    const closed = (): never => {
      throw new Error("closed");
    };
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(closed);
    vi.spyOn(Storage.prototype, "getItem").mockImplementation(closed);
    vi.spyOn(Storage.prototype, "removeItem").mockImplementation(closed);
    keep("u1", "extension", {});
    forget("u1", "extension");
    expect(kept("u1", "extension")).toBeNull();
  });
});
