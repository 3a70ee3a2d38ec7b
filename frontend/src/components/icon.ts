import { html, svg, type TemplateResult } from "lit";

/** An icon beside words that say the same: hidden from screen readers. */
export function icon(path: string, size = 24): TemplateResult {
  return html`<svg
    class="icon"
    viewBox="0 0 24 24"
    width=${size}
    height=${size}
    aria-hidden="true"
    focusable="false"
  >
    ${svg`<path d=${path} />`}
  </svg>`;
}
