/** Which camera, which day. */

import { mdiChevronLeft, mdiChevronRight } from "@mdi/js";
import { css, html, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { dayBeside } from "../data/local-time";
import { define } from "./define";
import { icon } from "./icon";
import { look } from "./styles";
import { PanelElement } from "./view";

export interface Pick {
  camera: string;
  date: string;
}

export class DayPicker extends PanelElement {
  static override styles = [
    ...look,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 12px 24px;
      }
      .field {
        flex: 1 1 220px;
        max-width: 420px;
      }
      .days {
        display: flex;
        gap: 4px;
        align-items: center;
      }
      .days input {
        flex: 1;
      }
      .days .round {
        color: var(--kb-accent);
      }
      @media (max-width: 599px) {
        .field {
          max-width: none;
        }
      }
    `,
  ];

  @property() camera = "";
  @property() date = "";

  private pick(pick: Partial<Pick>): void {
    const detail: Pick = { camera: this.camera, date: this.date, ...pick };
    this.dispatchEvent(new CustomEvent("pick", { detail }));
  }

  protected override render(): TemplateResult {
    const { overview, format } = this.panel;
    const cameras = overview.cameras ?? [];
    const today = format.date(Date.now());
    const oldest = cameras.find(({ camera }) => camera === this.camera)?.oldest;
    const first = oldest ? format.date(oldest) : today;
    return html`
      <div class="field">
        <label for="camera">${this.t("footage.camera")}</label>
        <select
          id="camera"
          @change=${(event: Event) => this.pick({ camera: (event.target as HTMLSelectElement).value })}
        >
          ${cameras.map(
            ({ camera, place }) =>
              html`<option value=${camera} ?selected=${camera === this.camera}>${place}</option>`,
          )}
        </select>
      </div>
      <div class="field">
        <label for="date">${this.t("footage.day")}</label>
        <div class="days">
          <button
            class="round"
            aria-label=${this.t("footage.day_before")}
            ?disabled=${this.date <= first}
            @click=${() => this.pick({ date: dayBeside(this.date, -1) })}
          >
            ${icon(mdiChevronLeft)}
          </button>
          <input
            id="date"
            type="date"
            .value=${this.date}
            min=${first}
            max=${today}
            @change=${(event: Event) => {
              const { value } = event.target as HTMLInputElement;
              if (value) this.pick({ date: value });
            }}
          />
          <button
            class="round"
            aria-label=${this.t("footage.day_after")}
            ?disabled=${this.date >= today}
            @click=${() => this.pick({ date: dayBeside(this.date, 1) })}
          >
            ${icon(mdiChevronRight)}
          </button>
        </div>
      </div>
    `;
  }
}

define("kb-day-picker", DayPicker);
