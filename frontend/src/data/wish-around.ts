/** What a wish is held against: the footage's own end, the days that may be chosen, the sentence. */

import { endsByPeriod, type Facts } from "./footage-facts";
import type { Format } from "./format";
import { dayBeside } from "./local-time";
import type { Day, Extension, RequestSettings } from "./request-types";
import type { Translate } from "./texts";
import type { Camera } from "./types";
import type { Around, Wish } from "./wish";

const LONGEST_DAYS = 90;

export interface Ground {
  cameras: readonly Camera[];
  format: Format;
  t: Translate;
  facts: readonly Facts[];
  renewed: Extension | null;
  settings: RequestSettings | undefined;
}

export function aroundOf(wish: Wish, ground: Ground, now: number): Around {
  const { format, renewed, settings } = ground;
  const today = format.date(now);
  const ends = originalEnds(wish, ground);
  const last = renewed ? dayBeside(renewed.until, 1) : ends.at(-1)!;
  return {
    now,
    today,
    least: last < today ? today : last,
    latest: dayBeside(today, settings?.longest_extension_days ?? LONGEST_DAYS),
    originalEnd: daysInWords(ends, ground),
    writtenRequest: settings?.written_request ?? true,
    sentence: sentenceOf(wish, ground),
  };
}

export const dayInWords = (day: Day, format: Format): string => format.fullDay(`${day}T03:00:00Z`);

/** The days that the footage's own periods end on, in order. */
function originalEnds(wish: Wish, { cameras, facts, format, renewed }: Ground): Day[] {
  if (renewed?.original_ends.length) return renewed.original_ends.toSorted();
  const known = facts.flatMap(({ firstEnd, lastEnd }) =>
    firstEnd === null || lastEnd === null ? [] : [firstEnd, lastEnd],
  );
  if (known.length) return known.map((end) => format.date(end)).toSorted();
  const chosen = cameras.filter(({ camera }) => wish.cameras.includes(camera));
  return [format.date(endsByPeriod(chosen.length ? chosen : cameras, wish))];
}

function daysInWords(days: readonly Day[], { format, t }: Ground): string {
  const [first, last] = [days[0]!, days.at(-1)!];
  if (first === last) return dayInWords(first, format);
  return t("request_form.days", {
    first: dayInWords(first, format),
    last: dayInWords(last, format),
  });
}

/** What form 2 can say of the footage, as long as nobody says more. */
function sentenceOf({ cameras, from, to }: Wish, { cameras: all, format, t }: Ground): string {
  const places = all.filter(({ camera }) => cameras.includes(camera)).map(({ place }) => place);
  if (!places.length) return "";
  const whole = (at: number): string => `${format.fullDay(at)} ${format.time(at)}`;
  return t("request_form.sentence", {
    places: format.list(places),
    from: whole(from),
    to: format.date(from) === format.date(to) ? format.time(to) : whole(to),
  });
}
