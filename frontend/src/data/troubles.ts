/** What is wrong at a site, worst first, so that a page can say it and what to do. */

import type { Blanks } from "./api";
import type { Camera, Overview } from "./types";

export interface Trouble {
  /** Names two texts: `troubles.<key>.title` and `.do`. */
  key: string;
  blanks: Blanks;
  grave: boolean;
  camera?: Camera;
}

/** Below this many days the disk is called nearly full. */
const FEW_DAYS = 7;
/** As the integration has it: a disk that never fills at today's pace. */
const FOR_EVER_DAYS = 365;

/** States of a camera that come from the vault: said once, not once per camera. */
const OF_THE_VAULT = new Set(["disk_full", "vault_missing", "too_slow"]);

export function troubles({ cameras = [], ...site }: Overview, now = Date.now()): Trouble[] {
  const found: Trouble[] = [];
  const say = (key: string, grave: boolean, blanks: Blanks = {}): void => {
    found.push({ key, grave, blanks });
  };

  if (site.vault?.away) say("vault_missing", true);
  for (const state of OF_THE_VAULT) {
    if (state === "vault_missing" && site.vault?.away) continue;
    if (cameras.some((camera) => camera.state === state)) say(state, true);
  }
  if (site.book && !site.book.intact) say("book_damaged", true);
  if (site.vacant?.includes("site_owner")) say("no_site_owner", true);
  if (site.vacant?.includes("manager")) say("no_manager", true);
  if (site.refounding) say("refounding", true, { when: site.refounding });
  if (site.new_keys) say("new_keys", true, { when: site.new_keys });
  for (const camera of cameras) {
    if (camera.problem && !OF_THE_VAULT.has(camera.state)) {
      found.push({ key: camera.state, grave: true, blanks: { place: camera.place }, camera });
    }
  }
  for (const camera of cameras) {
    if (camera.next_erasure && Date.parse(camera.next_erasure) < now - OVERDUE_MS) {
      say("erasure_waits", true);
      break;
    }
  }
  if (site.code_used) say("code_used", false);
  const days = site.vault?.free_days;
  if (
    typeof days === "number" &&
    days < FEW_DAYS &&
    !found.some(({ key }) => key === "disk_full")
  ) {
    say("disk_nearly_full", false, { count: Math.max(0, Math.floor(days)) });
  }
  return found.sort((one, other) => Number(other.grave) - Number(one.grave));
}

/** Erasure comes within minutes of its time; later than this something holds it up. */
const OVERDUE_MS = 10 * 60_000;

/** Days until the disk is full; null where nothing can be said, or where it never is. */
export function daysUntilFull({ vault }: Overview): { days: number | null; never: boolean } {
  const days = vault?.free_days ?? null;
  return { days, never: days !== null && days >= FOR_EVER_DAYS };
}

/** The next erasure of all cameras: when, and where. */
export function nextErasure(cameras: readonly Camera[]): Camera | null {
  return earliest(cameras, (camera) => camera.next_erasure);
}

function earliest(
  cameras: readonly Camera[],
  moment: (camera: Camera) => string | null,
): Camera | null {
  let first: Camera | null = null;
  let at = Infinity;
  for (const camera of cameras) {
    const time = Date.parse(moment(camera) ?? "");
    if (time < at) [first, at] = [camera, time];
  }
  return first;
}
