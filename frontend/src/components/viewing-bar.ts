/** The viewing that is open: what for, how long it still is; and the button that ends it. */

import { mdiEyeOffOutline } from "@mdi/js";
import { css, html, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import type { OpenViewing } from "../dialogs/open-viewing";
import { define } from "./define";
import { icon } from "./icon";
import { look } from "./styles";
import { Ticking } from "./ticking";
import { PanelElement } from "./view";

export class ViewingBar extends PanelElement {
  static override styles = [
    ...look,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 8px 16px;
        margin-bottom: 12px;
      }
    `,
  ];

  @property({ attribute: false }) viewing!: OpenViewing;

  private readonly ticking = new Ticking(this);

  protected override render(): TemplateResult {
    this.ticking.runs = true;
    const left = (Date.parse(this.viewing.until) - Date.now()) / 1000;
    return html`
      <p>
        <strong>${this.t("viewing.is_open", { purpose: this.t(this.viewing.words) })}</strong>
        <span class="soft small numbers">
          ${this.t("viewing.ends_in", { time: this.panel.format.countdown(left) })}
        </span>
      </p>
      <button class="button" @click=${() => this.dispatchEvent(new CustomEvent("end"))}>
        ${icon(mdiEyeOffOutline, 20)}${this.t("viewing.end")}
      </button>
    `;
  }
}

define("kb-viewing-bar", ViewingBar);
