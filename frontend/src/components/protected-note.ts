/** Whether the footage of a form is protected already, and the one tap that does it. */

import { mdiAlertOutline, mdiShieldCheckOutline, mdiShieldLockOutline } from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { toIso } from "../data/local-time";
import { act } from "../data/requests";
import type { Protection } from "../data/request-types";
import type { Span } from "../data/timeline";
import { define } from "./define";
import { icon } from "./icon";
import { look } from "./styles";
import { PanelElement } from "./view";

export class ProtectedNote extends PanelElement {
  static override styles = [
    ...look,
    css`
      .note {
        flex-wrap: wrap;
        align-items: center;
      }
      .note > div {
        flex: 1 1 260px;
      }
      .good > .icon {
        color: var(--kb-good);
      }
      .good {
        background: color-mix(in srgb, var(--kb-good) 10%, var(--kb-card));
      }
    `,
  ];

  @property({ attribute: false }) protection: Protection | null = null;
  @property({ attribute: false }) cameras: string[] = [];
  @property({ attribute: false }) span!: Span;
  @state() private busy = false;
  @state() private error = "";

  /** All that the form asks for is under the protection. */
  private get isCovered(): boolean {
    const { protection, cameras, span } = this;
    return (
      protection?.state === "standing" &&
      cameras.every((camera) => protection.cameras.includes(camera)) &&
      Date.parse(protection.start) <= span.from &&
      span.to <= Date.parse(protection.end)
    );
  }

  private async protect(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = "";
    try {
      const { number } = await act(this.panel.hass, "protect", {
        cameras: this.cameras,
        start: toIso(this.span.from),
        end: toIso(this.span.to),
      });
      this.dispatchEvent(new CustomEvent<number>("protected", { detail: number }));
    } catch (error) {
      this.error = this.panel.words(error);
    } finally {
      this.busy = false;
    }
  }

  protected override render(): TemplateResult {
    const { protection } = this;
    if (protection && this.isCovered) {
      return html`<div class="note good" role="status">
        ${icon(mdiShieldCheckOutline)}
        <div>
          ${this.t("request_form.protected", {
            number: protection.number,
            when: this.panel.format.moment(protection.until),
          })}
        </div>
      </div>`;
    }
    const protects = this.panel.may("protect_footage");
    const sound = this.cameras.length > 0 && this.span.from < this.span.to;
    return html`<div class="note warn">
      ${icon(mdiAlertOutline)}
      <div>
        ${this.t(protects ? "request_form.not_protected" : "request_form.protected_once_sent")}
        ${this.error ? html`<p role="alert"><strong>${this.error}</strong></p>` : nothing}
      </div>
      ${
        protects
          ? html`<button
              type="button"
              class="button"
              ?disabled=${this.busy || !sound}
              @click=${() => this.protect()}
            >
              ${icon(mdiShieldLockOutline, 20)}${this.t("request_form.protect")}
            </button>`
          : nothing
      }
    </div>`;
  }
}

define("kb-protected", ProtectedNote);
