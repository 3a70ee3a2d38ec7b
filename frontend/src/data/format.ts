/** Moments, lengths and sizes as people read them, in the site's own time. */

import type { Hass } from "./hass";
import { languageFor, type Language } from "./texts";
import type { Moment } from "./types";

type When = Moment | number | Date;

export class Format {
  readonly language: Language;
  private readonly cache = new Map<string, Intl.DateTimeFormat>();

  constructor(
    language: string,
    readonly zone: string,
    private readonly hour12: boolean | undefined = undefined,
  ) {
    this.language = languageFor(language);
  }

  static of(hass: Hass): Format {
    const wanted = hass.locale.time_format;
    return new Format(
      hass.language,
      hass.config.time_zone,
      wanted === "12" ? true : wanted === "24" ? false : undefined,
    );
  }

  /** 14:05 */
  time(when: When): string {
    return this.with(this.clock(), when);
  }

  /** 14:05:09 */
  seconds(when: When): string {
    return this.with({ ...this.clock(), second: "2-digit" }, when);
  }

  /** 11月23日(月) / Mon 23 Nov */
  day(when: When): string {
    return this.with({ month: "short", day: "numeric", weekday: "short" }, when);
  }

  /** 2026年11月23日 月曜日 / Monday, 23 November 2026 */
  longDay(when: When): string {
    return this.with({ year: "numeric", month: "long", day: "numeric", weekday: "long" }, when);
  }

  /** 2026年11月23日 / 23 November 2026 */
  fullDay(when: When): string {
    return this.with({ year: "numeric", month: "long", day: "numeric" }, when);
  }

  /** 4月 / April, of 1 to 12. */
  month(month: number): string {
    return this.with({ month: "long" }, Date.UTC(2026, month - 1, 15));
  }

  /** 11月23日(月) 14:05; only the time where it is today. */
  moment(when: When, now: When = Date.now()): string {
    if (this.date(when) === this.date(now)) return this.time(when);
    return `${this.day(when)} ${this.time(when)}`;
  }

  /** 2026-11-23, the local day: what addresses carry. */
  date(when: When): string {
    const parts = new Map(
      this.formatter({ year: "numeric", month: "2-digit", day: "2-digit" }, "en-CA")
        .formatToParts(new Date(when))
        .map((part) => [part.type, part.value]),
    );
    return `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`;
  }

  number(value: number, digits = 0): string {
    return new Intl.NumberFormat(this.tag, { maximumFractionDigits: digits }).format(value);
  }

  /** 1.2 GB */
  bytes(size: number): string {
    const units = ["B", "kB", "MB", "GB", "TB"];
    let unit = 0;
    while (size >= 999.5 && unit < units.length - 1) {
      size /= 1000;
      unit += 1;
    }
    return `${this.number(size, unit >= 3 && size < 100 ? 1 : 0)} ${units[unit]}`;
  }

  /** 6日と3時間 / 6 days 3 hours; at most two parts, the second left out where it says little. */
  length(seconds: number): string {
    const whole = Math.max(0, Math.round(seconds));
    const parts: [number, Unit][] = [
      [Math.floor(whole / 86400), "day"],
      [Math.floor((whole % 86400) / 3600), "hour"],
      [Math.floor((whole % 3600) / 60), "minute"],
      [whole % 60, "second"],
    ];
    const first = parts.findIndex(([count]) => count > 0);
    if (first < 0) return this.unit(0, "second");
    return parts
      .slice(first, first + 2)
      .filter(([count]) => count > 0)
      .map(([count, unit]) => this.unit(count, unit))
      .join(this.language === "ja" ? "" : " ");
  }

  /** 9:05, for what counts down. */
  countdown(seconds: number): string {
    const whole = Math.max(0, Math.ceil(seconds));
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  }

  /** A list of names or places as a sentence has them. */
  list(items: readonly string[]): string {
    if (this.language === "ja") return items.join("、");
    return new Intl.ListFormat(this.tag, { type: "conjunction" }).format(items);
  }

  get tag(): string {
    return this.language === "ja" ? "ja-JP" : "en-GB";
  }

  private clock(): Intl.DateTimeFormatOptions {
    if (this.hour12) return { hour: "numeric", minute: "2-digit", hour12: true };
    const hour = this.language === "ja" ? "numeric" : "2-digit";
    return { hour, minute: "2-digit", hourCycle: "h23" };
  }

  private unit(count: number, unit: Unit): string {
    if (this.language === "ja") return `${count}${UNITS_JA[unit]}`;
    return new Intl.NumberFormat(this.tag, { style: "unit", unit, unitDisplay: "long" }).format(
      count,
    );
  }

  private with(options: Intl.DateTimeFormatOptions, when: When): string {
    return this.formatter(options, this.tag).format(new Date(when));
  }

  private formatter(options: Intl.DateTimeFormatOptions, tag: string): Intl.DateTimeFormat {
    const key = `${tag}${JSON.stringify(options)}`;
    let made = this.cache.get(key);
    if (!made) {
      made = new Intl.DateTimeFormat(tag, { ...options, timeZone: this.zone });
      this.cache.set(key, made);
    }
    return made;
  }
}

type Unit = "day" | "hour" | "minute" | "second";
const UNITS_JA: Record<Unit, string> = { day: "日", hour: "時間", minute: "分", second: "秒" };
