/** Today: is all well, what is to be done, and how each camera is. */

import {
  mdiAlertCircleOutline,
  mdiAlertOutline,
  mdiBookCheckOutline,
  mdiCheckCircleOutline,
  mdiDeleteClockOutline,
  mdiFileSendOutline,
  mdiFlagOutline,
  mdiHarddisk,
} from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import "../components/camera-card";
import "../components/duty-card";
import { icon } from "../components/icon";
import "../components/lock-card";
import "../components/officer-card";
import { look } from "../components/styles";
import { PanelElement } from "../components/view";
import type { Duties, Signs } from "../data/kept-types";
import { Section } from "../data/section";
import { daysUntilFull, nextErasure, troubles, type Trouble } from "../data/troubles";

export class TodayView extends PanelElement {
  static override styles = [
    ...look,
    css`
      .top {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr));
        gap: inherit;
      }
      .summary {
        display: flex;
        align-items: center;
        gap: 16px;
      }
      .summary > .icon {
        box-sizing: content-box;
        padding: 14px;
        border-radius: 50%;
        color: var(--kb-good);
        background: color-mix(in srgb, var(--kb-good) 10%, var(--kb-card));
      }
      .summary.grave > .icon {
        color: var(--kb-bad);
        background: var(--kb-bad-tint);
      }
      .summary.some > .icon {
        color: var(--kb-warn);
        background: var(--kb-warn-tint);
      }
      .requests {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 12px 16px;
      }
      .requests > .icon {
        box-sizing: content-box;
        padding: 12px;
        border-radius: 50%;
        color: var(--kb-accent);
        background: var(--kb-tint);
      }
      .requests > div {
        flex: 1 1 220px;
        min-width: 0;
      }
      .overdue {
        color: var(--kb-bad);
      }
      .troubles {
        display: grid;
        gap: 12px;
      }
      .troubles strong {
        display: block;
      }
      .cameras {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 340px), 1fr));
        gap: 16px;
      }
      .heading {
        margin-bottom: 12px;
      }
      .store {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr));
        gap: 20px;
      }
      .store > li {
        display: flex;
        gap: 12px;
      }
      .store .icon {
        color: var(--kb-soft);
      }
    `,
  ];

  private readonly duties = new Section<Duties>(this, "duties", "read_duties");
  private readonly signs = new Section<Signs>(this, "signs", "confirm_sign");

  protected override render(): TemplateResult {
    const { overview } = this.panel;
    const cameras = overview.cameras ?? [];
    const signs = this.signs.data?.signs ?? [];
    const found = troubles(overview);
    return html`
      <div class="page">
        <div class="top">
          ${this.summary(found)}
          ${overview.lock ? html`<kb-lock-card .panel=${this.panel}></kb-lock-card>` : nothing}
        </div>
        ${
          this.panel.may("request_disclosure")
            ? html`<kb-officer .panel=${this.panel}></kb-officer>`
            : nothing
        }
        ${
          found.length
            ? html`<section aria-labelledby="to-do">
                <h2 id="to-do" class="heading">${this.t("today.to_do")}</h2>
                <ul class="troubles">
                  ${found.map((trouble) => html`<li>${this.trouble(trouble)}</li>`)}
                </ul>
              </section>`
            : nothing
        }
        ${this.start(signs)}
        <kb-duty-card .panel=${this.panel} .duties=${this.duties.data?.duties ?? []}></kb-duty-card>
        ${this.requests()}
        <section aria-labelledby="cameras">
          <h2 id="cameras" class="heading">${this.t("today.cameras")}</h2>
          ${
            cameras.length
              ? html`<div class="cameras">
                  ${repeat(
                    cameras,
                    (camera) => camera.camera,
                    (camera) =>
                      html`<kb-camera
                        .panel=${this.panel}
                        .camera=${camera}
                        .sign=${signs.find((sign) => sign.camera === camera.camera)}
                      ></kb-camera>`,
                  )}
                </div>`
              : html`<p class="note">
                  ${icon(mdiAlertOutline)}<span>${this.t("today.no_camera")}</span>
                </p>`
          }
        </section>
        ${this.store()}
      </div>
    `;
  }

  /** The way to the first steps, until every camera's sign has been confirmed once. */
  private start(signs: Signs["signs"]): TemplateResult | typeof nothing {
    const first =
      !this.panel.overview.cameras?.length ||
      signs.some(({ state }) => state === "never_confirmed");
    if (!first || !this.signs.data) return nothing;
    return html`<section class="card requests" aria-labelledby="start">
      ${icon(mdiFlagOutline)}
      <div>
        <h2 id="start">${this.t("shell.tabs.start")}</h2>
        <p>${this.t("today.start")}</p>
      </div>
      <button class="button" @click=${() => this.panel.go(["start"])}>
        ${this.t("today.start_open")}
      </button>
    </section>`;
  }

