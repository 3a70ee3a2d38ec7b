/** Papers: what can be printed. */

import { html, type TemplateResult } from "lit";
import { define } from "../components/define";
import { PanelElement } from "../components/view";

export class PapersView extends PanelElement {
  protected override render(): TemplateResult {
    return html`<div class="page"><h2>${this.t("shell.tabs.papers")}</h2></div>`;
  }
}

define("kb-papers", PapersView);
