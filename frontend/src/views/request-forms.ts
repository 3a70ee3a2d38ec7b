/** Forms for new requests: requests/new/<kind>, from the address what they are made from. */

import { html, type TemplateResult } from "lit";
import { define } from "../components/define";
import { PanelElement } from "../components/view";

export class RequestForms extends PanelElement {
  protected override render(): TemplateResult {
    return html`<div class="page"><h2>${this.t("request_form.heading")}</h2></div>`;
  }
}

define("kb-request-forms", RequestForms);
