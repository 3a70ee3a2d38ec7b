/** What is due, each leading to where it is done; and every theme that this person may open. */

import {
  mdiAccountTieOutline,
  mdiAlertOctagonOutline,
  mdiCheckCircleOutline,
  mdiChevronRight,
  mdiClipboardSearchOutline,
  mdiCommentQuestionOutline,
  mdiDeleteClockOutline,
  mdiLockOutline,
  mdiSchoolOutline,
  mdiSignText,
  mdiTextBoxSearchOutline,
} from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import {
  dueIn,
  grouped,
  pathOf,
  type Several,
  sorted,
  type Sorted,
  urgencyOf,
  type Urgency,
} from "../data/duty-list";
import { READING, THEMES, type ThemeName } from "../data/kept-section";
import type { Duty } from "../data/kept-types";
import { address, PANEL } from "../data/route";
import { define } from "./define";
import { wordOf } from "./deed-fields";
import { icon } from "./icon";
import { rows } from "./rows";
import { look } from "./styles";
import { saidStyles, themeStyles } from "./theme-styles";
import { dueOf } from "./theme-words";
import { PanelElement } from "./view";

const ICONS: Record<ThemeName, string> = {
  signs: mdiSignText,
  complaints: mdiCommentQuestionOutline,
  incidents: mdiAlertOctagonOutline,
  inspections: mdiClipboardSearchOutline,
  things: mdiLockOutline,
  instruction: mdiSchoolOutline,
  contracts: mdiAccountTieOutline,
  assessments: mdiTextBoxSearchOutline,
  purge_rules: mdiDeleteClockOutline,
};

/** So many of what is soon due stand open. */
const FEW = 5;

export class DutyList extends PanelElement {
  static override styles = [
    ...look,
    rows,
    saidStyles,
    themeStyles,
    css`
      .card.overdue {
        border-inline-start: 4px solid var(--kb-bad);
      }
      .parts {
        margin: 0 0 12px 16px;
        padding-inline-start: 12px;
        border-inline-start: 2px solid var(--kb-line);
      }
      .parts .item {
        margin-inline: -12px -20px;
        padding: 10px 20px 10px 12px;
      }
      .links > ul + details {
        border-top: 1px solid var(--kb-line);
      }
      .themes {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, max(150px, 22%)), 1fr));
        gap: 8px;
      }
      .themes > li {
        display: grid;
      }
      .theme {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-content: center;
        align-items: center;
        gap: 4px 12px;
        min-height: 56px;
        padding: 8px 12px;
        color: inherit;
        text-decoration: none;
      }
      .theme:hover {
        border-color: var(--kb-accent);
      }
      .theme > .icon {
        color: var(--kb-accent);
      }
      .theme > h3 {
        font-size: 16px;
      }
      .theme > .tag {
        grid-column: 2;
        justify-self: start;
      }
    `,
  ];

  /** Null until the integration has answered. */
  @property({ attribute: false }) duties: readonly Duty[] | null = null;

  protected override render(): TemplateResult {
    const themes = THEMES.filter((theme) => this.panel.may(READING[theme]));
    return html`<div class="page">
      <section aria-labelledby="themes">
        <h2 id="themes">${this.t("duties.themes")}</h2>
        <ul class="themes">
          ${themes.map((theme) => html`<li>${this.theme(theme)}</li>`)}
        </ul>
      </section>
      ${this.duties ? this.due(sorted(this.duties)) : nothing}
    </div>`;
  }

  private due({ overdue, soon, later, others }: Sorted): TemplateResult {
    const late = others.filter((duty) => duty.overdue).length;
    return html`
      ${
        overdue.length || soon.length
          ? nothing
          : html`<p class="note">
              ${icon(mdiCheckCircleOutline)}<span>${this.t("duties.nothing_due")}</span>
            </p>`
      }
      ${this.section("overdue", overdue)} ${this.section("soon", soon, FEW)}
      ${this.folded("duties.others", others, late)} ${this.folded("duties.urgency.later_of", later)}
    `;
  }

  /** What waits for the person, or the first of it. */
  private section(
    urgency: Urgency,
    found: readonly Duty[],
    most = found.length,
  ): TemplateResult | typeof nothing {
    if (!found.length) return nothing;
    const lines = grouped(found);
    return html`<section aria-labelledby=${urgency}>
      <h2 id=${urgency} class=${urgency === "overdue" ? "bad" : ""}>
        ${this.t(`duties.urgency.${urgency}`)}
        <span class="numbers">${found.length}</span>
      </h2>
      <div class="card links ${urgency}">
        ${this.items(lines.slice(0, most))}
        ${lines.length > most ? this.fold("duties.urgency.rest", lines.slice(most)) : nothing}
      </div>
    </section>`;
  }

  private folded(word: string, found: readonly Duty[], late = 0): TemplateResult | typeof nothing {
    if (!found.length) return nothing;
    return html`<section class="card links">${this.fold(word, grouped(found), late)}</section>`;
  }

  /** Lines behind a line that says how many they are, and how many of them are late. */
  private fold(word: string, lines: readonly Several[], late = 0): TemplateResult {
    const count = lines.reduce((sum, one) => sum + one.count, 0);
    return html`<details>
      <summary>
        ${icon(mdiChevronRight, 20)}${this.t(word, { count })}
        ${
          late
            ? html`<span class="tag bad">${this.t("duties.late_count", { count: late })}</span>`
            : nothing
        }
      </summary>
      ${this.items(lines)}
    </details>`;
  }

  private items(lines: readonly Several[]): TemplateResult {
    return html`<ul>
      ${repeat(
        lines,
        ({ first }) => first.id,
        (several) => html`<li>${this.item(several)}</li>`,
      )}
    </ul>`;
  }

  private item({ first: duty, count }: Several): TemplateResult {
    const words = this.words(duty, count);
    if (!duty.parts.length) return this.link(pathOf(duty), words, "item");
    return html`<div class="item">${words}</div>
      <div class="parts">${this.items(grouped(duty.parts))}</div>`;
  }

  private words(duty: Duty, count: number): TemplateResult {
    const what = wordOf(this.panel, `duties.kind.${duty.kind}`) ?? this.t("duties.kind.other");
    const due = dueOf(this.panel, duty.due, duty.overdue, urgencyOf(duty) === "soon");
    const about = [
      duty.number === null ? "" : this.t("duties.number", { number: duty.number }),
      duty.place,
    ].filter(Boolean);
    return html`
      <span class="title"> ${count > 1 ? this.t("duties.several", { what, count }) : what} </span>
      ${about.length ? html`<p class="small soft">${about.join("・")}</p>` : nothing}
      <p class="small ${due.kind === "bad" ? "bad strong" : "soft"}">${due.text}</p>
    `;
  }

  private theme(theme: ThemeName): TemplateResult {
    const due = dueIn(this.duties ?? [], theme);
    return this.link(
      ["duties", theme],
      html`
        ${icon(ICONS[theme])}
        <h3>${this.t(`duties.theme.${theme}.name`)}</h3>
        ${due ? html`<span class="tag warn">${this.t("duties.due_count", { count: due })}</span>` : nothing}
      `,
      "card theme",
    );
  }

  private link(path: string[], words: TemplateResult, name: string): TemplateResult {
    return html`<a
      class=${name}
      href=${address(PANEL, path)}
      @click=${(event: MouseEvent) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.panel.go(path);
      }}
      >${words}</a
    >`;
  }
}

define("kb-duty-list", DutyList);
