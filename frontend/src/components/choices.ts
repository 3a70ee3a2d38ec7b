/** Radio buttons as rows to be touched. */

import { css, html, nothing, type TemplateResult } from "lit";

export const choicesStyles = css`
  .choices {
    display: grid;
    gap: 8px;
  }
  .choices.thirds {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 128px), 1fr));
  }
  .choice small {
    display: block;
    color: var(--kb-soft);
    font-size: 14px;
  }
`;

export interface Choice<V extends string> {
  value: V;
  label: string;
  more?: string;
}

export function choices<V extends string>(
  name: string,
  legend: string,
  offered: readonly Choice<V>[],
  value: V | "",
  change: (value: V) => void,
  beside: "" | "thirds" = "",
): TemplateResult {
  return html`<fieldset>
    <legend>${legend}</legend>
    <div class="choices ${beside}">
      ${offered.map(
        (one) =>
          html`<label class="choice">
            <input
              type="radio"
              name=${name}
              value=${one.value}
              .checked=${value === one.value}
              @change=${() => change(one.value)}
            />
            <span>${one.label}${one.more ? html`<small>${one.more}</small>` : nothing}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}
