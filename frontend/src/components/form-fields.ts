/** Fields of the forms for requests: what is needed is marked, and what is wrong stands at its field. */

import { css, html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { lengthOf } from "../data/length";
import { fieldOf, momentOf } from "../data/local-time";
import type { Translate } from "../data/texts";

/** What a section of a form works with. */
export interface Form<V extends object = Record<string, unknown>> {
  t: Translate;
  value: V;
  /** By field the sentence that says what is wrong. */
  wrong: Partial<Record<string, string>>;
  set(part: Partial<V>): void;
}

type Key<V> = Extract<keyof V, string>;

interface Labelled {
  label: string;
  hint?: string | undefined;
  need?: boolean | undefined;
  /** The label is for screen readers: a heading above says the same. */
  unseen?: boolean;
}

interface TextField extends Labelled {
  /** More than one line. */
  rows?: number;
  /** Characters that are recorded. More may be written, and is not sent. */
  most?: number;
  /** What is shown where nothing was written. */
  placeholder?: string;
  /** What the field holds where that is not what was written. */
  shown?: string;
  autocomplete?: string;
  inputmode?: "numeric";
  /** Words that are often written: a tap writes them. */
  offers?: readonly string[];
  below?: TemplateResult | typeof nothing;
}

export function textField<V extends object>(
  given: Form<V>,
  id: Key<V>,
  {
    rows,
    most = Infinity,
    placeholder,
    shown,
    autocomplete = "off",
    inputmode,
    offers = [],
    below,
    ...field
  }: TextField,
): TemplateResult {
  const value = shown ?? String(given.value[id] ?? "");
  const now = lengthOf(value);
  const tooLong = now > most;
  const form = tooLong
    ? { ...given, wrong: { [id]: given.t("dialog.too_long", { most, now }) } }
    : given;
  const put = (text: string): void => form.set({ [id]: text } as Partial<V>);
  const input = (event: Event): void =>
    put((event.target as HTMLInputElement | HTMLTextAreaElement).value);
  return labelled(
    form,
    id,
    field,
    (described) => html`
      ${
        rows
          ? html`<textarea
              id=${id}
              rows=${rows}
              placeholder=${placeholder ?? nothing}
              aria-required=${field.need ? "true" : nothing}
              aria-invalid=${form.wrong[id] ? "true" : nothing}
              aria-describedby=${described}
              .value=${live(value)}
              @input=${input}
            ></textarea>`
          : html`<input
              id=${id}
              type="text"
              autocomplete=${autocomplete as "off"}
              inputmode=${inputmode ?? nothing}
              placeholder=${placeholder ?? nothing}
              aria-required=${field.need ? "true" : nothing}
              aria-invalid=${form.wrong[id] ? "true" : nothing}
              aria-describedby=${described}
              .value=${live(value)}
              @input=${input}
            />`
      }
    `,
    offers.length
      ? html`<div class="offers">
          ${offers.map((offer) => chip(offer, value === offer, () => put(offer)))}
        </div>`
      : below,
    tooLong ? "too-long" : "",
  );
}

interface DateField extends Labelled {
  type?: "date" | "time";
  least?: string;
  most?: string;
  below?: unknown;
}

/** A day, or a time of the day. */
export function dateField<V extends object>(
  form: Form<V>,
  id: Key<V>,
  { type = "date", least, most, below, ...field }: DateField,
): TemplateResult {
  return labelled(
    form,
    id,
    field,
    (described) => html`
      <input
        id=${id}
        class="short"
        type=${type}
        min=${least ?? nothing}
        max=${most ?? nothing}
        aria-required=${field.need ? "true" : nothing}
        aria-invalid=${form.wrong[id] ? "true" : nothing}
        aria-describedby=${described}
        .value=${live(String(form.value[id] ?? ""))}
        @input=${(event: Event) =>
          form.set({ [id]: (event.target as HTMLInputElement).value } as Partial<V>)}
      />
    `,
    below,
  );
}

/** A day and a time of the site; null while it says neither. */
export function momentField<V extends object>(
  form: Form<V>,
  id: Key<V>,
  zone: string,
  field: Labelled,
): TemplateResult {
  return labelled(
    form,
    id,
    field,
    (described) => html`
      <input
        id=${id}
        class="short"
        type="datetime-local"
        aria-required=${field.need ? "true" : nothing}
        aria-invalid=${form.wrong[id] ? "true" : nothing}
        aria-describedby=${described}
        .value=${live(form.value[id] ? fieldOf(Number(form.value[id]), zone) : "")}
        @change=${(event: Event) =>
          form.set({
            [id]: momentOf((event.target as HTMLInputElement).value, zone),
          } as Partial<V>)}
      />
    `,
  );
}

export interface Option<T> {
  value: T;
  label: string;
  more?: string | TemplateResult;
  /** What is asked beside it once it is chosen. */
  below?: () => TemplateResult | typeof nothing;
}

/** One of a few, each with what there is to say of it. */
export function choiceField<V extends object, T>(
  form: Form<V>,
  id: Key<V>,
  options: readonly Option<T>[],
  { label, hint, need, unseen }: Labelled,
): TemplateResult {
  const wrong = form.wrong[id];
  return html`<fieldset
    id=${id}
    aria-describedby="${id}-wrong ${id}-hint"
    class=${wrong ? "is-wrong" : ""}
  >
    <legend class=${unseen ? "unseen" : ""}>${label}${need ? must(form.t) : nothing}</legend>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    <div
      class="options ${
        options.some(({ more, below }) => more || below)
          ? ""
          : spread(options.map((option) => option.label))
      }"
    >
      ${options.map(
        ({ value, label: name, more, below }) => html`
          <label class="choice">
            <input
              type="radio"
              name=${id}
              value=${String(value)}
              .checked=${live(form.value[id] === value)}
              @change=${() => form.set({ [id]: value } as Partial<V>)}
            />
            <span>${name}${more ? html`<small>${more}</small>` : nothing}</span>
          </label>
          ${form.value[id] === value && below ? html`<div class="beside">${below()}</div>` : nothing}
        `,
      )}
    </div>
    ${wrongNote(id, wrong)}
  </fieldset>`;
}

/** How many stand beside one another: as many as have room for their words. */
export function spread(labels: readonly string[]): "few" | "some" | "words" | "" {
  const widest = Math.max(...labels.map(width));
  return widest <= 9 ? "few" : widest <= 12 ? "some" : widest <= 24 ? "words" : "";
}

/** Japanese letters are as wide as two of the others. */
const width = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > "\u2fff" ? 2 : 1), 0);

