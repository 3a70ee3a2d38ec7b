/** A dialog that sends a secret: over plain http the person has to say first that they know. */

import { mdiAlertOutline } from "@mdi/js";
import { html, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { asProblem, post, Problem } from "../data/api";
import { Dialog } from "./dialog";
import { icon } from "./icon";
import "./new-secret";

export abstract class SecretDialog extends Dialog {
  @state() private mustAccept = false;
  @state() private accepts = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.mustAccept = this.panel.lock?.plain_http === "ask";
  }

  /** Post a body with a secret in it, or one that is answered with one. */
  protected async send<T>(path: string[], body: Record<string, unknown> = {}): Promise<T> {
    if (this.unaccepted) throw new Problem("plain_http_not_accepted");
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

  /** The fields of a new passphrase: none of it is made or typed before the person said that they know. */
  protected newSecret(): TemplateResult {
    return html`
      ${this.plainHttp()}
      ${
        this.unaccepted
          ? nothing
          : html`<kb-new-secret
              .panel=${this.panel}
              .send=${<T>(path: string[], body: Record<string, unknown>) => this.send<T>(path, body)}
              @enter=${() => this.enter()}
            ></kb-new-secret>`
      }
    `;
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
