/** How days and people are said on the pages of themes. */

import { choiceWord } from "./deed-fields";
import type { PanelContext } from "./panel-context";
import type { Choices } from "../data/choices";
import type { Format } from "../data/format";

const DAY_MS = 86_400_000;

/** A day in words, of a moment or of YYYY-MM-DD. */
export function dayOf({ format }: { format: Format }, when: string): string {
  return format.fullDay(when.length === 10 ? `${when}T12:00:00Z` : when);
}

/** The last day of a period that ends at a moment, or with a day. */
export function lastDayOf(panel: { format: Format }, until: string): string {
  return dayOf(panel, lastDateOf(panel, until));
}

/** The same day as a date field has it. */
export function lastDateOf({ format }: { format: Format }, until: string): string {
  if (until.length === 10) return until;
  const at = Date.parse(until);
  return format.date(format.date(at) === format.date(at - 1) ? at : at - 1);
}

/** The day of a moment as a date field has it. */
export const dateOf = ({ format }: { format: Format }, when: string): string =>
  when.length === 10 ? when : format.date(when);

export interface Due {
  text: string;
  kind: "" | "warn" | "bad";
}

/** Until when, and how urgent that is. */
export function dueOf(panel: PanelContext, due: string, overdue: boolean, soon = false): Due {
  const day = lastDayOf(panel, due);
  const days = Math.floor((Date.now() - Date.parse(due)) / DAY_MS);
  if (!overdue) return { text: panel.t("duties.due", { day }), kind: soon ? "warn" : "" };
  const text =
    days > 0
      ? panel.t("duties.overdue_for", { day, count: days })
      : panel.t("duties.overdue", { day });
  return { text, kind: "bad" };
}

/** A moment with its year and its day. */
export const whenOf = ({ format }: { format: Format }, when: string): string =>
  `${format.fullDay(when)} ${format.time(when)}`;

export const nameOf = ({ t }: Pick<PanelContext, "t">, name: string): string =>
  name || t("people.somebody");

export const listOf = (panel: PanelContext, of: Choices, values: readonly string[]): string =>
  panel.format.list(values.map((value) => choiceWord(panel, of, value)));

export const placesOf = (panel: PanelContext, cameras: readonly string[]): string =>
  cameras.length
    ? panel.format.list(
        cameras.map(
          (id) =>
            panel.overview.cameras?.find(({ camera }) => camera === id)?.place ??
            panel.t("book.removed_camera"),
        ),
      )
    : "";
