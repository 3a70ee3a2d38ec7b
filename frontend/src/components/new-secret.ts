/** A new passphrase: six words that are made for the person, or one of their own, typed twice. */

import { mdiRefresh } from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { property, query, queryAll, state } from "lit/decorators.js";
import { define } from "./define";
import { icon } from "./icon";
import "./passphrase-field";
import type { PassphraseField } from "./passphrase-field";
import { look } from "./styles";
import { PanelElement } from "./view";

export interface Secret {
  passphrase: string;
  again: string;
}

export class NewSecret extends PanelElement {
  static override styles = [
    ...look,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      .words {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(136px, 1fr));
        gap: 8px;
        counter-reset: word;
      }
      .words li {
        counter-increment: word;
        display: flex;
        align-items: baseline;
        gap: 8px;
        padding: 8px 12px;
        border-radius: 10px;
        font-size: 18px;
        font-weight: 600;
        background: var(--kb-tint);
        user-select: text;
      }
      .words li::before {
        content: counter(word);
        color: var(--kb-soft);
        font-size: 13px;
        font-weight: 400;
      }
      .others {
        justify-self: start;
        margin-inline-start: -12px;
      }
    `,
  ];

  /** Asks for the words, as the dialog sends whatever has to do with secrets. */
  @property({ attribute: false }) send!: <T>(
    path: string[],
    body: Record<string, unknown>,
  ) => Promise<T>;
  @state() private own = false;
  @state() private words: string[] = [];
  @state() private problem = "";
  @query("#first") private first?: PassphraseField;
  @queryAll("kb-passphrase") private fields!: NodeListOf<PassphraseField>;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.make();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.clear();
  }

  /** What is missing before this can be sent, in words; nothing where all is there. */
  get missing(): string {
    const { passphrase, again } = this.value;
    if (!passphrase || !again) return this.t("keys.secret.missing");
    // Words that were made may be typed in another script: the integration compares those.
    return this.own && passphrase !== again ? this.t("keys.secret.differ") : "";
  }

  get value(): Secret {
    const again = this.renderRoot.querySelector<PassphraseField>("#again")?.value ?? "";
    return { passphrase: this.own ? (this.first?.value ?? "") : this.words.join(" "), again };
  }

  /** Forget all of it. */
  clear(): void {
    this.words = [];
    for (const field of this.fields ?? []) field.clear();
  }

  private async make(): Promise<void> {
    this.problem = "";
    this.words = [];
    try {
      const { words } = await this.send<{ words: string | string[] }>(["keys", "words"], {
        language: this.panel.format.language,
      });
      if (this.isConnected) this.words = typeof words === "string" ? words.split(/\s+/) : words;
    } catch (error) {
      this.problem = this.panel.words(error);
      this.own = true;
    }
  }

  private choose(own: boolean): void {
    this.own = own;
    for (const field of this.fields) field.clear();
  }

  protected override render(): TemplateResult {
    return html`
      <fieldset>
        <legend>${this.t("keys.secret.kind")}</legend>
        ${this.choice(false, "keys.secret.words")} ${this.choice(true, "keys.secret.own")}
      </fieldset>
      ${this.problem ? html`<p class="hint" role="alert">${this.problem}</p>` : nothing}
      ${
        this.own
          ? html`<kb-passphrase
              id="first"
              autocomplete="new-password"
              .panel=${this.panel}
              .label=${this.t("keys.secret.own_first")}
              .hint=${this.t("keys.secret.own_hint")}
            ></kb-passphrase>`
          : this.made()
      }
      <kb-passphrase
        id="again"
        autocomplete="new-password"
        .panel=${this.panel}
        .label=${this.t(this.own ? "keys.secret.own_again" : "keys.secret.again")}
        .hint=${this.own ? "" : this.t("passphrase.hint")}
      ></kb-passphrase>
    `;
  }

  private choice(own: boolean, key: string): TemplateResult {
    return html`<label class="choice">
      <input
        type="radio"
        name="kind"
        .checked=${this.own === own}
        @change=${() => this.choose(own)}
      />
      ${this.t(key)}
    </label>`;
  }

  private made(): TemplateResult {
    if (!this.words.length)
      return html`<p class="soft" role="status">${this.t("keys.secret.making")}</p>`;
    return html`
      <p id="write">${this.t("keys.secret.words_write")}</p>
      <ol class="words" aria-labelledby="write">
        ${this.words.map((word) => html`<li>${word}</li>`)}
      </ol>
      <button type="button" class="button quiet others" @click=${this.make}>
        ${icon(mdiRefresh, 20)}${this.t("keys.secret.others")}
      </button>
    `;
  }
}

define("kb-new-secret", NewSecret);
