/** Plays a stream as recorded. hls.js is loaded here, with the first playback. */

import Hls, { type ErrorData } from "hls.js/light";
import { address, Problem } from "../data/api";
import { momentAt, timeAt, type Fragment } from "../data/media-clock";
import type { Engine, Listener, Source } from "./engine";

const FRAME_S = 1 / 25;
/** Seconds kept ahead and behind: little, because all of it is somebody's picture. */
const AHEAD_S = 30;
const BEHIND_S = 20;
/** How many pieces in a row may be gone before the playback gives up. */
const MOST_GONE = 5;

export class StreamEngine implements Engine {
  private readonly hls: Hls;
  private wanted: number | null;
  private frame = FRAME_S;
  private lastFrame: number | null = null;
  private gone = 0;
  private readonly stop = new AbortController();

  constructor(
    private readonly source: Source,
    private readonly video: HTMLVideoElement,
    private readonly listener: Listener,
    at: number,
  ) {
    this.wanted = at;
    this.hls = new Hls({
      autoStartLoad: false,
      enableWorker: false,
      maxBufferLength: AHEAD_S,
      maxMaxBufferLength: 2 * AHEAD_S,
      backBufferLength: BEHIND_S,
      xhrSetup: (xhr, url) => this.sign(xhr, url),
    });
    this.hls.on(Hls.Events.ERROR, (_event, data) => this.failed(data));
    this.hls.on(Hls.Events.LEVEL_LOADED, () => this.loaded());
    this.hls.on(Hls.Events.FRAG_BUFFERED, () => (this.gone = 0));
    this.listen();
    this.hls.loadSource(address("viewing", source.session, source.camera, "playlist.m3u8"));
    this.hls.attachMedia(video);
  }

  seek(at: number): void {
    const time = timeAt(this.fragments, at);
    if (time === null) this.wanted = at;
    else this.video.currentTime = time;
  }

  play(): void {
    void this.video.play().catch(() => undefined); // the browser wants a touch first: the button stays
  }

  pause(): void {
    this.video.pause();
  }

  step(direction: 1 | -1): void {
    this.video.pause();
    this.video.currentTime += direction * this.frame;
  }

  rate(rate: number): void {
    this.video.defaultPlaybackRate = rate;
    this.video.playbackRate = rate;
  }

  destroy(): void {
    this.stop.abort();
    this.hls.destroy();
    this.video.pause();
    this.video.removeAttribute("src");
    this.video.load();
  }

  /** Every request carries the person's own token, renewed where it has run out. */
  private async sign(xhr: XMLHttpRequest, url: string): Promise<void> {
    const { auth } = this.source.hass;
    if (auth.expired) await auth.refreshAccessToken();
    const { origin, pathname } = new URL(url, location.href);
    if (origin !== location.origin || !pathname.startsWith("/api/kuma_bouhan/")) {
      throw new Problem("unexpected");
    }
    xhr.open("GET", url, true);
    xhr.setRequestHeader("Authorization", `Bearer ${auth.data.access_token}`);
  }

  private get fragments(): readonly Fragment[] {
    return this.hls.levels[0]?.details?.fragments ?? [];
  }

  private loaded(): void {
    if (this.wanted === null) return;
    const time = timeAt(this.fragments, this.wanted) ?? 0;
    this.wanted = null;
    this.hls.startLoad(time);
    this.video.currentTime = time;
  }

  private failed({ fatal, type, details, response, frag }: ErrorData): void {
    if (!fatal) return;
    const status = response?.code ?? 0;
    if (status === 410 && details !== Hls.ErrorDetails.LEVEL_LOAD_ERROR && this.gone < MOST_GONE) {
      this.gone += 1;
      this.skip(frag ? frag.start + frag.duration : this.video.currentTime);
    } else if (type === Hls.ErrorTypes.MEDIA_ERROR && this.gone < MOST_GONE) {
      this.gone += 1;
      this.hls.recoverMediaError();
    } else {
      this.listener.over(why(status, type));
    }
  }

  /** A piece was erased since the list was made: go on behind it. */
  private skip(time: number): void {
    this.hls.startLoad(time);
    this.video.currentTime = time;
  }

  private listen(): void {
    const { video, listener } = this;
    const on = (name: keyof HTMLMediaElementEventMap, heard: () => void): void =>
      video.addEventListener(name, heard, { signal: this.stop.signal });
    const moment = (): void => {
      const at = momentAt(this.fragments, video.currentTime);
      if (at !== null && this.wanted === null) listener.moment(at);
    };
    on("timeupdate", moment);
    on("seeked", moment);
    on("play", () => listener.playing(true));
    on("pause", () => listener.playing(false));
    on("waiting", () => listener.waiting(true));
    on("seeking", () => listener.waiting(true));
    on("seeked", () => listener.waiting(false));
    on("playing", () => listener.waiting(false));
    on("canplay", () => listener.waiting(false));
    this.watchFrames();
  }

  /** Learn how long a picture stays, for steps of one. */
  private watchFrames(): void {
    if (this.stop.signal.aborted || !("requestVideoFrameCallback" in this.video)) return;
    this.video.requestVideoFrameCallback((_now, { mediaTime }) => {
      const apart = this.lastFrame === null ? 0 : mediaTime - this.lastFrame;
      if (apart > 0.005 && apart < 1 && !this.video.seeking && this.video.playbackRate <= 1) {
        this.frame = apart;
      }
      this.lastFrame = mediaTime;
      this.watchFrames();
    });
  }
}

function why(status: number, type: string): Problem {
  if (status === 401) return new Problem("signed_out");
  if (status === 410) return new Problem("footage_gone");
  if (status === 403 || status === 404) return new Problem("viewing_over");
  return new Problem(type === Hls.ErrorTypes.NETWORK_ERROR ? "no_connection" : "not_playable");
}
