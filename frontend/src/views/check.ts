/** The self-check: each duty of the guideline, whether it holds, on what that rests, and the way to mend it. */

import {
  mdiAlertCircleOutline,
  mdiCheckCircleOutline,
  mdiChevronDown,
  mdiChevronRight,
  mdiInformationOutline,
  mdiMinusCircleOutline,
  mdiPrinterOutline,
} from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { define } from "../components/define";
import { icon } from "../components/icon";
import { look } from "../components/styles";
import { PanelElement } from "../components/view";
import { grouped, type Check, type Found, type SelfCheck } from "../data/check";
import { openLater } from "../data/download";
import { opens } from "../data/hass";
import { address, PANEL } from "../data/route";
import { deed, paper, Section } from "../data/section";

const ICONS: Record<Found, string> = {
  fails: mdiAlertCircleOutline,
  holds: mdiCheckCircleOutline,
  apart: mdiMinusCircleOutline,
};

export class CheckView extends PanelElement {
  static override styles = [
    ...look,
    css`
      .page {
        max-width: 960px;
      }
      .sum {
        display: grid;
        gap: 16px;
      }
      .count {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 4px 12px;
      }
      .count strong {
        font-size: 34px;
        line-height: 1.2;
        font-weight: 600;
      }
      .bar {
        display: flex;
        height: 10px;
        border-radius: 999px;
        overflow: hidden;
        background: color-mix(in srgb, var(--kb-text) 10%, var(--kb-card));
      }
      .bar i {
        background: var(--kb-good);
      }
      .bar i + i {
        background: var(--kb-bad);
      }
      section > h2 {
        margin-bottom: 12px;
      }
      .checks {
        padding: 0 8px;
      }
      .checks > li + li {
        border-top: 1px solid var(--kb-line);
      }
      summary {
        display: flex;
        gap: 12px;
        align-items: flex-start;
        padding: 14px 12px;
        min-height: var(--kb-touch);
        cursor: pointer;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary > div {
        flex: 1;
        min-width: 0;
      }
      summary h3 {
        font-size: 16px;
      }
      summary > .icon {
        margin-top: 1px;
      }
      .holds > .icon:first-child {
        color: var(--kb-good);
      }
      .fails > .icon:first-child {
        color: var(--kb-bad);
      }
      .apart > .icon:first-child {
        color: var(--kb-soft);
      }
      .open {
        color: var(--kb-soft);
        transition: transform 0.15s;
      }
      details[open] .open {
        transform: rotate(180deg);
      }
      .inside {
        display: grid;
        gap: 12px;
        padding: 0 12px 16px 48px;
      }
      .inside ul {
        display: grid;
        gap: 4px;
        padding-inline-start: 20px;
        list-style: disc;
      }
      .mend {
        display: flex;
        flex-wrap: wrap;
        gap: 12px;
        align-items: center;
      }
      .mend > p {
        flex: 1 1 280px;
      }
      @media (max-width: 599px) {
        .inside {
          padding-inline-start: 12px;
        }
      }
    `,
  ];

  @state() private busy = false;

  private readonly section = new Section<SelfCheck>(this, "check", "read_self_check");

  protected override render(): TemplateResult {
    if (!this.panel.may("read_self_check")) return this.said(this.t("check.not_yours"));
    const { data, problem } = this.section;
    if (problem && !data) return this.said(this.panel.words(problem), true);
    if (!data) {
      return html`<div class="page">
        <p class="soft" role="status">${this.t("check.looking")}</p>
      </div>`;
    }
    return html`<div class="page">
      ${this.sum(data)}
      ${grouped(data).map(
        ([found, checks]) => html`
          <section aria-labelledby=${found}>
            <h2 id=${found}>${this.t(`check.group.${found}`, { count: checks.length })}</h2>
            <ul class="card checks">
              ${repeat(
                checks,
                ({ id }) => id,
                (check) => html`<li>${this.check(check)}</li>`,
              )}
            </ul>
          </section>
        `,
      )}
      <p class="soft small">${this.t("check.limits")}</p>
    </div>`;
  }

