/**
 * Masks for a disclosure that was permitted: requests/<number>/masks/<camera>. They are drawn on
 * stills of what is to be given out; the integration makes a copy in which they hide what they lie
 * over. What was drawn stays with the browser's tab until that copy is there.
 */

import { mdiAlertCircleOutline, mdiArrowLeft, mdiLockOpenVariant } from "@mdi/js";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { query, state } from "lit/decorators.js";
import { define } from "../components/define";
import { chip, formStyles } from "../components/form-fields";
import { icon } from "../components/icon";
import "../components/mask-list";
import "../components/mask-stage";
import type { MaskStage } from "../components/mask-stage";
import { maskPage } from "../components/mask-styles";
import "../components/masked-copy";
import { look } from "../components/styles";
import { PanelElement } from "../components/view";
import { asProblem } from "../data/api";
import { forget, keep, kept } from "../data/kept";
import { fromSent, isShown, nextId, toSent, type Box, type Mask } from "../data/masks";
import { act, maskStatus, requestPath, RequestsWatch, stillPath } from "../data/requests";
import type { Disclosure, MaskStatus } from "../data/request-types";
import type { Span } from "../data/timeline";
import { MomentPicture } from "../player/moment-picture";

const STATUS_AGAIN_MS = 1_500;
const ADDED: Box = { x: 0.4, y: 0.4, w: 0.2, h: 0.2 };
const SECOND = 1_000;

const second = (round: (value: number) => number, moment: string): number =>
  round(Date.parse(moment) / SECOND) * SECOND;

interface Kept {
  masks: Mask[];
  at: number;
  /** Their copy is being made: once it is there, nothing needs to be kept. */
  sent: boolean;
}

export class MasksView extends PanelElement {
  static override styles = [...look, formStyles, maskPage];

  @state() private masks: Mask[] | null = null;
  @state() private chosen: number | null = null;
  @state() private at = 0;
  @state() private status: MaskStatus | null = null;
  @state() private error = "";
  @state() private busy = false;
  @query("kb-mask-stage") private onStage!: MaskStage | null;

  private readonly watch = new RequestsWatch(this);
  private readonly shown = new MomentPicture(this);
  private place = "";
  private sent = false;
  private again: ReturnType<typeof setTimeout> | undefined;

  // --- What is drawn on ---

  private get number(): number {
    return Number(this.panel.path[1]);
  }

  /** Out of the address; the first of the request where it names none. */
  private get camera(): string {
    return this.panel.path[3] ?? this.disclosure?.cameras[0] ?? "";
  }

  private get disclosure(): Disclosure | undefined {
    return this.watch.list?.disclosures.find(({ number }) => number === this.number);
  }

  /** All of it by whole seconds, as masks are sent: one that lies over all of it reaches over its ends. */
  private get whole(): Span {
    const { start = "", end = "" } = this.disclosure ?? {};
    return { from: second(Math.floor, start), to: second(Math.ceil, end) };
  }

  /** The first whole second of it: a picture from before is not permitted. */
  private get earliest(): number {
    return second(Math.ceil, this.disclosure?.start ?? "");
  }

  /** The first that there is a picture of. */
  private get first(): number {
    const bounds = this.disclosure?.true.find(({ camera }) => camera === this.camera);
    return bounds ? Math.max(this.earliest, second(Math.ceil, bounds.start)) : this.earliest;
  }

  private get isWorking(): boolean {
    return this.status?.state === "working";
  }

