/** Shows stills one after another: cameras without a stream. */

import { get, Problem, asProblem } from "../data/api";
import { lastIndexWhere } from "../data/media-clock";
import type { Moment } from "../data/types";
import type { Engine, Listener, Source } from "./engine";

interface Still {
  at: Moment;
  url: string;
}

/** How long a still stays at speed 1. */
const STAYS_MS = 500;
/** Stills fetched ahead while playing. */
const AHEAD = 4;

export class StillsEngine implements Engine {
  private stills: { at: number; url: string }[] = [];
  private index = 0;
  private speed = 1;
  private plays = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly pictures = new Map<number, Promise<string>>();
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
    for (const index of [...this.pictures.keys()]) this.forget(index);
  }

  private async load(at: number): Promise<void> {
    const { hass, session, camera } = this.source;
    this.listener.waiting(true);
    try {
      const stills = await get<Still[]>(hass, "viewing", session, camera, "stills");
      this.stills = stills.map(({ at: moment, url }) => ({ at: Date.parse(moment), url }));
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
    this.listener.waiting(!this.pictures.has(index));
    try {
      const picture = await this.picture(index);
      if (index !== this.index || this.stop.signal.aborted) return;
      this.image.src = picture;
      this.listener.waiting(false);
      this.listener.moment(still.at);
      if (this.plays) for (let n = 1; n <= AHEAD; n += 1) this.picture(index + n).catch(() => {});
      for (const other of [...this.pictures.keys()]) {
        if (Math.abs(other - index) > AHEAD + 1) this.forget(other);
      }
    } catch (error) {
      const problem = asProblem(error);
      if (problem.status === 410)
        this.stills.splice(index, 1); // erased since the list was made
      else this.fail(error);
    }
  }

  /** Fetch a picture, once; it is kept as an address that only this page knows. */
  private picture(index: number): Promise<string> {
    const still = this.stills[index];
    if (!still) return Promise.reject(new Problem("footage_gone"));
    let picture = this.pictures.get(index);
    if (!picture) {
      picture = this.fetch(still.url);
      this.pictures.set(index, picture);
      picture.catch(() => this.pictures.delete(index));
    }
    return picture;
  }

  private async fetch(url: string): Promise<string> {
    return pictureOf(this.source, url, this.stop.signal);
  }

  private forget(index: number): void {
    const picture = this.pictures.get(index);
    this.pictures.delete(index);
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
  const picture = URL.createObjectURL(await answer.blob());
  if (signal.aborted) URL.revokeObjectURL(picture);
  return picture;
}
