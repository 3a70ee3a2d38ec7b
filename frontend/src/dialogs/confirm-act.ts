/** An act on a request that decides nothing and needs no secret: said once more before it is done. */

import { html, type TemplateResult } from "lit";
import { define } from "../components/define";
import { Dialog } from "../components/dialog";
import { unlockedIfAsked } from "../components/unlocked";
import { act } from "../data/requests";

export const PLAIN_ACTS = [
  "extension/withdraw",
  "disclosure/withdraw",
  "protect/end",
  "draft/discard",
] as const;
export type PlainAct = (typeof PLAIN_ACTS)[number];

export class ConfirmActDialog extends Dialog {
  constructor(
    private readonly name: PlainAct,
    private readonly number: number,
  ) {
    super();
  }

  private word(part: "heading" | "what" | "do" | "done"): string {
    return this.t(`requests.act.${this.name.replace("/", "_")}.${part}`);
  }

  protected override submit(): void {
    void this.attempt(async () => {
      await unlockedIfAsked(
        () => this.panel,
        () => act(this.panel.hass, this.name, { number: this.number }),
      );
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
        <button type="submit" class="button danger" ?disabled=${this.busy}>
          ${this.word("do")}
        </button>
      `,
    );
  }
}

define("kb-confirm-act", ConfirmActDialog);