  private get keptAs(): string {
    return `masks/${this.number}/${this.camera}`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.again);
    this.place = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { disclosure } = this;
    if (!disclosure?.cameras.includes(this.camera)) return;
    const place = `${this.number} ${this.camera}`;
    if (place !== this.place) {
      this.place = place;
      const found = kept<Kept>(this.panel.overview.me.user_id, this.keptAs);
      this.masks = found?.masks ?? null;
      this.sent = found?.sent ?? false;
      this.at = found?.at ?? this.first;
      this.chosen = null;
      this.status = null;
      void this.ask();
    }
    this.shown.show(this.pictureUrl);
  }

  private async ask(): Promise<void> {
    clearTimeout(this.again);
    const { place } = this;
    try {
      const status = await maskStatus(this.panel.hass, this.number, this.camera);
      if (place !== this.place || !this.isConnected) return;
      const before = this.status?.state;
      this.status = status;
      if (status.state === "done" && this.sent) {
        this.sent = false;
        forget(this.panel.overview.me.user_id, this.keptAs);
      }
      this.masks ??= fromSent(status.masks);
      if (before === "working" && status.state === "done") {
        this.panel.say(this.t("masks.done"));
        void this.watch.load();
      }
      if (status.state === "working") this.askAgain();
    } catch (error) {
      if (place !== this.place || !this.isConnected) return;
      this.masks ??= [];
      if (asProblem(error).key === "no_connection") this.askAgain();
      else this.error = this.panel.words(error);
    }
  }

  private askAgain(): void {
    this.again = setTimeout(() => void this.ask(), STATUS_AGAIN_MS);
  }

  // --- Which moment ---

  private get pictureUrl(): string | null {
    return this.panel.lock?.mine ? stillPath(this.number, this.camera, this.at) : null;
  }

  private goTo(at: number): void {
    this.at = Math.max(Math.min(at, this.whole.to - SECOND), this.earliest);
    if (this.sent || this.masks?.length) this.keep();
  }

  // --- Drawing ---

  private keep(): void {
    const value: Kept = { masks: this.masks ?? [], at: this.at, sent: this.sent };
    keep(this.panel.overview.me.user_id, this.keptAs, value);
  }

  private put(masks: Mask[]): void {
    this.masks = masks;
    this.sent = false;
    this.keep();
  }

  private add(box: Box): void {
    const masks = this.masks ?? [];
    const mask: Mask = { id: nextId(masks), ...this.whole, ...box };
    this.put([...masks, mask]);
    this.chosen = mask.id;
  }

  private async addByKeys(): Promise<void> {
    this.add(ADDED);
    await this.updateComplete;
    if (this.chosen !== null) await this.onStage?.focusMask(this.chosen);
  }

  private change(mask: Mask): void {
    this.put((this.masks ?? []).map((one) => (one.id === mask.id ? mask : one)));
  }

  private take(id: number): void {
    this.put((this.masks ?? []).filter((one) => one.id !== id));
    this.chosen = null;
  }

  /** Choose from the list: and go where it is seen. */
  private find(id: number): void {
    const mask = this.masks?.find((one) => one.id === id);
    this.chosen = id;
    if (mask && !isShown(mask, this.at)) this.goTo(mask.from);
  }

  // --- Making the copy ---

  private async begin(): Promise<void> {
    if (this.busy || !this.masks?.length || !(await this.panel.ensureUnlocked())) return;
    await this.attempt(async () => {
      const { number, camera, masks } = this;
      await act(this.panel.hass, "mask", { number, camera, masks: (masks ?? []).map(toSent) });
      this.sent = true;
      this.keep();
      this.panel.say(this.t("masks.started"));
      await this.ask();
    });
  }

  private async cancel(): Promise<void> {
    if (!(await this.panel.ensureUnlocked())) return;
    await this.attempt(async () => {
      await act(this.panel.hass, "mask/cancel", { number: this.number, camera: this.camera });
      await this.ask();
    });
  }

  private async attempt(todo: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = "";
    try {
      await todo();
    } catch (error) {
      this.error = this.panel.words(error);
    } finally {
      this.busy = false;
    }
  }

  // --- On screen ---

  protected override render(): TemplateResult {
    const { disclosure, watch } = this;
    if (!watch.list) {
      return watch.problem
        ? this.only(this.panel.words(watch.problem))
        : html`<div class="page">
            <p class="soft" role="status">${this.t("shell.loading")}</p>
          </div>`;
    }
    if (!disclosure?.cameras.includes(this.camera)) return this.only(this.t("masks.not_open"));
    if (!disclosure.can.includes("mask") && !this.isWorking) {
      return this.only(this.t("masks.not_open"));
    }
    const place = this.placeOf(this.camera);
    return html`<div class="page">
      <div class="top">
        ${this.back()}
        <h2>${this.t("masks.heading")}</h2>
        <p class="soft">${this.t("masks.of", { number: this.number, place })}</p>
      </div>
      <p>${this.t("masks.explain")}</p>
      ${disclosure.cameras.length > 1 ? this.cameras(disclosure) : nothing}
      <div class="both">
        <section class="picture" aria-label=${place}>${this.stage(place)}</section>
        <section class="card">${this.list()} ${this.copy()}</section>
      </div>
    </div>`;
  }

  private placeOf(id: string): string {
    const found = this.panel.overview.cameras?.find(({ camera }) => camera === id);
    return found?.place ?? this.t("book.removed_camera");
  }

  private cameras({ cameras, masks }: Disclosure): TemplateResult {
    const name = (camera: string): string => {
      const place = this.placeOf(camera);
      return masks.some((made) => made.camera === camera) ? this.t("masks.made", { place }) : place;
    };
    return html`<div class="offers" role="group" aria-label=${this.t("request_form.cameras")}>
      ${cameras.map((camera) =>
        chip(name(camera), camera === this.camera, () =>
          this.panel.go([...requestPath(this.number), "masks", camera], true),
        ),
      )}
    </div>`;
  }

  private only(words: string): TemplateResult {
    return html`<div class="page">
      <p class="note">${icon(mdiAlertCircleOutline)}<span>${words}</span></p>
      <div class="actions">${this.back()}</div>
    </div>`;
  }

  private goBack(): void {
    this.panel.go(requestPath(this.number));
  }

  private back(): TemplateResult {
    return html`<button class="button quiet back" @click=${() => this.goBack()}>
      ${icon(mdiArrowLeft, 20)}${this.t("masks.back")}
    </button>`;
  }

  private stage(place: string): TemplateResult {
    if (!this.panel.lock?.mine) {
      return html`<div class="shut">
        <p>${this.t("masks.unlock_first")}</p>
        <button class="button primary" @click=${() => this.panel.ensureUnlocked()}>
          ${icon(mdiLockOpenVariant, 20)}${this.t("lock.unlock")}
        </button>
      </div>`;
    }
    return html`<kb-mask-stage
      .panel=${this.panel}
      .place=${place}
      .picture=${this.shown.picture}
      .words=${this.noPicture()}
      .whole=${this.whole}
      .at=${this.at}
      .masks=${this.masks ?? []}
      .chosen=${this.chosen}
      .still=${this.isWorking}
      @moment=${({ detail }: CustomEvent<number>) => this.goTo(detail)}
      @draw=${({ detail }: CustomEvent<Box>) => this.add(detail)}
      @change=${({ detail }: CustomEvent<Mask>) => this.change(detail)}
      @choose=${({ detail }: CustomEvent<number | null>) => (this.chosen = detail)}
      @take=${({ detail }: CustomEvent<number>) => this.take(detail)}
    ></kb-mask-stage>`;
  }

  private noPicture(): string {
    const { problem } = this.shown;
    if (!problem) return this.t("masks.waiting");
    return problem.key === "no_footage_in_span"
      ? this.t("masks.no_picture")
      : this.panel.words(problem);
  }

  private list(): TemplateResult {
    return html`<kb-mask-list
      .panel=${this.panel}
      .masks=${this.masks ?? []}
      .chosen=${this.chosen}
      .whole=${this.whole}
      .at=${this.at}
      .still=${this.isWorking}
      .sees=${this.shown.picture !== ""}
      @add=${() => this.addByKeys()}
      @change=${({ detail }: CustomEvent<Mask>) => this.change(detail)}
      @choose=${({ detail }: CustomEvent<number>) => this.find(detail)}
      @take=${({ detail }: CustomEvent<number>) => this.take(detail)}
    ></kb-mask-list>`;
  }

  private copy(): TemplateResult {
    return html`<kb-masked-copy
      .panel=${this.panel}
      .status=${this.status}
      .error=${this.error}
      .busy=${this.busy}
      .ready=${Boolean(this.masks?.length)}
      @begin=${() => this.begin()}
      @cancel=${() => this.cancel()}
      @back=${() => this.goBack()}
    ></kb-masked-copy>`;
  }
}

define("kb-masks", MasksView);
