/** First steps: from nothing to the first recorded minute, the recovery paper and the first sign. */

import {
  mdiCheck,
  mdiCheckCircleOutline,
  mdiPrinterOutline,
  mdiViewDashboardOutline,
} from "@mdi/js";
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { define } from "../components/define";
import { ask } from "../components/dialog";
import { icon } from "../components/icon";
import { look } from "../components/styles";
import { PanelElement } from "../components/view";
import { get } from "../data/api";
import type { SelfCheck } from "../data/check";
import { done, next, STEPS, type Known, type Step } from "../data/first-steps";
import { opens } from "../data/hass";
import type { Keys } from "../data/keys";
import { makeDashboard } from "../data/own-dashboard";
import { Section } from "../data/section";
import type { Standard } from "../data/standard";
import { PrintSignDialog } from "../dialogs/print-sign";

/** Where Home Assistant has the page of this integration: cameras are added there. */
const INTEGRATION = "/config/integrations/integration/kuma_bouhan";

export class StartView extends PanelElement {
  static override styles = [
    ...look,
    css`
      .page {
        max-width: 760px;
      }
      ol {
        display: grid;
        gap: 12px;
      }
      .card {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 4px 16px;
      }
      .mark {
        grid-row: 1 / span 2;
        display: grid;
        place-items: center;
        width: 36px;
        height: 36px;
        border-radius: 50%;
        font-weight: 600;
        color: var(--kb-accent);
        background: var(--kb-tint);
      }
      .done .mark {
        color: #fff;
        background: var(--kb-good);
      }
      :host([dark]) .done .mark {
        color: #10301b;
      }
      .next {
        border-color: var(--kb-accent);
        box-shadow: inset 0 0 0 1px var(--kb-accent);
      }
      .actions {
        grid-column: 2;
        margin-top: 8px;
      }
    `,
  ];

  @state() private keys: Keys | null = null;

  private readonly signs = new Section<Known["signs"]>(this, "signs", "confirm_sign");
  private readonly standard = new Section<Standard>(this, "standard", "read_standard");
  private readonly check = new Section<SelfCheck>(this, "check", "read_self_check");
  private seen = -1;

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const entries = this.panel.overview.book?.entries ?? 0;
    if (entries === this.seen) return;
    this.seen = entries;
    void get<Keys>(this.panel.hass, "keys")
      .then((keys) => (this.keys = keys))
      .catch(() => undefined); // the step stays open; the page of keys says why
  }

  protected override render(): TemplateResult {
    const reached = done({
      overview: this.panel.overview,
      keys: this.keys,
      signs: this.signs.data,
      standard: this.standard.data,
      check: this.check.data,
    });
    const first = next(reached);
    return html`<div class="page">
      <div>
        <h2>${this.t("start.heading")}</h2>
        <p class="soft">${this.t("start.what")}</p>
      </div>
      ${
        first
          ? nothing
          : html`<p class="note">
              ${icon(mdiCheckCircleOutline)}<span>${this.t("start.all_done")}</span>
            </p>`
      }
      <ol>
        ${STEPS.map((step, at) => this.step(step, at + 1, reached.has(step), step === first))}
      </ol>
      ${this.panel.hass.user?.is_admin ? this.dashboard() : nothing}
    </div>`;
  }

  private dashboard(): TemplateResult {
    const { hass } = this.panel;
    const make = async (): Promise<void> => {
      try {
        const path = await makeDashboard(hass, this.t("start.dashboard.title"));
        history.pushState(null, "", path);
        window.dispatchEvent(new CustomEvent("location-changed", { detail: { replace: false } }));
      } catch (error) {
        this.panel.say(this.panel.words(error));
      }
    };
    return html`<section class="card" aria-labelledby="dashboard">
      <span class="mark">${icon(mdiViewDashboardOutline, 20)}</span>
      <h3 id="dashboard">${this.t("start.dashboard.name")}</h3>
      <p class="soft">${this.t("start.dashboard.what")}</p>
      <div class="actions">
        <button class="button" @click=${make}>${this.t("start.dashboard.do")}</button>
      </div>
    </section>`;
  }

  private step(step: Step, number: number, finished: boolean, first: boolean): TemplateResult {
    return html`<li
      class="card ${finished ? "done" : ""} ${first ? "next" : ""}"
      aria-current=${first ? "step" : nothing}
    >
      <span class="mark" aria-hidden="true">${finished ? icon(mdiCheck, 20) : number}</span>
      <h3>
        ${this.t(`start.step.${step}.name`)}
        <span class="unseen">${finished ? this.t("start.done") : nothing}</span>
      </h3>
      <p class="soft">${this.t(`start.step.${step}.${finished ? "done" : "do"}`)}</p>
      ${this.ways(step, finished)}
    </li>`;
  }

  private ways(step: Step, finished: boolean): TemplateResult | typeof nothing {
    const { panel } = this;
    switch (step) {
      case "key":
        return this.actions(this.way("key", () => panel.go(["people"]), finished));
      case "camera":
        if (!opens(panel.hass, INTEGRATION)) {
          return finished ? nothing : this.actions(html`<p>${this.t("check.by_admin")}</p>`);
        }
        return this.actions(
          html`<a class="button ${finished ? "quiet" : "primary"}" href=${INTEGRATION}>
            ${this.t("start.way.camera")}
          </a>`,
        );
      case "sign":
        return this.actions(html`
          <button class="button" @click=${() => ask(new PrintSignDialog(), panel)}>
            ${icon(mdiPrinterOutline, 20)}${this.t("start.way.print_sign")}
          </button>
          ${this.way("sign", () => panel.go(["duties", "signs"]), finished)}
        `);
      case "standard":
        return this.actions(this.way("standard", () => panel.go(["papers"]), finished));
      case "check":
        return this.actions(this.way("check", () => panel.go(["check"]), finished));
      default:
        return nothing;
    }
  }

  private actions(inside: TemplateResult): TemplateResult {
    return html`<div class="actions">${inside}</div>`;
  }

  private way(name: string, go: () => void, finished: boolean): TemplateResult {
    return html`<button class="button ${finished ? "quiet" : "primary"}" @click=${go}>
      ${this.t(`start.way.${name}`)}
    </button>`;
  }
}

define("kb-start", StartView);
