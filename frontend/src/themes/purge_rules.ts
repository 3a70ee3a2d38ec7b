/** Rules by which footage goes early: 4(4)エ. */

import { html, type TemplateResult } from "lit";
import { define } from "../components/define";
import { ThemePage } from "../components/theme-page";
import { nameOf, placesOf, whenOf } from "../components/theme-words";
import { EVERY_DAY } from "../data/deed-form";
import { themeOf } from "../data/kept-section";
import type { PurgeRule, PurgeRules } from "../data/kept-types";

export class PurgeRulesTheme extends ThemePage<"purge_rules"> {
  protected override readonly theme = "purge_rules";
  protected override readonly watch = themeOf(this, "purge_rules");

  protected override top({ can }: PurgeRules): TemplateResult {
    return html`${this.acts([
      {
        deed: "purge_rules/sign",
        can: can.includes("sign"),
        way: "primary",
        opening: {
          given: { cameras: (this.panel.overview.cameras ?? []).map(({ camera }) => camera) },
        },
      },
    ])}`;
  }

  protected override body({ rules }: PurgeRules): TemplateResult {
    if (!rules.length) return html`<p class="card soft">${this.t("duties.purge_rules.none")}</p>`;
    return html`<ul class="list">
      ${rules.map((rule) => html`<li>${this.rule(rule, rules)}</li>`)}
    </ul>`;
  }

  private rule(rule: PurgeRule, many: readonly PurgeRule[]): TemplateResult {
    const { panel } = this;
    const name = rule.name || this.t("duties.purge_rules.unnamed");
    const opening = { fixed: { rule: rule.rule }, about: name };
    const every = rule.weekdays.length === EVERY_DAY.length;
    const hours = this.t("span.both", { from: rule.start, to: rule.end });
    const body = html`
      ${this.facts([
        ["rule_number", this.t("duties.number", { number: rule.number })],
        ["cameras", placesOf(panel, rule.cameras)],
        ["purged_hours", hours],
        [
          "weekdays",
          every
            ? this.t("duties.purge_rules.every_day")
            : panel.format.list(rule.weekdays.map((day) => this.t(`duties.weekday.${day}`))),
        ],
        ["reason", rule.reason],
        ["signed_by", `${nameOf(panel, rule.by_name)}\n${whenOf(panel, rule.at)}`],
        ["run", rule.run ? whenOf(panel, rule.run) : this.t("duties.purge_rules.never")],
      ])}
      ${this.acts([
        { deed: "purge_rules/run", can: rule.can.includes("run"), opening, of: name },
        {
          deed: "purge_rules/end",
          can: rule.can.includes("end"),
          way: "danger",
          opening,
          of: name,
        },
      ])}
    `;
    const side = html`<span class="small soft numbers">${hours}</span>`;
    return this.item(`rule-${rule.rule}`, name, side, body, many);
  }
}

define("kb-theme-purge-rules", PurgeRulesTheme);
