/**
 * Footage: which camera and day, what there is of it, and the picture once a viewing is open.
 * The address keeps camera, day and moment; the viewing itself is kept nowhere.
 */

import { mdiAlertCircleOutline, mdiEye, mdiEyeOffOutline, mdiLockOutline } from "@mdi/js";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { query, state } from "lit/decorators.js";
import "../components/day-picker";
import type { Pick } from "../components/day-picker";
import "../components/day-line";
import type { DayLine } from "../components/day-line";
import { define } from "../components/define";
import { ask } from "../components/dialog";
import { icon } from "../components/icon";
import "../components/mark-card";
import { look } from "../components/styles";
import { PanelElement } from "../components/view";
import "../components/viewing-bar";
import "../components/viewing-requests";
import { asProblem, get } from "../data/api";
import { momentOfPart, timePart } from "../data/local-time";
import {
  afterNextGap,
  beforeLastGap,
  clip,
  covers,
  dayMap,
  firstMark,
  newestFootage,
  nearestFootage,
  proposedViewing,
  type Span,
} from "../data/timeline";
import type { Camera, Day, Viewing, ViewingRequest } from "../data/types";
import { OpenViewingDialog, type OpenAnswer, type OpenViewing } from "../dialogs/open-viewing";
import { RequestViewingDialog } from "../dialogs/request-viewing";
import { SessionKeeper, type EndReason } from "../player/keeper";
import "../player/player";
import type { Player } from "../player/player";
import { footage } from "./footage-styles";

const DAY_AGAIN_MS = 60_000;
const SAVE_MOMENT_MS = 800;
const MINUTE_MS = 60_000;

export class FootageView extends PanelElement {
  static override styles = [...look, footage];

  @state() private day: Day | null = null;
  @state() private failed = "";
  @state() private at: number | null = null;
  @state() private requests: ViewingRequest[] = [];
  @state() private ended: EndReason | null = null;
  @state() private problem = "";
  /** The span that something is to be asked for; on the same day it stays from camera to camera. */
  @state() private mark: Span | null = null;
  @query("kb-player") private player!: Player | null;
  @query("kb-day-line") private line!: DayLine | null;

  private readonly keeper = new SessionKeeper(this, {
    isPlaying: () => this.player?.isPlaying ?? false,
    pause: () => this.player?.pause(),
    ended: (reason) => {
      this.player?.clear();
      this.ended = reason === "asked" || reason === "left" ? null : reason;
    },
  });
  private again: ReturnType<typeof setTimeout> | undefined;
  private saving: ReturnType<typeof setTimeout> | undefined;
  private asked = "";