  private sum(data: SelfCheck): TemplateResult {
    const { format, hass } = this.panel;
    return html`<section class="card sum">
      <div class="count">
        <strong class="numbers"
          >${this.t("check.count", { holds: data.holds, all: data.all })}</strong
        >
        <span
          >${this.t(data.fails ? "check.some_fail" : "check.all_hold", { count: data.fails })}</span
        >
      </div>
      <div class="bar" aria-hidden="true">
        <i style="flex-grow: ${data.holds}"></i><i style="flex-grow: ${data.fails}"></i>
      </div>
      <p class="soft">
        ${
          data.checked
            ? this.t("check.last", { day: format.longDay(data.checked) })
            : this.t("check.never")
        }
      </p>
      <div class="actions">
        <button
          class="button"
          @click=${() => this.attempt(() => openLater(paper(hass, "self_check", format.language)))}
        >
          ${icon(mdiPrinterOutline, 20)}${this.t("check.print")}
        </button>
        ${
          data.can.includes("went_through")
            ? html`<button class="button" ?disabled=${this.busy} @click=${this.wentThrough}>
                ${icon(mdiCheckCircleOutline, 20)}${this.t("check.went_through")}
              </button>`
            : nothing
        }
      </div>
    </section>`;
  }

  private check({
    article,
    title,
    state: found,
    why,
    evidence,
    mend,
    path,
  }: Check): TemplateResult {
    return html`<details ?open=${found === "fails"}>
      <summary class=${found}>
        ${icon(ICONS[found])}
        <div>
          <h3>${title}</h3>
          <p class="soft small">
            <span class="unseen">${this.t(`check.state.${found}`)}</span>
            ${this.t("check.article", { article })}
          </p>
        </div>
        <span class="open">${icon(mdiChevronDown)}</span>
      </summary>
      <div class="inside">
        <p>${why}</p>
        ${
          evidence.length
            ? html`<ul class="small">
                ${evidence.map((one) => html`<li>${one}</li>`)}
              </ul>`
            : nothing
        }
        ${
          mend
            ? html`<div class="mend">
                <p><strong>${this.t("check.mend")}</strong> ${mend}</p>
                ${path && path !== address(PANEL, ["check"]) ? this.way(path) : nothing}
              </div>`
            : nothing
        }
      </div>
    </details>`;
  }

  /** Pages of the panel are gone to as its own links are; Home Assistant's others as HA's are, by those who may. */
  private way(path: string): TemplateResult {
    if (!opens(this.panel.hass, path)) return html`<p class="soft">${this.t("check.by_admin")}</p>`;
    return html`<a
      class="button"
      href=${path}
      @click=${(event: MouseEvent) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        if (path.startsWith(`${PANEL}/`)) {
          this.panel.go(path.slice(PANEL.length + 1).split("/"));
          return;
        }
        history.pushState(null, "", path);
        window.dispatchEvent(new CustomEvent("location-changed", { detail: { replace: false } }));
      }}
      >${this.t("check.go")}${icon(mdiChevronRight, 20)}</a
    >`;
  }

  private readonly wentThrough = (): void => {
    void this.attempt(async () => {
      await deed(this.panel.hass, "check/went_through", {});
      this.panel.say(this.t("check.noted"));
      await this.section.load();
    });
  };

  private async attempt(act: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await act();
    } catch (error) {
      this.panel.say(this.panel.words(error));
    } finally {
      this.busy = false;
    }
  }

  private said(text: string, bad = false): TemplateResult {
    return html`<div class="page">
      <p class="note ${bad ? "bad" : ""}" role=${bad ? "alert" : nothing}>
        ${icon(bad ? mdiAlertCircleOutline : mdiInformationOutline)}<span>${text}</span>
      </p>
    </div>`;
  }
}

define("kb-check", CheckView);
