/** What shows footage: a stream, or stills one after another. Moments are ms since 1970. */

import type { Hass } from "../data/hass";

/** What is being looked at: one camera within a viewing session. */
export interface Source {
  hass: Hass;
  session: string;
  camera: string;
}

export interface Listener {
  /** The picture on screen is of this moment. */
  moment(at: number): void;
  playing(plays: boolean): void;
  /** Waiting for footage to arrive. */
  waiting(waits: boolean): void;
  /** The viewing is over: locked, expired, or the footage was erased meanwhile. */
  over(error: unknown): void;
}

export interface Engine {
  seek(at: number): void;
  play(): void;
  pause(): void;
  /** One picture forward (1) or back (-1). */
  step(direction: 1 | -1): void;
  rate(rate: number): void;
  /** Let go of everything: nothing that was shown stays on screen or in memory. */
  destroy(): void;
}
