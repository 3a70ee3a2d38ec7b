/**
 * Keeps a viewing session honest on this side: it ends when the person leaves, locks, does
 * nothing for a while, or when its time is over. The integration ends it by itself, too.
 *
 * none → open (begin) → none (end: told to the integration; lost: it is over there already).
 */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import { post } from "../data/api";
import type { Hass } from "../data/hass";
import type { OpenViewing } from "../dialogs/open-viewing";

/** Nothing touched and nothing playing for so long: the person has left. */
export const IDLE_MS = 5 * 60_000;
/** The page hidden for so long: the person does something else. */
export const HIDDEN_MS = 60_000;

export type EndReason = "asked" | "left" | "idle" | "time" | "locked" | "over";

const SIGNS_OF_LIFE = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

export class SessionKeeper implements ReactiveController {
  open: OpenViewing | null = null;

  private hass: Hass | null = null;
  private idle: ReturnType<typeof setTimeout> | undefined;
  private hidden: ReturnType<typeof setTimeout> | undefined;
  private over: ReturnType<typeof setTimeout> | undefined;
  private listening: AbortController | null = null;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly asks: {
      isPlaying(): boolean;
      pause(): void;
      ended(reason: EndReason): void;
    },
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.end("left");
  }

  begin(hass: Hass, viewing: OpenViewing): void {
    this.end("asked");
    this.hass = hass;
    this.open = viewing;
    this.listen();
    this.touched();
    this.over = setTimeout(
      () => this.end("time"),
      Math.max(Date.parse(viewing.until) - Date.now(), 0),
    );
    this.host.requestUpdate();
  }

  /** Tell the integration, and take everything off the screen. */
  end(reason: EndReason): void {
    const { open, hass } = this;
    if (!open) return;
    this.open = null;
    this.hass = null;
    clearTimeout(this.idle);
    clearTimeout(this.hidden);
    clearTimeout(this.over);
    this.listening?.abort();
    this.listening = null;
    if (hass && reason !== "over" && reason !== "locked") {
      // It ends there by itself, too: nothing to say where this does not arrive.
      post(hass, ["viewing", "end"], { session: open.session }, reason === "left").catch(() => {});
    }
    this.asks.ended(reason);
    this.host.requestUpdate();
  }

  private listen(): void {
    this.listening = new AbortController();
    const { signal } = this.listening;
    for (const sign of SIGNS_OF_LIFE) {
      window.addEventListener(sign, () => this.touched(), { signal, passive: true });
    }
    window.addEventListener("pagehide", () => this.end("left"), { signal });
    document.addEventListener(
      "visibilitychange",
      () => {
        clearTimeout(this.hidden);
        if (!document.hidden) return;
        this.asks.pause();
        this.hidden = setTimeout(() => this.end("left"), HIDDEN_MS);
      },
      { signal },
    );
  }

  private touched(): void {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => {
      if (this.asks.isPlaying()) this.touched();
      else this.end("idle");
    }, IDLE_MS);
  }
}
