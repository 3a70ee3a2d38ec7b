/**
 * The package of a permitted disclosure: prepared in the background, downloaded by a link of ten
 * minutes. The integration does the work; this page asks how far it is, also after it was loaded
 * again, was locked, or lost the connection.
 */

import {
  mdiAlertCircleOutline,
  mdiChevronRight,
  mdiDownload,
  mdiDownloadLock,
  mdiLanDisconnect,
  mdiPackageVariantClosed,
  mdiRefresh,
} from "@mdi/js";
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { asProblem, Problem } from "../data/api";
import { download } from "../data/download";
import type { CopyForm, Disclosure, PackageFile, PackageStatus } from "../data/request-types";
import { act, packageStatus } from "../data/requests";
import { define } from "./define";
import { ask } from "./dialog";
import { icon } from "./icon";
import { placesOf } from "./request-words";
import { rows } from "./rows";
import { look } from "./styles";
import { unlocked, unlockedIfAsked } from "./unlocked";
import { PanelElement } from "./view";

const POLL_MS = 1_000;
const LOST_MS = 3_000;

export class RequestPackage extends PanelElement {
  static override styles = [
    ...look,
    rows,
    css`
      .card {
        gap: 12px;
      }
      progress {
        appearance: none;
        display: block;
        width: 100%;
        height: 10px;
        border: 0;
        border-radius: 999px;
        overflow: hidden;
        background: color-mix(in srgb, var(--kb-text) 12%, var(--kb-card));
      }
      progress::-webkit-progress-bar {
        background: none;
      }
      progress::-webkit-progress-value {
        background: var(--kb-fill);
        border-radius: 999px;
        transition: inline-size 0.8s linear;
      }
      progress::-moz-progress-bar {
        background: var(--kb-fill);
        border-radius: 999px;
      }
      .far {
        display: flex;
        justify-content: space-between;
        gap: 4px 16px;
        flex-wrap: wrap;
      }
      .downloads {
        display: grid;
        gap: 8px;
      }
      .downloads .button {
        width: 100%;
      }
      .rows > li > .what {
        flex-basis: 180px;
      }
    `,
  ];

  @property({ attribute: false }) item!: Disclosure;
  @state() private status: PackageStatus | null = null;
  /** The connection is gone: what is shown is what was last known. */
  @state() private lost = false;
  @state() private problem: Problem | null = null;
  @state() private busy = false;

