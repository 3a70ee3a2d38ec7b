import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const FOLDER = join(import.meta.dirname, "../src");
const sources = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name): [string, string] => [name, readFileSync(join(FOLDER, name), "utf8")]);

const naming = (pattern: RegExp): string[] =>
  sources.filter(([, text]) => pattern.test(text)).map(([name]) => name);

describe("the source", () => {
  it("sizes in px: the root of Home Assistant's page has small letters", () => {
    expect(naming(/\d(?:\.\d+)?rem\b/)).toEqual([]);
  });

  it("registers elements in one place only, where a second time does no harm", () => {
    expect(naming(/customElements\.define\(/)).toEqual(["components/define.ts"]);
  });

  it("borrows one element of Home Assistant's, and only where it is defined", () => {
    expect(naming(/<ha-/)).toEqual(["shell.ts"]);
    expect(naming(/<ha-(?!menu-button)/)).toEqual([]);
  });

  it("keeps nothing in the browser but what a person has written and not sent, for as long as the tab is open", () => {
    expect(naming(/\b(localStorage|indexedDB|document\.cookie)\b/)).toEqual([]);
    expect(naming(/\bsessionStorage\b/)).toEqual(["data/kept.ts"]);
  });

  it("writes no markup by hand and logs nothing", () => {
    expect(naming(/\binnerHTML\b|\bunsafeHTML\b/)).toEqual([]);
    expect(naming(/\bconsole\./)).toEqual([]);
  });
});
