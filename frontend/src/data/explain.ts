/** What there is to say to somebody who asks about the cameras, made from the settings as they are. */

import { post } from "./api";
import type { Hass } from "./hass";

interface Asking {
  hass: Hass;
  format: { language: string };
}

export async function explain(
  { hass, format }: Asking,
  cameras: readonly string[],
): Promise<string> {
  const { text } = await post<{ text: string }>(hass, ["deeds", "complaints", "explain"], {
    cameras: [...cameras],
    language: format.language,
  });
  return text;
}
