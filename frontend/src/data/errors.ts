/** Turns what went wrong into a sentence that says what to do. */

import { asProblem, type Blanks } from "./api";
import type { Localize } from "./hass";
import type { Translate } from "./texts";

/**
 * Return the sentence for an error.
 *
 * The panel's own words (`errors.<key>`) go first, for where a page can say more than the
 * integration; then the integration's sentence, which Home Assistant hands over; then a plain
 * one. Never a key, a class name or a trace.
 */
export function sentence(error: unknown, t: Translate, localize: Localize | null): string {
  const { key, blanks } = asProblem(error);
  return own(key, blanks, t) ?? theirs(key, blanks, localize) ?? t("errors.unexpected");
}

function own(key: string, blanks: Blanks, t: Translate): string | null {
  const name = `errors.${key}`;
  const text = t(name, blanks);
  return text === name ? null : text;
}

function theirs(key: string, blanks: Blanks, localize: Localize | null): string | null {
  return localize?.(`component.kuma_bouhan.exceptions.${key}.message`, blanks) || null;
}
