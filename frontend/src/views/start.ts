/** First steps: from nothing to the first recorded minute. */

import { html, type TemplateResult } from "lit";
import { define } from "../components/define";
import { PanelElement } from "../components/view";

export class StartView extends PanelElement {
  protected override render(): TemplateResult {
    return html`<div class="page"><h2>${this.t("shell.tabs.start")}</h2></div>`;
  }
}

define("kb-start", StartView);
