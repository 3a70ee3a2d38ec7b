/** Signs: whether each camera's hangs where people read it before they are seen: 4(3). */

import { mdiNfc, mdiPrinterOutline } from "@mdi/js";
import { html, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { define } from "../components/define";
import { ask } from "../components/dialog";
import { icon } from "../components/icon";
import { ThemePage } from "../components/theme-page";
import { whenOf } from "../components/theme-words";
import { address, picture } from "../data/api";
import { themeOf } from "../data/kept-section";
import type { Sign, Signs, SignState } from "../data/kept-types";

export const SIGN_TAGS: Record<SignState, "" | "warn" | "bad"> = {
  displayed: "",
  inspection_due: "warn",
  missing: "bad",
  never_confirmed: "warn",
};

export class SignsTheme extends ThemePage<"signs"> {
  protected override readonly theme = "signs";
  protected override readonly watch = themeOf(this, "signs");
  /** Addresses of the photos that are shown, by camera and when its sign was confirmed. */
  @state() private photos: ReadonlyMap<string, string> = new Map();
  private stop = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop.abort();
    for (const shown of this.photos.values()) URL.revokeObjectURL(shown);
    this.photos = new Map();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = new AbortController();
  }

  private async look(sign: Sign): Promise<void> {
    const { stop } = this;
    try {
      const url = address("deeds", "signs", "photo", sign.camera);
      const shown = await picture(this.panel.hass, url, stop.signal);
      if (stop.signal.aborted) URL.revokeObjectURL(shown);
      else this.photos = new Map(this.photos).set(photoOf(sign), shown);
    } catch (error) {
      if (!stop.signal.aborted) this.panel.say(this.panel.words(error));
    }
  }

  private async printSign({ camera }: Sign): Promise<void> {
    const { PrintSignDialog } = await import("../dialogs/print-sign");
    await ask(new PrintSignDialog(camera), this.panel);
  }

  protected override body(told: Signs): TemplateResult {
    return html`
      ${told.interlock ? this.note(this.t("duties.signs.interlock")) : nothing}
      <p class="soft">${this.t("duties.signs.every", { count: told.every_days })}</p>
      <ul class="list">
        ${told.signs.map((sign) => html`<li>${this.sign(sign)}</li>`)}
      </ul>
      ${told.signs.length ? nothing : this.note(this.t("today.no_camera"))}
    `;
  }

  private sign(sign: Sign): TemplateResult {
    const { panel } = this;
    const shown = this.photos.get(photoOf(sign));
    const opening = {
      fixed: { camera: sign.camera },
      about: sign.place,
      given: { place: sign.where },
    };
    return html`<article class="card" aria-labelledby="sign-${sign.camera}">
      <div class="head">
        <h3 id="sign-${sign.camera}">${sign.place}</h3>
        ${this.tag(this.t(`sign.state.${sign.state}`), SIGN_TAGS[sign.state])}
      </div>
      ${this.facts([
        ["missing", sign.missing && whenOf(panel, sign.missing)],
        ["sign_remarks", sign.missing && sign.remarks],
        [
          "confirmed",
          sign.confirmed &&
            [
              whenOf(panel, sign.confirmed),
              sign.means && this.t(`duties.signs.means.${sign.means}`),
            ]
              .filter(Boolean)
              .join("\n"),
        ],
        ["where", sign.where],
        [
          "due",
          this.due(
            sign.state === "missing" ? null : sign.due,
            sign.due !== null && Date.parse(sign.due) <= Date.now(),
          ),
        ],
        ["entity", sign.entity && this.t("duties.signs.by_entity")],
      ])}
      ${
        shown
          ? html`<img
              class="photo"
              src=${shown}
              alt=${this.t("duties.signs.photo_of", { place: sign.place })}
            />`
          : nothing
      }
      ${this.acts(
        [
          {
            deed: "signs/confirm",
            can: sign.can.includes("confirm"),
            way: sign.state === "displayed" ? "" : "primary",
            opening,
            of: sign.place,
          },
          {
            deed: "signs/missing",
            can: sign.can.includes("missing"),
            way: "danger",
            opening,
            of: sign.place,
          },
        ],
        html`
          ${
            sign.photo && !shown
              ? html`<button class="button quiet" @click=${() => void this.look(sign)}>
                  ${this.t("duties.signs.photo")}
                </button>`
              : nothing
          }
          <button
            class="button quiet"
            aria-label=${this.t("duties.of", { act: this.t("duties.signs.print"), what: sign.place })}
            @click=${() => void this.printSign(sign)}
          >
            ${icon(mdiPrinterOutline, 20)}${this.t("duties.signs.print")}
          </button>
        `,
      )}
      <details>
        <summary>${icon(mdiNfc, 20)}${this.t("duties.signs.tag.heading")}</summary>
        <p>${this.t("duties.signs.tag.what")}</p>
        <ol class="points">
          <li>${this.t("duties.signs.tag.make")} <code>${sign.tag}</code></li>
          <li>${this.t("duties.signs.tag.write")}</li>
          <li>${this.t("duties.signs.tag.scan")}</li>
        </ol>
        ${this.acts(
          [],
          this.printer(
            "sign_tag",
            this.t("duties.signs.tag.print"),
            { camera: sign.camera },
            sign.place,
          ),
        )}
      </details>
    </article>`;
  }
}

const photoOf = ({ camera, confirmed }: Sign): string => `${camera} ${confirmed ?? ""}`;

define("kb-theme-signs", SignsTheme);
