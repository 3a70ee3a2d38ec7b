/** The panel's address is its state: /kuma-bouhan/footage/<camera>/<date>. */

import type { Route } from "./hass";

/** Where the panel lives in Home Assistant. */
export const PANEL = "/kuma-bouhan";

/** Pages in the order their tabs stand in. */
export const TABS = [
  "today",
  "footage",
  "requests",
  "duties",
  "people",
  "papers",
  "check",
  "book",
] as const;
/** Pages without a tab: somebody is led there. */
const APART = ["start"] as const;
export type Tab = (typeof TABS)[number] | (typeof APART)[number];

const PAGES: readonly string[] = [...TABS, ...APART];

/** How many tabs there is room for below the page on a phone; the others stand behind one more. */
export const TABS_BELOW = 4;

/** Return the parts behind the panel's own path; a first part that is no page means Today. */
export function parse(route: Route | undefined): [Tab, ...string[]] {
  const parts = (route?.path ?? "").split("/").filter(Boolean).map(decode);
  const [first, ...rest] = parts;
  return first && PAGES.includes(first) ? [first as Tab, ...rest] : ["today"];
}

export function address(prefix: string, path: readonly string[]): string {
  return [prefix, ...path.map(encodeURIComponent)].join("/");
}

/** Go there, the way Home Assistant's own links do. */
export function go(prefix: string, path: readonly string[], replace = false): void {
  const url = address(prefix, path);
  if (url === location.pathname) return;
  history[replace ? "replaceState" : "pushState"](history.state, "", url);
  window.dispatchEvent(new CustomEvent("location-changed", { detail: { replace } }));
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
