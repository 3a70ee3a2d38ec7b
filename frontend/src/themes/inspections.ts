/** Inspections: what operators look at, and what there is to see: 運用体制の概要図. */

import { html, nothing, type TemplateResult } from "lit";
import { choiceWord } from "../components/deed-fields";
import { define } from "../components/define";
import { ThemePage } from "../components/theme-page";
import { whenOf } from "../components/theme-words";
import { themeOf } from "../data/kept-section";
import type { Inspections } from "../data/kept-types";

type Inspection = Inspections["inspections"][number];
type Seen = Inspections["cameras"][number];

export class InspectionsTheme extends ThemePage<"inspections"> {
  protected override readonly theme = "inspections";
  protected override readonly watch = themeOf(this, "inspections");

  protected override body({ inspections, cameras }: Inspections): TemplateResult {
    return html`<ul class="list">
      ${inspections.map((one) => html`<li>${this.inspection(one, cameras)}</li>`)}
    </ul>`;
  }

  private inspection(one: Inspection, cameras: readonly Seen[]): TemplateResult {
    const { panel } = this;
    const name = choiceWord(panel, "inspection", one.what);
    const seen = one.what === "retention" && cameras.length ? this.cameras(cameras) : nothing;
    return html`<article class="card" aria-labelledby="of-${one.what}">
      <div class="head">
        <h3 id="of-${one.what}">${name}</h3>
        ${
          one.last === null || one.fine === null
            ? this.tag(this.t("duties.inspections.never"), "plain")
            : one.fine
              ? this.tag(this.t("duties.inspections.fine"))
              : this.tag(this.t("duties.inspections.not_fine"), "bad")
        }
      </div>
      <p class="soft">${this.t(`duties.inspections.what.${one.what}`)}</p>
      ${this.facts([
        ["inspected", one.last && whenOf(panel, one.last)],
        ["due", this.due(one.due, one.overdue)],
      ])}
      ${seen}
      ${this.acts([
        {
          deed: "inspections/enter",
          can: one.can.includes("enter"),
          way: "primary",
          opening: {
            fixed: { what: one.what },
            about: name,
            ...(seen === nothing ? {} : { before: html`${this.cameras(cameras)}` }),
          },
          of: name,
        },
      ])}
    </article>`;
  }

  /** What there is to look at: nothing older than its period. */
  private cameras(cameras: readonly Seen[]): TemplateResult {
    const { panel } = this;
    return html`<ul class="rows">
      ${cameras.map(
        ({ place, days, oldest, late_hours }) =>
          html`<li>
            <div class="what">
              <p class="strong">${place}</p>
              <p class="small soft">
                ${this.t("duties.inspections.kept", { count: days })}・${
                  oldest
                    ? this.t("duties.inspections.oldest", { when: whenOf(panel, oldest) })
                    : this.t("camera.none_yet")
                }
              </p>
            </div>
            ${
              late_hours
                ? this.tag(this.t("duties.inspections.late", { count: late_hours }), "bad")
                : this.tag(this.t("duties.inspections.in_time"))
            }
          </li>`,
      )}
    </ul>`;
  }
}

define("kb-theme-inspections", InspectionsTheme);
