/** Assessments: what each camera is for, why nothing milder does, how little it sees: はじめに, 4(1). */

import { mdiChevronRight } from "@mdi/js";
import { html, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import "../components/area-field";
import { define } from "../components/define";
import { icon } from "../components/icon";
import { ThemePage } from "../components/theme-page";
import { nameOf, whenOf } from "../components/theme-words";
import { themeOf } from "../data/kept-section";
import type { Answers, Assessment, Assessments } from "../data/kept-types";

const WORDS = ["purpose", "crimes", "why", "milder", "view", "range_kept", "hours"] as const;

export class AssessmentsTheme extends ThemePage<"assessments"> {
  protected override readonly theme = "assessments";
  protected override readonly watch = themeOf(this, "assessments");

  /** Cameras whose answers are open: no picture is asked for before. */
  @state() private opened: ReadonlySet<string> = new Set();

  private toggle(camera: string, event: Event): void {
    const opened = new Set(this.opened);
    if ((event.target as HTMLDetailsElement).open) opened.add(camera);
    else opened.delete(camera);
    this.opened = opened;
  }

  protected override body({ assessments }: Assessments): TemplateResult {
    if (!assessments.length) return this.note(this.t("today.no_camera"));
    return html`<ul class="list">
      ${assessments.map((one) => html`<li>${this.assessment(one)}</li>`)}
    </ul>`;
  }

  private assessment(one: Assessment): TemplateResult {
    const { panel } = this;
    const { camera, place, answers, erased } = one;
    const overdue = one.due !== null && Date.parse(one.due) <= Date.now();
    const fixed = { camera };
    return html`<article class="card" aria-labelledby="of-${camera}">
      <div class="head">
        <h3 id="of-${camera}">${place}</h3>
        ${
          one.edition === null
            ? this.tag(this.t("duties.assessments.none"), "warn")
            : overdue
              ? this.tag(this.t("duties.assessments.due"), "warn")
              : this.tag(this.t("duties.assessments.edition", { number: one.edition }))
        }
      </div>
      ${this.facts([
        ["reviewed", one.reviewed && `${whenOf(panel, one.reviewed)}\n${nameOf(panel, one.name)}`],
        ["due", this.due(one.due, overdue)],
        ["purpose", answers?.purpose],
        ["crimes", answers?.crimes],
      ])}
      ${erased ? this.note(this.t("duties.erased")) : answers ? this.answers(one, answers) : nothing}
      ${one.earlier.length ? this.earlier(one) : nothing}
      ${this.acts(
        [
          {
            deed: "assessments/review",
            can: one.can.includes("review"),
            way: overdue ? "primary" : "",
            opening: { fixed, about: place },
            of: place,
          },
          {
            deed: "assessments/write",
            ...(answers ? { word: "assessments_change" } : {}),
            can: one.can.includes("write"),
            way: answers ? "" : "primary",
            opening: {
              fixed,
              about: place,
              source: one.entity_id,
              given: answers ? { ...answers } : {},
            },
            of: place,
          },
        ],
        answers
          ? this.printer("assessment", this.t("duties.paper.assessment"), { camera }, place)
          : nothing,
      )}
    </article>`;
  }

  private earlier({ camera, place, earlier }: Assessment): TemplateResult {
    return html`<details>
      <summary>${icon(mdiChevronRight, 20)}${this.t("duties.assessments.earlier")}</summary>
      <ul>
        ${earlier.map(({ edition, at, name, erased }) => {
          const said = {
            number: edition,
            when: whenOf(this.panel, at),
            name: nameOf(this.panel, name),
          };
          const words = this.t(`duties.assessments.earlier_${erased ? "erased" : "edition"}`, said);
          return html`<li>${this.printer("assessment", words, { camera, edition }, place)}</li>`;
        })}
      </ul>
    </details>`;
  }

  private answers({ camera, entity_id }: Assessment, answers: Answers): TemplateResult {
    const rest = WORDS.filter((name) => name !== "purpose" && name !== "crimes");
    const areas = answers.excluded;
    return html`<details @toggle=${(event: Event) => this.toggle(camera, event)}>
      <summary>${icon(mdiChevronRight, 20)}${this.t("duties.assessments.all")}</summary>
      ${this.facts([
        ...rest.map((name): [string, string] => [name, answers[name]]),
        [
          "excluded",
          areas.length
            ? this.t("duties.assessments.areas", { count: areas.length })
            : this.t("duties.assessments.no_areas"),
        ],
      ])}
      ${
        areas.length && this.opened.has(camera)
          ? html`<kb-area-field
              fixed
              .panel=${this.panel}
              .label=${this.t("duties.fact.excluded")}
              .source=${entity_id}
              .areas=${areas}
            ></kb-area-field>`
          : nothing
      }
    </details>`;
  }
}

define("kb-theme-assessments", AssessmentsTheme);
