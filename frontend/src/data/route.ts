/** The panel's address is its state: /kuma-bouhan/footage/<camera>/<date>. */

import type { Route } from "./hass";

/** Where the panel lives in Home Assistant. */
export const PANEL = "/kuma-bouhan";

export const TABS = ["today", "footage", "requests", "people", "book"] as const;
export type Tab = (typeof TABS)[number];

/** Return the parts behind the panel's own path; a first part that is no tab means Today. */
export function parse(route: Route | undefined): [Tab, ...string[]] {
  const parts = (route?.path ?? "").split("/").filter(Boolean).map(decode);
  const [first, ...rest] = parts;
  return TABS.includes(first as Tab) ? [first as Tab, ...rest] : ["today"];
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
