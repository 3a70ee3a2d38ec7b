/** Contractors: why, under which clause, who until when, and what they gave back: 4(6). */

import { mdiChevronRight, mdiContentCopy } from "@mdi/js";
import { html, nothing, type TemplateResult } from "lit";
import { choiceWord } from "../components/deed-fields";
import { define } from "../components/define";
import { icon } from "../components/icon";
import { ThemePage } from "../components/theme-page";
import { dateOf, dayOf, lastDateOf, lastDayOf, nameOf, whenOf } from "../components/theme-words";
import { copy } from "../data/copy";
import type { DeedName } from "../data/deeds";
import { themeOf } from "../data/kept-section";
import type { Contract, Contracts } from "../data/kept-types";

const TAGS = { running: "", over: "warn", settled: "plain" } as const;

export class ContractsTheme extends ThemePage<"contracts"> {
  protected override readonly theme = "contracts";
  protected override readonly watch = themeOf(this, "contracts");

  protected override made(answer: Record<string, unknown>, deed: DeedName): string | null {
    return deed === "contracts/make" ? String(answer["contract"]) : null;
  }

  protected override top({ can, clause }: Contracts): TemplateResult {
    return html`${this.acts([
      {
        deed: "contracts/make",
        can: can.includes("make"),
        way: "primary",
        opening: {
          given: { start: this.panel.format.date(Date.now()) },
          before: this.clause(clause),
        },
      },
    ])}`;
  }

  protected override body(told: Contracts, id: string | undefined): TemplateResult {
    if (id) {
      const found = told.contracts.find(({ contract }) => contract === id);
      return found ? this.contract(found, told) : this.notFound();
    }
    return html`
      ${
        told.contracts.length
          ? html`<ul class="card links">
              ${told.contracts.map((one) => html`<li>${this.line(one)}</li>`)}
            </ul>`
          : html`<p class="card soft">${this.t("duties.contracts.none")}</p>`
      }
      <section class="card">${this.clause(told.clause)}</section>
    `;
  }

  private named({ number, company, task }: Contract): string {
    const what = company || choiceWord(this.panel, "task", task);
    return this.t("duties.numbered", { number, what });
  }

  private stateTag({ state }: Contract): TemplateResult {
    return this.tag(this.t(`duties.contracts.state.${state}`), TAGS[state]);
  }

  private line(one: Contract): TemplateResult {
    const { panel } = this;
    return this.link(
      ["duties", "contracts", one.contract],
      html`
        <span class="title">${this.named(one)}</span>
        <span class="side">${this.stateTag(one)}</span>
        <p class="small soft">
          ${choiceWord(panel, "task", one.task)}・${this.t("span.both", {
            from: dayOf(panel, one.start),
            to: lastDayOf(panel, one.until),
          })}
        </p>
        ${one.clause ? nothing : html`<p class="small bad strong">${this.t("duties.contracts.no_clause")}</p>`}
      `,
      "item",
    );
  }

  private contract(one: Contract, { clause, users }: Contracts): TemplateResult {
    const { panel } = this;
    const { contract } = one;
    const about = this.named(one);
    const opening = { fixed: { contract }, about };
    return html`
      <section class="card" aria-labelledby="about">
        <div class="head">
          <h2 id="about">${about}</h2>
          ${this.stateTag(one)}
        </div>
        ${one.erased ? this.note(this.t("duties.erased")) : nothing}
        ${one.clause ? nothing : this.note(this.t("duties.contracts.no_clause"), "warn")}
        ${this.facts([
          ["contact", one.contact],
          ["task", [choiceWord(panel, "task", one.task), one.task_text].filter(Boolean).join("\n")],
          ["contract_reason", one.reason],
          [
            "term",
            this.t("span.both", {
              from: dayOf(panel, one.start),
              to: lastDayOf(panel, one.until),
            }),
          ],
          ["ended", one.ended && whenOf(panel, one.ended)],
          ["clause", one.clause && this.t("duties.contracts.with_clause")],
          [
            "certified",
            one.certified &&
              [
                choiceWord(panel, "certified", one.certified),
                one.certified_on && dayOf(panel, one.certified_on),
                one.document,
              ]
                .filter(Boolean)
                .join("\n"),
          ],
        ])}
        ${this.acts(
          [
            {
              deed: "contracts/certify",
              can: one.can.includes("certify"),
              way: "primary",
              opening: { ...opening, given: { on: panel.format.date(Date.now()) } },
            },
            {
              deed: "contracts/make",
              word: "contracts_change",
              can: one.can.includes("change"),
              opening: {
                ...opening,
                given: this.written(one),
                before: this.clause(clause),
              },
            },
            { deed: "contracts/end", can: one.can.includes("end"), way: "danger", opening },
          ],
          html`
            ${this.printer("contract_clause", this.t("duties.paper.contract_clause"), { contract })}
            ${
              one.state === "running"
                ? nothing
                : this.printer("certificate", this.t("duties.paper.certificate"), { contract })
            }
          `,
        )}
      </section>
      <section class="card" aria-labelledby="people">
        <h2 id="people">${this.t("duties.contracts.people")}</h2>
        <p class="soft">${this.t("duties.contracts.people_what")}</p>
        ${
          one.people.length
            ? html`<ul class="rows">
                ${one.people.map(
                  ({ name, until }) =>
                    html`<li>
                      <p class="what strong">${nameOf(panel, name)}</p>
                      <p class="small soft">
                        ${until ? this.t("duties.until", { day: lastDayOf(panel, until) }) : ""}
                      </p>
                    </li>`,
                )}
              </ul>`
            : html`<p>${this.t("duties.contracts.nobody")}</p>`
        }
        ${this.acts([
          {
            deed: "contracts/person",
            can: one.can.includes("person"),
            opening: { ...opening, people: users },
          },
        ])}
      </section>
    `;
  }

  /** What a contract says, as the form has it. */
  private written(one: Contract): Record<string, unknown> {
    const { company, contact, task, task_text, reason, clause } = one;
    const start = dateOf(this.panel, one.start);
    return {
      company,
      contact,
      task,
      task_text,
      reason,
      clause,
      start,
      until: lastDateOf(this.panel, one.until),
    };
  }

  private clause(text: string): TemplateResult {
    const copied = async (): Promise<void> => {
      const done = await copy(text);
      this.panel.say(this.t(done ? "duties.copied" : "duties.not_copied"));
    };
    return html`<details>
      <summary>${icon(mdiChevronRight, 20)}${this.t("duties.contracts.clause")}</summary>
      <p class="soft">${this.t("duties.contracts.clause_what")}</p>
      <p class="said text">${text}</p>
      <button type="button" class="button" @click=${() => void copied()}>
        ${icon(mdiContentCopy, 20)}${this.t("duties.copy")}
      </button>
    </details>`;
  }
}

define("kb-theme-contracts", ContractsTheme);
