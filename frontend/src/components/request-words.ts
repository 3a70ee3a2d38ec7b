/** How requests are named: the same words in lists, on their page, in dialogs. */

import { html, type TemplateResult } from "lit";
import { deadline, type Entry } from "../data/request-list";
import type { Scope } from "../data/request-types";
import type { Moment } from "../data/types";
import type { PanelContext } from "./panel-context";

export function placesOf({ overview, format, t }: PanelContext, cameras: string[]): string {
  const place = (id: string): string =>
    overview.cameras?.find(({ camera }) => camera === id)?.place ?? t("requests.camera_gone");
  return format.list(cameras.map(place));
}

/** 11月23日(月) 14:05 から 15:00 まで; the day is said also where it is today. */
export function spanOf(panel: PanelContext, { start, end }: Omit<Scope, "cameras">): string {
  const { format } = panel;
  const sameDay = format.date(start) === format.date(end);
  if (sameDay && format.time(start) === format.time(end)) {
    const from = `${format.day(start)} ${format.seconds(start)}`;
    return panel.t("span.both", { from, to: format.seconds(end) });
  }
  return panel.t("span.both", {
    from: momentOf(panel, start),
    to: sameDay ? format.time(end) : momentOf(panel, end),
  });
}

/** A moment with its day, always. */
export const momentOf = ({ format }: PanelContext, when: Moment): string =>
  `${format.day(when)} ${format.time(when)}`;

/** The last day of a period that ends at a moment: midnight ends the day before. */
export function lastDayOf({ format }: PanelContext, until: Moment): string {
  return format.fullDay(Date.parse(until) - 1);
}

/** A day as papers have it, of YYYY-MM-DD. */
export const dayOf = ({ format }: PanelContext, day: string): string =>
  format.fullDay(`${day}T12:00:00Z`);

export const nameOf = ({ t }: PanelContext, name: string): string => name || t("people.somebody");

/** Who asked; a draft may come from an automation. */
export function askerOf(panel: PanelContext, { by, name }: { by: string; name: string }): string {
  return by ? nameOf(panel, name) : panel.t("book.by_automation");
}

/** The recipient, the day: what tells one request from the next of its kind. */
export function aboutOf(panel: PanelContext, { kind, item }: Entry): string {
  if (kind === "extension") {
    return panel.t("requests.until_day", { day: dayOf(panel, item.until) });
  }
  if (kind === "draft") return panel.t(`requests.kind.${item.wanted}`);
  if (kind === "protection") return placesOf(panel, item.cameras);
  const { affiliation, name } = item.recipient;
  return affiliation || nameOf(panel, name);
}

export function stateOf({ t }: PanelContext, { kind, item }: Entry): string {
  switch (kind) {
    case "draft":
      return t("requests.kind.draft");
    case "protection":
      return t(`requests.state.protection.${item.state}`);
    case "extension":
      return t(`requests.state.extension.${item.state}`);
    case "access":
      if (item.state === "requested" && !item.access) return t("requests.state.unanswered");
  }
  return t(`requests.state.disclosure.${item.state}`);
}

const WAITS = ["requested", "permitted", "prepared", "approved", "standing"];

export function stateTag(panel: PanelContext, entry: Entry): TemplateResult {
  const waits = entry.kind !== "draft" && WAITS.includes(entry.item.state);
  return html`<span class="tag ${waits ? "" : "plain"}">${stateOf(panel, entry)}</span>`;
}

const SOON_MS = 24 * 3_600_000;

/** Until when, in words, and how urgent that is. */
export function deadlineOf(
  panel: PanelContext,
  entry: Entry,
): { text: string; urgency: "" | "warn" | "bad" } | null {
  const next = deadline(entry);
  if (!next) return null;
  const { what, when, overdue } = next;
  const text =
    what === "kept"
      ? panel.t("requests.deadline.kept", { when: lastDayOf(panel, when) })
      : panel.t(`requests.deadline.${overdue ? "overdue" : what}`, { when: momentOf(panel, when) });
  const soon = what !== "kept" && Date.parse(when) - Date.now() < SOON_MS;
  return { text, urgency: overdue ? "bad" : soon ? "warn" : "" };
}
