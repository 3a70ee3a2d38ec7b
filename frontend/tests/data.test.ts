import { describe, expect, it } from "vitest";
import { asProblem, Problem } from "../src/data/api";
import { sentence } from "../src/data/errors";
import { Format } from "../src/data/format";
import { address, parse } from "../src/data/route";
import { languageFor, translator } from "../src/data/texts";
import { versionOf } from "../src/data/version";
import en from "../src/translations/en.json";

const t = translator(en);

describe("the sentence for an error", () => {
  const backend = (key: string, blanks: Record<string, string | number> = {}): string =>
    key === "component.kuma_bouhan.exceptions.disk_full.message" ? `Full: ${blanks["free"]}` : "";

  it("is the panel's own where it has one", () => {
    expect(sentence(new Problem("no_connection"), t, backend)).toContain("cannot be reached");
  });

  it("is the integration's where the panel has none, with its blanks", () => {
    expect(sentence(new Problem("disk_full", { free: 3 }), t, backend)).toBe("Full: 3");
  });

  it("is a plain one for what nobody foresaw", () => {
    for (const error of [new TypeError("x is not a function"), "boom", null, new Problem("zzz")]) {
      expect(sentence(error, t, backend)).toBe(en.errors.unexpected);
    }
    expect(sentence(new Problem("disk_full"), t, null)).toBe(en.errors.unexpected);
  });

  it("is found for what a websocket command throws", () => {
    const error = {
      code: "home_assistant_error",
      message: "…",
      translation_key: "disk_full",
      translation_placeholders: { free: "3" },
    };
    expect(sentence(error, t, backend)).toBe("Full: 3");
    expect(asProblem({ code: 3 }).key).toBe("no_connection");
  });
});

describe("words", () => {
  it("take their blanks, and leave alone what nobody fills", () => {
    const words = translator({ a: { b: "{x} and {y}" } });
    expect(words("a.b", { x: 1 })).toBe("1 and {y}");
  });

  it("have a form for one where the language has", () => {
    const words = translator({ day: "{count} days", day_one: "{count} day" });
    expect(words("day", { count: 1 })).toBe("1 day");
    expect(words("day", { count: 2 })).toBe("2 days");
    expect(translator({ day: "{count}日" })("day", { count: 1 })).toBe("1日");
  });

  it("show the key where there is none", () => {
    expect(t("no.such.word")).toBe("no.such.word");
    expect(t("constructor")).toBe("constructor");
  });

  it("are Japanese for Japanese, else English", () => {
    expect(["ja", "ja-JP", "en", "de"].map(languageFor)).toEqual(["ja", "ja", "en", "en"]);
  });
});

describe("the address", () => {
  it("names the page and what it shows", () => {
    expect(parse({ prefix: "/kuma-bouhan", path: "/footage/c1/2026-11-23" })).toEqual([
      "footage",
      "c1",
      "2026-11-23",
    ]);
  });

  it("means Today where it names nothing that there is", () => {
    for (const path of ["", "/", "/elsewhere/x"]) {
      expect(parse({ prefix: "/kuma-bouhan", path })).toEqual(["today"]);
    }
    expect(parse(undefined)).toEqual(["today"]);
  });

  it("carries any sign there and back", () => {
    const url = address("/kuma-bouhan", ["book", "a/b 熊"]);
    expect(url).toBe("/kuma-bouhan/book/a%2Fb%20%E7%86%8A");
    expect(parse({ prefix: "", path: url.slice("/kuma-bouhan".length) })).toEqual([
      "book",
      "a/b 熊",
    ]);
    expect(parse({ prefix: "", path: "/book/%E7%86" })).toEqual(["book", "%E7%86"]);
  });
});

describe("moments and lengths", () => {
  const ja = new Format("ja", "Asia/Tokyo");
  const english = new Format("en", "Asia/Tokyo");
  const moment = "2026-11-23T05:04:09+00:00";

  it("are the site's own time, wherever the browser is", () => {
    expect(ja.time(moment)).toBe("14:04");
    expect(ja.seconds(moment)).toBe("14:04:09");
    expect(english.date("2026-11-22T15:30:00Z")).toBe("2026-11-23");
    expect(ja.time("2026-11-22T15:00:00Z")).toBe("0:00"); // never 24:00
    expect(english.time("2026-11-22T15:00:00Z")).toBe("00:00");
  });

  it("name the day, and leave it out where it is today", () => {
    expect(ja.moment(moment, "2026-11-24T00:00:00Z")).toBe("11月23日(月) 14:04");
    expect(ja.moment(moment, "2026-11-23T09:00:00Z")).toBe("14:04");
    expect(ja.longDay(moment)).toContain("2026年11月23日");
  });

  it("follow the person's choice of twelve hours", () => {
    expect(new Format("en", "Asia/Tokyo", true).time(moment)).toMatch(/2:04/);
  });

  it("are told in two parts at most", () => {
    expect(ja.length(6 * 86400 + 3 * 3600 + 59)).toBe("6日3時間");
    expect(english.length(86400 + 60)).toBe("1 day");
    expect(english.length(3661)).toBe("1 hour 1 minute");
    expect(ja.length(0)).toBe("0秒");
    expect(ja.countdown(125)).toBe("2:05");
  });

  it("and sizes have few digits", () => {
    expect(english.bytes(0)).toBe("0 B");
    expect(english.bytes(1_234_000_000)).toBe("1.2 GB");
    expect(english.bytes(999_999)).toBe("1 MB");
  });

  it("and lists read as a sentence", () => {
    expect(ja.list(["玄関", "庭"])).toBe("玄関、庭");
    expect(english.list(["door", "yard"])).toBe("door and yard");
  });
});

describe("the version", () => {
  it("is the folder the module came from", () => {
    expect(versionOf("http://x/kuma_bouhan_static/0a1b/chunks/c.js")).toBe("0a1b");
    expect(versionOf("http://x/src/panel.ts")).toBeNull();
  });
});
