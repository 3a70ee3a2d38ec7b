/** A dialog whose answer is proved by the person's passphrase, after however long they have to wait. */

import { mdiTimerSandEmpty } from "@mdi/js";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { query, state } from "lit/decorators.js";
import { asProblem } from "../data/api";
import { icon } from "./icon";
import "./passphrase-field";
import type { PassphraseField } from "./passphrase-field";
import { SecretDialog } from "./secret-dialog";
import { Ticking } from "./ticking";

export abstract class ProvingDialog extends SecretDialog {
  @state() private waitUntil = 0;
  @query("kb-passphrase") protected field!: PassphraseField;

  private readonly ticking = new Ticking(this);

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.hasUpdated) return;
    const { lock } = this.panel;
    this.waitUntil = lock?.wait_until ? Date.parse(lock.wait_until) : 0;
  }

  /**
   * Send a body with the passphrase, then do the rest. What the person wrote stays where it is:
   * after a refusal, a lock or a lost connection they go on from there.
   */
  protected prove(path: string[], body: Record<string, unknown>, then: () => void): void {
    if (this.wait > 0) return;
    const passphrase = this.field.value;
    void this.attempt(async () => {
      try {
        await this.send(path, { ...body, passphrase });
      } catch (error) {
        const { key, blanks } = asProblem(error);
        if (key === "unlock_wait") this.waitUntil = Date.now() + Number(blanks["seconds"]) * 1000;
        if (key === "wrong_passphrase") this.field.clear();
        throw error;
      }
      this.field.clear();
      await this.panel.refreshLock();
      then();
      this.finish(true);
    }).then(async (well) => {
      if (well || !this.isConnected) return;
      await this.followWait();
      await this.updateComplete;
      if (!this.renderRoot.querySelector(".is-wrong")) this.field.focus();
    });
  }

  /** After failures the integration says how long to wait. */
  private async followWait(): Promise<void> {
    await this.panel.refreshLock();
    const until = this.panel.lock?.wait_until;
    if (until) this.waitUntil = Math.max(this.waitUntil, Date.parse(until));
  }

  private get wait(): number {
    return Math.max(0, (this.waitUntil - Date.now()) / 1000);
  }

  /** Whether nothing can be sent yet. */
  protected get held(): boolean {
    return this.busy || this.wait > 0 || this.unaccepted;
  }

  /** The field, and what there is to know before it is sent. */
  protected proof(): TemplateResult {
    const { wait } = this;
    this.ticking.runs = wait > 0;
    return html`
      <kb-passphrase
        .panel=${this.panel}
        .label=${this.t("passphrase.mine")}
        .hint=${this.t("passphrase.hint")}
        ?disabled=${this.busy}
        @enter=${() => this.enter()}
      ></kb-passphrase>
      ${this.plainHttp()}
      ${
        wait > 0
          ? html`<p class="note warn" role="timer">
              ${icon(mdiTimerSandEmpty)}
              <span>${this.t("unlock.wait", { time: this.panel.format.countdown(wait) })}</span>
            </p>`
          : nothing
      }
    `;
  }
}
