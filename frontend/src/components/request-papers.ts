/** Papers of a request, to be printed. */

import { mdiPrinterOutline } from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { openLater } from "../data/download";
import { papersOf, type Paper } from "../data/papers";
import type { Entry } from "../data/request-list";
import { act } from "../data/requests";
import { define } from "./define";
import { icon } from "./icon";
import { dayOf } from "./request-words";
import { look } from "./styles";
import { PanelElement } from "./view";

export class RequestPapers extends PanelElement {
  static override styles = [
    ...look,
    css`
      .card {
        display: grid;
        gap: 12px;
      }
      ul {
        display: grid;
        gap: 8px;
      }
      .button {
        width: 100%;
        justify-content: flex-start;
        text-align: start;
        border-radius: 12px;
        padding-inline: 16px;
      }
    `,
  ];

  @property({ attribute: false }) entry!: Entry;
  @state() private busy = false;

  private async print({ paper, original_end }: Paper): Promise<void> {
    const { panel } = this;
    this.busy = true;
    try {
      await openLater(
        act(panel.hass, "paper", {
          paper,
          number: this.entry.item.number,
          language: panel.format.language,
          ...(original_end ? { original_end } : {}),
        }).then(({ url }) => url),
      );
    } catch (error) {
      panel.say(panel.words(error));
    } finally {
      this.busy = false;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const papers = papersOf(this.entry);
    // Nothing to say takes no place either.
    this.hidden = !papers.length;
    if (this.hidden) return nothing;
    return html`<section class="card" aria-labelledby="papers">
      <h2 id="papers">${this.t("requests.papers")}</h2>
      <ul>
        ${papers.map(
          (paper) =>
            html`<li>
              <button class="button" ?disabled=${this.busy} @click=${() => this.print(paper)}>
                ${icon(mdiPrinterOutline, 20)}
                <span>
                  ${this.t(`requests.paper.${paper.paper}`)}
                  ${
                    paper.original_end
                      ? this.t("requests.of_end", { day: dayOf(this.panel, paper.original_end) })
                      : nothing
                  }
                </span>
              </button>
            </li>`,
        )}
      </ul>
      <p class="hint">${this.t("requests.papers_hint")}</p>
    </section>`;
  }
}

define("kb-request-papers", RequestPapers);