  private polling: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.look(this.turn);
  }

  /** Somebody else may have prepared it meanwhile. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const before = changed.get("item") as Disclosure | undefined;
    if (before && before.prepared?.at !== this.item.prepared?.at) void this.look(this.turn);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.turn += 1;
    clearTimeout(this.polling);
  }

  private async look(turn: number): Promise<void> {
    clearTimeout(this.polling);
    let again: number | null = null;
    try {
      const before = this.status?.state;
      const status = await packageStatus(this.panel.hass, this.item.number);
      if (turn !== this.turn) return;
      this.status = status;
      this.lost = false;
      if (status.state === "measuring") again = POLL_MS;
      else if (before === "measuring") this.settled(status);
    } catch (error) {
      if (turn !== this.turn) return;
      const problem = asProblem(error);
      this.lost = problem.key === "no_connection";
      if (this.lost) again = LOST_MS;
      else this.problem = problem;
    }
    if (again !== null) this.polling = setTimeout(() => void this.look(turn), again);
  }

  private settled({ state }: PackageStatus): void {
    if (state === "ready") this.panel.say(this.t("requests.package.ready"));
    this.dispatchEvent(new CustomEvent("changed"));
  }

  /** Run what may fail and needs the vault open. */
  private async attempt(what: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      await unlocked(() => this.panel, what);
    } catch (error) {
      this.problem = asProblem(error);
    } finally {
      this.busy = false;
    }
  }

  private prepare(): void {
    void this.attempt(async () => {
      await act(this.panel.hass, "disclosure/prepare", { number: this.item.number });
      await this.look(this.turn);
    });
  }

  /** Each download gets a link of its own: one that has run out is never used again. */
  private async link(form: CopyForm, more: { file?: number; secret?: string } = {}): Promise<void> {
    const { number } = this.item;
    const { url } = await act(this.panel.hass, "disclosure/link", { number, form, ...more });
    download(url);
    this.panel.say(this.t("requests.package.begun"));
    this.dispatchEvent(new CustomEvent("changed"));
  }

  private take(form: CopyForm, more: { file?: number } = {}): void {
    void this.attempt(() => this.link(form, more));
  }

  private async takeSealed(): Promise<void> {
    const { SealPackageDialog } = await import("../dialogs/seal-package");
    const dialog = new SealPackageDialog();
    dialog.send = (secret) =>
      unlockedIfAsked(
        () => this.panel,
        () => this.link("sealed_package", { secret }),
      );
    await ask(dialog, this.panel);
  }

  private can(what: "prepare" | "download"): boolean {
    return this.item.can.includes(what);
  }

  protected override render(): TemplateResult {
    const { status, problem } = this;
    return html`<section class="card" aria-labelledby="package">
      <h2 id="package">${this.t("requests.package.heading")}</h2>
      ${this.body(status)}
      ${
        this.lost
          ? html`<p class="note warn" role="status">
              ${icon(mdiLanDisconnect)}<span>${this.t("requests.package.lost")}</span>
            </p>`
          : nothing
      }
      ${
        problem
          ? html`<p class="note bad" role="alert">
              ${icon(mdiAlertCircleOutline)}<span>${this.panel.words(problem)}</span>
            </p>`
          : nothing
      }
    </section>`;
  }

  private body(status: PackageStatus | null): TemplateResult | typeof nothing {
    switch (status?.state) {
      case undefined:
        return this.problem || this.lost
          ? nothing
          : html`<p class="soft" role="status">${this.t("shell.loading")}</p>`;
      case "measuring":
        return this.measuring(status);
      case "ready":
        return this.ready(status);
      case "failed":
        return html`<p class="note bad" role="alert">
            ${icon(mdiAlertCircleOutline)}
            <span>${this.panel.words(new Problem(status.error ?? "unexpected"))}</span>
          </p>
          ${this.prepareButton("again")}`;
      default:
        return html`<p>${this.t(`requests.package.${this.item.prepared ? "gone" : "what"}`)}</p>
          ${this.prepareButton(this.item.prepared ? "again" : "prepare")}`;
    }
  }

  private prepareButton(word: "prepare" | "again"): TemplateResult | typeof nothing {
    if (!this.can("prepare")) return nothing;
    return html`<div class="downloads">
      <button class="button primary" ?disabled=${this.busy} @click=${this.prepare}>
        ${icon(word === "again" ? mdiRefresh : mdiPackageVariantClosed, 20)}
        ${this.t(`requests.package.${word}`)}
      </button>
    </div>`;
  }

  private measuring({ done, total, seconds_left }: PackageStatus): TemplateResult {
    const { format } = this.panel;
    if (!total) {
      // Another package goes first, or it has only just begun.
      return html`
        <p id="doing">${this.t("requests.package.measuring")}</p>
        <progress aria-labelledby="doing"></progress>
        <p class="hint">${this.t("requests.package.goes_on")}</p>
      `;
    }
    const far = this.t("requests.package.far", {
      done: format.bytes(done),
      total: format.bytes(total),
    });
    return html`
      <p id="doing">${this.t("requests.package.measuring")}</p>
      <progress
        aria-labelledby="doing"
        aria-valuetext=${far}
        max=${total}
        .value=${Math.min(done, total)}
      ></progress>
      <p class="far small soft numbers">
        <span>${far}</span>
        <span>
          ${
            seconds_left === null
              ? this.t("requests.package.left_unknown")
              : this.t("requests.package.left", { time: format.length(seconds_left) })
          }
        </span>
      </p>
      <p class="hint">${this.t("requests.package.goes_on")}</p>
    `;
  }

  private ready({ bytes, files, manifest }: PackageStatus): TemplateResult {
    const { format } = this.panel;
    if (!this.can("download")) {
      return html`<p>
        ${this.t("requests.files", { count: files.length, size: format.bytes(bytes) })}
      </p>`;
    }
    return html`
      <p>${this.t("requests.files", { count: files.length, size: format.bytes(bytes) })}</p>
      <div class="downloads">
        <button
          class="button ${this.item.copies.length ? "" : "primary"}"
          ?disabled=${this.busy}
          @click=${() => this.take("package")}
        >
          ${icon(mdiDownload, 20)}${this.t("requests.package.take")}
        </button>
        <button class="button" ?disabled=${this.busy} @click=${this.takeSealed}>
          ${icon(mdiDownloadLock, 20)}${this.t("requests.package.take_sealed")}
        </button>
      </div>
      <p class="hint">${this.t("requests.package.duty")}</p>
      <details>
        <summary>
          ${icon(mdiChevronRight)}${this.t("requests.package.single", { count: files.length })}
        </summary>
        <ul class="rows">
          ${files.map((file) => this.file(file))}
        </ul>
      </details>
      <details>
        <summary>${icon(mdiChevronRight)}${this.t("requests.package.more")}</summary>
        <p class="small soft">${this.t("requests.package.manifest")}</p>
        <p><code>${manifest}</code></p>
        ${this.prepareAgain()}
      </details>
    `;
  }

  private prepareAgain(): TemplateResult | typeof nothing {
    if (!this.can("prepare")) return nothing;
    return html`<button class="button quiet" ?disabled=${this.busy} @click=${this.prepare}>
      ${icon(mdiRefresh, 20)}${this.t("requests.package.again")}
    </button>`;
  }

  private file(file: PackageFile): TemplateResult {
    const { format } = this.panel;
    const span = this.t("span.both", {
      from: `${format.day(file.start)} ${format.seconds(file.start)}`,
      to: format.seconds(file.end),
    });
    const place = placesOf(this.panel, [file.camera]);
    return html`<li>
      <div class="what">
        <p><strong>${place}</strong> <span class="soft small">${format.bytes(file.bytes)}</span></p>
        <p class="small soft numbers">${span}</p>
        ${file.why && file.why !== "beginning" ? html`<p class="small soft">${this.why(file.why)}</p>` : nothing}
      </div>
      ${
        file.kind === "stills"
          ? html`<p class="small soft">${this.t("requests.package.stills")}</p>`
          : html`<div class="do">
              <button
                class="button"
                aria-label=${this.t("requests.package.take_one", { place, span })}
                ?disabled=${this.busy}
                @click=${() => this.take("video", { file: file.index })}
              >
                ${icon(mdiDownload, 20)}${this.t("requests.package.download")}
              </button>
            </div>`
      }
    </li>`;
  }

  /** A newer integration may give a reason that this build has no words for. */
  private why(reason: string): string {
    const key = `requests.why.${reason}`;
    const words = this.t(key);
    return words === key ? this.t("requests.why.other") : words;
  }
}

define("kb-request-package", RequestPackage);
