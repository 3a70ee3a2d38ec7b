/** Keeps the overview and the lock fresh while the panel is on screen. */

import { asProblem, get } from "./api";
import type { Hass } from "./hass";
import type { LockState, Overview } from "./types";

const AGAIN_MS = 5_000;
const AFTER_THE_END_MS = 500;
const OPEN_AGAIN_MS = 60_000;

/**
 * Subscribes to the overview, and asks how the lock stands when it may have changed: when
 * the overview says so, and when a time that the lock named is over.
 */
export class Live {
  overview: Overview | null = null;
  lock: LockState | null = null;
  /** Why there is no overview, while there is none. */
  error: unknown = null;

  private hass: Hass | null = null;
  private unsubscribe: (() => Promise<void>) | null = null;
  private again: ReturnType<typeof setTimeout> | undefined;
  private expiry: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;

  constructor(private readonly changed: () => void) {}

  start(hass: Hass): void {
    if (this.hass?.connection === hass.connection) return;
    this.stop();
    this.hass = hass;
    void this.subscribe(++this.turn);
  }

  stop(): void {
    this.turn += 1;
    clearTimeout(this.again);
    clearTimeout(this.expiry);
    void this.unsubscribe?.().catch(() => undefined); // a connection that is gone has let go already
    this.unsubscribe = null;
    this.hass = null;
  }

  async refreshLock(): Promise<void> {
    const { hass, turn } = this;
    if (!hass || !this.overview?.lock) return;
    const lock = await get<LockState>(hass, "lock").catch(() => null);
    if (turn !== this.turn || !lock) return;
    this.lock = lock;
    this.watchExpiry(lock);
    this.changed();
  }

  private async subscribe(turn: number): Promise<void> {
    const { hass } = this;
    if (!hass) return;
    try {
      const unsubscribe = await hass.connection.subscribeMessage<Overview>(
        (overview) => turn === this.turn && this.take(overview),
        { type: "kuma_bouhan/overview/subscribe" },
      );
      if (turn === this.turn) this.unsubscribe = unsubscribe;
      else void unsubscribe().catch(() => undefined);
    } catch (error) {
      if (turn !== this.turn) return;
      this.error = asProblem(error);
      this.changed();
      this.again = setTimeout(() => void this.subscribe(turn), AGAIN_MS);
    }
  }

  private take(overview: Overview): void {
    const before = this.overview?.lock?.locked;
    this.overview = overview;
    this.error = null;
    if (!overview.lock) this.lock = null;
    else if (overview.lock.locked) {
      this.lock = this.lock && { ...this.lock, locked: true, mine: null };
    }
    this.changed();
    if (overview.lock && (!this.lock || overview.lock.locked !== before)) void this.refreshLock();
  }

  private watchExpiry({ mine, wait_until }: LockState): void {
    clearTimeout(this.expiry);
    const ends = mine ? [mine.until, mine.idle_until] : wait_until ? [wait_until] : [];
    if (!ends.length) return;
    // While it is open, its idle time begins anew with each use: look every minute.
    const next = Math.min(...ends.map(Date.parse), Date.now() + OPEN_AGAIN_MS) - Date.now();
    this.expiry = setTimeout(() => void this.refreshLock(), Math.max(next, 0) + AFTER_THE_END_MS);
  }
}
