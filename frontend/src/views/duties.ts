/** Duties: what is due, and everything that is kept beside footage. */

import { html, type TemplateResult } from "lit";
import { define } from "../components/define";
import { PanelElement } from "../components/view";

export class DutiesView extends PanelElement {
  protected override render(): TemplateResult {
    return html`<div class="page"><h2>${this.t("shell.tabs.duties")}</h2></div>`;
  }
}

define("kb-duties", DutiesView);
