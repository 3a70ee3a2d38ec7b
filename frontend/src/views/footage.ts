import { html, type TemplateResult } from "lit";
import { define } from "../components/define";
import { PanelElement } from "../components/view";

export class FootageView extends PanelElement {
  protected override render(): TemplateResult {
    return html`<div class="page"><h2>${this.t("shell.tabs.footage")}</h2></div>`;
  }
}

define("kb-footage", FootageView);
