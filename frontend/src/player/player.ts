/**
 * The picture with its buttons. It shows what a viewing session has open, with the viewer's
 * name and the time over it, and nothing once the session is over.
 */

import {
  mdiStepBackward,
  mdiStepForward,
  mdiFullscreen,
  mdiFullscreenExit,
  mdiPause,
  mdiPlay,
  mdiRewind10,
  mdiFastForward10,
  mdiSkipNext,
  mdiSkipPrevious,
} from "@mdi/js";
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { define } from "../components/define";
import { icon } from "../components/icon";
import { look } from "../components/styles";
import { PanelElement } from "../components/view";
import type { Engine, Listener } from "./engine";

const SPEEDS = [0.5, 1, 2, 4, 8];
const JUMP_MS = 10_000;

export class Player extends PanelElement {
  static override styles = [
    ...look,
    css`
      :host {
        display: block;
      }
      .stage {
        position: relative;
        display: flex;
        flex-direction: column;
        border-radius: var(--kb-radius);
        overflow: hidden;
        background: #000;
        color: #fff;
      }
      .picture {
        position: relative;
        aspect-ratio: 16 / 9;
        max-height: max(240px, calc(100dvh - 470px));
        width: 100%;
        overflow: hidden;
        display: grid;
        place-items: center;
      }
      .stage:fullscreen .picture {
        flex: 1;
        max-height: none;
        aspect-ratio: auto;
        min-height: 0;
      }
      video,
      img {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: contain;
      }
      img:not([src]) {
        display: none;
      }
      .watermark {
        position: absolute;
        inset: -30%;
        display: flex;
        flex-wrap: wrap;
        align-content: space-around;
        justify-content: space-around;
        gap: 56px 40px;
        transform: rotate(-24deg);
        pointer-events: none;
        user-select: none;
        -webkit-user-select: none;
        font-size: 15px;
        font-weight: 600;
        color: rgba(255, 255, 255, 0.36);
        text-shadow: 0 0 2px rgba(0, 0, 0, 0.6);
        white-space: nowrap;
      }
      .clock {
        position: absolute;
        left: 12px;
        top: 10px;
        padding: 4px 10px;
        border-radius: 8px;
        font-size: 16px;
        font-weight: 600;
        background: rgba(0, 0, 0, 0.62);
      }
      .wait {
        position: relative;
        width: 44px;
        height: 44px;
        border-radius: 50%;
        border: 4px solid rgba(255, 255, 255, 0.3);
        border-top-color: #fff;
        animation: turn 0.9s linear infinite;
      }
      @keyframes turn {
        to {
          transform: rotate(1turn);
        }
      }
      .controls {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: 0 4px;
        padding: 6px 8px;
        background: #16191b;
      }
      .controls .main {
        width: 56px;
        height: 56px;
      }
      .controls .group {
        display: flex;
        align-items: center;
      }
      .controls :focus-visible {
        outline-color: #7fd0ea;
      }
      select {
        width: auto;
        min-height: 44px;
        padding: 6px 10px;
        color: #fff;
        background: #2b2f31;
        border-color: #6b7175;
      }
      .stage option {
        color: #fff;
        background: #2b2f31;
      }
    `,
  ];

  @property() session = "";
  @property() camera = "";
  @property() kind: "stream" | "stills" = "stream";
  @property() name = "";
  /** Where to begin, in ms. */
  @property({ attribute: false }) start = 0;

  @state() private at: number | null = null;
  @state() private plays = false;
  @state() private waits = true;
  @state() private speed = 1;
  @state() private whole = false;
  @query("video") private video!: HTMLVideoElement | null;
  @query("img") private image!: HTMLImageElement | null;
  @query(".stage") private stage!: HTMLElement;

