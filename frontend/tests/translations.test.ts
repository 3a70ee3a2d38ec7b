import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { find, type Translate } from "../src/data/texts";
import { english as en, japanese as ja } from "./words";

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, above = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[above + key, value]] : flat(value, `${above}${key}.`),
  );
}

const blanks = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? "").sort();

const english = new Map(flat(en as Tree));
const japanese = new Map(flat(ja as Tree));

/** English has a form for one; Japanese does not count that way. */
const shared = (keys: Iterable<string>): string[] =>
  [...keys].filter((key) => !key.endsWith("_one"));

describe("the words", () => {
  it("are the same in both languages, in the same order", () => {
    expect(shared(japanese.keys())).toEqual(shared(english.keys()));
  });

  it("have the same blanks in both languages", () => {
    for (const [key, text] of japanese) {
      expect([...new Set(blanks(text))], key).toEqual([...new Set(blanks(english.get(key) ?? ""))]);
    }
  });

  it("are never empty", () => {
    for (const [key, text] of [...english, ...japanese]) expect(text.trim(), key).not.toBe("");
  });

  it("never promise what nobody can promise", () => {
    for (const word of ["証拠能力", "改ざん不可能", "完全消去", "適法", "公認"]) {
      for (const [key, text] of japanese) expect(text, key).not.toContain(word);
    }
  });

  it("never speak of how it is built", () => {
    for (const word of ["Merkle", "hash", "leaf", "X25519", "HPKE", "Argon2", "JSON"]) {
      for (const [key, text] of [...english, ...japanese]) {
        expect(text.toLowerCase(), key).not.toContain(word.toLowerCase());
      }
    }
  });
});

/** Every t("…") in the source, whole or, where the key is composed, its beginning. */
function asked(): { file: string; key: string; whole: boolean }[] {
  const folder = join(import.meta.dirname, "../src");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((file) => {
      const source = readFileSync(join(folder, file), "utf8");
      const calls = source.matchAll(/\bt(?:\?\.)?\(\s*(?:"([\w.]+)"|`([\w.]*)(\$?))/g);
      return [...calls].map(([, plain, composed, more]) => ({
        file,
        key: plain ?? composed ?? "",
        whole: !more,
      }));
    });
}

describe("every word that is asked for", () => {
  const calls = asked();

  it("is found", () => {
    expect(calls.length).toBeGreaterThan(20);
    for (const { file, key, whole } of calls) {
      if (whole) expect(find(en as Tree, key), `${file}: ${key}`).not.toBeNull();
      else
        expect(
          [...english.keys()].some((known) => known.startsWith(key)),
          `${file}: ${key}…`,
        ).toBe(true);
    }
  });
});

// A key that is looked up by hand has the type of the function that looks it up.
export type { Translate };
