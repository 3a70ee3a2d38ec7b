/** Complaints and inquiries, until when they are answered, and what there is to say: 4(5). */

import { mdiContentCopy, mdiTextBoxOutline } from "@mdi/js";
import { html, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { choiceWord } from "../components/deed-fields";
import { define } from "../components/define";
import { icon } from "../components/icon";
import { ThemePage, type Offer } from "../components/theme-page";
import { dueOf, nameOf, placesOf, whenOf } from "../components/theme-words";
import { copy } from "../data/copy";
import type { DeedName } from "../data/deeds";
import { explain } from "../data/explain";
import { themeOf } from "../data/kept-section";
import type { Complaint, Complaints } from "../data/kept-types";

export class ComplaintsTheme extends ThemePage<"complaints"> {
  protected override readonly theme = "complaints";
  protected override readonly watch = themeOf(this, "complaints");
  @state() private explanation = "";

  protected override made(answer: Record<string, unknown>, deed: DeedName): string | null {
    // Who may only receive sees no complaint afterwards.
    const reads = this.panel.may("answer_complaint");
    return deed === "complaints/receive" && reads ? String(answer["number"]) : null;
  }

  protected override top({ can, officers }: Complaints): TemplateResult {
    return html`${this.acts([
      {
        deed: "complaints/receive",
        can: can.includes("receive"),
        way: "primary",
        opening: {
          people: officers,
          given: { officer: officers.length === 1 ? officers[0]?.user_id : "" },
        },
      },
    ])}`;
  }

  protected override body(told: Complaints, id: string | undefined): TemplateResult {
    const reads = this.panel.may("answer_complaint");
    if (id) {
      const found = told.complaints.find(({ number }) => String(number) === id);
      return found ? this.complaint(found) : this.notFound();
    }
    return html`
      ${reads ? nothing : this.note(this.t("duties.complaints.only_receive"))}
      <p class="soft">
        ${this.t("duties.complaints.days", {
          answer: told.answer_days,
          closing: told.closing_days,
        })}
      </p>
      ${
        told.complaints.length
          ? html`<ul class="card links">
              ${told.complaints.map((one) => html`<li>${this.line(one)}</li>`)}
            </ul>`
          : reads
            ? html`<p class="card soft">${this.t("duties.complaints.none")}</p>`
            : nothing
      }
      ${reads ? this.saying() : nothing}
    `;
  }

  // --- The list ---

  private named({ number, what }: Complaint): string {
    return this.t("duties.numbered", { number, what: choiceWord(this.panel, "complaint", what) });
  }

  private stateTag({ state, overdue }: Complaint): TemplateResult {
    if (overdue) return this.tag(this.t("duties.late"), "bad");
    return this.tag(
      this.t(`duties.complaints.state.${state}`),
      state === "closed" ? "plain" : state === "received" ? "warn" : "",
    );
  }

  private next(one: Complaint): string {
    if (one.state === "closed") return "";
    return one.state === "received" ? one.answer_due : one.closing_due;
  }

  private line(one: Complaint): TemplateResult {
    const next = this.next(one);
    const due = next ? dueOf(this.panel, next, one.overdue) : null;
    return this.link(
      ["duties", "complaints", String(one.number)],
      html`
        <span class="title">${this.named(one)}</span>
        <span class="side">${this.stateTag(one)}</span>
        <p class="small soft">
          ${[
            whenOf(this.panel, one.received),
            choiceWord(this.panel, "way", one.way),
            placesOf(this.panel, one.cameras),
          ]
            .filter(Boolean)
            .join("・")}
        </p>
        ${due ? html`<p class="small ${due.kind === "bad" ? "bad strong" : "soft"}">${due.text}</p>` : nothing}
      `,
      "item",
    );
  }

  // --- One of them ---

  private complaint(one: Complaint): TemplateResult {
    const { panel } = this;
    const { number } = one;
    const about = this.named(one);
    const late = (when: string, done: boolean): boolean =>
      !done && one.overdue && Date.parse(when) <= Date.now();
    const offers: Offer[] = [
      {
        deed: "complaints/answer",
        can: one.can.includes("answer"),
        way: one.state === "received" ? "primary" : "",
        opening: { fixed: { number }, about, cameras: one.cameras, given: { way: one.way } },
      },
      {
        deed: "complaints/close",
        can: one.can.includes("close"),
        way: one.state === "answered" ? "primary" : "",
        opening: { fixed: { number }, about },
      },
    ];
    return html`
      <section class="card" aria-labelledby="about">
        <div class="head">
          <h2 id="about">${about}</h2>
          ${this.stateTag(one)}
        </div>
        ${one.erased ? this.note(this.t("duties.erased")) : nothing}
        ${this.facts([
          ["complaint_text", one.text],
          ["received", `${whenOf(panel, one.received)}\n${choiceWord(panel, "way", one.way)}`],
          ["cameras", placesOf(panel, one.cameras)],
          ["complainant", one.erased ? "" : one.name || this.t("duties.complaints.unnamed")],
          ["contact", one.contact],
          ["officer", one.officer && nameOf(panel, one.officer_name)],
          ["received_by", nameOf(panel, one.by_name)],
          ["answer_due", this.due(one.answer_due, late(one.answer_due, one.state !== "received"))],
          ["closing_due", this.due(one.closing_due, late(one.closing_due, one.state === "closed"))],
        ])}
        ${this.acts(
          offers,
          this.printer("complaint", this.t("duties.paper.complaint"), { number }),
        )}
      </section>
      ${this.history(one)} ${one.state === "closed" ? nothing : this.saying(one.cameras)}
    `;
  }

  private history(one: Complaint): TemplateResult | typeof nothing {
    if (!one.answers.length && !one.closed) return nothing;
    const { panel } = this;
    return html`<section class="card" aria-labelledby="history">
      <h2 id="history">${this.t("duties.history")}</h2>
      <ol class="history">
        ${one.answers.map(
          ({ at, way, explained }) =>
            html`<li>
              <p><strong>${this.t("duties.complaints.answered")}</strong></p>
              <p class="small soft">${whenOf(panel, at)}・${choiceWord(panel, "way", way)}</p>
              <p class="text">${explained}</p>
            </li>`,
        )}
        ${
          one.closed
            ? html`<li>
                <p><strong>${this.t("duties.complaints.closed")}</strong></p>
                <p class="small soft">${whenOf(panel, one.closed)}</p>
                ${one.outcome ? html`<p>${choiceWord(panel, "outcome", one.outcome)}</p>` : nothing}
                <p class="text">${one.remarks}</p>
              </li>`
            : nothing
        }
      </ol>
    </section>`;
  }

  // --- What there is to say ---

  private async explain(cameras: readonly string[]): Promise<void> {
    try {
      this.explanation = await explain(this.panel, cameras);
    } catch (error) {
      this.panel.say(this.panel.words(error));
    }
  }

  private async copied(): Promise<void> {
    const done = await copy(this.explanation);
    this.panel.say(this.t(done ? "duties.copied" : "duties.not_copied"));
  }

  private saying(cameras?: readonly string[]): TemplateResult {
    const all = (this.panel.overview.cameras ?? []).map(({ camera }) => camera);
    return html`<section class="card" aria-labelledby="saying">
      <h2 id="saying">${this.t("duties.explain.heading")}</h2>
      <p class="soft">${this.t("duties.explain.what")}</p>
      ${
        this.explanation
          ? html`<p class="said" tabindex="0">${this.explanation}</p>
              <div class="actions">
                <button class="button" @click=${() => void this.copied()}>
                  ${icon(mdiContentCopy, 20)}${this.t("duties.copy")}
                </button>
                ${this.printer("complaint_procedure", this.t("duties.paper.complaint_procedure"), {})}
              </div>`
          : html`<div class="actions">
              <button
                class="button"
                @click=${() => void this.explain(cameras?.length ? cameras : all)}
              >
                ${icon(mdiTextBoxOutline, 20)}${this.t("duties.explain.show")}
              </button>
              ${this.printer("complaint_procedure", this.t("duties.paper.complaint_procedure"), {})}
            </div>`
      }
    </section>`;
  }
}

define("kb-theme-complaints", ComplaintsTheme);
