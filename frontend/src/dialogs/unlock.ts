/** Opens the vault for the person at this screen: the passphrase goes by POST and is kept nowhere. */

import { mdiLockOpenVariant } from "@mdi/js";
import { html, type TemplateResult } from "lit";
import { define } from "../components/define";
import { icon } from "../components/icon";
import { ProvingDialog } from "../components/proving-dialog";

export class UnlockDialog extends ProvingDialog {
  protected override firstUpdated(): void {
    super.firstUpdated();
    void this.field.updateComplete.then(() => this.field.focus());
  }

  protected override submit(): void {
    this.prove(["unlock"], {}, () => this.panel.say(this.t("lock.unlocked_now")));
  }

  protected override render(): TemplateResult {
    return this.frame(
      this.t("unlock.heading"),
      html`
        <p>${this.t("unlock.explain")}</p>
        ${this.proof()}
      `,
      html`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.held}>
          ${icon(mdiLockOpenVariant, 20)}${this.t(this.busy ? "unlock.opening" : "lock.unlock")}
        </button>
      `,
    );
  }
}

define("kb-unlock", UnlockDialog);
