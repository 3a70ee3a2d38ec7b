/** One camera on the page of today: how it is, what it keeps, what is erased next. */

import {
  mdiAlertCircle,
  mdiClockOutline,
  mdiFilmstrip,
  mdiPauseCircleOutline,
  mdiRadioboxMarked,
  mdiRecordCircleOutline,
  mdiTimerSandEmpty,
} from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import type { Sign } from "../data/kept-types";
import { address, PANEL } from "../data/route";
import type { Camera, RecordingState } from "../data/types";
import { define } from "./define";
import { icon } from "./icon";
import { look } from "./styles";
import { PanelElement } from "./view";

const ICONS: Partial<Record<RecordingState, string>> = {
  recording: mdiRadioboxMarked,
  connecting: mdiTimerSandEmpty,
  switched_off: mdiPauseCircleOutline,
  outside_hours: mdiClockOutline,
};

export class CameraCard extends PanelElement {
  static override styles = [
    ...look,
    css`
      :host {
        display: grid;
      }
      .card {
        display: flex;
        flex-direction: column;
        gap: 16px;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        justify-content: space-between;
        gap: 8px 12px;
      }
      .head > div {
        min-width: 0;
      }
      .state {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        padding: 4px 12px 4px 8px;
        border-radius: 999px;
        font-weight: 600;
        font-size: 15px;
        line-height: 1.4;
        background: var(--kb-tint);
        color: var(--kb-soft);
      }
      .state.recording {
        color: var(--kb-good);
        background: color-mix(in srgb, var(--kb-good) 10%, var(--kb-card));
      }
      .state.problem {
        color: var(--kb-bad);
        background: var(--kb-bad-tint);
      }
      .facts {
        align-content: start;
      }
      .sign {
        /* A finger's breadth, in the room that the line has anyway. */
        display: inline-block;
        padding-block: 12px;
        margin-block: -12px;
      }
      .sign.missing {
        font-weight: 600;
        color: var(--kb-bad);
      }
      .sign.inspection_due,
      .sign.never_confirmed {
        font-weight: 600;
        color: var(--kb-warn);
      }
      .actions {
        margin-top: auto;
      }
    `,
  ];

  @property({ attribute: false }) camera!: Camera;
  /** What is known of its sign, for whoever may know. */
  @property({ attribute: false }) sign?: Sign | undefined;
  @state() private switching = false;

  private async switchOn(entity_id: string): Promise<void> {
    this.switching = true;
    try {
      await this.panel.hass.callService("switch", "turn_on", {}, { entity_id });
    } catch (error) {
      this.panel.say(this.panel.words(error));
    } finally {
      this.switching = false;
    }
  }

  private signState(): TemplateResult | typeof nothing {
    const { sign, panel } = this;
    if (!sign) return nothing;
    const path = ["duties", "signs"];
    return html`<dt>${this.t("camera.sign")}</dt>
      <dd>
        <a
          class="sign ${sign.state}"
          href=${address(PANEL, path)}
          @click=${(event: MouseEvent) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            panel.go(path);
          }}
          >${this.t(`sign.state.${sign.state}`)}</a
        >
      </dd>`;
  }

  protected override render(): TemplateResult {
    const { camera, panel } = this;
    const { format } = panel;
    const kind = camera.problem ? "problem" : camera.state;
    const sees = panel.may("list_footage");
    const switchable = camera.state === "switched_off" && panel.may("switch_recording");
    return html`
      <article class="card" aria-labelledby="place">
        <div class="head">
          <div>
            <h3 id="place">${camera.place}</h3>
            ${camera.view ? html`<p class="soft small">${camera.view}</p>` : nothing}
          </div>
          <span class="state ${kind}">
            ${icon(camera.problem ? mdiAlertCircle : (ICONS[camera.state] ?? mdiAlertCircle), 20)}
            ${this.t(`camera.state.${camera.state}`)}
          </span>
        </div>
        <dl class="facts small">
          <dt>${this.t("camera.oldest")}</dt>
          <dd>${camera.oldest ? format.moment(camera.oldest) : this.t("camera.none_yet")}</dd>
          <dt>${this.t("camera.next_erasure")}</dt>
          <dd>${camera.next_erasure ? format.moment(camera.next_erasure) : "–"}</dd>
          <dt>${this.t("camera.kept")}</dt>
          <dd>${this.t("camera.days", { count: camera.days })}</dd>
          ${this.signState()}
          ${
            camera.held_until
              ? html`<dt>${this.t("camera.held")}</dt>
                  <dd>
                    ${this.t("camera.held_until", { when: format.moment(camera.held_until) })}
                  </dd>`
              : nothing
          }
          ${
            camera.last_gap
              ? html`<dt>${this.t("camera.last_gap")}</dt>
                  <dd>
                    ${this.t("camera.gap", {
                      when: format.moment(camera.last_gap.start),
                      length: format.length(
                        (Date.parse(camera.last_gap.end) - Date.parse(camera.last_gap.start)) /
                          1000,
                      ),
                      reason: this.t(`gap.${camera.last_gap.reason}`),
                    })}
                  </dd>`
              : nothing
          }
        </dl>
        ${
          sees || switchable
            ? html`<div class="actions">
                ${
                  switchable && camera.recording_switch
                    ? html`<button
                        class="button primary"
                        ?disabled=${this.switching}
                        @click=${() => this.switchOn(camera.recording_switch ?? "")}
                      >
                        ${icon(mdiRecordCircleOutline, 20)}${this.t("camera.switch_on")}
                      </button>`
                    : nothing
                }
                ${
                  sees
                    ? html`<button
                        class="button"
                        aria-label=${this.t("camera.footage_of", { place: camera.place })}
                        @click=${() => panel.go(["footage", camera.camera])}
                      >
                        ${icon(mdiFilmstrip, 20)}${this.t("camera.footage")}
                      </button>`
                    : nothing
                }
              </div>`
            : nothing
        }
      </article>
    `;
  }
}

define("kb-camera", CameraCard);
