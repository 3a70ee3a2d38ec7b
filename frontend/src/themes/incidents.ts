/** Incidents: footage that leaked, was lost, damaged or altered, and what was done: 運用基準例 4. */

import { html, nothing, type TemplateResult } from "lit";
import { choiceWord } from "../components/deed-fields";
import { define } from "../components/define";
import { ThemePage } from "../components/theme-page";
import { dayOf, listOf, nameOf, placesOf, whenOf } from "../components/theme-words";
import type { DeedName } from "../data/deeds";
import { themeOf } from "../data/kept-section";
import type { Incident, Incidents } from "../data/kept-types";

export class IncidentsTheme extends ThemePage<"incidents"> {
  protected override readonly theme = "incidents";
  protected override readonly watch = themeOf(this, "incidents");

  protected override made(answer: Record<string, unknown>, deed: DeedName): string | null {
    const reads = this.panel.may("follow_incident");
    return deed === "incidents/note" && reads ? String(answer["number"]) : null;
  }

  protected override top({ can }: Incidents): TemplateResult {
    return html`${this.acts([
      { deed: "incidents/note", can: can.includes("note"), way: "primary" },
    ])}`;
  }

  protected override body({ incidents }: Incidents, id: string | undefined): TemplateResult {
    const reads = this.panel.may("follow_incident");
    if (id) {
      const found = incidents.find(({ number }) => String(number) === id);
      return found ? this.incident(found) : this.notFound();
    }
    if (!reads) return this.note(this.t("duties.incidents.only_note"));
    if (!incidents.length) return html`<p class="card soft">${this.t("duties.incidents.none")}</p>`;
    return html`<ul class="card links">
      ${incidents.map((one) => html`<li>${this.line(one)}</li>`)}
    </ul>`;
  }

  private named({ number, what }: Incident): string {
    return this.t("duties.numbered", { number, what: choiceWord(this.panel, "incident", what) });
  }

  private stateTag({ closed }: Incident): TemplateResult {
    return closed
      ? this.tag(this.t("duties.incidents.closed"), "plain")
      : this.tag(this.t("duties.incidents.open"), "warn");
  }

  private line(one: Incident): TemplateResult {
    return this.link(
      ["duties", "incidents", String(one.number)],
      html`
        <span class="title">${this.named(one)}</span>
        <span class="side">${this.stateTag(one)}</span>
        <p class="small soft">
          ${[whenOf(this.panel, one.learned), placesOf(this.panel, one.cameras)].filter(Boolean).join("・")}
        </p>
      `,
      "item",
    );
  }

  private incident(one: Incident): TemplateResult {
    const { panel } = this;
    const about = this.named(one);
    const opening = { fixed: { number: one.number }, about };
    return html`
      <section class="card" aria-labelledby="about">
        <div class="head">
          <h2 id="about">${about}</h2>
          ${this.stateTag(one)}
        </div>
        ${one.erased ? this.note(this.t("duties.erased")) : nothing}
        ${this.facts([
          ["happened_text", one.text],
          ["measures", one.measures],
          ["learned", whenOf(panel, one.learned)],
          ["happened", one.happened ? whenOf(panel, one.happened) : this.t("duties.unknown")],
          ["cameras", placesOf(panel, one.cameras)],
          ["noted_by", nameOf(panel, one.by_name)],
          [
            "informed",
            one.informed.length
              ? listOf(panel, "informed", one.informed)
              : this.t("duties.incidents.nobody"),
          ],
          ["prevention", one.prevention],
        ])}
        ${this.acts(
          [
            {
              deed: "incidents/follow",
              can: one.can.includes("follow"),
              way: "primary",
              opening,
            },
            { deed: "incidents/close", can: one.can.includes("close"), opening },
          ],
          this.printer("incident", this.t("duties.paper.incident"), { number: one.number }),
        )}
      </section>
      ${one.closed ? nothing : this.reminder(one)} ${this.history(one)}
    `;
  }

  /** What the law may ask for, without a conclusion. */
  private reminder(one: Incident): TemplateResult {
    return html`<section class="card" aria-labelledby="law">
      <h2 id="law">${this.t("duties.incidents.law.heading")}</h2>
      <p>${this.t("duties.incidents.law.what")}</p>
      ${this.facts([
        ["first_report", dayOf(this.panel, one.first_report)],
        ["full_report", dayOf(this.panel, one.full_report)],
      ])}
      ${this.note(this.t("duties.incidents.law.not_decided"), "warn")}
    </section>`;
  }

  private history(one: Incident): TemplateResult | typeof nothing {
    if (!one.followed.length && !one.closed) return nothing;
    const { panel } = this;
    return html`<section class="card" aria-labelledby="history">
      <h2 id="history">${this.t("duties.history")}</h2>
      <ol class="history">
        ${one.followed.map(
          ({ at, informed, text }) =>
            html`<li>
              <p>
                <strong>
                  ${
                    informed.length
                      ? this.t("duties.incidents.told", {
                          whom: listOf(panel, "informed", informed),
                        })
                      : this.t("duties.incidents.followed")
                  }
                </strong>
              </p>
              <p class="small soft">${whenOf(panel, at)}</p>
              <p class="text">${text}</p>
            </li>`,
        )}
        ${
          one.closed
            ? html`<li>
                <p><strong>${this.t("duties.incidents.closed")}</strong></p>
                <p class="small soft">${whenOf(panel, one.closed)}</p>
              </li>`
            : nothing
        }
      </ol>
    </section>`;
  }
}

define("kb-theme-incidents", IncidentsTheme);
