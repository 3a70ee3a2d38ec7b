/** What is due, in the order it is shown, and where each is done: pure. */

import type { Duty } from "./kept-types";
import { PANEL, TABS } from "./route";

export type Urgency = "overdue" | "soon" | "later";

export const urgencyOf = ({ overdue, soon }: Duty): Urgency =>
  overdue ? "overdue" : soon ? "soon" : "later";

/** One's own by urgency, and what waits for others; in the order in which the integration tells them. */
export type Sorted = Record<Urgency | "others", Duty[]>;

export function sorted(duties: readonly Duty[]): Sorted {
  const found: Sorted = { overdue: [], soon: [], later: [], others: [] };
  for (const duty of duties) found[duty.mine ? urgencyOf(duty) : "others"].push(duty);
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
