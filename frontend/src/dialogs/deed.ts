/** The one form of every deed beside footage: its fields come from the table of deeds. */

import { mdiInformationOutline, mdiTextBoxPlusOutline } from "@mdi/js";
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { deedField, wordOf, type DeedForm } from "../components/deed-fields";
import { define } from "../components/define";
import { icon } from "../components/icon";
import { ProvingDialog } from "../components/proving-dialog";
import { sheetStyles } from "../components/request-sheets";
import { rows } from "../components/rows";
import { saidStyles } from "../components/theme-styles";
import { unlockedIfAsked } from "../components/unlocked";
import type { Problem } from "../data/api";
import { begun, bodyOf, faults, fieldOfProblem } from "../data/deed-form";
import { deedOf, deedPath, formOf, type DeedName, type Field, type Values } from "../data/deeds";
import { forget, keep, kept } from "../data/kept";
import { explain } from "../data/explain";
import { deed } from "../data/section";
import type { Named } from "../data/types";

export interface Opening {
  name: DeedName;
  /** What is sent with it and not asked: of what it is. */
  fixed?: Record<string, unknown>;
  /** What stands in the fields already. */
  given?: Values;
  /** Of what it is, in words. */
  about?: string;
  /** Whom a field of people offers. */
  people?: readonly Named[];
  /** The entity whose picture areas are drawn on. */
  source?: string | null;
  /** Which cameras an explanation is about. */
  cameras?: readonly string[];
  /** What there is to read before it is done. */
  before?: TemplateResult;
}

/** What stands beside another in one row. */
const SHORT = ["time", "date"];

export class DeedDialog extends ProvingDialog {
  static override styles = [
    rows,
    sheetStyles,
    saidStyles,
    ...ProvingDialog.styles,
    css`
      .head {
        flex-wrap: nowrap;
      }
      .about {
        font-weight: 600;
      }
      textarea {
        field-sizing: content;
        max-height: 50dvh;
      }
      .again {
        flex-wrap: wrap;
        align-items: center;
      }
      .again > span {
        flex: 1 1 200px;
      }
    `,
  ];

  /** What the integration answered. */
  answer: Record<string, unknown> = {};

  @state() private value: Values = {};
  /** What stands in the form was written before. */
  @state() private again = false;
  @state() private explaining = false;

  private readonly deed = deedOf(this.opening.name);
  private readonly words = formOf(this.opening.name);
  private readonly draft = `deed:${this.opening.name}:${Object.values(this.opening.fixed ?? {}).join()}`;
  private tried = false;

  constructor(private readonly opening: Opening) {
    super();
    this.wide = this.deed.fields.length > 3;
  }

  // --- What is written ---

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.hasUpdated) return;
    const found = this.keeps ? kept<Values>(this.user, this.draft) : null;
    this.again = found !== null;
    this.value = { ...this.fresh, ...found };
  }

  private get user(): string {
    return this.panel.overview.me.user_id;
  }

  private get fresh(): Values {
    return begun(this.deed, this.opening.given ?? {}, Date.now());
  }

  /** What takes a while to write is not lost with the dialog. */
  private get keeps(): boolean {
    return this.deed.fields.some(({ kind }) => kind === "long");
  }

  private set(part: Values): void {
    this.value = { ...this.value, ...part };
    if (this.keeps) keep(this.user, this.draft, { ...this.value, photo: null });
    if (this.tried) this.check();
  }

  private check(): boolean {
    this.wrong = Object.fromEntries(
      Object.entries(faults(this.deed, this.value)).map(([name, key]) => [
        name,
        this.t(`duties.wrong.${key}`),
      ]),
    );
    return !Object.keys(this.wrong).length;
  }

  // --- What is sent ---

  protected override submit(): void {
    const { panel, deed: what, opening } = this;
    this.tried = true;
    if (!this.check()) {
      this.error = this.t("dialog.wrong");
      return;
    }
    const body = { ...opening.fixed, ...bodyOf(what, this.value) };
    const done = (): void => {
      forget(this.user, this.draft);
      panel.say(this.t(`${this.words}.done`, blanks(this.answer)));
    };
    if (what.decides) {
      this.prove(deedPath(opening.name), body, done);
      return;
    }
    void this.attempt(async () => {
      // Whether it decides something may depend on what stands in it.
      this.answer = await unlockedIfAsked(
        () => this.panel,
        () => deed<Record<string, unknown>>(panel.hass, opening.name, body),
      );
      done();
      this.finish(true);
    });
  }

  protected override fieldOf(problem: Problem): string | null {
    return fieldOfProblem(this.deed, problem);
  }

  private async explain(field: Field): Promise<void> {
    this.explaining = true;
    await this.attempt(async () => {
      const text = await explain(this.panel, this.opening.cameras ?? []);
      const before = String(this.value[field.name] ?? "").trim();
      this.set({ [field.name]: before ? `${before}\n\n${text}` : text });
    });
    this.explaining = false;
  }

  // --- What is shown ---

  protected override render(): TemplateResult {
    const { words, opening, deed: what } = this;
    const text = wordOf(this.panel, `${words}.intro`);
    const form: DeedForm = {
      ...this.asForm(this.value, (part) => this.set(part)),
      panel: this.panel,
      words,
      people: opening.people ?? [],
      source: opening.source ?? null,
      below: (field) => this.below(field),
    };
    return this.frame(
      this.t(`${words}.heading`),
      html`
        ${opening.about ? html`<p class="about">${opening.about}</p>` : nothing}
        ${text ? html`<p>${text}</p>` : nothing} ${opening.before ?? nothing}
        ${this.again ? this.note() : nothing}
        ${rowsOf(what.fields).map((row) =>
          row.length > 1
            ? html`<div class="pair">${row.map((field) => deedField(form, field))}</div>`
            : row.map((field) => deedField(form, field)),
        )}
        ${what.decides ? this.proof() : nothing}
      `,
      html`
        ${this.cancel(!what.fields.length && !what.decides)}
        <button
          type="submit"
          class="button ${what.grave ? "danger" : "primary"}"
          ?disabled=${what.decides ? this.held : this.busy}
        >
          ${this.busy && !this.explaining ? this.t("duties.sending") : this.t(`${words}.do`)}
        </button>
      `,
    );
  }

  private note(): TemplateResult {
    return html`<div class="note again">
      ${icon(mdiInformationOutline)}<span>${this.t("duties.again")}</span>
      <button
        type="button"
        class="button quiet"
        @click=${() => {
          forget(this.user, this.draft);
          this.again = false;
          this.value = this.fresh;
        }}
      >
        ${this.t("duties.afresh")}
      </button>
    </div>`;
  }

  private below(field: Field): TemplateResult | typeof nothing {
    if (!("offer" in field)) return nothing;
    return html`<div class="offers">
      <button
        type="button"
        class="button"
        ?disabled=${this.busy}
        @click=${() => void this.explain(field)}
      >
        ${icon(mdiTextBoxPlusOutline, 20)}${this.t("duties.explain.insert")}
      </button>
    </div>`;
  }
}

/** Fields in the rows they stand in. */
function rowsOf(fields: readonly Field[]): Field[][] {
  const rows: Field[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    const beside = SHORT.includes(field.kind) && last?.[0] && SHORT.includes(last[0].kind);
    if (last && beside) last.push(field);
    else rows.push([field]);
  }
  return rows;
}

/** Numbers of an answer, for the sentence that says what was done. */
function blanks(answer: Record<string, unknown>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(answer).filter((one): one is [string, number] => typeof one[1] === "number"),
  );
}

define("kb-deed", DeedDialog);
