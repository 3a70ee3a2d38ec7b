/** Where footage physically is, behind which lock; what is taken out, and what was made unreadable: 4(4)ウ. */

import { mdiChevronRight } from "@mdi/js";
import { html, nothing, type TemplateResult } from "lit";
import { choiceWord } from "../components/deed-fields";
import { define } from "../components/define";
import { icon } from "../components/icon";
import { ThemePage } from "../components/theme-page";
import { dayOf, lastDayOf, nameOf, placesOf, whenOf } from "../components/theme-words";
import { themeOf } from "../data/kept-section";
import type { Disposal, Looked, OtherCopy, Taking, Thing, Things } from "../data/kept-types";

const OPEN = ["requested", "out"];
const TAKING_TAGS = { requested: "warn", denied: "plain", out: "warn", back: "plain" } as const;

export class ThingsTheme extends ThemePage<"things"> {
  protected override readonly theme = "things";
  protected override readonly watch = themeOf(this, "things");

  protected override top({ can }: Things): TemplateResult {
    return html`${this.acts([{ deed: "things/note", can: can.includes("note"), way: "primary" }])}`;
  }

  protected override body(told: Things): TemplateResult {
    const open = told.takings.filter(({ state }) => OPEN.includes(state));
    const past = told.takings.filter(({ state }) => !OPEN.includes(state));
    return html`
      ${
        open.length
          ? html`<section aria-labelledby="takings">
              <h2 id="takings">${this.t("duties.things.takings")}</h2>
              <ul class="list">
                ${open.map((one) => html`<li>${this.taking(one)}</li>`)}
              </ul>
            </section>`
          : nothing
      }
      <section aria-labelledby="things">
        <h2 id="things">${this.t("duties.things.things")}</h2>
        ${
          told.things.length
            ? html`<ul class="list">
                ${told.things.map((one) => html`<li>${this.thing(one, told.things)}</li>`)}
              </ul>`
            : html`<p class="card soft">${this.t("duties.things.none")}</p>`
        }
      </section>
      ${this.elsewhere(told)} ${this.disposals(told)}
      ${
        past.length
          ? html`<section class="card">
              <details>
                <summary>${icon(mdiChevronRight, 20)}${this.t("duties.things.past")}</summary>
                <ul class="rows">
                  ${past.map((one) => this.pastTaking(one))}
                </ul>
              </details>
            </section>`
          : nothing
      }
    `;
  }

  // --- Things ---

  private thing(one: Thing, many: readonly Thing[]): TemplateResult {
    const { panel } = this;
    const kind = choiceWord(panel, "thing", one.what);
    const name = one.name || kind;
    const overdue = one.due !== null && Date.parse(one.due) <= Date.now();
    const opening = { fixed: { thing: one.thing }, about: name };
    const { what, place, lock, key_keeper, anti_theft } = one;
    const state = html`${
      one.out !== null
        ? this.tag(this.t("duties.things.out"), "warn")
        : one.fine === false
          ? this.tag(this.t("duties.things.not_fine"), "bad")
          : nothing
    }${overdue ? this.tag(this.t("duties.things.due"), "warn") : nothing}`;
    const body = html`
      ${one.erased ? this.note(this.t("duties.erased")) : nothing}
      ${this.facts([
        ["thing", name === kind ? "" : kind],
        ["place", place],
        ["lock", lock],
        ["key_keeper", key_keeper],
        ["anti_theft", anti_theft],
        ["checked", one.checked ? whenOf(panel, one.checked) : this.t("duties.things.unchecked")],
        ["due", this.due(one.due, overdue)],
      ])}
      ${this.acts([
        {
          deed: "things/check",
          can: one.can.includes("check"),
          way: overdue ? "primary" : "",
          opening: {
            ...opening,
            before: html`${this.facts([
              ["place", place],
              ["lock", lock],
              ["key_keeper", key_keeper],
              ["anti_theft", anti_theft],
            ])}`,
          },
          of: name,
        },
        {
          deed: "things/note",
          word: "things_change",
          can: one.can.includes("note"),
          opening: {
            ...opening,
            given: { what, name: one.name, place, lock, key_keeper, anti_theft },
          },
          of: name,
        },
        { deed: "things/take_out", can: one.can.includes("take_out"), opening, of: name },
        {
          deed: "things/dispose",
          can: one.can.includes("dispose"),
          opening: {
            ...opening,
            given: { medium: one.name, on: panel.format.date(Date.now()) },
          },
          of: name,
        },
        {
          deed: "things/gone",
          can: one.can.includes("gone"),
          way: "quiet",
          opening,
          of: name,
        },
      ])}
    `;
    return this.item(`thing-${one.thing}`, name, state, body, many);
  }

