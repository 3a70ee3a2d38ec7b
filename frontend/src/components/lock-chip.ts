/** Says on every page whether footage can be seen by this person, and until when. */

import { mdiLock, mdiLockOpenVariant } from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { icon } from "./icon";
import { look } from "./styles";
import { Ticking } from "./ticking";
import { PanelElement } from "./view";

const SHOW_BELOW_S = 5 * 60;

export class LockChip extends PanelElement {
  static override styles = [
    ...look,
    css`
      .button {
        padding: 6px 16px;
        white-space: nowrap;
      }
      .button.open {
        color: var(--kb-warn);
        background: var(--kb-warn-tint);
      }
    `,
  ];

  private readonly ticking = new Ticking(this);

  protected override render(): TemplateResult {
    const { overview, lock, format } = this.panel;
    const mine = lock?.mine;
    this.ticking.runs = Boolean(mine);
    if (mine) {
      const left =
        (Math.min(Date.parse(mine.until), Date.parse(mine.idle_until)) - Date.now()) / 1000;
      return html`<button class="button open" @click=${() => this.panel.lockNow()}>
        ${icon(mdiLockOpenVariant, 20)}<span>${this.t("lock.lock")}</span>
        ${
          left < SHOW_BELOW_S
            ? html`<span class="numbers" aria-hidden="true">${format.countdown(left)}</span>`
            : nothing
        }
      </button>`;
    }
    if (this.panel.may("unlock")) {
      return html`<button class="button" @click=${() => this.panel.ensureUnlocked()}>
        ${icon(mdiLock, 20)}<span>${this.t("lock.unlock")}</span>
      </button>`;
    }
    return overview.lock?.locked === false && this.panel.may("lock")
      ? html`<button class="button open" @click=${() => this.panel.lockNow()}>
          ${icon(mdiLockOpenVariant, 20)}<span>${this.t("lock.lock")}</span>
        </button>`
      : html``;
  }
}
