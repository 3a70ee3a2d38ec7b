/** A dialog that sends a secret: over plain http the person has to say first that they know. */

import { mdiAlertOutline } from "@mdi/js";
import { html, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { asProblem, post } from "../data/api";
import { Dialog } from "./dialog";
import { icon } from "./icon";

export abstract class SecretDialog extends Dialog {
  @state() private mustAccept = false;
  @state() private accepts = false;

  protected override firstUpdated(): void {
    super.firstUpdated();
    this.mustAccept = this.panel.lock?.plain_http === "ask";
  }

  /** Post a body with a secret in it. */
  protected async send<T>(path: string[], body: Record<string, unknown> = {}): Promise<T> {
    try {
      return await post<T>(this.panel.hass, path, {
        ...body,
        ...(this.accepts ? { accept_plain_http: true } : {}),
      });
    } catch (error) {
      if (asProblem(error).key === "plain_http_not_accepted") this.mustAccept = true;
      throw error;
    }
  }

  /** Whether the person still has to say that they know. */
  protected get unaccepted(): boolean {
    return this.mustAccept && !this.accepts;
  }

  protected plainHttp(): TemplateResult | typeof nothing {
    if (!this.mustAccept) return nothing;
    return html`<div class="field">
      <p class="note warn">${icon(mdiAlertOutline)}<span>${this.t("unlock.plain_http")}</span></p>
      <label class="choice">
        <input
          type="checkbox"
          .checked=${this.accepts}
          @change=${(event: Event) => {
            this.accepts = (event.target as HTMLInputElement).checked;
          }}
        />
        ${this.t("unlock.accept_plain_http")}
      </label>
    </div>`;
  }
}
