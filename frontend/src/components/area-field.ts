/**
 * What a camera leaves out of its picture, drawn on a picture of this moment. The picture is shown
 * and kept nowhere; without one there is a plain frame to draw on, as for a camera by its own address:
 * nobody looks at that one around the procedure, and so no entity has its picture.
 */

import { mdiPlus, mdiTrashCanOutline } from "@mdi/js";
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { picture } from "../data/api";
import type { Area } from "../data/kept-types";
import type { Box, Mask } from "../data/masks";
import { define } from "./define";
import { icon } from "./icon";
import "./mask-canvas";
import type { MaskCanvas } from "./mask-canvas";
import { look } from "./styles";
import { PanelElement } from "./view";

/** A frame as wide as cameras' pictures mostly are. */
const FRAME = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="#3a4145"/></svg>',
)}`;
const NEW: Box = { x: 0.35, y: 0.35, w: 0.3, h: 0.3 };
const PLACES = 10_000;
const round = (value: number): number => Math.round(value * PLACES) / PLACES;

export const toAreas = (masks: readonly Mask[]): Area[] =>
  masks.map(({ x, y, w, h }) => {
    const [left, top] = [round(x), round(y)];
    return [left, top, round(Math.min(w, 1 - left)), round(Math.min(h, 1 - top))];
  });

export const fromAreas = (areas: readonly Area[]): Mask[] =>
  areas.map(([x, y, w, h], n) => ({ id: n + 1, x, y, w, h, from: 0, to: Infinity }));

export class AreaField extends PanelElement {
  static override styles = [
    ...look,
    css`
      :host {
        display: block;
      }
      .actions {
        gap: 8px;
      }
    `,
  ];

  @property() label = "";
  @property() hint = "";
  /** The entity whose picture is shown; null where there is none. */
  @property() source: string | null = null;
  @property({ attribute: false }) areas: Area[] = [];
  /** Only shown, in a row that has its name: nothing can be drawn. */
  @property({ type: Boolean }) fixed = false;

  @state() private shown = "";
  @state() private looked = false;
  @state() private chosen: number | null = null;
  @query("kb-mask-canvas") private canvas!: MaskCanvas;
  private stop = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop.abort();
    this.let();
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    void this.look();
  }

  private let(): void {
    if (this.shown) URL.revokeObjectURL(this.shown);
    this.shown = "";
  }

  private async look(): Promise<void> {
    const { source, stop } = this;
    if (source) {
      const url = `/api/camera_proxy/${encodeURIComponent(source)}`;
      const shown = await picture(this.panel.hass, url, stop.signal).catch(() => "");
      if (stop.signal.aborted) URL.revokeObjectURL(shown);
      else this.shown = shown;
    }
    this.looked = true;
  }

  private put(masks: Mask[]): void {
    this.dispatchEvent(new CustomEvent("areas", { detail: toAreas(masks) }));
  }

  private async add(box: Box): Promise<void> {
    const masks = fromAreas(this.areas);
    const id = masks.length + 1;
    this.put([...masks, { ...box, id, from: 0, to: Infinity }]);
    this.chosen = id;
    await this.updateComplete;
    await this.canvas.updateComplete;
    this.canvas.focusMask(id);
  }

  private take(id: number | null): void {
    this.put(fromAreas(this.areas).filter((mask) => mask.id !== id));
    this.chosen = null;
  }

  /** What the words below the frame say of it. */
  private get about(): string {
    if (this.source === null) return "duties.areas.closed";
    if (this.shown) return "duties.areas.live";
    return this.looked ? "duties.areas.none" : "shell.loading";
  }

  protected override render(): TemplateResult {
    const masks = fromAreas(this.areas);
    return html`<div class="field">
      ${this.fixed ? nothing : html`<span class="label">${this.label}</span>`}
      ${this.hint ? html`<p class="hint">${this.hint}</p>` : nothing}
      <kb-mask-canvas
        .panel=${this.panel}
        .picture=${this.shown || (this.looked ? FRAME : "")}
        .label=${this.label}
        .words=${this.t("shell.loading")}
        .masks=${masks}
        .chosen=${this.chosen}
        .still=${this.fixed}
        @draw=${(event: CustomEvent<Box>) => void this.add(event.detail)}
        @choose=${(event: CustomEvent<number | null>) => (this.chosen = event.detail)}
        @take=${(event: CustomEvent<number>) => this.take(event.detail)}
        @change=${(event: CustomEvent<Mask>) =>
          this.put(masks.map((mask) => (mask.id === event.detail.id ? event.detail : mask)))}
      ></kb-mask-canvas>
      <p class="hint">${this.t(this.about)}</p>
      ${
        this.fixed
          ? nothing
          : html`<div class="actions">
              <button type="button" class="button" @click=${() => void this.add(NEW)}>
                ${icon(mdiPlus, 20)}${this.t("duties.areas.add")}
              </button>
              ${
                this.chosen === null
                  ? nothing
                  : html`<button
                      type="button"
                      class="button quiet"
                      @click=${() => this.take(this.chosen)}
                    >
                      ${icon(mdiTrashCanOutline, 20)}${this.t("duties.areas.take", {
                        number: this.chosen,
                      })}
                    </button>`
              }
            </div>`
      }
    </div>`;
  }
}

define("kb-area-field", AreaField);
