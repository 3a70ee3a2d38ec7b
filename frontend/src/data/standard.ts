/** The operating standard as it is shown: `kuma_bouhan/kept/standard`. */

import type { Day } from "./request-types";

export interface Paragraph {
  text: string;
  depth: 0 | 1 | 2;
}

export interface Article {
  number: number;
  title: string;
  paragraphs: Paragraph[];
  /** What the site added. */
  clause: string;
}

export interface Edition {
  edition: number;
  adoption: string;
  on: Day;
  by_name: string;
  remarks?: string;
}

export interface Change {
  article: number;
  title: string;
  before: string[];
  after: string[];
}

export interface Standard {
  articles: Article[];
  /** What is not settled yet, and prints as 未定. */
  undecided: { article: number; text: string }[];
  digest: string;
  adopted: Edition | null;
  drifted: boolean;
  difference: Change[];
  editions: Edition[];
  can: string[];
}

export const ADOPTIONS = ["site_owner", "general_meeting", "board", "other"] as const;
export type Adoption = (typeof ADOPTIONS)[number];

export type Standing = "never" | "drifted" | "adopted";

/** How it stands with what was adopted. */
export const standing = ({ adopted, drifted }: Standard): Standing =>
  adopted ? (drifted ? "drifted" : "adopted") : "never";

/** What the site added, by article, as `standard/write` takes it. */
export function clauses(
  articles: readonly Article[],
  changed: ReadonlyMap<number, string>,
): Record<string, string> {
  const said: Record<string, string> = {};
  for (const { number, clause } of articles) {
    const text = (changed.get(number) ?? clause).trim();
    if (text) said[String(number)] = text;
  }
  return said;
}
