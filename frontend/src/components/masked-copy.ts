/** The copy with masks: how the making of it stands; and the buttons that begin it, stop it and go back. */

import { mdiAlertCircleOutline, mdiCheckCircleOutline, mdiClose, mdiDramaMasks } from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { Problem } from "../data/api";
import type { MaskStatus } from "../data/request-types";
import { define } from "./define";
import { icon } from "./icon";
import { look } from "./styles";
import { PanelElement } from "./view";

export class MaskedCopy extends PanelElement {
  static override styles = [
    ...look,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      progress {
        width: 100%;
        height: 10px;
        accent-color: var(--kb-fill);
      }
      .working {
        display: grid;
        gap: 8px;
      }
      @media (max-width: 599px) {
        .actions .button {
          width: 100%;
        }
      }
    `,
  ];

  @property({ attribute: false }) status: MaskStatus | null = null;
  /** What is said of an attempt that was refused. */
  @property() error = "";
  @property({ type: Boolean }) busy = false;
  /** There are masks to make a copy with. */
  @property({ type: Boolean }) ready = false;

  private tell(name: "begin" | "cancel" | "back"): void {
    this.dispatchEvent(new CustomEvent(name));
  }

  protected override render(): TemplateResult {
    return html`
      ${this.told()}
      <div role="alert">
        ${
          this.error
            ? html`<p class="note bad">${icon(mdiAlertCircleOutline)}<span>${this.error}</span></p>`
            : nothing
        }
      </div>
      ${this.acts()}
    `;
  }

  /** How the copy stands. */
  private told(): TemplateResult | typeof nothing {
    const { status } = this;
    switch (status?.state) {
      case "working":
        return html`<div class="working" role="status">
          <p><strong>${this.t("masks.working")}</strong></p>
          <progress max="1" .value=${status.done} aria-label=${this.t("masks.working")}></progress>
          <p class="hint">${this.t("masks.working_hint")}</p>
        </div>`;
      case "done":
        return html`<p class="note">
          ${icon(mdiCheckCircleOutline)}<span>${this.t("masks.done")}</span>
        </p>`;
      case "failed":
        return html`<p class="note bad">
          ${icon(mdiAlertCircleOutline)}<span
            >${status.error ? this.panel.words(new Problem(status.error)) : this.t("masks.failed")}</span
          >
        </p>`;
      case "cancelled":
        return html`<p class="note">
          ${icon(mdiAlertCircleOutline)}<span>${this.t("masks.cancelled")}</span>
        </p>`;
      default:
        return nothing;
    }
  }

  private acts(): TemplateResult {
    if (this.status?.state === "working") {
      return html`<div class="actions">
        <button class="button" ?disabled=${this.busy} @click=${() => this.tell("cancel")}>
          ${icon(mdiClose, 20)}${this.t("masks.cancel")}
        </button>
      </div>`;
    }
    const done = this.status?.state === "done";
    return html`<div class="actions">
      ${
        done
          ? html`<button class="button primary" @click=${() => this.tell("back")}>
              ${this.t("masks.back")}
            </button>`
          : nothing
      }
      <button
        class="button ${done ? "" : "primary"}"
        ?disabled=${this.busy || !this.ready}
        @click=${() => this.tell("begin")}
      >
        ${icon(mdiDramaMasks, 20)}${this.t(done ? "masks.start_again" : "masks.start")}
      </button>
    </div>`;
  }
}

define("kb-masked-copy", MaskedCopy);
