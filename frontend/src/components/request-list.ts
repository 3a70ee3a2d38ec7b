/** All requests by what is to be done next; what is over stands at the end. */

import { mdiPlus, mdiPrinterOutline } from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { entries, KINDS, sectionOf, SECTIONS, type Entry, type Kind } from "../data/request-list";
import type { Section } from "../data/request-list";
import type { Requests } from "../data/request-types";
import { FORM_ACTS, NEW_KINDS, newRequest, requestPath, type NewKind } from "../data/requests";
import { address, PANEL } from "../data/route";
import { printable } from "../data/papers";
import { define } from "./define";
import { ask } from "./dialog";
import { icon } from "./icon";
import "./officer-card";
import { aboutOf, askerOf, deadlineOf, placesOf, spanOf, stateTag } from "./request-words";
import { rows } from "./rows";
import { look } from "./styles";
import { PanelElement } from "./view";

/** What is shown of the list; the page keeps it while an item is open. */
export interface Filter {
  kind: Kind | "";
  camera: string;
}

export class RequestList extends PanelElement {
  static override styles = [
    ...look,
    rows,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      .page {
        max-width: 960px;
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 12px 16px;
      }
      .filters {
        display: flex;
        flex: 0 1 420px;
        gap: 12px;
      }
      .filters select {
        min-height: var(--kb-touch);
        padding-block: 6px;
      }
      section > h2 {
        margin-bottom: 12px;
        font-size: 18px;
      }
      .count {
        color: var(--kb-soft);
        font-weight: 400;
      }
      .card {
        display: block;
        padding-block: 4px;
      }
      li + li {
        border-top: 1px solid var(--kb-line);
      }
      .item {
        display: grid;
        grid-template-columns: 72px minmax(0, 1fr) auto;
        gap: 2px 16px;
        margin-inline: -20px;
        padding: 14px 20px;
        color: inherit;
        text-decoration: none;
      }
      li:first-child .item {
        border-radius: var(--kb-radius) var(--kb-radius) 0 0;
      }
      li:last-child .item {
        border-radius: 0 0 var(--kb-radius) var(--kb-radius);
      }
      .item:hover {
        background: color-mix(in srgb, var(--kb-text) 4%, var(--kb-card));
      }
      .item > .number {
        grid-row: 1 / span 3;
        color: var(--kb-soft);
        line-height: 1.65;
      }
      .item > .name {
        grid-column: 2;
        font-weight: 600;
        line-height: 1.5;
      }
      .item > .side {
        grid-column: 3;
        grid-row: 1;
        text-align: end;
      }
      .item > p {
        grid-column: 2;
      }
      .item > .until {
        grid-column: 3;
        grid-row: 2;
        text-align: end;
      }
      .until.warn {
        font-weight: 600;
        color: var(--kb-warn);
      }
      .until.bad {
        font-weight: 600;
        color: var(--kb-bad);
      }
      .empty {
        padding-block: 20px;
      }
      @media (max-width: 599px) {
        .top .button,
        .filters {
          flex: 1 1 100%;
        }
        .item {
          margin-inline: -16px;
          padding-inline: 16px;
        }
      }
      /* Beside Home Assistant's own sidebar, too, there is little room. */
      @container (max-width: 799px) {
        .item {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        .item > .number {
          grid-row: 1;
          grid-column: 1;
        }
        .item > .side {
          grid-column: 2;
        }
        .item > .name,
        .item > p,
        .item > .until {
          grid-column: 1 / span 2;
          grid-row: auto;
          text-align: start;
        }
      }
    `,
  ];

  @property({ attribute: false }) list!: Requests;
  @property({ attribute: false }) filter: Filter = { kind: "", camera: "" };

  protected override render(): TemplateResult {
    const all = entries(this.list);
    const { kind, camera } = this.filter;
    const shown = all.filter(
      (entry) => (!kind || entry.kind === kind) && (!camera || entry.item.cameras.includes(camera)),
    );
    const bySection = new Map<Section, Entry[]>(SECTIONS.map((section) => [section, []]));
    for (const entry of shown) bySection.get(sectionOf(entry))?.push(entry);
    return html`<div class="page">
      <div class="top">
        ${
          this.kinds.length
            ? html`<button class="button primary" @click=${this.begin}>
                ${icon(mdiPlus, 20)}${this.t("requests.new")}
              </button>`
            : html`<span></span>`
        }
        ${all.length ? this.filters(all) : nothing}
      </div>
      ${
        this.panel.may("request_disclosure")
          ? html`<kb-officer .panel=${this.panel}></kb-officer>`
          : nothing
      }
      ${
        shown.length
          ? SECTIONS.map((section) => this.section(section, bySection.get(section) ?? []))
          : html`<p class="card soft empty">
              ${this.t(all.length ? "requests.none_found" : "requests.none")}
            </p>`
      }
      ${
        printable(this.panel).length
          ? html`<div class="actions">
              <button class="button" @click=${this.papers}>
                ${icon(mdiPrinterOutline, 20)}${this.t("requests.other_papers")}
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }

  private get kinds(): NewKind[] {
    return NEW_KINDS.filter((kind) => this.panel.may(FORM_ACTS[kind]));
  }

  private filters(all: Entry[]): TemplateResult {
    const there = KINDS.filter((kind) => all.some((entry) => entry.kind === kind));
    const cameras = this.panel.overview.cameras ?? [];
    return html`<div class="filters">
      <select
        aria-label=${this.t("requests.filter_kind")}
        @change=${(event: Event) => this.show({ kind: chosen(event) as Kind | "" })}
      >
        <option value="">${this.t("requests.all_kinds")}</option>
        ${there.map(
          (kind) =>
            html`<option value=${kind} ?selected=${kind === this.filter.kind}>
              ${this.t(`requests.kind.${kind}`)}
            </option>`,
        )}
      </select>
      ${
        cameras.length > 1
          ? html`<select
              aria-label=${this.t("requests.filter_camera")}
              @change=${(event: Event) => this.show({ camera: chosen(event) })}
            >
              <option value="">${this.t("requests.all_cameras")}</option>
              ${cameras.map(
                ({ camera, place }) =>
                  html`<option value=${camera} ?selected=${camera === this.filter.camera}>
                    ${place}
                  </option>`,
              )}
            </select>`
          : nothing
      }
    </div>`;
  }

  private show(part: Partial<Filter>): void {
    this.dispatchEvent(new CustomEvent("filter", { detail: { ...this.filter, ...part } }));
  }

  private section(section: Section, found: Entry[]): TemplateResult | typeof nothing {
    if (!found.length) return nothing;
    return html`<section aria-labelledby=${section}>
      <h2 id=${section}>
        ${this.t(`requests.section.${section}`)}
        <span class="count numbers">${found.length}</span>
      </h2>
      <ul class="card">
        ${repeat(
          found,
          ({ item }) => item.number,
          (entry) => html`<li>${this.row(entry)}</li>`,
        )}
      </ul>
    </section>`;
  }

  private row(entry: Entry): TemplateResult {
    const { panel } = this;
    const { kind, item } = entry;
    const path = requestPath(item.number);
    const next = deadlineOf(panel, entry);
    return html`<a
      class="item"
      href=${address(PANEL, path)}
      @click=${(event: MouseEvent) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        panel.go(path);
      }}
    >
      <span class="number numbers">${this.t("requests.number", { number: item.number })}</span>
      <span class="name">
        ${
          kind === "protection"
            ? this.t(`requests.kind.${kind}`)
            : this.t("requests.title", {
                kind: this.t(`requests.kind.${kind}`),
                about: aboutOf(panel, entry),
              })
        }
      </span>
      <span class="side">${stateTag(panel, entry)}</span>
      <p class="small soft">${placesOf(panel, item.cameras)}・${spanOf(panel, item)}</p>
      <p class="small soft">
        ${this.t("requests.asked", {
          name: askerOf(panel, item),
          when: panel.format.moment(item.at),
        })}
      </p>
      ${next ? html`<p class="small until ${next.urgency}">${next.text}</p>` : nothing}
    </a>`;
  }

  private async begin(): Promise<void> {
    const { NewRequestDialog } = await import("../dialogs/new-request");
    const kind = await ask(new NewRequestDialog(this.kinds), this.panel);
    if (kind) this.panel.go(newRequest(kind));
  }

  private async papers(): Promise<void> {
    const { PrintPaperDialog } = await import("../dialogs/print-paper");
    await ask(new PrintPaperDialog(), this.panel);
  }
}

const chosen = (event: Event): string => (event.target as HTMLSelectElement).value;

define("kb-request-list", RequestList);