  private engine: Engine | null = null;
  private turn = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.clear();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.begin();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("session") || changed.has("camera") || changed.has("kind")) void this.begin();
  }

  get isPlaying(): boolean {
    return this.plays;
  }

  seek(at: number): void {
    this.start = at;
    this.engine?.seek(at);
  }

  pause(): void {
    this.engine?.pause();
  }

  /** Take everything off the screen and out of memory. */
  clear(): void {
    this.turn += 1;
    this.engine?.destroy();
    this.engine = null;
    this.at = null;
    this.plays = false;
  }

  private async begin(): Promise<void> {
    this.clear();
    const { turn } = this;
    if (!this.session || !this.isConnected) return;
    const source = { hass: this.panel.hass, session: this.session, camera: this.camera };
    const listener = this.listener(turn);
    this.waits = true;
    try {
      if (this.kind === "stream") {
        const { StreamEngine } = await import("./stream");
        if (turn !== this.turn || !this.video) return;
        this.engine = new StreamEngine(source, this.video, listener, this.start);
      } else {
        const { StillsEngine } = await import("./stills");
        if (turn !== this.turn || !this.image) return;
        this.engine = new StillsEngine(source, this.image, listener, this.start);
      }
      this.engine.rate(this.speed);
      this.engine.play();
    } catch (error) {
      listener.over(error);
    }
  }

  private listener(turn: number): Listener {
    const heard =
      <A extends unknown[]>(hear: (...told: A) => void) =>
      (...told: A): void => {
        if (turn === this.turn) hear(...told);
      };
    return {
      moment: heard((at: number) => {
        this.at = at;
        this.start = at;
        this.dispatchEvent(new CustomEvent("moment", { detail: at }));
      }),
      playing: heard((plays: boolean) => (this.plays = plays)),
      waiting: heard((waits: boolean) => (this.waits = waits)),
      over: heard((error: unknown) => {
        this.clear();
        this.dispatchEvent(new CustomEvent("over", { detail: error }));
      }),
    };
  }

  private jump(by: number): void {
    if (this.at !== null) this.ask(this.at + by);
  }

  /** The page knows the day, and so where gaps are. */
  private ask(at: number | "next-gap" | "last-gap"): void {
    this.dispatchEvent(new CustomEvent("go", { detail: at }));
  }

  private toggle(): void {
    if (this.plays) this.engine?.pause();
    else this.engine?.play();
  }

  private async toggleWhole(): Promise<void> {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await this.stage.requestFullscreen?.().catch(() => undefined);
  }

  private key(event: KeyboardEvent): void {
    if (event.target instanceof HTMLSelectElement) return;
    const onButton = event.target instanceof HTMLButtonElement;
    const acts: Record<string, () => void> = {
      ...(onButton ? {} : { " ": () => this.toggle() }),
      k: () => this.toggle(),
      j: () => this.jump(-JUMP_MS),
      l: () => this.jump(JUMP_MS),
      ",": () => this.engine?.step(-1),
      ".": () => this.engine?.step(1),
      "[": () => this.ask("last-gap"),
      "]": () => this.ask("next-gap"),
      f: () => void this.toggleWhole(),
    };
    const act = acts[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  }

  protected override render(): TemplateResult {
    const { format } = this.panel;
    return html`
      <div
        class="stage"
        role="group"
        aria-label=${this.t("player.label")}
        @keydown=${this.key}
        @fullscreenchange=${() => (this.whole = document.fullscreenElement !== null)}
        @contextmenu=${(event: Event) => event.preventDefault()}
      >
        <div class="picture">
          ${
            this.kind === "stream"
              ? html`<video
                  muted
                  playsinline
                  tabindex="-1"
                  disablepictureinpicture
                  disableremoteplayback
                  controlslist="nodownload noremoteplayback"
                  aria-label=${this.t("player.picture", { place: this.name })}
                  @click=${this.toggle}
                ></video>`
              : html`<img
                  alt=${this.t("player.picture", { place: this.name })}
                  draggable="false"
                />`
          }
          ${this.watermark()}
          ${
            this.at === null
              ? nothing
              : html`<div class="clock numbers">
                  ${format.day(this.at)} ${format.seconds(this.at)}
                </div>`
          }
          ${
            this.waits
              ? html`<div class="wait" role="status" aria-label=${this.t("player.waiting")}></div>`
              : nothing
          }
        </div>
        <div class="controls">
          <div class="group">
            ${this.button("player.last_gap", mdiSkipPrevious, () => this.ask("last-gap"))}
            ${this.button("player.back_10", mdiRewind10, () => this.jump(-JUMP_MS))}
            ${this.button("player.frame_back", mdiStepBackward, () => this.engine?.step(-1))}
            ${this.button(
              this.plays ? "player.pause" : "player.play",
              this.plays ? mdiPause : mdiPlay,
              () => this.toggle(),
              true,
            )}
            ${this.button("player.frame_on", mdiStepForward, () => this.engine?.step(1))}
            ${this.button("player.on_10", mdiFastForward10, () => this.jump(JUMP_MS))}
            ${this.button("player.next_gap", mdiSkipNext, () => this.ask("next-gap"))}
          </div>
          <div class="group">
            <select
              aria-label=${this.t("player.speed")}
              @change=${(event: Event) => {
                this.speed = Number((event.target as HTMLSelectElement).value);
                this.engine?.rate(this.speed);
              }}
            >
              ${SPEEDS.map(
                (speed) =>
                  html`<option value=${speed} ?selected=${speed === this.speed}>${speed}×</option>`,
              )}
            </select>
            ${
              document.fullscreenEnabled
                ? this.button(
                    this.whole ? "player.small" : "player.whole",
                    this.whole ? mdiFullscreenExit : mdiFullscreen,
                    () => void this.toggleWhole(),
                  )
                : nothing
            }
          </div>
        </div>
      </div>
    `;
  }

  /** Whoever photographs the screen photographs who was looking, and when. */
  private watermark(): TemplateResult {
    const { format, overview } = this.panel;
    const now = Date.now();
    const words = `${overview.me.name}　${format.date(now)} ${format.time(now)}`;
    return html`<div class="watermark" aria-hidden="true">
      ${Array.from({ length: 60 }, () => html`<span>${words}</span>`)}
    </div>`;
  }

  private button(key: string, path: string, act: () => void, main = false): TemplateResult {
    return html`<button
      type="button"
      class="round ${main ? "main" : ""}"
      title=${this.t(key)}
      aria-label=${this.t(key)}
      @click=${act}
    >
      ${icon(path, main ? 36 : 26)}
    </button>`;
  }
}

define("kb-player", Player);