  // --- Taking out ---

  private taking(one: Taking): TemplateResult {
    const { panel } = this;
    const name = one.thing_name || this.t("duties.things.unnamed");
    const title = this.t("duties.numbered", { number: one.number, what: name });
    const late = one.state === "out" && one.overdue;
    const opening = {
      fixed: { number: one.number },
      about: title,
      before: html`${this.facts([
        ["taking_reason", one.reason],
        ["where_to", one.where_to],
        ["back_by", lastDayOf(panel, one.due)],
      ])}`,
    };
    return html`<article class="card" aria-labelledby="taking-${one.number}">
      <div class="head">
        <h3 id="taking-${one.number}">${title}</h3>
        ${
          late
            ? this.tag(this.t("duties.late"), "bad")
            : this.tag(this.t(`duties.things.taking.${one.state}`), TAKING_TAGS[one.state])
        }
      </div>
      ${this.facts([
        ["taking_reason", one.reason],
        ["where_to", one.where_to],
        ["asked_by", `${nameOf(panel, one.by_name)}\n${whenOf(panel, one.at)}`],
        ["back_by", this.due(one.due, late)],
        ["permitted_by", one.decided && this.decided(one)],
      ])}
      ${this.acts([
        {
          deed: "things/permit",
          can: one.can.includes("permit"),
          way: "primary",
          opening,
          of: title,
        },
        { deed: "things/deny", can: one.can.includes("deny"), way: "danger", opening, of: title },
        {
          deed: "things/returned",
          can: one.can.includes("returned"),
          way: "primary",
          opening,
          of: title,
        },
      ])}
    </article>`;
  }

  private decided(one: Taking): string {
    return [
      nameOf(this.panel, one.decided_by_name),
      one.decided && whenOf(this.panel, one.decided),
      one.one_person && this.t("duties.things.one_person"),
      one.deny_reason,
    ]
      .filter(Boolean)
      .join("\n");
  }

  private pastTaking(one: Taking): TemplateResult {
    const { panel } = this;
    const fault = one.state === "back" && one.fine === false;
    return html`<li>
      <div class="what">
        <p class="strong">
          ${this.t("duties.numbered", {
            number: one.number,
            what: one.thing_name || this.t("duties.things.unnamed"),
          })}
        </p>
        <p class="small soft">${[one.reason, one.where_to].filter(Boolean).join("・")}</p>
        <p class="small soft text">
          ${one.state === "denied" ? this.decided(one) : [one.back && whenOf(panel, one.back), one.remarks].filter(Boolean).join("\n")}
        </p>
      </div>
      ${
        fault
          ? this.tag(this.t("duties.things.back_not_fine"), "bad")
          : this.tag(this.t(`duties.things.taking.${one.state}`), "plain")
      }
    </li>`;
  }

  // --- Pictures elsewhere ---

  private elsewhere({ copies, looked, can }: Things): TemplateResult {
    return html`<section class="card" aria-labelledby="elsewhere">
      <h2 id="elsewhere">${this.t("duties.things.elsewhere")}</h2>
      <p class="soft">${this.t("duties.things.elsewhere_what")}</p>
      <ul class="rows">
        ${copies.map((one) => this.copy(one))}
        ${looked
          .filter(({ camera }) => !copies.some((copy) => copy.camera === camera))
          .map((one) => this.looked(one))}
      </ul>
      ${this.acts([{ deed: "things/other_copy", can: can.includes("other_copy") }])}
    </section>`;
  }

