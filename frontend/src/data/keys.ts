/** Keys and who holds them: GET keys. No secret is in it. */

import type { Blanks } from "./api";
import type { Moment } from "./types";

export interface Holder {
  user_id: string;
  name?: string;
  state: "holder" | "waiting" | "signing";
  has_role: boolean;
  /** What they hold; empty for who reads no names. */
  roles: string[];
  since: Moment | null;
}

export interface Epoch {
  number: number;
  since: Moment;
  fingerprint: string;
  holders: string[];
  /** When the last footage under these keys is erased; null for the newest, and where it is not known yet. */
  footage_until: Moment | null;
}

export interface Keys {
  fingerprint: string;
  host_fingerprint: string;
  mine: "none" | "waiting" | "holder" | "signing";
  holders: Holder[];
  epochs: Epoch[];
  recovery: { used: boolean; since: Moment | null };
  /** Footage that no holder's key opens. */
  sealed: {
    cameras: string[];
    oldest: Moment;
    newest: Moment;
    erased_by: Moment | null;
  } | null;
  /** What keeps new keys from beginning now without the recovery code; from when on they may, where that is announced. */
  begin: { blocked: { error: string; blanks: Blanks } | null; announced: Moment | null };
}

/** What a recovery paper is made of; it is let go of as soon as it was kept. */
export interface Paper {
  code: string;
  paper: string;
}

/** Those who wait first, then the others as they came. */
export function inOrder(holders: readonly Holder[]): Holder[] {
  const rank = { waiting: 0, holder: 1, signing: 2 };
  return [...holders].sort((one, other) => rank[one.state] - rank[other.state]);
}

/** Epochs newest first, each with the moment the next one began. */
export function spans(epochs: readonly Epoch[]): (Epoch & { until: Moment | null })[] {
  const sorted = [...epochs].sort((one, other) => one.number - other.number);
  return sorted.map((epoch, at) => ({ ...epoch, until: sorted[at + 1]?.since ?? null })).reverse();
}

/** The groups of a code, as they are read aloud and typed. */
export function groups(code: string): string[] {
  return code.split(/[\s-]+/).filter(Boolean);
}
