/** One picture at a time, as the hand moves along: fetched when it rests, let go when it is not shown. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import { asProblem, picture, type Problem } from "../data/api";
import type { Hass } from "../data/hass";

const RESTS_MS = 180;
const AGAIN_MS = 5_000;

interface Host extends ReactiveControllerHost {
  panel: { hass: Hass; refreshLock(): Promise<void> };
}

export class MomentPicture implements ReactiveController {
  /** An address that only this page knows; empty while there is no picture. */
  picture = "";
  problem: Problem | null = null;

  private url: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking: AbortController | null = null;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.show(null);
  }

  /** Show what stands at an address, or nothing. */
  show(url: string | null): void {
    if (url === this.url) return;
    this.url = url;
    clearTimeout(this.timer);
    this.asking?.abort();
    if (url) this.timer = setTimeout(() => void this.fetch(url), RESTS_MS);
    else {
      this.letGo();
      this.problem = null;
    }
  }

  private async fetch(url: string): Promise<void> {
    const asking = (this.asking = new AbortController());
    try {
      const found = await picture(this.host.panel.hass, url, asking.signal);
      if (asking.signal.aborted) return URL.revokeObjectURL(found);
      this.letGo();
      this.picture = found;
      this.problem = null;
    } catch (error) {
      if (asking.signal.aborted) return;
      this.letGo();
      this.problem = asProblem(error);
      if (this.problem.key === "unlock_first") void this.host.panel.refreshLock();
      if (this.problem.key === "no_connection") {
        this.timer = setTimeout(() => void this.fetch(url), AGAIN_MS);
      }
    }
    this.host.requestUpdate();
  }

  private letGo(): void {
    if (this.picture) URL.revokeObjectURL(this.picture);
    this.picture = "";
  }
}