  private copy(one: OtherCopy): TemplateResult {
    const { panel } = this;
    const place = placesOf(panel, [one.camera]);
    const about = this.t("duties.things.copy_of", {
      what: choiceWord(panel, "copy", one.what),
      place,
    });
    const days =
      one.days === null
        ? this.t("duties.things.days_unknown", { allowed: one.allowed_days })
        : this.t("duties.things.days", { count: one.days, allowed: one.allowed_days });
    return html`<li>
      <div class="what">
        <p class="strong">${about}</p>
        <p class="small ${one.too_long ? "bad strong" : "soft"}">
          ${days}${one.too_long && one.days !== null ? ` ${this.t("duties.things.too_long")}` : ""}
        </p>
        <p class="small soft">
          ${[one.place, one.who_sees && this.t("duties.things.seen_by", { who: one.who_sees })]
            .filter(Boolean)
            .join("・")}
        </p>
      </div>
      <div class="do">
        ${this.acts([
          {
            deed: "things/other_copy",
            word: "things_other_copy_change",
            can: one.can.includes("other_copy"),
            opening: {
              fixed: { copy: one.copy },
              about,
              given: {
                camera: one.camera,
                what: one.what,
                days: one.days === null ? "" : String(one.days),
                place: one.place,
                who_sees: one.who_sees,
              },
            },
            of: about,
          },
          {
            deed: "things/other_copy_gone",
            can: one.can.includes("other_copy_gone"),
            way: "quiet",
            opening: { fixed: { copy: one.copy }, about },
            of: about,
          },
        ])}
      </div>
    </li>`;
  }

  private looked({ camera, place, at, can }: Looked): TemplateResult {
    return html`<li>
      <div class="what">
        <p class="strong">${place}</p>
        <p class="small soft">
          ${
            at
              ? this.t("duties.things.nowhere", { day: dayOf(this.panel, at) })
              : this.t("duties.things.not_looked")
          }
        </p>
      </div>
      <div class="do">
        ${this.acts([
          {
            deed: "things/no_other_copies",
            can: can.includes("no_other_copies"),
            opening: { fixed: { camera }, about: place },
            of: place,
          },
        ])}
      </div>
    </li>`;
  }

  // --- Made unreadable ---

  private disposals({ disposals, can }: Things): TemplateResult | typeof nothing {
    if (!disposals.length && !can.includes("dispose")) return nothing;
    return html`<section class="card" aria-labelledby="disposals">
      <h2 id="disposals">${this.t("duties.things.disposals")}</h2>
      <p class="soft">${this.t("duties.things.disposals_what")}</p>
      ${
        disposals.length
          ? html`<ul class="rows">
              ${disposals.map((one) => this.disposal(one))}
            </ul>`
          : nothing
      }
      ${this.acts([
        {
          deed: "things/dispose",
          can: can.includes("dispose"),
          opening: { given: { on: this.panel.format.date(Date.now()) } },
        },
      ])}
    </section>`;
  }

  private disposal(one: Disposal): TemplateResult {
    const { panel } = this;
    return html`<li>
      <div class="what">
        <p class="strong">${one.medium || this.t("duties.things.unnamed")}</p>
        <p class="small soft">
          ${[
            one.serial && this.t("duties.things.serial", { serial: one.serial }),
            choiceWord(panel, "method", one.method),
            dayOf(panel, one.on),
          ]
            .filter(Boolean)
            .join("・")}
        </p>
        <p class="small soft">
          ${[
            nameOf(panel, one.by_name),
            one.witness && this.t("duties.things.witness", { name: one.witness }),
          ]
            .filter(Boolean)
            .join("・")}
        </p>
      </div>
    </li>`;
  }
}

define("kb-theme-things", ThingsTheme);
