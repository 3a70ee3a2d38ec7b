/** Requests (申請): what is asked for, decided, given out and to come back. */

import { html, type TemplateResult } from "lit";
import { define } from "../components/define";
import { PanelElement } from "../components/view";
import "./request-forms";

export class RequestsView extends PanelElement {
  protected override render(): TemplateResult {
    return html`<kb-request-forms .panel=${this.panel}></kb-request-forms>`;
  }
}

define("kb-requests", RequestsView);
