/** What of the requests' tab is written or drawn: forms for new requests, and masks. */

import { html, type TemplateResult } from "lit";
import { define } from "../components/define";
import { PanelElement } from "../components/view";
import "./masks";
import "./request-form";

export class RequestForms extends PanelElement {
  protected override render(): TemplateResult {
    return this.panel.path[1] === "new"
      ? html`<kb-request-form .panel=${this.panel}></kb-request-form>`
      : html`<kb-masks .panel=${this.panel}></kb-masks>`;
  }
}

define("kb-request-forms", RequestForms);
