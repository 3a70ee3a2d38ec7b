/** People and keys: who may do what, and who can open what. */

import { css, html, type TemplateResult } from "lit";
import { define } from "../components/define";
import "../components/keys";
import "../components/offices";
import { look } from "../components/styles";
import { PanelElement } from "../components/view";

export class PeopleView extends PanelElement {
  static override styles = [
    ...look,
    css`
      @media (min-width: 1000px) {
        .page {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          align-items: start;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<div class="page">
      <kb-offices .panel=${this.panel}></kb-offices>
      <kb-keys .panel=${this.panel}></kb-keys>
    </div>`;
  }
}

define("kb-people", PeopleView);
