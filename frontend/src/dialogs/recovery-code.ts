/** Makes a new recovery code: prepared as a paper, valid once its last group was typed from it. */

import { mdiCheck, mdiFileDocumentOutline } from "@mdi/js";
import { html, type TemplateResult } from "lit";
import { query, state } from "lit/decorators.js";
import { define } from "../components/define";
import { icon } from "../components/icon";
import "../components/recovery-paper";
import type { RecoveryPaper } from "../components/recovery-paper";
import { SecretDialog } from "../components/secret-dialog";
import type { Paper } from "../data/keys";

export class RecoveryCodeDialog extends SecretDialog {
  protected override wide = true;

  @state() private paper: Paper | null = null;
  @query("kb-recovery-paper") private shown?: RecoveryPaper;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.paper = null;
  }

  protected override submit(): void {
    void this.attempt(async () => {
      if (!this.paper) {
        const paper = await this.send<Paper>(["keys", "recovery"], {
          language: this.panel.format.language,
        });
        if (this.isConnected) this.paper = paper;
        return;
      }
      await this.send(["keys", "recovery", "confirm"], {
        last_group: this.shown?.lastGroup ?? "",
      });
      this.paper = null;
      this.panel.say(this.t("keys.renewed_now"));
      this.finish(true);
    });
  }

  protected override render(): TemplateResult {
    const { paper, busy } = this;
    return this.frame(
      this.t("keys.paper.heading"),
      paper
        ? html`<kb-recovery-paper
            .panel=${this.panel}
            .paper=${paper}
            @enter=${() => this.enter()}
          ></kb-recovery-paper>`
        : html`<p>${this.t("keys.paper.prepare_what")}</p>
            <p>${this.t("keys.paper.prepare_void")}</p>
            ${this.plainHttp()}`,
      html`
        ${this.cancel(true)}
        <button type="submit" class="button primary" ?disabled=${busy || this.unaccepted}>
          ${
            paper
              ? html`${icon(mdiCheck, 20)}${this.t(busy ? "keys.paper.confirming" : "keys.paper.confirm")}`
              : html`${icon(mdiFileDocumentOutline, 20)}${this.t(
                  busy ? "keys.paper.preparing" : "keys.paper.prepare",
                )}`
          }
        </button>
      `,
    );
  }
}

define("kb-recovery-code", RecoveryCodeDialog);