  /** What waits for somebody: only where there is something. */
  private requests(): TemplateResult | typeof nothing {
    const { overview } = this.panel;
    const { waiting = 0, copies_out = 0, copies_overdue = 0 } = overview.requests ?? {};
    if (!waiting && !copies_out) return nothing;
    return html`<section class="card requests" aria-labelledby="requests">
      ${icon(mdiFileSendOutline)}
      <div>
        <h2 id="requests">${this.t("shell.tabs.requests")}</h2>
        ${waiting ? html`<p>${this.t("today.requests_waiting", { count: waiting })}</p>` : nothing}
        ${
          copies_out
            ? html`<p>
                ${this.t("today.copies_out", { count: copies_out })}
                ${
                  copies_overdue
                    ? html`<strong class="overdue"
                        >${this.t("today.copies_overdue", { count: copies_overdue })}</strong
                      >`
                    : nothing
                }
              </p>`
            : nothing
        }
      </div>
      <button class="button" @click=${() => this.panel.go(["requests"])}>
        ${this.t("today.requests_open")}
      </button>
    </section>`;
  }

  private summary(found: Trouble[]): TemplateResult {
    const { overview } = this.panel;
    const cameras = overview.cameras ?? [];
    const recording = cameras.filter(({ state }) => state === "recording").length;
    const grave = found.some((trouble) => trouble.grave);
    const count = found.length;
    return html`
      <section
        class="card summary ${grave ? "grave" : count ? "some" : ""}"
        aria-labelledby="summary"
      >
        ${icon(count ? mdiAlertCircleOutline : mdiCheckCircleOutline, 28)}
        <div>
          <h2 id="summary">
            ${count ? this.t("today.some_wrong", { count }) : this.t("today.all_well")}
          </h2>
          <p class="soft">
            ${
              recording && recording === cameras.length
                ? this.t("today.all_recording", { count: recording })
                : this.t("today.recording", { count: recording, all: cameras.length })
            }
          </p>
        </div>
      </section>
    `;
  }

  private trouble({ key, blanks, grave }: Trouble): TemplateResult {
    const filled = blanks["when"]
      ? { ...blanks, when: this.panel.format.moment(String(blanks["when"])) }
      : blanks;
    return html`<div class="note ${grave ? "bad" : "warn"}">
      ${icon(grave ? mdiAlertCircleOutline : mdiAlertOutline)}
      <div>
        <strong>${this.t(`troubles.${key}.title`, filled)}</strong>
        ${this.t(`troubles.${key}.do`, filled)}
      </div>
    </div>`;
  }

  private store(): TemplateResult {
    const { overview, format } = this.panel;
    const cameras = overview.cameras ?? [];
    const next = nextErasure(cameras);
    const { days, never } = daysUntilFull(overview);
    const used = cameras.reduce((sum, camera) => sum + camera.bytes, 0);
    return html`
      <section class="card" aria-labelledby="store">
        <h2 id="store" class="heading">${this.t("today.keeping")}</h2>
        <ul class="store">
          <li>
            ${icon(mdiDeleteClockOutline)}
            <div>
              <p class="soft small">${this.t("today.next_erasure")}</p>
              <p>
                ${
                  next?.next_erasure
                    ? this.t("today.erasure_at", {
                        when: format.moment(next.next_erasure),
                        place: next.place,
                      })
                    : this.t("today.no_erasure")
                }
              </p>
            </div>
          </li>
          <li>
            ${icon(mdiHarddisk)}
            <div>
              <p class="soft small">${this.t("today.space")}</p>
              <p>
                ${
                  days === null
                    ? this.t("today.space_unknown", { used: format.bytes(used) })
                    : never
                      ? this.t("today.space_enough", { used: format.bytes(used) })
                      : this.t("today.space_for", {
                          used: format.bytes(used),
                          count: Math.max(0, Math.floor(days)),
                        })
                }
              </p>
            </div>
          </li>
          ${
            overview.book
              ? html`<li>
                  ${icon(mdiBookCheckOutline)}
                  <div>
                    <p class="soft small">${this.t("shell.tabs.book")}</p>
                    <p>
                      ${
                        overview.book.intact
                          ? this.t("today.book_intact", { count: overview.book.entries })
                          : this.t("today.book_damaged")
                      }
                    </p>
                  </div>
                </li>`
              : nothing
          }
        </ul>
      </section>
    `;
  }
}
