/** A photo from the phone's camera, made small before it goes anywhere. */

import { mdiCameraOutline, mdiClose } from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { base64, small } from "../data/photo";
import { define } from "./define";
import { formStyles } from "./form-fields";
import { icon } from "./icon";
import { look } from "./styles";
import { PanelElement } from "./view";

export class PhotoField extends PanelElement {
  static override styles = [
    ...look,
    formStyles,
    css`
      :host {
        display: block;
      }
      .take {
        position: relative;
        justify-self: start;
        cursor: pointer;
      }
      .field > .take {
        padding: 10px 20px;
      }
      .take:has(:focus-visible) {
        outline: 3px solid var(--kb-accent);
        outline-offset: 2px;
      }
      img {
        display: block;
        max-width: min(100%, 320px);
        border-radius: 8px;
      }
    `,
  ];

  @property() label = "";
  @property() hint = "";
  @state() private shown = "";
  @state() private wrong = "";
  @state() private busy = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.let();
  }

  private let(): void {
    if (this.shown) URL.revokeObjectURL(this.shown);
    this.shown = "";
  }

  private tell(photo: string | null): void {
    this.dispatchEvent(new CustomEvent("photo", { detail: photo }));
  }

  private async take(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    input.value = "";
    if (!file) return;
    this.busy = true;
    this.wrong = "";
    try {
      const photo = await small(file);
      this.let();
      this.shown = URL.createObjectURL(photo);
      this.tell(await base64(photo));
    } catch (error) {
      this.wrong = this.panel.words(error);
    } finally {
      this.busy = false;
    }
  }

  protected override render(): TemplateResult {
    return html`<div class="field">
      <span class="label" id="label">${this.label}</span>
      ${
        this.shown
          ? html`<img src=${this.shown} alt=${this.t("duties.photo.shown")} />
              <button
                type="button"
                class="button take"
                @click=${() => {
                  this.let();
                  this.tell(null);
                }}
              >
                ${icon(mdiClose, 20)}${this.t("duties.photo.without")}
              </button>`
          : html`<label class="button take">
              ${icon(mdiCameraOutline, 20)}${this.t("duties.photo.take")}
              <input
                class="unseen"
                type="file"
                accept="image/*"
                capture="environment"
                aria-describedby="label hint"
                ?disabled=${this.busy}
                @change=${(event: Event) => void this.take(event.target as HTMLInputElement)}
              />
            </label>`
      }
      <p class="wrong" role="alert" ?hidden=${!this.wrong}>${this.wrong}</p>
      ${this.hint ? html`<p class="hint" id="hint">${this.hint}</p>` : nothing}
    </div>`;
  }
}

define("kb-photo-field", PhotoField);
