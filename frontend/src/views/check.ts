/** Self-check: what holds of the guideline, and what does not. */

import { html, type TemplateResult } from "lit";
import { define } from "../components/define";
import { PanelElement } from "../components/view";

export class CheckView extends PanelElement {
  protected override render(): TemplateResult {
    return html`<div class="page"><h2>${this.t("shell.tabs.check")}</h2></div>`;
  }
}

define("kb-check", CheckView);
