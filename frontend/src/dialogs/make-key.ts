/** Makes the person's own key from a passphrase that goes by POST and is kept nowhere. */

import { mdiKeyPlus } from "@mdi/js";
import { html, nothing, type TemplateResult } from "lit";
import { query } from "lit/decorators.js";
import { define } from "../components/define";
import { icon } from "../components/icon";
import type { NewSecret } from "../components/new-secret";
import { SecretDialog } from "../components/secret-dialog";

export class MakeKeyDialog extends SecretDialog {
  @query("kb-new-secret") private secret?: NewSecret;

  protected override submit(): void {
    this.error = this.secret?.missing ?? "";
    if (this.error) return;
    void this.attempt(async () => {
      await this.send(["keys", "make"], { ...this.secret?.value });
      this.secret?.clear();
      this.panel.say(this.t("keys.made_now"));
      this.finish(true);
    });
  }

  protected override render(): TemplateResult {
    const waits = this.panel.may("unlock") && this.panel.may("list_footage");
    return this.frame(
      this.t("keys.make_form.heading"),
      html`
        ${this.newSecret()}
        ${waits ? html`<p class="hint">${this.t("keys.make_form.then_waits")}</p>` : nothing}
      `,
      html`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy || this.unaccepted}>
          ${icon(mdiKeyPlus, 20)}${this.t(this.busy ? "keys.make_form.working" : "keys.make_form.make")}
        </button>
      `,
    );
  }
}

define("kb-make-key", MakeKeyDialog);
