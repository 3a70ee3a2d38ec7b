/** What the tap on "an officer is at the door" does; loaded when it is tapped. */

import type { PanelContext } from "../components/panel-context";
import { toIso } from "./local-time";
import { act } from "./requests";
import { lastHour } from "./wish";
import { officerPath } from "./wish-from";

/**
 * Protect the hour that passed on all cameras, where this person may, and open the shortest form.
 * Where that fails the form says that nothing is protected yet, and has the button to try again.
 */
export async function openToOfficer(panel: PanelContext): Promise<void> {
  let number: number | undefined;
  try {
    if (panel.may("protect_footage")) number = await protect(panel);
  } catch (error) {
    panel.say(panel.words(error));
  }
  panel.go(officerPath(number));
}

async function protect({ hass, overview }: PanelContext): Promise<number> {
  const { from, to } = lastHour(Date.now());
  const { number } = await act(hass, "protect", {
    cameras: (overview.cameras ?? []).map(({ camera }) => camera),
    start: toIso(from),
    end: toIso(to),
  });
  return number;
}
