/** The recovery paper, shown once: to print or to write down, until its last group was typed. */

import { mdiChevronRight, mdiPrinterOutline } from "@mdi/js";
import { css, html, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { groups, type Paper } from "../data/keys";
import { define } from "./define";
import { icon } from "./icon";
import { rows } from "./rows";
import { look } from "./styles";
import { PanelElement } from "./view";

export class RecoveryPaper extends PanelElement {
  static override styles = [
    ...look,
    rows,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      iframe {
        width: 100%;
        height: min(420px, 45dvh);
        border: 1px solid var(--kb-line);
        border-radius: 10px;
        background: #fff;
        color-scheme: light;
      }
      .code {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 16px;
        padding: 12px 16px;
        border-radius: 10px;
        font-size: 20px;
        background: var(--kb-tint);
        user-select: text;
      }
      .actions .button {
        flex: none;
      }
    `,
  ];

  @property({ attribute: false }) paper!: Paper;

  @state() private last = "";
  @query("iframe") private frame!: HTMLIFrameElement;

  get lastGroup(): string {
    return this.last.trim();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.last = "";
  }

  private print(): void {
    this.frame.contentWindow?.focus();
    this.frame.contentWindow?.print();
  }

  // What is in the frame may be printed and looked at; it can run nothing.
  protected override render(): TemplateResult {
    return html`
      <p>${this.t("keys.paper.print_what")}</p>
      <iframe
        title=${this.t("keys.paper.frame")}
        sandbox="allow-same-origin allow-modals"
        referrerpolicy="no-referrer"
        .srcdoc=${this.paper.paper}
      ></iframe>
      <div class="actions">
        <button type="button" class="button" @click=${this.print}>
          ${icon(mdiPrinterOutline, 20)}${this.t("keys.paper.print")}
        </button>
      </div>
      <details>
        <summary>${icon(mdiChevronRight)}${this.t("keys.paper.no_printer")}</summary>
        <p class="code">${groups(this.paper.code).map((group) => html`<span>${group}</span>`)}</p>
      </details>
      <div class="field">
        <label for="last">${this.t("keys.paper.last_group")}</label>
        <input
          id="last"
          class="code"
          type="text"
          autocomplete="off"
          autocapitalize="off"
          autocorrect="off"
          spellcheck="false"
          maxlength="16"
          aria-describedby="last-hint"
          .value=${this.last}
          @input=${(event: Event) => (this.last = (event.target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== "Enter" || event.isComposing) return;
            event.preventDefault();
            this.dispatchEvent(new CustomEvent("enter"));
          }}
        />
        <p class="hint" id="last-hint">${this.t("keys.paper.last_group_hint")}</p>
      </div>
    `;
  }
}

define("kb-recovery-paper", RecoveryPaper);
