/** Between moments and what date and time fields hold, in the site's own zone. */

/** `2026-11-23T14:05` of the site's time, for a field of the browser. */
export function fieldOf(moment: number, zone: string): string {
  const parts = partsOf(moment, zone);
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/** The moment that a field means; null where it holds none. */
export function momentOf(field: string, zone: string): number | null {
  const asUtc = Date.parse(`${field}Z`);
  if (Number.isNaN(asUtc)) return null;
  // The zone's offset there, looked up twice: the first guess may fall on the other side of a change.
  let moment = asUtc - offset(asUtc, zone);
  moment = asUtc - offset(moment, zone);
  return moment;
}

/** Milliseconds that a zone's clocks are ahead of UTC at a moment. */
function offset(moment: number, zone: string): number {
  const parts = partsOf(moment, zone);
  const local = Date.UTC(
    Number(parts.year),
    Number(parts.month) - 1,
    Number(parts.day),
    Number(parts.hour),
    Number(parts.minute),
    Number(parts.second),
  );
  return local - Math.floor(moment / 1000) * 1000;
}

/** A local time as an address carries it: `14-05-09`. */
export function timePart(moment: number, zone: string): string {
  const { hour, minute, second } = partsOf(moment, zone);
  return `${hour}-${minute}-${second}`;
}

/** The moment that a day and a time out of an address mean; null where they mean none. */
export function momentOfPart(date: string, part: string | undefined, zone: string): number | null {
  const time = /^(\d\d)-(\d\d)-(\d\d)$/.exec(part ?? "");
  const minute = time ? momentOf(`${date}T${time[1]}:${time[2]}`, zone) : null;
  return minute === null ? null : minute + Number(time?.[3]) * 1000;
}

/** ISO 8601 in UTC, to the second: what the integration is asked with. */
export const toIso = (moment: number): string =>
  new Date(Math.round(moment / 1000) * 1000).toISOString().replace(".000Z", "+00:00");

/** The day before or after a local day. */
export function dayBeside(date: string, by: number): string {
  const day = new Date(`${date}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + by);
  return day.toISOString().slice(0, 10);
}

type Parts = Record<"year" | "month" | "day" | "hour" | "minute" | "second", string>;

function partsOf(moment: number, zone: string): Parts {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  }).formatToParts(new Date(moment));
  return Object.fromEntries(parts.map(({ type, value }) => [type, value])) as Parts;
}
