/** The fields about a person that appointing and handing over share. */

import { html, type TemplateResult } from "lit";
import type { Translate } from "../data/texts";
import type { Named } from "../data/types";
import { textField } from "./form-fields";

/** Characters of a name or a title. */
const LONGEST = 100;

export interface Chosen {
  user_id: string;
  name: string;
  title: string;
}

export function personFields(
  t: Translate,
  users: readonly Named[],
  chosen: Chosen,
  label: string,
  change: (part: Partial<Chosen>) => void,
): TemplateResult {
  const form = { t, value: chosen, wrong: {}, set: change };
  const name = users.find((user) => user.user_id === chosen.user_id)?.name ?? "";
  return html`
    <div class="field">
      <label for="person">${label}</label>
      <select
        id="person"
        aria-describedby="person-hint"
        @change=${(event: Event) => change({ user_id: (event.target as HTMLSelectElement).value })}
      >
        <option value="" ?selected=${!chosen.user_id}>${t("people.form.choose")}</option>
        ${users.map(
          (user) =>
            html`<option value=${user.user_id} ?selected=${user.user_id === chosen.user_id}>
              ${user.name}
            </option>`,
        )}
      </select>
      <p class="hint" id="person-hint">${t("people.form.person_hint")}</p>
    </div>
    ${textField(form, "name", {
      label: t("people.form.name"),
      hint: t("people.form.name_hint"),
      placeholder: name,
      most: LONGEST,
    })}
    ${textField(form, "title", {
      label: t("people.form.title"),
      hint: t("people.form.title_hint"),
      most: LONGEST,
    })}
  `;
}

export function dayField(
  id: string,
  label: string,
  hint: string,
  value: string,
  least: string,
  change: (day: string) => void,
): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      type="date"
      min=${least}
      aria-describedby="${id}-hint"
      .value=${value}
      @input=${(event: Event) => change((event.target as HTMLInputElement).value)}
    />
    <p class="hint" id="${id}-hint">${hint}</p>
  </div>`;
}

export function secrecyField(
  t: Translate,
  own: boolean,
  checked: boolean,
  change: (checked: boolean) => void,
): TemplateResult {
  return html`<fieldset>
    <legend>${t("people.form.secrecy")}</legend>
    <label class="choice">
      <input
        type="checkbox"
        .checked=${checked}
        @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
      />
      ${t(own ? "people.form.secrecy_own" : "people.form.secrecy_other")}
    </label>
  </fieldset>`;
}