  override connectedCallback(): void {
    super.connectedCallback();
    this.asked = "";
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.again);
    clearTimeout(this.saving);
  }

  // --- What is chosen ---

  private get cameras(): Camera[] {
    return this.panel.overview.cameras ?? [];
  }

  private get chosen(): Camera | undefined {
    const wanted = this.panel.path[1];
    return this.cameras.find(({ camera }) => camera === wanted) ?? this.cameras[0];
  }

  private get date(): string {
    const { path, format } = this.panel;
    const today = format.date(Date.now());
    const wanted = path[2] ?? "";
    return /^\d{4}-\d\d-\d\d$/.test(wanted) && wanted <= today ? wanted : today;
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has("panel")) return;
    const { lock } = this.panel;
    if (this.keeper.open && lock && !lock.mine) this.keeper.end("locked");
    const { chosen, date } = this;
    if (!chosen || !this.panel.may("list_footage")) return;
    const wanted = `${chosen.camera} ${date}`;
    if (wanted === this.asked) return;
    if (!this.asked.endsWith(` ${date}`)) this.mark = null;
    this.asked = wanted;
    this.day = null;
    this.failed = "";
    this.at = momentOfPart(date, this.panel.path[3], this.panel.format.zone);
    void this.load(chosen.camera, date, wanted);
    void this.loadRequests();
  }

  private async load(camera: string, date: string, wanted: string): Promise<void> {
    clearTimeout(this.again);
    try {
      const day = await get<Day>(this.panel.hass, "footage", camera, date);
      if (wanted !== this.asked || !this.isConnected) return;
      this.day = day;
      this.failed = "";
    } catch (error) {
      if (wanted !== this.asked || !this.isConnected) return;
      if (!this.day) this.failed = this.panel.words(error);
    }
    if (date === this.panel.format.date(Date.now()) || this.failed) {
      this.again = setTimeout(() => void this.load(camera, date, wanted), DAY_AGAIN_MS);
    }
  }

  private async loadRequests(): Promise<void> {
    if (!this.panel.may("view") && !this.panel.may("permit_viewing")) return;
    const viewing = await get<Viewing>(this.panel.hass, "viewing").catch(() => null);
    if (viewing) this.requests = viewing.requests;
  }

  // --- Going to a moment ---

  private goTo(at: number | "next-gap" | "last-gap"): void {
    if (!this.day) return;
    const map = dayMap(this.day);
    const from = this.at ?? map.bounds.from;
    const wanted =
      at === "next-gap"
        ? afterNextGap(map, from)
        : at === "last-gap"
          ? beforeLastGap(map, from)
          : at;
    if (wanted === null) return this.panel.say(this.t("player.no_gap"));
    this.at = wanted;
    if (this.isOpenAt(wanted)) this.player?.seek(wanted);
    this.saveMoment();
  }

  private saveMoment(): void {
    clearTimeout(this.saving);
    this.saving = setTimeout(() => {
      const { chosen, at, date, panel } = this;
      if (!chosen || at === null || !this.isConnected || panel.path[0] !== "footage") return;
      const time = timePart(at, panel.format.zone);
      panel.go(["footage", chosen.camera, date, time], true);
    }, SAVE_MOMENT_MS);
  }

  private isOpenAt(at: number): boolean {
    const { open } = this.keeper;
    return Boolean(
      open && this.chosen && open.cameras.includes(this.chosen.camera) && covers(open.span, at),
    );
  }

  // --- Marking ---

  private beginMark(): void {
    if (!this.day) return;
    const map = dayMap(this.day);
    const shown = this.line?.shown ?? map.bounds;
    this.mark = firstMark(
      shown,
      clip(map.bounds, {
        from: map.bounds.from,
        to: Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS,
      }),
      this.at ?? newestFootage(map, shown),
    );
  }

  private async loadAgain(): Promise<void> {
    const { chosen } = this;
    if (chosen) await this.load(chosen.camera, this.date, this.asked);
  }

  // --- Viewing ---

  private async openViewing(permitted: ViewingRequest | null = null): Promise<void> {
    const { chosen } = this;
    if (!chosen || !this.day) return;
    this.ended = null;
    this.problem = "";
    if (!(await this.panel.ensureUnlocked())) return;
    const dialog = new OpenViewingDialog();
    dialog.camera = chosen.camera;
    dialog.place = chosen.place;
    dialog.permitted = permitted;
    dialog.span = permitted
      ? { from: Date.parse(permitted.start), to: Date.parse(permitted.end) }
      : proposedViewing(dayMap(this.day), this.line?.shown ?? null);
    const answer = await ask<OpenAnswer>(dialog, this.panel);
    if (answer === "beyond") await this.request(dialog.span);
    else if (answer) this.begin(answer);
  }

  private begin(viewing: OpenViewing): void {
    this.keeper.begin(this.panel.hass, viewing);
    const { chosen } = this;
    const map = this.day && dayMap(this.day);
    if (this.at === null || !covers(viewing.span, this.at)) {
      this.at = (map && nearestFootage(map, viewing.span.from)) ?? viewing.span.from;
    }
    if (chosen && viewing.cameras.includes(chosen.camera) && map && covers(map.bounds, this.at))
      return;
    const camera = viewing.cameras[0];
    if (camera) this.panel.go(["footage", camera, this.panel.format.date(viewing.span.from)]);
  }

  private async request(span: Span): Promise<void> {
    const { chosen } = this;
    if (!chosen) return;
    const dialog = new RequestViewingDialog();
    dialog.camera = chosen.camera;
    dialog.place = chosen.place;
    dialog.span = span;
    if ((await ask(dialog, this.panel)) !== undefined) {
      this.panel.say(this.t("viewing.request_sent"));
      await this.loadRequests();
    }
  }

  private over(error: unknown): void {
    const { key } = asProblem(error);
    this.problem = this.panel.words(error);
    if (key === "viewing_over") this.keeper.end("over");
    else this.keeper.end("asked");
    void this.panel.refreshLock();
  }

  // --- On screen ---

  protected override render(): TemplateResult {
    const { chosen } = this;
    if (!this.panel.may("list_footage")) {
      return this.only(mdiEyeOffOutline, this.t("footage.not_yours"));
    }
    if (!chosen) return this.only(mdiAlertCircleOutline, this.t("today.no_camera"));
    return html`
      <div class="page">
        <kb-day-picker
          .panel=${this.panel}
          .camera=${chosen.camera}
          .date=${this.date}
          @pick=${({ detail }: CustomEvent<Pick>) =>
            this.panel.go(["footage", detail.camera, detail.date])}
        ></kb-day-picker>
        <section aria-label=${this.t("player.label")}>${this.screen(chosen)}</section>
        <section class="card day" aria-label=${this.t("footage.timeline")}>
          ${
            this.day
              ? html`<kb-day-line
                  .panel=${this.panel}
                  .day=${this.day}
                  .at=${this.at}
                  .viewing=${this.keeper.open}
                  .mark=${this.mark}
                  @seek=${({ detail }: CustomEvent<number>) => this.goTo(detail)}
                  @mark=${({ detail }: CustomEvent<Span | null>) => (this.mark = detail)}
                ></kb-day-line>`
              : this.noDay()
          }
          ${this.day?.stretches.length ? this.markCard(chosen) : nothing}
        </section>
        <kb-viewing-requests
          .panel=${this.panel}
          .requests=${this.requests}
          @decided=${() => this.loadRequests()}
          @view=${({ detail }: CustomEvent<ViewingRequest>) => this.openViewing(detail)}
        ></kb-viewing-requests>
      </div>
    `;
  }

  private markCard({ camera }: Camera): TemplateResult {
    return html`<kb-mark
      .panel=${this.panel}
      .camera=${camera}
      .mark=${this.mark}
      @begin=${() => this.beginMark()}
      @mark=${({ detail }: CustomEvent<Span | null>) => (this.mark = detail)}
      @protected=${() => this.loadAgain()}
    ></kb-mark>`;
  }

  private only(path: string, words: string): TemplateResult {
    return html`<div class="page">
      <p class="note">${icon(path)}<span>${words}</span></p>
    </div>`;
  }

  private noDay(): TemplateResult {
    return this.failed
      ? html`<p class="note bad" role="alert">
          ${icon(mdiAlertCircleOutline)}<span>${this.failed}</span>
        </p>`
      : html`<p class="soft" role="status">${this.t("shell.loading")}</p>`;
  }

  private screen(chosen: Camera): TemplateResult {
    const { open } = this.keeper;
    if (!open) return this.closed(chosen);
    const { day, at } = this;
    const covered = open.cameras.includes(chosen.camera) && at !== null && covers(open.span, at);
    return html`
      <kb-viewing-bar
        .panel=${this.panel}
        .viewing=${open}
        @end=${() => this.keeper.end("asked")}
      ></kb-viewing-bar>
      ${
        covered && day
          ? html`<kb-player
              .panel=${this.panel}
              .session=${open.session}
              .camera=${chosen.camera}
              .kind=${day.kind}
              .name=${chosen.place}
              .start=${at}
              @moment=${({ detail }: CustomEvent<number>) => {
                this.at = detail;
                this.saveMoment();
              }}
              @go=${({ detail }: CustomEvent<number | "next-gap" | "last-gap">) => this.goTo(detail)}
              @over=${({ detail }: CustomEvent<unknown>) => this.over(detail)}
            ></kb-player>`
          : html`<div class="screen">
              ${icon(mdiEyeOffOutline, 40)}
              <p>${this.t("viewing.not_covered")}</p>
              <button class="button" @click=${() => this.openViewing()}>
                ${icon(mdiEye, 20)}${this.t("viewing.begin_another")}
              </button>
            </div>`
      }
    `;
  }

  private closed(chosen: Camera): TemplateResult {
    const views = this.panel.may("view");
    const words = this.problem || (this.ended ? this.t(`viewing.ended.${this.ended}`) : "");
    return html`<div class="screen">
      ${icon(mdiLockOutline, 40)}
      ${words ? html`<p role="alert"><strong>${words}</strong></p>` : nothing}
      <p>${this.t(views ? "viewing.closed" : "viewing.not_yours")}</p>
      ${
        views
          ? html`<button
              class="button primary"
              ?disabled=${!this.day?.stretches.length}
              aria-label=${this.t("viewing.begin_of", { place: chosen.place })}
              @click=${() => this.openViewing()}
            >
              ${icon(mdiEye, 20)}${this.t("viewing.begin")}
            </button>`
          : nothing
      }
    </div>`;
  }
}

define("kb-footage", FootageView);
