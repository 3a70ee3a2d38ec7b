import { html, type TemplateResult } from "lit";
import { define } from "../components/define";
import { PanelElement } from "../components/view";

export class PeopleView extends PanelElement {
  protected override render(): TemplateResult {
    return html`<div class="page"><h2>${this.t("shell.tabs.people")}</h2></div>`;
  }
}

define("kb-people", PeopleView);
