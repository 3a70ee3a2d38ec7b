/** The notice of new keys: given, or objected to. Said once more before it is done. */

import { html, type TemplateResult } from "lit";
import { define } from "../components/define";
import { Dialog } from "../components/dialog";
import { post } from "../data/api";

export class KeysNoticeDialog extends Dialog {
  constructor(private readonly way: "announce" | "object") {
    super();
  }

  private word(part: "heading" | "what" | "do" | "done"): string {
    return this.t(`keys.notice.${this.way}.${part}`);
  }

  protected override submit(): void {
    void this.attempt(async () => {
      await post(this.panel.hass, ["keys", "begin", this.way]);
      this.panel.say(this.word("done"));
      this.finish(true);
    });
  }

  protected override render(): TemplateResult {
    return this.frame(
      this.word("heading"),
      html`<p>${this.word("what")}</p>`,
      html`
        ${this.cancel(true)}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${this.word("do")}
        </button>
      `,
    );
  }
}

define("kb-keys-notice", KeysNoticeDialog);
