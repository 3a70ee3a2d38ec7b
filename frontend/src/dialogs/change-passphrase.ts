/** Changes the person's own passphrase; the keys behind it stay. */

import { html, type TemplateResult } from "lit";
import { query } from "lit/decorators.js";
import { define } from "../components/define";
import type { NewSecret } from "../components/new-secret";
import "../components/passphrase-field";
import type { PassphraseField } from "../components/passphrase-field";
import { SecretDialog } from "../components/secret-dialog";
import { asProblem } from "../data/api";

export class ChangePassphraseDialog extends SecretDialog {
  @query("#old") private old!: PassphraseField;
  @query("kb-new-secret") private secret?: NewSecret;

  protected override firstUpdated(): void {
    super.firstUpdated();
    void this.old.updateComplete.then(() => this.old.focus());
  }

  protected override submit(): void {
    this.error = this.old.value ? (this.secret?.missing ?? "") : this.t("keys.secret.missing");
    if (this.error) return;
    void this.attempt(async () => {
      try {
        await this.send(["keys", "passphrase"], {
          old: this.old.value,
          ...this.secret?.value,
        });
      } catch (error) {
        if (asProblem(error).key === "wrong_passphrase") this.old.clear();
        throw error;
      }
      this.old.clear();
      this.secret?.clear();
      this.panel.say(this.t("keys.changed_now"));
      await this.panel.refreshLock();
      this.finish(true);
    });
  }

  protected override render(): TemplateResult {
    return this.frame(
      this.t("keys.change_form.heading"),
      html`
        <kb-passphrase
          id="old"
          .panel=${this.panel}
          .label=${this.t("keys.change_form.old")}
          .hint=${this.t("passphrase.hint")}
          @enter=${() => this.enter()}
        ></kb-passphrase>
        ${this.newSecret()}
      `,
      html`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy || this.unaccepted}>
          ${this.t(this.busy ? "keys.change_form.working" : "keys.change_form.change")}
        </button>
      `,
    );
  }
}

define("kb-change-passphrase", ChangePassphraseDialog);
