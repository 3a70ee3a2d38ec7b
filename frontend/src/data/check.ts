/** The self-check: what holds of the guideline, what does not, and how it is mended. */

import type { Moment } from "./types";

export type Found = "holds" | "fails" | "apart";

/** One duty; its texts come in the reader's language. */
export interface Check {
  id: string;
  article: string;
  title: string;
  state: Found;
  why: string;
  evidence: string[];
  mend: string | null;
  /** Where it is mended, in Home Assistant. */
  path: string | null;
}

/** `kuma_bouhan/kept/check` */
export interface SelfCheck {
  checked: Moment | null;
  due: Moment;
  holds: number;
  all: number;
  fails: number;
  apart: number;
  checks: Check[];
  can: string[];
}

export const ORDER: readonly Found[] = ["fails", "holds", "apart"];

/** What was found, by what came of it, and in the guideline's order. */
export function grouped({ checks }: SelfCheck): [Found, Check[]][] {
  return ORDER.map((state): [Found, Check[]] => [
    state,
    checks.filter((one) => one.state === state),
  ]).filter(([, found]) => found.length > 0);
}
