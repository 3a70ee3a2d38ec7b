/** Renders an element again every second, while it counts something down. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

export class Ticking implements ReactiveController {
  private timer: ReturnType<typeof setInterval> | undefined;
  private connected = false;
  private wanted = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly everyMs = 1000,
  ) {
    host.addController(this);
  }

  /** Set while rendering: whether there is something to count. */
  set runs(wanted: boolean) {
    this.wanted = wanted;
    this.follow();
  }

  hostConnected(): void {
    this.connected = true;
    this.follow();
  }

  hostDisconnected(): void {
    this.connected = false;
    this.follow();
  }

  private follow(): void {
    const should = this.connected && this.wanted;
    if (should && this.timer === undefined) {
      this.timer = setInterval(() => this.host.requestUpdate(), this.everyMs);
    } else if (!should) {
      clearInterval(this.timer);
      this.timer = undefined;
    }
  }
}
