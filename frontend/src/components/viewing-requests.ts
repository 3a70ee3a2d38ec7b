/** Uses beyond the purpose that were asked for: waiting, permitted, denied; and the deciding. */

import { mdiCheck, mdiClose, mdiEye } from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { post } from "../data/api";
import type { ViewingRequest } from "../data/types";
import { define } from "./define";
import { icon } from "./icon";
import { look } from "./styles";
import { PanelElement } from "./view";

export class ViewingRequests extends PanelElement {
  static override styles = [
    ...look,
    css`
      .card {
        display: grid;
        gap: 12px;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        padding: 12px 0;
        border-top: 1px solid var(--kb-line);
      }
      li > div:first-child {
        flex: 1 1 260px;
        min-width: 0;
      }
    `,
  ];

  @property({ attribute: false }) requests: ViewingRequest[] = [];
  @state() private busy = false;

  private async decide(act: "permit" | "deny", { request }: ViewingRequest): Promise<void> {
    if (!(await this.panel.ensureUnlocked())) return;
    this.busy = true;
    try {
      await post(this.panel.hass, ["viewing", act], { request });
      this.panel.say(this.t(`viewing.${act}_done`));
      this.dispatchEvent(new CustomEvent("decided"));
    } catch (error) {
      this.panel.say(this.panel.words(error));
    } finally {
      this.busy = false;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.requests.length) return nothing;
    const { format, overview } = this.panel;
    const place = (id: string): string =>
      overview.cameras?.find(({ camera }) => camera === id)?.place ?? "";
    const decides = this.panel.may("permit_viewing");
    return html`<section class="card" aria-labelledby="requests">
      <h2 id="requests">${this.t("viewing.requests")}</h2>
      <ul>
        ${this.requests.map(
          (request) =>
            html`<li>
              <div>
                <strong>${this.t(`viewing.ground.${request.ground}`)}</strong>
                <p class="small soft">
                  ${format.list(request.cameras.map(place).filter(Boolean))}
                  ${this.t("span.both", {
                    from: format.moment(request.start),
                    to: format.moment(request.end),
                  })}
                </p>
                ${
                  request.reason
                    ? html`<p>
                        ${format.list([request.name ?? "", request.reason, request.document].filter(Boolean))}
                      </p>`
                    : nothing
                }
                <p class="small">${this.t(`viewing.state.${request.state}`)}</p>
              </div>
              <div class="actions">
                ${
                  request.state === "waiting" && decides
                    ? html`<button
                          class="button"
                          ?disabled=${this.busy}
                          @click=${() => this.decide("permit", request)}
                        >
                          ${icon(mdiCheck, 20)}${this.t("viewing.permit")}
                        </button>
                        <button
                          class="button danger"
                          ?disabled=${this.busy}
                          @click=${() => this.decide("deny", request)}
                        >
                          ${icon(mdiClose, 20)}${this.t("viewing.deny")}
                        </button>`
                    : nothing
                }
                ${
                  request.state === "permitted" && request.by === overview.me.user_id
                    ? html`<button
                        class="button primary"
                        @click=${() =>
                          this.dispatchEvent(new CustomEvent("view", { detail: request }))}
                      >
                        ${icon(mdiEye, 20)}${this.t("viewing.begin")}
                      </button>`
                    : nothing
                }
              </div>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

define("kb-viewing-requests", ViewingRequests);
