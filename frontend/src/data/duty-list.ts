/** What is due, in the order it is shown, and where each is done: pure. */

import type { Duty } from "./kept-types";
import { PANEL, TABS } from "./route";

export const URGENCIES = ["overdue", "soon", "later"] as const;
export type Urgency = (typeof URGENCIES)[number];

export const urgencyOf = ({ overdue, soon }: Duty): Urgency =>
  overdue ? "overdue" : soon ? "soon" : "later";

/** By urgency: one's own first, then what is due first. */
export function sorted(duties: readonly Duty[]): Map<Urgency, Duty[]> {
  const found = new Map<Urgency, Duty[]>(URGENCIES.map((urgency) => [urgency, []]));
  const ordered = [...duties].sort(
    (one, other) =>
      Number(other.mine) - Number(one.mine) ||
      Date.parse(one.due) - Date.parse(other.due) ||
      (one.id < other.id ? -1 : 1),
  );
  for (const duty of ordered) found.get(urgencyOf(duty))?.push(duty);
  return found;
}

export interface Several {
  /** What is due first of them. */
  first: Duty;
  count: number;
}

/** Duties that look alike, because names stand on the page that they lead to, told as one. */
export function grouped(duties: readonly Duty[]): Several[] {
  const found = new Map<string, Several>();
  for (const duty of duties) {
    const { kind, path, camera, number, mine } = duty;
    const key = JSON.stringify([kind, path, camera, number, mine]);
    const known = found.get(key);
    if (known) known.count += 1;
    else found.set(key, { first: duty, count: 1 });
  }
  return [...found.values()];
}

/** The parts of a duty's address; where it is none of the panel's, the tab of duties. */
export function pathOf({ path }: Duty): string[] {
  const parts = path
    .replace(new RegExp(`^${PANEL}(?=/|$)`), "")
    .split("/")
    .filter(Boolean)
    .map(decodeURIComponent);
  return (TABS as readonly string[]).includes(parts[0] ?? "") ? parts : ["duties"];
}

export interface Waiting {
  overdue: number;
  soon: number;
}

/** How many of one's own wait. */
export function waiting(duties: readonly Duty[]): Waiting {
  const mine = duties.filter((duty) => duty.mine);
  return {
    overdue: mine.filter((duty) => duty.overdue).length,
    soon: mine.filter((duty) => !duty.overdue && duty.soon).length,
  };
}

/** How many of a theme's duties are due or soon, be it as parts of another. */
export const dueIn = (duties: readonly Duty[], theme: string): number =>
  duties
    .flatMap((duty) => [duty, ...duty.parts])
    .filter((duty) => {
      const [tab, where] = pathOf(duty);
      return tab === "duties" && where === theme && (duty.overdue || duty.soon);
    }).length;
