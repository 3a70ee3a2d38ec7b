/** "An officer is at the door": one tap protects the hour that passed, and opens the shortest form. */

import { mdiPoliceBadgeOutline } from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { define } from "./define";
import { icon } from "./icon";
import { look } from "./styles";
import { PanelElement } from "./view";

export class OfficerCard extends PanelElement {
  static override styles = [
    ...look,
    css`
      :host {
        display: grid;
      }
      .card {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 12px 16px;
        padding-block: 16px;
      }
      .card > div {
        flex: 1 1 260px;
        min-width: 0;
      }
      @media (max-width: 599px) {
        .button {
          width: 100%;
        }
      }
    `,
  ];

  @state() private busy = false;

  private async begin(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      const { openToOfficer } = await import("../data/officer");
      await openToOfficer(this.panel);
    } catch {
      this.panel.say(this.t("shell.not_loaded"));
    } finally {
      this.busy = false;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { panel } = this;
    if (!panel.may("request_disclosure") || !panel.overview.cameras?.length) return nothing;
    return html`<section class="card" aria-labelledby="officer">
      <div>
        <h3 id="officer">${this.t("officer.heading")}</h3>
        <p class="soft small">
          ${this.t(panel.may("protect_footage") ? "officer.protects" : "officer.opens")}
        </p>
      </div>
      <button class="button" ?disabled=${this.busy} @click=${() => this.begin()}>
        ${icon(mdiPoliceBadgeOutline, 20)}${this.t("officer.begin")}
      </button>
    </section>`;
  }
}

define("kb-officer", OfficerCard);
