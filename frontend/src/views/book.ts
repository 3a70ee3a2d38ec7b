/** The book: what was done, newest first, in plain words; each entry with its proof folded away. */

import { mdiAlertOutline, mdiPrinterOutline, mdiRefresh, mdiTableArrowDown } from "@mdi/js";
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import "../components/book-line";
import { define } from "../components/define";
import { icon } from "../components/icon";
import { look } from "../components/styles";
import { PanelElement } from "../components/view";
import { asProblem, type Problem } from "../data/api";
import {
  answered,
  filterOf,
  findable,
  joined,
  keyOf,
  pathOf,
  print,
  read,
  readable,
  table,
  when,
  type Filter,
  type Line,
  type Register,
} from "../data/book";
import { download, openLater } from "../data/download";
import { namesOf, type People } from "../data/people";
import { tell, who, type Reader } from "../data/sentences";

/** So many lines are read at once while something is looked for and not found, so many times before a person is asked. */
const SOUGHT = 200;
const TIMES = 5;

export class BookView extends PanelElement {
  static override styles = [
    ...look,
    css`
      .page {
        max-width: 960px;
      }
      .filter {
        display: grid;
        gap: 16px;
        align-items: end;
      }
      @media (min-width: 700px) {
        .filter {
          grid-template-columns: 1fr 1fr;
        }
      }
      @media (min-width: 1000px) {
        .filter {
          grid-template-columns: 1fr 1fr 1.5fr;
        }
      }
      .filter .days {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 12px;
      }
      .filter .find {
        grid-column: 1 / -1;
      }
      .filter .do {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        grid-column: 1 / -1;
      }
      .day > h2 {
        font-size: 17px;
        position: sticky;
        top: 56px;
        z-index: 1;
        padding: 12px 4px 8px;
        background: var(--kb-page);
      }
      .lines {
        padding: 0 20px;
      }
      .lines > li + li {
        border-top: 1px solid var(--kb-line);
      }
      .end {
        display: grid;
        justify-items: center;
        gap: 12px;
      }
      @media (max-width: 599px) {
        .lines {
          padding: 0 16px;
        }
      }
    `,
  ];

  @state() private lines: Line[] = [];
  @state() private more = false;
  @state() private reading = true;
  @state() private problem: Problem | null = null;
  @state() private names = new Map<string, string>();
  @state() private wanted = "";

