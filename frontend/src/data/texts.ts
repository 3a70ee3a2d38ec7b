/** The panel's own words: one JSON per language, and one for each part that is loaded with its page. */

import type { Blanks } from "./api";

export type Language = "en" | "ja";
export type Translate = (key: string, blanks?: Blanks) => string;
type Table = { [key: string]: string | Table };
type Loaders = Record<Language, () => Promise<{ default: Table }>>;

const LOADERS: Loaders = {
  en: () => import("../translations/en.json"),
  ja: () => import("../translations/ja.json"),
};

/** Words that one page needs and no other. */
const PARTS = {
  requests: {
    en: () => import("../translations/requests.en.json"),
    ja: () => import("../translations/requests.ja.json"),
  },
  duties: {
    en: () => import("../translations/duties.en.json"),
    ja: () => import("../translations/duties.ja.json"),
  },
  papers: {
    en: () => import("../translations/papers.en.json"),
    ja: () => import("../translations/papers.ja.json"),
  },
} satisfies Record<string, Loaders>;
export type Part = keyof typeof PARTS;

export function languageFor(language: string): Language {
  return language.toLowerCase().startsWith("ja") ? "ja" : "en";
}

export async function loadTexts(
  language: Language,
  parts: Iterable<Part> = [],
): Promise<Translate> {
  const loaders: Loaders[] = [LOADERS, ...[...parts].map((part) => PARTS[part])];
  const tables = await Promise.all(loaders.map((loader) => loader[language]()));
  return translator(Object.assign({}, ...tables.map((table) => table.default)) as Table);
}

/**
 * Return the function that looks words up. A key that is missing shows itself: a test holds
 * that none is. With a blank `count` of 1, the key with `_one` behind it goes first.
 */
export function translator(table: Table): Translate {
  return (key, blanks = {}) => {
    const text = (blanks["count"] === 1 ? find(table, `${key}_one`) : null) ?? find(table, key);
    return text === null ? key : filled(text, blanks);
  };
}

export function find(table: Table, key: string): string | null {
  let at: string | Table | undefined = table;
  for (const part of key.split(".")) {
    if (typeof at !== "object" || !Object.hasOwn(at, part)) return null;
    at = at[part];
  }
  return typeof at === "string" ? at : null;
}

/** Fill the blanks of a sentence: `{name}`. */
export function filled(text: string, blanks: Blanks): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in blanks ? String(blanks[name]) : whole,
  );
}
