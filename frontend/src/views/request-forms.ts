/** What of the requests' tab is written or drawn: forms for new requests, and masks. */

import { html, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { define } from "../components/define";
import { PanelElement } from "../components/view";
import "./masks";
import "./request-form";

export class RequestForms extends PanelElement {
  /** Have the tab look at its list again: what was made now is to be found there. */
  @property({ attribute: false }) look?: () => Promise<void>;

  protected override render(): TemplateResult {
    return this.panel.path[1] === "new"
      ? html`<kb-request-form .panel=${this.panel} .look=${this.look}></kb-request-form>`
      : html`<kb-masks .panel=${this.panel}></kb-masks>`;
  }
}

define("kb-request-forms", RequestForms);
