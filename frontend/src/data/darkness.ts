/**
 * Whether the page is dark: by the colour that Home Assistant has put behind everything.
 *
 * What `hass.themes` says of it comes earlier or later than the colours do, and of a theme of
 * somebody's own it says nothing; it counts only while there is no colour that can be read.
 */

import type { Hass } from "./hass";

const BEHIND = "--primary-background-color";
const HALF = 0.5;

export function isDark(hass: Hass): boolean {
  const colour = getComputedStyle(document.documentElement).getPropertyValue(BEHIND).trim();
  const light = lightness(colour);
  return light === null ? hass.themes.darkMode === true : light < HALF;
}

/** Call back whenever the colours of the page may have changed. Returns how to end it. */
export function followColours(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["style", "class"] });
  return () => observer.disconnect();
}

/** From 0 (black) to 1 (white); null of a colour that is written in another way. */
function lightness(colour: string): number | null {
  const parts = channels(colour);
  if (!parts) return null;
  const [red = 0, green = 0, blue = 0] = parts;
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

function channels(colour: string): number[] | null {
  const hex = /^#([0-9a-f]{3,8})$/i.exec(colour)?.[1];
  if (hex) {
    const wide = hex.length >= 6 ? hex : [...hex].map((digit) => digit + digit).join("");
    return [0, 2, 4].map((at) => Number.parseInt(wide.slice(at, at + 2), 16));
  }
  const inside = /^rgba?\(([\d\s.,/%]+)\)$/i.exec(colour)?.[1];
  const found = inside
    ?.split(/[\s,/]+/)
    .filter(Boolean)
    .map(Number);
  return found && found.length >= 3 && found.slice(0, 3).every(Number.isFinite) ? found : null;
}
