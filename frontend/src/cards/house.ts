/** What cards use of Home Assistant, and which entities of ours belong together. */

import type { Hass } from "../data/hass";

export interface EntityState {
  entity_id: string;
  state: string;
  attributes: Record<string, unknown>;
  last_changed: string;
}

/** The part of the frontend's `hass` that cards use beside the panel's. */
export interface CardHass extends Hass {
  states: Record<string, EntityState | undefined>;
  formatEntityState(state: EntityState): string;
}

/** Entity ids by domain and key: `sensor.recording_state`. */
export type Entities = Readonly<Record<string, string>>;

export interface House {
  cameras: { camera: string; place: string; entities: Entities }[];
  entities: Entities;
  /** Acts that cards offer, and this person may do. */
  may: readonly string[];
}

/** The last answer by connection: every card of a page asks the same. */
const asked = new WeakMap<object, Promise<House>>();

/** Ask which entities there are. */
export function house(hass: Hass): Promise<House> {
  const key = hass.connection ?? hass;
  let answer = asked.get(key);
  if (!answer) {
    answer = hass.callWS<House>({ type: "kuma_bouhan/dashboard" });
    asked.set(key, answer);
    answer.then(
      () => setTimeout(() => asked.delete(key), 10_000),
      () => asked.delete(key),
    );
  }
  return answer;
}

/** Go to a page of Home Assistant, as its own links do. */
export function visit(path: string): void {
  history.pushState(null, "", path);
  window.dispatchEvent(new CustomEvent("location-changed", { detail: { replace: false } }));
}

/** Ask Home Assistant to show more of an entity. */
export function moreInfo(element: HTMLElement, entityId: string): void {
  element.dispatchEvent(
    new CustomEvent("hass-more-info", {
      bubbles: true,
      composed: true,
      detail: { entityId },
    }),
  );
}
