/** What waits for a person, on the page of today: how much, and the way to it. */

import { mdiFormatListChecks } from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { waiting } from "../data/duty-list";
import type { Duty } from "../data/kept-types";
import { define } from "./define";
import { icon } from "./icon";
import { look } from "./styles";
import { PanelElement } from "./view";

export class DutyCard extends PanelElement {
  static override styles = [
    ...look,
    css`
      .card {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 12px 16px;
      }
      .card > .icon {
        box-sizing: content-box;
        padding: 12px;
        border-radius: 50%;
        color: var(--kb-accent);
        background: var(--kb-tint);
      }
      .card > div {
        flex: 1 1 220px;
        min-width: 0;
      }
      .overdue {
        font-weight: 600;
        color: var(--kb-bad);
      }
    `,
  ];

  @property({ attribute: false }) duties: readonly Duty[] = [];

  protected override render(): TemplateResult | typeof nothing {
    const { overdue, soon } = waiting(this.duties);
    // Nothing to do takes no place either.
    this.hidden = !overdue && !soon;
    if (this.hidden) return nothing;
    return html`<section class="card" aria-labelledby="duties">
      ${icon(mdiFormatListChecks)}
      <div>
        <h2 id="duties">${this.t("today.duties")}</h2>
        ${
          overdue
            ? html`<p class="overdue">${this.t("today.duties_overdue", { count: overdue })}</p>`
            : nothing
        }
        ${soon ? html`<p>${this.t("today.duties_soon", { count: soon })}</p>` : nothing}
      </div>
      <button class="button" @click=${() => this.panel.go(["duties"])}>
        ${this.t("today.duties_open")}
      </button>
    </section>`;
  }
}

define("kb-duty-card", DutyCard);