export function tickField<V extends object>(
  form: Form<V>,
  id: Key<V>,
  { label, hint }: Labelled,
): TemplateResult {
  return html`<label class="choice">
    <input
      id=${id}
      type="checkbox"
      .checked=${live(Boolean(form.value[id]))}
      @change=${(event: Event) =>
        form.set({ [id]: (event.target as HTMLInputElement).checked } as Partial<V>)}
    />
    <span>${label}${hint ? html`<small>${hint}</small>` : nothing}</span>
  </label>`;
}

function labelled<V extends object>(
  form: Form<V>,
  id: Key<V>,
  { label, hint, need }: Labelled,
  input: (described: string) => TemplateResult,
  below: unknown = nothing,
  mark = "",
): TemplateResult {
  const wrong = form.wrong[id];
  return html`<div class="field ${wrong ? "is-wrong" : ""} ${mark}">
    <label for=${id}>${label}${need ? must(form.t) : nothing}</label>
    ${input(`${id}-wrong ${id}-hint`)} ${wrongNote(id, wrong)} ${below}
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
  </div>`;
}

/** A tap writes it. */
export const chip = (words: string, chosen: boolean, write: () => void): TemplateResult =>
  html`<button type="button" class="chip" aria-pressed=${chosen ? "true" : "false"} @click=${write}>
    ${words}
  </button>`;

export const must = (t: Translate): TemplateResult =>
  html`<span class="must">${t("request_form.must")}</span>`;

export const wrongNote = (
  id: string,
  wrong: string | undefined,
): TemplateResult | typeof nothing =>
  wrong ? html`<p class="wrong" id="${id}-wrong">${wrong}</p>` : nothing;

export const formStyles = css`
  .must {
    display: inline-block;
    margin-inline-start: 8px;
    padding: 0 8px;
    border-radius: 999px;
    font-size: 12px;
    font-weight: 600;
    line-height: 1.7;
    vertical-align: 1px;
    color: var(--kb-soft);
    background: color-mix(in srgb, var(--kb-text) 8%, var(--kb-card));
  }
  .wrong {
    font-size: 14px;
    font-weight: 600;
    color: var(--kb-bad);
  }
  .is-wrong input:not([type="radio"], [type="checkbox"]),
  .is-wrong textarea,
  .is-wrong select {
    border-color: var(--kb-bad);
    box-shadow: inset 0 0 0 1px var(--kb-bad);
  }
  .is-wrong {
    /* A person is led there: below the panel's own heading, which stays. */
    scroll-margin-top: 72px;
  }
  .is-wrong > .options > .choice {
    border-color: var(--kb-bad);
  }
  .options {
    display: grid;
    gap: 8px;
  }
  .options.few {
    /* So that the days of a week stand beside each other in a dialog. */
    grid-template-columns: repeat(auto-fit, minmax(92px, 1fr));
  }
  .options.some {
    grid-template-columns: repeat(auto-fit, minmax(136px, 1fr));
  }
  .options.words {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
  }
  fieldset > .hint {
    margin-bottom: 8px;
  }
  fieldset > .wrong {
    margin-top: 6px;
  }
  .choice small {
    display: block;
    font-size: 14px;
    line-height: 1.6;
    color: var(--kb-soft);
  }
  .beside {
    display: grid;
    gap: 16px;
    margin: 4px 0 8px;
    padding-inline-start: 16px;
    border-inline-start: 3px solid color-mix(in srgb, var(--kb-accent) 40%, var(--kb-card));
  }
  .offers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .chip {
    font: inherit;
    font-size: 14px;
    min-height: var(--kb-touch);
    padding: 6px 14px;
    color: var(--kb-accent);
    background: none;
    border: 1px solid var(--kb-line);
    border-radius: 999px;
    cursor: pointer;
  }
  .chip[aria-pressed="true"] {
    background: var(--kb-tint);
    border-color: var(--kb-accent);
  }
  input.short {
    max-width: 260px;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
    gap: 16px;
    align-items: start;
  }
`;
