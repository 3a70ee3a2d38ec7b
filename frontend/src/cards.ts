/** Loaded on every page of Home Assistant: two cards for dashboards, and a dashboard of them. */

import { CameraAndSignCard } from "./cards/camera-and-sign";
import { Dashboard } from "./cards/dashboard";
import { WaitsForMeCard } from "./cards/waits-for-me";
import { offered } from "./cards/words";
import { define } from "./components/define";

// Home Assistant puts a registry of its own in the place of the browser's before it defines itself. What was
// defined in the browser's before that, it never finds: "Timeout waiting for strategy element".
void customElements.whenDefined("home-assistant").then(() => {
  define("kuma-bouhan-camera-card", CameraAndSignCard);
  define("kuma-bouhan-duties-card", WaitsForMeCard);
  define("ll-strategy-dashboard-kuma-bouhan", Dashboard);
});

/** What Home Assistant offers where somebody adds a card. */
const catalogue = window as unknown as { customCards?: object[] };
catalogue.customCards ??= [];
catalogue.customCards.push(...offered(() => document.documentElement.lang));
