/** Copies that are out: each stays a duty until somebody confirms what became of it. */

import { mdiAlertOutline, mdiCheckCircleOutline } from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import type { Copy, Disclosure, Fate, Provided } from "../data/request-types";
import type { Moment } from "../data/types";
import { define } from "./define";
import { ask } from "./dialog";
import { icon } from "./icon";
import { lastDayOf, momentOf, nameOf } from "./request-words";
import { rows } from "./rows";
import { look } from "./styles";
import { PanelElement } from "./view";

export class RequestCopies extends PanelElement {
  static override styles = [
    ...look,
    rows,
    css`
      .card {
        gap: 4px;
      }
      .rows > li:first-child {
        border-top: 0;
      }
      .settled {
        display: flex;
        align-items: center;
        gap: 6px;
        color: var(--kb-good);
        line-height: 1.5;
      }
      .overdue {
        display: flex;
        gap: 6px;
        font-weight: 600;
        color: var(--kb-bad);
      }
    `,
  ];

  @property({ attribute: false }) item!: Disclosure;

  private async confirm(copy: number | null): Promise<void> {
    const { ConfirmCopyDialog } = await import("../dialogs/confirm-copy");
    if (await ask(new ConfirmCopyDialog(this.item, copy), this.panel)) {
      this.dispatchEvent(new CustomEvent("changed"));
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { copies, provided } = this.item;
    // Nothing to say takes no place either.
    this.hidden = !copies.length && !provided;
    if (this.hidden) return nothing;
    return html`<section class="card" aria-labelledby="copies">
      <h2 id="copies">${this.t("requests.copies.heading")}</h2>
      <ul class="rows">
        ${provided ? this.handed(provided) : nothing} ${copies.map((copy) => this.downloaded(copy))}
      </ul>
    </section>`;
  }

  private handed(provided: Provided): TemplateResult {
    const { medium, medium_text, copies, duty, due } = provided;
    return this.row(
      this.t("requests.copies.handed"),
      [
        this.t("requests.handed", {
          medium: medium_text || this.t(`requests.medium.${medium}`),
          count: copies,
        }),
        this.t(`requests.duty.${duty}`),
      ],
      duty === "none" ? null : { ...provided, due: due && lastDayOf(this.panel, due) },
      provided.confirmed_at,
      () => this.confirm(null),
    );
  }

  private downloaded(copy: Copy): TemplateResult {
    const { format } = this.panel;
    return this.row(
      this.t("requests.copies.downloaded", {
        number: copy.copy,
        form: this.t(`requests.form.${copy.form}`),
      }),
      [
        [
          nameOf(this.panel, copy.name),
          momentOf(this.panel, copy.at),
          format.bytes(copy.bytes),
        ].join("・"),
      ],
      { ...copy, due: copy.due && momentOf(this.panel, copy.due) },
      null,
      () => this.confirm(copy.copy),
    );
  }

  /** `duty` null: the recipient keeps it, and nothing is to be confirmed. */
  private row(
    name: string,
    more: string[],
    duty: { due: string | null; overdue: boolean; fate: Fate | null } | null,
    confirmed: Moment | null,
    confirm: () => void,
  ): TemplateResult {
    return html`<li>
      <div class="what">
        <p><strong>${name}</strong></p>
        ${more.map((line) => html`<p class="small soft">${line}</p>`)}
        ${duty ? this.standing(duty, confirmed) : nothing}
      </div>
      ${
        duty && !duty.fate && this.item.can.includes("confirm")
          ? html`<div class="do">
              <button
                class="button"
                aria-label=${this.t("requests.copies.confirm_of", { name })}
                @click=${confirm}
              >
                ${this.t("requests.copies.confirm")}
              </button>
            </div>`
          : nothing
      }
    </li>`;
  }

  private standing(
    { due, overdue, fate }: { due: string | null; overdue: boolean; fate: Fate | null },
    confirmed: Moment | null,
  ): TemplateResult | typeof nothing {
    if (fate) {
      return html`<p class="small settled">
        ${icon(mdiCheckCircleOutline, 18)}
        <span>
          ${this.t(`requests.fate.${fate}`)} ${confirmed ? momentOf(this.panel, confirmed) : ""}
        </span>
      </p>`;
    }
    if (!due) return nothing;
    return overdue
      ? html`<p class="small overdue">
          ${icon(mdiAlertOutline, 18)}
          <span>${this.t("requests.copies.overdue", { when: due })}</span>
        </p>`
      : html`<p class="small soft">${this.t("requests.copies.due", { when: due })}</p>`;
  }
}

define("kb-request-copies", RequestCopies);
