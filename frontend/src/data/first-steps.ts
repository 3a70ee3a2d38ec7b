/** From nothing to the first recorded minute, the recovery paper and the first sign: what is done, what comes next. */

import type { Keys } from "./keys";
import type { SelfCheck } from "./check";
import type { Standard } from "./standard";
import type { Overview } from "./types";

export const STEPS = ["site", "key", "camera", "minute", "sign", "standard", "check"] as const;
export type Step = (typeof STEPS)[number];

/** What is known; null while it is not, or where the person may not see it. */
export interface Known {
  overview: Overview;
  keys: Keys | null;
  signs: { signs: { state: string }[] } | null;
  standard: Standard | null;
  check: SelfCheck | null;
}

const FIRST_MINUTE = 60;

/** Which steps are done. */
export function done({ overview, keys, signs, standard, check }: Known): ReadonlySet<Step> {
  const cameras = overview.cameras ?? [];
  const reached: Record<Step, boolean> = {
    site: overview.site !== null,
    key: keys !== null && keys.mine === "holder" && !keys.recovery.used,
    camera: cameras.length > 0,
    minute: cameras.some(({ kept_seconds }) => kept_seconds >= FIRST_MINUTE),
    sign: Boolean(signs?.signs.length) && signs!.signs.every(({ state }) => state === "displayed"),
    standard: standard?.adopted != null && !standard.drifted,
    check: check?.checked != null,
  };
  return new Set(STEPS.filter((step) => reached[step]));
}

/** The first step that is not done. */
export const next = (reached: ReadonlySet<Step>): Step | null =>
  STEPS.find((step) => !reached.has(step)) ?? null;
