/** Papers: the operating standard, what hangs on walls, and what is handed in or kept. */

import {
  mdiBookOpenVariantOutline,
  mdiCardAccountDetailsOutline,
  mdiChartBar,
  mdiClipboardCheckOutline,
  mdiCommentQuestionOutline,
  mdiFileDocumentOutline,
  mdiSignText,
} from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { define } from "../components/define";
import { ask } from "../components/dialog";
import { icon } from "../components/icon";
import "../components/standard-card";
import { look } from "../components/styles";
import { PanelElement } from "../components/view";
import { openLater } from "../data/download";
import { printable } from "../data/papers";
import { paper } from "../data/section";
import { PrintPaperDialog } from "../dialogs/print-paper";
import { PrintReportDialog } from "../dialogs/print-report";
import { PrintSignDialog } from "../dialogs/print-sign";

interface Offer {
  name: string;
  icon: string;
  /** What reading it is. */
  act: string;
  open: () => Promise<unknown> | void;
}

export class PapersView extends PanelElement {
  static override styles = [
    ...look,
    css`
      .page {
        max-width: 960px;
      }
      .offers {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr));
        gap: 16px;
      }
      .offers button {
        font: inherit;
        color: inherit;
        text-align: start;
        display: flex;
        gap: 16px;
        width: 100%;
        height: 100%;
        cursor: pointer;
      }
      .offers button:hover {
        background: var(--kb-tint);
      }
      .offers .icon {
        color: var(--kb-accent);
        margin-top: 2px;
      }
      .offers span {
        display: block;
      }
      .offers strong {
        display: block;
        line-height: 1.5;
      }
      h2 {
        margin-bottom: 12px;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const offers = this.offers().filter(({ act }) => this.panel.may(act));
    return html`<div class="page">
      <kb-standard-card .panel=${this.panel}></kb-standard-card>
      ${
        offers.length
          ? html`<section aria-labelledby="others">
              <h2 id="others">${this.t("papers.others")}</h2>
              <ul class="offers">
                ${offers.map(
                  (offer) =>
                    html`<li>
                      <button class="card" @click=${() => this.open(offer)}>
                        ${icon(offer.icon, 28)}
                        <span>
                          <strong>${this.t(`papers.paper.${offer.name}`)}</strong>
                          <span class="soft small">${this.t(`papers.what.${offer.name}`)}</span>
                        </span>
                      </button>
                    </li>`,
                )}
              </ul>
            </section>`
          : nothing
      }
      <p class="soft small">${this.t("papers.hint")}</p>
    </div>`;
  }

  private offers(): Offer[] {
    const plain = (name: string, act: string, symbol: string): Offer => ({
      name,
      act,
      icon: symbol,
      open: () => openLater(paper(this.panel.hass, name, this.panel.format.language)),
    });
    return [
      {
        name: "sign",
        act: "read_standard",
        icon: mdiSignText,
        open: () => ask(new PrintSignDialog(), this.panel),
      },
      plain("organisation_chart", "read_standard", mdiCardAccountDetailsOutline),
      plain("complaint_procedure", "read_standard", mdiCommentQuestionOutline),
      plain("self_check", "read_self_check", mdiClipboardCheckOutline),
      {
        name: "annual_report",
        act: "read_supervision",
        icon: mdiChartBar,
        open: () => ask(new PrintReportDialog(), this.panel),
      },
      {
        name: "others",
        act: printable(this.panel).length ? "read_operation" : "nobody",
        icon: mdiFileDocumentOutline,
        open: () => ask(new PrintPaperDialog(), this.panel),
      },
      {
        name: "registers",
        act: "read_operation",
        icon: mdiBookOpenVariantOutline,
        open: () => this.panel.go(["book"]),
      },
    ];
  }

  private async open({ open }: Offer): Promise<void> {
    try {
      await open();
    } catch (error) {
      this.panel.say(this.panel.words(error));
    }
  }
}

define("kb-papers", PapersView);
