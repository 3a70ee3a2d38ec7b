/** A sign to hang up beside a camera: for which one, how large, in which languages. */

import { mdiPrinterOutline } from "@mdi/js";
import { html, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { choices, choicesStyles } from "../components/choices";
import { define } from "../components/define";
import { Dialog } from "../components/dialog";
import { icon } from "../components/icon";
import { openLater } from "../data/download";
import { paper } from "../data/section";

const SIZES = ["a4", "a5", "label"] as const;
type Size = (typeof SIZES)[number];
/** Japanese stands on every sign; these are put beside it. */
const BESIDE = ["en", "zh", "ko"] as const;

export class PrintSignDialog extends Dialog {
  static override styles = [...Dialog.styles, choicesStyles];

  @state() private size: Size = "a4";
  @state() private beside = new Set<string>(["en"]);

  /** `camera`: only of this one; else of the whole site. */
  constructor(private camera = "") {
    super();
  }

  protected override submit(): void {
    const { panel, camera, size, beside } = this;
    const languages = ["ja", ...BESIDE.filter((one) => beside.has(one))];
    void this.attempt(async () => {
      await openLater(
        paper(panel.hass, "sign", panel.format.language, {
          size,
          languages,
          ...(camera ? { camera } : {}),
        }),
      );
    });
  }

  protected override render(): TemplateResult {
    const cameras = this.panel.overview.cameras ?? [];
    return this.frame(
      this.t("papers.sign.heading"),
      html`
        <p>${this.t("papers.sign.what")}</p>
        <div class="field">
          <label for="camera">${this.t("papers.sign.camera")}</label>
          <select
            id="camera"
            @change=${(event: Event) => (this.camera = (event.target as HTMLSelectElement).value)}
          >
            <option value="" ?selected=${!this.camera}>${this.t("papers.sign.every")}</option>
            ${cameras.map(
              ({ camera, place }) =>
                html`<option value=${camera} ?selected=${camera === this.camera}>${place}</option>`,
            )}
          </select>
        </div>
        ${choices<Size>(
          "size",
          this.t("papers.sign.size"),
          SIZES.map((value) => ({
            value,
            label: this.t(`papers.sign.sizes.${value}`),
            more: this.t(`papers.sign.sizes.${value}_more`),
          })),
          this.size,
          (size) => (this.size = size),
        )}
        <fieldset>
          <legend>${this.t("papers.sign.languages")}</legend>
          <div class="options">
            ${BESIDE.map(
              (one) =>
                html`<label class="choice">
                  <input
                    type="checkbox"
                    name=${one}
                    .checked=${this.beside.has(one)}
                    @change=${(event: Event) => this.choose(one, event)}
                  />
                  <span lang=${one}>${this.t(`papers.sign.language.${one}`)}</span>
                </label>`,
            )}
          </div>
        </fieldset>
      `,
      html`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${icon(mdiPrinterOutline, 20)}${this.t("papers.sign.do")}
        </button>
      `,
    );
  }

  private choose(language: string, event: Event): void {
    const beside = new Set(this.beside);
    if ((event.target as HTMLInputElement).checked) beside.add(language);
    else beside.delete(language);
    this.beside = beside;
  }
}

define("kb-print-sign", PrintSignDialog);
