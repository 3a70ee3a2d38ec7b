/** Opens the vault for the person at this screen: the passphrase goes by POST and is kept nowhere. */

import { mdiLockOpenVariant, mdiTimerSandEmpty } from "@mdi/js";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { query, state } from "lit/decorators.js";
import { define } from "../components/define";
import { icon } from "../components/icon";
import "../components/passphrase-field";
import type { PassphraseField } from "../components/passphrase-field";
import { SecretDialog } from "../components/secret-dialog";
import { Ticking } from "../components/ticking";
import { asProblem } from "../data/api";

export class UnlockDialog extends SecretDialog {
  @state() private waitUntil = 0;
  @query("kb-passphrase") private field!: PassphraseField;

  private readonly ticking = new Ticking(this);

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.hasUpdated) return;
    const { lock } = this.panel;
    this.waitUntil = lock?.wait_until ? Date.parse(lock.wait_until) : 0;
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    void this.field.updateComplete.then(() => this.field.focus());
  }

  protected override submit(): void {
    if (this.wait > 0) return;
    const passphrase = this.field.value;
    void this.attempt(async () => {
      try {
        await this.send(["unlock"], { passphrase });
      } catch (error) {
        const { key, blanks } = asProblem(error);
        if (key === "unlock_wait") this.waitUntil = Date.now() + Number(blanks["seconds"]) * 1000;
        if (key === "wrong_passphrase") this.field.clear();
        throw error;
      }
      this.field.clear();
      await this.panel.refreshLock();
      this.panel.say(this.t("lock.unlocked_now"));
      this.finish(true);
    }).then(async (well) => {
      if (well || !this.isConnected) return;
      await this.followWait();
      await this.updateComplete;
      this.field.focus();
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

  protected override render(): TemplateResult {
    const { wait } = this;
    this.ticking.runs = wait > 0;
    return this.frame(
      this.t("unlock.heading"),
      html`
        <p>${this.t("unlock.explain")}</p>
        <kb-passphrase
          .panel=${this.panel}
          .label=${this.t("passphrase.mine")}
          .hint=${this.t("passphrase.hint")}
          ?disabled=${this.busy}
          @enter=${() => this.submit()}
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
      `,
      html`
        ${this.cancel()}
        <button
          type="submit"
          class="button primary"
          ?disabled=${this.busy || wait > 0 || this.unaccepted}
        >
          ${icon(mdiLockOpenVariant, 20)}${this.t(this.busy ? "unlock.opening" : "lock.unlock")}
        </button>
      `,
    );
  }
}

define("kb-unlock", UnlockDialog);