  private asked = "";
  private turn = 0;
  /** How many times more it is read on by itself. */
  private goesOn = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.asked = "";
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const filter = this.filter;
    if (!filter) return;
    const asked = pathOf(filter).join("/");
    if (asked === this.asked) return;
    this.asked = asked;
    void this.load(filter);
    if (!this.names.size && this.panel.may("appoint")) void this.learnNames();
  }

  private get filter(): Filter | null {
    return filterOf(this.panel.path, this.panel.overview.me);
  }

  /** Read from the newest on. */
  private async load(filter: Filter): Promise<void> {
    this.lines = [];
    this.goesOn = TIMES;
    await this.page(filter);
  }

  private async page(filter: Filter, limit?: number): Promise<void> {
    const turn = ++this.turn;
    this.reading = true;
    this.problem = null;
    try {
      const page = await read(this.panel.hass, filter, this.lines.length, limit);
      if (turn !== this.turn) return;
      this.lines = joined(this.lines, page.lines);
      this.more = page.more;
    } catch (error) {
      if (turn === this.turn) this.problem = asProblem(error);
    } finally {
      if (turn === this.turn) this.reading = false;
    }
    if (turn === this.turn && !this.problem) this.readOn(filter);
  }

  /** Read on while what is looked for is not among what was read: somebody who looks for it asks the whole book. */
  private readOn(filter: Filter): void {
    if (this.reading || !this.more || !this.wanted.trim() || !this.goesOn) return;
    if (this.found(this.reader()).length) return;
    this.goesOn -= 1;
    void this.page(filter, SOUGHT);
  }

  private find(filter: Filter, wanted: string): void {
    this.wanted = wanted;
    this.goesOn = TIMES;
    this.readOn(filter);
  }

  private older(filter: Filter): void {
    this.goesOn = TIMES;
    void this.page(filter);
  }

  /** Names of persons are told to those who appoint; everybody else reads without. */
  private async learnNames(): Promise<void> {
    const people = await this.panel.hass
      .callWS<People>({ type: "kuma_bouhan/people" })
      .catch(() => null);
    if (people) this.names = namesOf(people);
  }

  /** Have a paper or a table made of what is asked for. */
  private async make(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.panel.say(this.panel.words(error));
    }
  }

  private change(part: Partial<Filter>): void {
    const { filter } = this;
    if (filter) this.panel.go(pathOf({ ...filter, ...part }), true);
  }

  protected override render(): TemplateResult {
    const { filter, problem } = this;
    if (!filter) {
      return html`<div class="page">
        <p class="note">${icon(mdiAlertOutline)}<span>${this.t("book.not_yours")}</span></p>
      </div>`;
    }
    return html`<div class="page">
      <p class="soft">${this.t("book.explain")}</p>
      ${this.controls(filter)}
      <div aria-busy=${this.reading}>${this.days()}</div>
      <div class="end">
        ${
          problem
            ? html`<p class="note bad" role="alert">
                ${icon(mdiAlertOutline)}<span>${this.panel.words(problem)}</span>
              </p>`
            : nothing
        }
        <p class="soft" role="status">${this.progress()}</p>
        ${
          this.more
            ? html`<button
                class="button"
                ?disabled=${this.reading}
                @click=${() => this.older(filter)}
              >
                ${this.t("book.older")}
              </button>`
            : nothing
        }
      </div>
    </div>`;
  }

  private progress(): string {
    const looking = this.wanted.trim() !== "";
    const count = { count: this.lines.length };
    if (this.reading) return looking ? this.t("book.find_on", count) : this.t("book.loading");
    if (this.problem) return "";
    if (this.more) return looking ? this.t("book.find_more", count) : "";
    if (looking) {
      return this.t(this.found(this.reader()).length ? "book.find_end" : "book.find_none");
    }
    return this.t(this.lines.length ? "book.no_more" : "book.empty");
  }

  private controls(filter: Filter): TemplateResult {
    const { register, camera, from, to } = filter;
    const { overview, hass, format } = this.panel;
    return html`<section class="card filter" aria-label=${this.t("book.filter")}>
      <div class="field">
        <label for="register">${this.t("book.register")}</label>
        <select
          id="register"
          @change=${(event: Event) =>
            this.change({ register: (event.target as HTMLSelectElement).value as Register })}
        >
          ${readable(overview.me).map(
            (one) =>
              html`<option value=${one} ?selected=${one === register}>
                ${this.t(`book.registers.${one}`)}
              </option>`,
          )}
        </select>
      </div>
      <div class="field">
        <label for="camera">${this.t("book.camera")}</label>
        <select
          id="camera"
          @change=${(event: Event) =>
            this.change({ camera: (event.target as HTMLSelectElement).value })}
        >
          <option value="" ?selected=${!camera}>${this.t("book.all_cameras")}</option>
          ${(overview.cameras ?? []).map(
            (one) =>
              html`<option value=${one.camera} ?selected=${one.camera === camera}>
                ${one.place}
              </option>`,
          )}
        </select>
      </div>
      <div class="days">
        ${this.day("from", from, { max: to })} ${this.day("to", to, { min: from })}
      </div>
      <div class="field find">
        <label for="find">${this.t("book.find")}</label>
        <input
          id="find"
          type="search"
          autocomplete="off"
          aria-describedby="find-hint"
          .value=${this.wanted}
          @input=${(event: Event) => this.find(filter, (event.target as HTMLInputElement).value)}
        />
        <p class="hint" id="find-hint">${this.t("book.find_hint")}</p>
      </div>
      <div class="do">
        <button class="button" @click=${() => this.load(filter)}>
          ${icon(mdiRefresh, 20)}${this.t("book.refresh")}
        </button>
        <button
          class="button"
          @click=${() => this.make(() => openLater(print(hass, filter, format)))}
        >
          ${icon(mdiPrinterOutline, 20)}${this.t("book.print")}
        </button>
        <button
          class="button"
          @click=${() => this.make(async () => download(await table(hass, filter, format)))}
        >
          ${icon(mdiTableArrowDown, 20)}${this.t("book.csv")}
        </button>
        ${
          from || to
            ? html`<button class="button quiet" @click=${() => this.change({ from: "", to: "" })}>
                ${this.t("book.clear")}
              </button>`
            : nothing
        }
        ${
          this.wanted.trim()
            ? html`<p class="hint">${this.t("book.find_not_printed")}</p>`
            : nothing
        }
      </div>
    </section>`;
  }

  private day(
    end: "from" | "to",
    value: string,
    { min, max }: { min?: string; max?: string },
  ): TemplateResult {
    return html`<div class="field">
      <label for=${end}>${this.t(`book.${end}`)}</label>
      <input
        id=${end}
        type="date"
        min=${min || nothing}
        max=${max || nothing}
        .value=${value}
        @change=${(event: Event) => this.change({ [end]: (event.target as HTMLInputElement).value })}
      />
    </div>`;
  }

  private says(line: Line, reader: Reader, wanted: string): boolean {
    const { text, more } = tell(line, reader);
    return findable([text, who(line, reader), ...more].join("\n")).includes(wanted);
  }

  private reader(): Reader {
    const { format, overview, t } = this.panel;
    const places = new Map((overview.cameras ?? []).map((one) => [one.camera, one.place]));
    return {
      t,
      format,
      place: (camera) => places.get(camera) ?? null,
      name: (user) => this.names.get(user) ?? null,
    };
  }

  /** What was read and is looked for. */
  private found(reader: Reader): Line[] {
    const wanted = findable(this.wanted);
    const lines = answered(this.lines);
    return wanted ? lines.filter((line) => this.says(line, reader, wanted)) : lines;
  }

  private days(): TemplateResult[] {
    const { format } = this.panel;
    const reader = this.reader();
    const days = new Map<string, Line[]>();
    for (const line of this.found(reader)) {
      const day = format.date(when(line));
      days.set(day, [...(days.get(day) ?? []), line]);
    }
    return [...days].map(
      ([day, lines]) =>
        html`<section class="day" aria-labelledby="day-${day}">
          <h2 id="day-${day}">${format.longDay(when(lines[0] as Line))}</h2>
          <ul class="card lines">
            ${repeat(
              lines,
              keyOf,
              (line) =>
                html`<li>
                  <kb-book-line .panel=${this.panel} .reader=${reader} .line=${line}></kb-book-line>
                </li>`,
            )}
          </ul>
        </section>`,
    );
  }
}

define("kb-book", BookView);
