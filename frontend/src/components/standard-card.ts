/** The operating standard: how it stands, what it says, what was added, and what has changed since it was adopted. */

import {
  mdiAlertCircleOutline,
  mdiAlertOutline,
  mdiCheckCircleOutline,
  mdiPencilOutline,
  mdiPrinterOutline,
} from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { AdoptStandardDialog } from "../dialogs/adopt-standard";
import { WriteClausesDialog } from "../dialogs/write-clauses";
import { openLater } from "../data/download";
import { paper, Section } from "../data/section";
import { standing, type Article, type Standard } from "../data/standard";
import { define } from "./define";
import { ask, type Dialog } from "./dialog";
import { icon } from "./icon";
import { look } from "./styles";
import { PanelElement } from "./view";

const ICONS = {
  never: mdiAlertCircleOutline,
  drifted: mdiAlertOutline,
  adopted: mdiCheckCircleOutline,
} as const;

export class StandardCard extends PanelElement {
  static override styles = [
    ...look,
    css`
      .card {
        display: grid;
        gap: 16px;
      }
      .state.adopted > .icon {
        color: var(--kb-good);
      }
      .text {
        display: grid;
        gap: 20px;
        padding-top: 16px;
      }
      article {
        display: grid;
        gap: 6px;
      }
      .d1 {
        padding-inline-start: 1.5em;
      }
      .d2 {
        padding-inline-start: 3em;
      }
      .clause {
        white-space: pre-line;
        padding-inline-start: 12px;
        border-inline-start: 3px solid color-mix(in srgb, var(--kb-accent) 40%, var(--kb-card));
      }
      summary {
        cursor: pointer;
        font-weight: 600;
        min-height: var(--kb-touch);
        display: flex;
        align-items: center;
        color: var(--kb-accent);
      }
      del,
      ins {
        display: block;
        padding: 4px 10px;
        border-radius: 6px;
        text-decoration: none;
      }
      del {
        background: var(--kb-bad-tint);
      }
      ins {
        background: color-mix(in srgb, var(--kb-good) 10%, var(--kb-card));
      }
      .changes {
        display: grid;
        gap: 12px;
      }
      .changes li {
        display: grid;
        gap: 4px;
      }
    `,
  ];

  private readonly section = new Section<Standard>(this, "standard", "read_standard");

  protected override render(): TemplateResult | typeof nothing {
    const { data, problem } = this.section;
    if (!this.panel.may("read_standard")) return nothing;
    return html`<section class="card" aria-labelledby="standard">
      <h2 id="standard">${this.t("papers.standard")}</h2>
      ${
        data
          ? this.shown(data)
          : html`<p class="soft" role="status">
              ${problem ? this.panel.words(problem) : this.t("papers.loading")}
            </p>`
      }
    </section>`;
  }

  private shown(data: Standard): TemplateResult {
    const stands = standing(data);
    const { adopted } = data;
    return html`
      <div class="note state ${stands} ${stands === "adopted" ? "" : "warn"}">
        ${icon(ICONS[stands])}
        <div>
          <p>
            ${
              adopted
                ? this.t(`papers.stands.${stands}`, {
                    edition: adopted.edition,
                    day: this.day(adopted.on),
                    by: this.t(`papers.adoption.${adopted.adoption}`),
                  })
                : this.t("papers.stands.never")
            }
          </p>
          ${
            stands === "adopted"
              ? nothing
              : html`<p>
                  ${this.t(`papers.to_do.${data.can.includes("adopt") ? stands : "others"}`)}
                </p>`
          }
          ${
            data.undecided.length
              ? html`<p class="small">
                  ${this.t("papers.undecided", {
                    what: this.panel.format.list(data.undecided.map(({ text }) => text)),
                  })}
                </p>`
              : nothing
          }
        </div>
      </div>
      ${stands === "drifted" ? this.changes(data) : nothing}
      <div class="actions">
        <button class="button" @click=${() => this.print()}>
          ${icon(mdiPrinterOutline, 20)}${this.t("papers.print_standard")}
        </button>
        ${
          data.can.includes("write")
            ? html`<button
                class="button"
                @click=${() => this.dialog(new WriteClausesDialog(data.articles))}
              >
                ${icon(mdiPencilOutline, 20)}${this.t("papers.write")}
              </button>`
            : nothing
        }
        ${
          data.can.includes("adopt")
            ? html`<button
                class="button ${stands === "adopted" ? "" : "primary"}"
                @click=${() => this.dialog(new AdoptStandardDialog(data.digest))}
              >
                ${this.t("papers.adopt")}
              </button>`
            : nothing
        }
      </div>
      <details>
        <summary>${this.t("papers.read_standard")}</summary>
        <div class="text">${data.articles.map((article) => this.article(article))}</div>
      </details>
      ${data.editions.length ? this.editions(data) : nothing}
    `;
  }

  private article({ number, title, paragraphs, clause }: Article): TemplateResult {
    return html`<article>
      <h3>${this.t("papers.article", { number, title })}</h3>
      ${paragraphs.map(({ text, depth }) => html`<p class="d${depth}">${text}</p>`)}
      ${clause ? html`<p class="clause">${clause}</p>` : nothing}
    </article>`;
  }

  private changes({ difference }: Standard): TemplateResult {
    return html`<ul class="changes">
      ${difference.map(
        ({ article, title, before, after }) =>
          html`<li>
            <h3>${this.t("papers.article", { number: article, title })}</h3>
            ${before.map((text) => html`<del><span class="unseen">${this.t("papers.before")}</span>${text}</del>`)}
            ${after.map((text) => html`<ins><span class="unseen">${this.t("papers.after")}</span>${text}</ins>`)}
          </li>`,
      )}
    </ul>`;
  }

  private editions({ editions }: Standard): TemplateResult {
    return html`<details>
      <summary>${this.t("papers.editions")}</summary>
      <ul>
        ${editions.map(
          ({ edition, on, adoption, by_name }) =>
            html`<li>
              <button class="button quiet" @click=${() => this.print(edition)}>
                ${icon(mdiPrinterOutline, 20)}${this.t("papers.edition", {
                  edition,
                  day: this.day(on),
                  by: this.t(`papers.adoption.${adoption}`),
                  name: by_name,
                })}
              </button>
            </li>`,
        )}
      </ul>
    </details>`;
  }

  private day(day: string): string {
    return this.panel.format.longDay(`${day}T12:00:00`);
  }

  private async print(edition?: number): Promise<void> {
    const { hass, format } = this.panel;
    try {
      await openLater(paper(hass, "standard", format.language, edition ? { edition } : {}));
    } catch (error) {
      this.panel.say(this.panel.words(error));
    }
  }

  private async dialog(dialog: Dialog): Promise<void> {
    if (await ask(dialog, this.panel)) await this.section.load();
  }
}

define("kb-standard-card", StandardCard);
