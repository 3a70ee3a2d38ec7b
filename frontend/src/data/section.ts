/** What is kept beside footage, by section: asked for when it is shown, and again whenever something was entered. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import { asProblem, post, type Problem } from "./api";
import type { Hass } from "./hass";
import type { Overview } from "./types";

const AGAIN_MS = 5_000;
const HOUR_MS = 3_600_000;

interface Host extends ReactiveControllerHost {
  panel: {
    hass: Hass;
    overview: Overview;
    may(act: string): boolean;
    format: { language: string };
  };
}

/** One section (`kuma_bouhan/kept/<name>`) for an element that has a `panel`; `act` is what reading it is. */
export class Section<T> implements ReactiveController {
  data: T | null = null;
  problem: Problem | null = null;

  private seen = "";
  private turn = 0;
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: Host,
    private readonly name: string,
    private readonly act: string,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const { overview, format, may } = this.host.panel;
    if (!may(this.act)) return;
    // What is due changes by itself, too.
    const hour = Math.floor(Date.now() / HOUR_MS);
    const seen = [format.language, overview.book?.entries ?? 0, hour].join();
    if (seen === this.seen) return;
    this.seen = seen;
    void this.load();
  }

  hostDisconnected(): void {
    this.turn += 1;
    this.seen = "";
    clearTimeout(this.again);
  }

  /** Ask now: after a deed of this page. */
  async load(): Promise<void> {
    const turn = ++this.turn;
    clearTimeout(this.again);
    const { hass, format } = this.host.panel;
    try {
      const type = `kuma_bouhan/kept/${this.name}`;
      const data = await hass.callWS<T>({ type, language: format.language });
      if (turn !== this.turn) return;
      this.data = data;
      this.problem = null;
    } catch (error) {
      if (turn !== this.turn) return;
      this.problem = asProblem(error);
      this.again = setTimeout(() => void this.load(), AGAIN_MS);
    }
    this.host.requestUpdate();
  }
}

/** Do a deed, such as `signs/confirm`; `Problem` where it was refused. */
export const deed = <T>(hass: Hass, name: string, body: Record<string, unknown>): Promise<T> =>
  post<T>(hass, ["deeds", ...name.split("/")], body);

/** Return the address of a paper. */
export async function paper(
  hass: Hass,
  name: string,
  language: string,
  about: Record<string, unknown> = {},
): Promise<string> {
  const { url } = await post<{ url: string }>(hass, ["requests", "paper"], {
    paper: name,
    language,
    ...about,
  });
  return url;
}
