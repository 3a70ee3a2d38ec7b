/** The fields of a deed, drawn by their kind; what they are called stands with the words of the deed. */

import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { CHOICES, type Choices } from "../data/choices";
import { EVERY_DAY, longest, TEXT_MOST } from "../data/deed-form";
import { needed, type Field, type Values } from "../data/deeds";
import type { Named } from "../data/types";
import {
  choiceField,
  dateField,
  momentField,
  must,
  spread,
  textField,
  tickField,
  wrongNote,
  type Form,
} from "./form-fields";
import "./area-field";
import "./photo-field";
import type { PanelContext } from "./panel-context";

export interface DeedForm extends Form<Values> {
  panel: PanelContext;
  /** Where the deed's words stand. */
  words: string;
  /** Whom a field of people offers. */
  people: readonly Named[];
  /** Which camera it is about: of whose picture areas are drawn on. */
  source: string | null;
  /** What stands below a field. */
  below(field: Field): TemplateResult | typeof nothing;
}

interface Labelled {
  label: string;
  hint?: string;
  need: boolean;
}

/** A word that not every deed has. */
export function wordOf({ t }: Pick<PanelContext, "t">, key: string): string | undefined {
  const text = t(key);
  return text === key ? undefined : text;
}

export function deedField(form: DeedForm, field: Field): TemplateResult {
  const { t, words } = form;
  const { name, kind } = field;
  const hint = wordOf(form.panel, `${words}.${name}_hint`);
  const labelled: Labelled = {
    label: t(`${words}.${name}`),
    need: needed(field, form.value),
    ...(hint ? { hint } : {}),
  };
  switch (kind) {
    case "text":
      return textField(form, name, { ...labelled, most: TEXT_MOST, below: form.below(field) });
    case "long":
      return textField(form, name, {
        ...labelled,
        rows: 3,
        most: longest(field),
        below: form.below(field),
      });
    case "days":
      return textField(form, name, { ...labelled, inputmode: "numeric" });
    case "tick":
      return tickField(form, name, labelled);
    case "yes_no":
      return choiceField(
        form,
        name,
        [true, false].map((value) => ({
          value,
          label: t(`${words}.${name}_${value ? "yes" : "no"}`),
        })),
        labelled,
      );
    case "choice":
      return choiceField(
        form,
        name,
        CHOICES[field.of].map((value) => {
          const more = wordOf(form.panel, `duties.choice.${field.of}.${value}_more`);
          return {
            value,
            label: choiceWord(form.panel, field.of, value),
            ...(more ? { more } : {}),
          };
        }),
        labelled,
      );
    case "choices":
      return several(
        form,
        name,
        CHOICES[field.of].map((value) => [value, choiceWord(form.panel, field.of, value)]),
        labelled,
      );
    case "weekdays":
      return several(
        form,
        name,
        EVERY_DAY.map((day) => [day, t(`duties.weekday.${day}`)]),
        labelled,
      );
    case "cameras":
      return several(form, name, camerasOf(form.panel), labelled);
    case "people":
      return several(
        form,
        name,
        form.people.map((one) => [one.user_id, one.name || t("people.somebody")]),
        labelled,
      );
    case "camera":
      return select(form, name, camerasOf(form.panel), labelled);
    case "person":
      return select(
        form,
        name,
        form.people.map((one) => [one.user_id, one.name || t("people.somebody")]),
        labelled,
      );
    case "date":
    case "time":
      return dateField(form, name, { ...labelled, type: kind });
    case "moment":
      return momentField(form, name, form.panel.format.zone, labelled);
    case "photo":
      return html`<kb-photo-field
        .panel=${form.panel}
        .label=${labelled.label}
        .hint=${hint ?? ""}
        @photo=${(event: CustomEvent<string | null>) => form.set({ [name]: event.detail })}
      ></kb-photo-field>`;
    case "areas":
      return html`<kb-area-field
        .panel=${form.panel}
        .label=${labelled.label}
        .hint=${hint ?? ""}
        .source=${form.source}
        .areas=${form.value[name]}
        @areas=${(event: CustomEvent) => form.set({ [name]: event.detail as unknown })}
      ></kb-area-field>`;
  }
}

export const choiceWord = ({ t }: Pick<PanelContext, "t">, of: Choices, value: string): string =>
  t(`duties.choice.${of}.${value}`);

type Option = readonly [value: string | number, label: string];

const camerasOf = ({ overview }: PanelContext): Option[] =>
  (overview.cameras ?? []).map(({ camera, place }) => [camera, place]);

/** As many as one likes, in the order they are offered. */
function several(
  form: DeedForm,
  name: string,
  options: readonly Option[],
  { label, hint, need }: Labelled,
): TemplateResult {
  const chosen = (form.value[name] as (string | number)[] | undefined) ?? [];
  const wrong = form.wrong[name];
  const put = (value: string | number, on: boolean): void => {
    const now = new Set(chosen);
    if (on) now.add(value);
    else now.delete(value);
    form.set({ [name]: options.map(([one]) => one).filter((one) => now.has(one)) });
  };
  return html`<fieldset
    id=${name}
    aria-describedby="${name}-wrong ${name}-hint"
    class=${wrong ? "is-wrong" : ""}
  >
    <legend>${label}${need ? must(form.t) : nothing}</legend>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
    <div class="options ${spread(options.map(([, text]) => text))}">
      ${options.map(
        ([value, text]) =>
          html`<label class="choice">
            <input
              type="checkbox"
              .checked=${live(chosen.includes(value))}
              @change=${(event: Event) => put(value, (event.target as HTMLInputElement).checked)}
            />
            <span>${text}</span>
          </label>`,
      )}
    </div>
    ${wrongNote(name, wrong)}
  </fieldset>`;
}

function select(
  form: DeedForm,
  name: string,
  options: readonly Option[],
  { label, hint, need }: Labelled,
): TemplateResult {
  const wrong = form.wrong[name];
  return html`<div class="field ${wrong ? "is-wrong" : ""}">
    <label for=${name}>${label}${need ? must(form.t) : nothing}</label>
    <select
      id=${name}
      aria-required=${need ? "true" : nothing}
      aria-invalid=${wrong ? "true" : nothing}
      aria-describedby="${name}-wrong ${name}-hint"
      @change=${(event: Event) => form.set({ [name]: (event.target as HTMLSelectElement).value })}
    >
      <option value="">${form.t(need ? "duties.choose" : "duties.nobody")}</option>
      ${options.map(
        ([value, text]) =>
          html`<option value=${value} ?selected=${form.value[name] === value}>${text}</option>`,
      )}
    </select>
    ${wrongNote(name, wrong)}
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
  </div>`;
}
