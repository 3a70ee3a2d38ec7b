/** A small picture of the moment under the pointer; only while a viewing is open. */

import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { define } from "../components/define";
import { look } from "../components/styles";
import { PanelElement } from "../components/view";
import { address } from "../data/api";
import { toIso } from "../data/local-time";
import { pictureOf } from "./stills";

const AFTER_MS = 180;
const WIDTH = 176;
/** Moments this near share a picture. */
const ROUND_MS = 1000;

export class Thumbnail extends PanelElement {
  static override styles = [
    ...look,
    css`
      :host {
        position: absolute;
        bottom: 100%;
        z-index: 3;
        pointer-events: none;
      }
      figure {
        width: ${WIDTH}px;
        border-radius: 8px;
        overflow: hidden;
        background: #000;
        box-shadow: 0 4px 16px rgba(0, 0, 0, 0.4);
      }
      img {
        display: block;
        width: 100%;
        aspect-ratio: 16 / 9;
        object-fit: contain;
      }
    `,
  ];

  @property() session = "";
  @property() camera = "";
  @property({ attribute: false }) at: number | null = null;
  @state() private picture = "";

  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking: AbortController | null = null;

  static readonly width = WIDTH;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has("at") && !changed.has("session") && !changed.has("camera")) return;
    clearTimeout(this.timer);
    this.asking?.abort();
    if (this.at === null || !this.session) this.forget();
    else this.timer = setTimeout(() => void this.ask(this.at ?? 0), AFTER_MS);
  }

  private async ask(at: number): Promise<void> {
    const asking = (this.asking = new AbortController());
    const moment = toIso(Math.round(at / ROUND_MS) * ROUND_MS);
    const url = `${address("viewing", this.session, this.camera, "still.jpg")}?at=${encodeURIComponent(moment)}`;
    try {
      const picture = await pictureOf(this.panel, url, asking.signal);
      if (asking.signal.aborted) return URL.revokeObjectURL(picture);
      if (this.picture) URL.revokeObjectURL(this.picture);
      this.picture = picture;
    } catch {
      this.forget(); // a thumbnail is a help only: without one the timeline says the same in words
    }
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
    if (this.picture) URL.revokeObjectURL(this.picture);
    this.picture = "";
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.picture) return nothing;
    return html`<figure><img alt="" src=${this.picture} /></figure>`;
  }
}

define("kb-thumbnail", Thumbnail);
