/** Shows stills one after another: cameras without a stream. */

import { address, asProblem, get, Problem } from "../data/api";
import { lastIndexWhere } from "../data/media-clock";
import type { Moment } from "../data/types";
import type { Engine, Listener, Source } from "./engine";

interface Still {
  at: Moment;
  /** Seen from where the list is. */
  url: string;
}

interface Shown {
  at: number;
  url: string;
}

/** How long a still stays at speed 1. */
const STAYS_MS = 500;
/** Stills fetched ahead while playing. */
const AHEAD = 4;

export class StillsEngine implements Engine {
  private stills: Shown[] = [];
  private index = 0;
  private speed = 1;
  private plays = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** By the address they were fetched from. */
  private readonly pictures = new Map<string, Promise<string>>();
  private readonly stop = new AbortController();

  constructor(
    private readonly source: Source,
    private readonly image: HTMLImageElement,
    private readonly listener: Listener,
    at: number,
  ) {
    void this.load(at);
  }

  seek(at: number): void {
    if (this.stills.length)
      void this.show(
        Math.max(
          0,
          lastIndexWhere(this.stills, (s) => s.at <= at),
        ),
      );
  }

  play(): void {
    if (this.plays) return;
    this.plays = true;
    this.listener.playing(true);
    this.next();
  }

  pause(): void {
    clearTimeout(this.timer);
    if (!this.plays) return;
    this.plays = false;
    this.listener.playing(false);
  }

  step(direction: 1 | -1): void {
    this.pause();
    void this.show(this.index + direction);
  }

  rate(rate: number): void {
    this.speed = rate;
  }

  destroy(): void {
    this.pause();
    this.stop.abort();
    this.image.removeAttribute("src");
    for (const url of [...this.pictures.keys()]) this.forget(url);
  }

  private async load(at: number): Promise<void> {
    const { hass, session, camera } = this.source;
    this.listener.waiting(true);
    try {
      const stills = await get<Still[]>(hass, "viewing", session, camera, "stills");
      const list = new URL(address("viewing", session, camera, "stills"), location.href);
      this.stills = stills.map(({ at: moment, url }) => ({
        at: Date.parse(moment),
        url: new URL(url, list).pathname,
      }));
      if (!this.stills.length) throw new Problem("no_footage_in_span");
      this.seek(at);
    } catch (error) {
      this.fail(error);
    }
  }

  private next(): void {
    this.timer = setTimeout(() => {
      if (this.index + 1 >= this.stills.length) this.pause();
      else void this.show(this.index + 1).then(() => this.plays && this.next());
    }, STAYS_MS / this.speed);
  }

  private async show(index: number): Promise<void> {
    const still = this.stills[index];
    if (!still || this.stop.signal.aborted) return;
    this.index = index;
    this.listener.waiting(!this.pictures.has(still.url));
    try {
      const picture = await this.picture(still);
      if (index !== this.index || this.stop.signal.aborted) return;
      this.image.src = picture;
      this.listener.waiting(false);
      this.listener.moment(still.at);
      this.keepNear(index);
    } catch (error) {
      const problem = asProblem(error);
      if (problem.status !== 410) return this.fail(error);
      this.stills.splice(index, 1); // erased since the list was made
      if (this.index === index) this.index -= 1;
    }
  }

  /** While playing, fetch what comes next; let go of what is not near any more. */
  private keepNear(index: number): void {
    const near = this.stills.slice(Math.max(index - AHEAD, 0), index + AHEAD + 1);
    if (this.plays) for (const still of near.slice(-AHEAD)) this.picture(still).catch(() => {});
    const urls = new Set(near.map(({ url }) => url));
    for (const url of [...this.pictures.keys()]) if (!urls.has(url)) this.forget(url);
  }

  /** Fetch a picture, once; it is kept as an address that only this page knows. */
  private picture({ url }: Shown): Promise<string> {
    let picture = this.pictures.get(url);
    if (!picture) {
      picture = pictureOf(this.source, url, this.stop.signal);
      this.pictures.set(url, picture);
      picture.catch(() => this.pictures.delete(url));
    }
    return picture;
  }

  private forget(url: string): void {
    const picture = this.pictures.get(url);
    this.pictures.delete(url);
    picture?.then(URL.revokeObjectURL).catch(() => undefined);
  }

  private fail(error: unknown): void {
    this.pause();
    if (!this.stop.signal.aborted) this.listener.over(error);
  }
}

/** Fetch a picture of a viewing; the address is to be revoked when it is not shown any more. */
export async function pictureOf(
  { hass }: Pick<Source, "hass">,
  url: string,
  signal: AbortSignal,
): Promise<string> {
  const answer = await hass.fetchWithAuth(url, { signal }).catch(() => {
    throw new Problem("no_connection");
  });
  if (!answer.ok) {
    throw new Problem(answer.status === 410 ? "footage_gone" : "viewing_over", {}, answer.status);
  }
  return URL.createObjectURL(await answer.blob());
}
