/** Instruction: what was taught to whom and when, and who has said that they were: 運用基準例 3(3)イ. */

import { html, nothing, type TemplateResult } from "lit";
import { define } from "../components/define";
import { ThemePage } from "../components/theme-page";
import { dayOf, dueOf, listOf, nameOf, whenOf } from "../components/theme-words";
import { themeOf } from "../data/kept-section";
import type { Instruction, Instructions, Taught } from "../data/kept-types";

export class InstructionTheme extends ThemePage<"instruction"> {
  protected override readonly theme = "instruction";
  protected override readonly watch = themeOf(this, "instruction");

  protected override top({ can, people: all }: Instructions): TemplateResult {
    const people = all.filter((one) => one.can?.includes("hold") ?? true);
    return html`${this.acts([
      {
        deed: "instruction/hold",
        can: can.includes("hold"),
        way: "primary",
        opening: {
          people,
          given: {
            users: people
              .filter(({ overdue, last }) => overdue || !last)
              .map(({ user_id }) => user_id),
          },
        },
      },
    ])}`;
  }

  protected override body({ people, given }: Instructions): TemplateResult {
    return html`
      ${
        people.length
          ? html`<section class="card" aria-labelledby="people">
              <h2 id="people">${this.t("duties.instruction.people")}</h2>
              <ul class="rows">
                ${people.map((one) => this.person(one))}
              </ul>
            </section>`
          : nothing
      }
      <section aria-labelledby="given">
        <h2 id="given">${this.t("duties.instruction.given")}</h2>
        ${
          given.length
            ? html`<ul class="list">
                ${given.map((one) => html`<li>${this.instruction(one)}</li>`)}
              </ul>`
            : html`<p class="card soft">${this.t("duties.instruction.none")}</p>`
        }
      </section>
    `;
  }

  private person({ name, roles, last, due, overdue }: Taught): TemplateResult {
    const { panel } = this;
    const until = due ? dueOf(panel, due, overdue) : null;
    return html`<li>
      <div class="what">
        <p class="strong">${nameOf(panel, name)}</p>
        <p class="small soft">${panel.format.list(roles.map((role) => this.t(`role.${role}`)))}</p>
      </div>
      <div>
        <p class="small">
          ${
            last
              ? this.t("duties.instruction.last", { day: dayOf(panel, last) })
              : this.t("duties.instruction.never")
          }
        </p>
        ${
          until
            ? html`<p class="small ${overdue ? "bad strong" : "soft"}">${until.text}</p>`
            : nothing
        }
      </div>
    </li>`;
  }

  private instruction(one: Instruction): TemplateResult {
    const { panel } = this;
    const title = this.t("duties.numbered", {
      number: one.number,
      what: whenOf(panel, one.held),
    });
    return html`<article class="card" aria-labelledby="no-${one.number}">
      <div class="head"><h3 id="no-${one.number}">${title}</h3></div>
      ${one.erased ? this.note(this.t("duties.erased")) : nothing}
      ${this.facts([
        ["taught_by", nameOf(panel, one.by_name)],
        ["topics", listOf(panel, "topic", one.topics)],
        ["taught_text", one.text],
        [
          "users",
          html`<ul>
            ${one.users.map(
              ({ name, acknowledged }) =>
                html`<li>
                  ${nameOf(panel, name)}
                  <span class="small soft">
                    ${
                      acknowledged
                        ? this.t("duties.instruction.acknowledged", {
                            day: dayOf(panel, acknowledged),
                          })
                        : this.t("duties.instruction.unacknowledged")
                    }
                  </span>
                </li>`,
            )}
          </ul>`,
        ],
      ])}
      ${this.acts([
        {
          deed: "instruction/acknowledge",
          can: one.can.includes("acknowledge"),
          way: "primary",
          of: title,
          opening: {
            fixed: { number: one.number },
            about: title,
            before: html`${this.facts([
              ["topics", listOf(panel, "topic", one.topics)],
              ["taught_text", one.text],
            ])}`,
          },
        },
      ])}
    </article>`;
  }
}

define("kb-theme-instruction", InstructionTheme);
