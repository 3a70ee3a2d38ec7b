/**
 * A field for a passphrase: hidden until the person looks. Password fields shut input methods
 * out, so kana words may be typed in Latin letters; the integration reads both alike.
 */

import { mdiEye, mdiEyeOff } from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { define } from "./define";
import { icon } from "./icon";
import { look } from "./styles";
import { PanelElement } from "./view";

export class PassphraseField extends PanelElement {
  static override styles = [
    ...look,
    css`
      :host {
        display: block;
      }
      .row {
        position: relative;
      }
      input {
        padding-inline-end: 56px !important;
      }
      .round {
        position: absolute;
        inset: 2px 4px auto auto;
        color: var(--kb-soft);
      }
    `,
  ];

  @property() label = "";
  @property() hint = "";
  /** `current-password`, or `new-password` where one is being made. */
  @property() autocomplete: "current-password" | "new-password" = "current-password";
  @property({ type: Boolean }) disabled = false;

  @state() private shown = false;
  @query("input") private input!: HTMLInputElement;

  get value(): string {
    return this.input?.value ?? "";
  }

  clear(): void {
    if (this.input) this.input.value = "";
  }

  override focus(): void {
    this.input?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.clear();
  }

  private typed(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent("enter", { bubbles: true, composed: true }));
  }

  protected override render(): TemplateResult {
    return html`
      <div class="field">
        <label for="input">${this.label}</label>
        <div class="row">
          <input
            id="input"
            type=${this.shown ? "text" : "password"}
            autocomplete=${this.autocomplete}
            autocapitalize="off"
            autocorrect="off"
            spellcheck="false"
            maxlength="1024"
            aria-describedby=${this.hint ? "hint" : nothing}
            ?disabled=${this.disabled}
            @keydown=${this.typed}
            @input=${() => this.dispatchEvent(new CustomEvent("typed", { bubbles: true, composed: true }))}
          />
          <button
            type="button"
            class="round"
            aria-label=${this.t(this.shown ? "passphrase.hide" : "passphrase.show")}
            aria-pressed=${this.shown}
            @click=${() => (this.shown = !this.shown)}
          >
            ${icon(this.shown ? mdiEyeOff : mdiEye)}
          </button>
        </div>
        ${this.hint ? html`<p class="hint" id="hint">${this.hint}</p>` : nothing}
      </div>
    `;
  }
}

define("kb-passphrase", PassphraseField);
