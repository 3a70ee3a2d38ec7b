/** Comes in by the recovery code, where nobody is left who could admit a key. */

import { mdiAlertOutline } from "@mdi/js";
import { html, type TemplateResult } from "lit";
import { query } from "lit/decorators.js";
import { define } from "../components/define";
import { icon } from "../components/icon";
import "../components/passphrase-field";
import type { PassphraseField } from "../components/passphrase-field";
import { SecretDialog } from "../components/secret-dialog";

export class AdmitByCodeDialog extends SecretDialog {
  @query("kb-passphrase") private field!: PassphraseField;

  protected override firstUpdated(): void {
    super.firstUpdated();
    void this.field.updateComplete.then(() => this.field.focus());
  }

  protected override submit(): void {
    if (!this.field.value.trim()) return;
    void this.attempt(async () => {
      await this.send(["keys", "admit_by_code"], { code: this.field.value });
      this.field.clear();
      this.panel.say(this.t("keys.admitted_now"));
      this.finish(true);
    });
  }

  protected override render(): TemplateResult {
    return this.frame(
      this.t("keys.code_form.heading"),
      html`
        <p class="note warn">
          ${icon(mdiAlertOutline)}<span>${this.t("keys.code_form.what")}</span>
        </p>
        <kb-passphrase
          autocomplete="off"
          .panel=${this.panel}
          .label=${this.t("keys.code_form.code")}
          .hint=${this.t("keys.code_form.code_hint")}
          @enter=${() => this.enter()}
        ></kb-passphrase>
        ${this.plainHttp()}
      `,
      html`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy || this.unaccepted}>
          ${this.t(this.busy ? "keys.code_form.working" : "keys.code_form.use")}
        </button>
      `,
    );
  }
}

define("kb-admit-by-code", AdmitByCodeDialog);
