/** From when until when, in the site's own time. */

import { css, html, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { fieldOf, momentOf } from "../data/local-time";
import type { Span } from "../data/timeline";
import { define } from "./define";
import { look } from "./styles";
import { PanelElement } from "./view";

export class SpanFields extends PanelElement {
  static override styles = [
    ...look,
    css`
      .both {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 210px), 1fr));
        gap: 12px;
      }
    `,
  ];

  @property({ attribute: false }) span!: Span;

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector("input")?.focus(options);
  }

  private change(end: keyof Span, event: Event): void {
    const moment = momentOf((event.target as HTMLInputElement).value, this.panel.format.zone);
    if (moment === null) return;
    this.dispatchEvent(new CustomEvent("span", { detail: { ...this.span, [end]: moment } }));
  }

  protected override render(): TemplateResult {
    const { zone } = this.panel.format;
    return html`<div class="both">
      ${(["from", "to"] as const).map(
        (end) =>
          html`<div class="field">
            <label for=${end}>${this.t(`span.${end}`)}</label>
            <input
              id=${end}
              type="datetime-local"
              .value=${fieldOf(this.span[end], zone)}
              @change=${(event: Event) => this.change(end, event)}
            />
          </div>`,
      )}
    </div>`;
  }
}

define("kb-span", SpanFields);
