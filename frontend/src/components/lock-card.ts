/** The lock on the page of today: said in words, with the one thing to do about it. */

import { mdiLock, mdiLockOpenVariant } from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { define } from "./define";
import { icon } from "./icon";
import { look } from "./styles";
import { Ticking } from "./ticking";
import { PanelElement } from "./view";

export class LockCard extends PanelElement {
  static override styles = [
    ...look,
    css`
      :host {
        display: grid;
      }
      .card {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 16px;
      }
      .sign {
        display: grid;
        place-items: center;
        width: 56px;
        height: 56px;
        border-radius: 50%;
        color: var(--kb-accent);
        background: var(--kb-tint);
      }
      .open .sign {
        color: var(--kb-warn);
        background: var(--kb-warn-tint);
      }
      .words {
        flex: 1 1 200px;
        min-width: 0;
      }
      @media (max-width: 599px) {
        .actions,
        .actions .button {
          width: 100%;
        }
      }
    `,
  ];

  private readonly ticking = new Ticking(this);

  protected override render(): TemplateResult {
    const { overview, lock, format } = this.panel;
    const mine = lock?.mine ?? null;
    const open = mine !== null || overview.lock?.locked === false;
    this.ticking.runs = mine !== null;
    return html`
      <section class="card ${open ? "open" : ""}" aria-labelledby="state">
        <span class="sign">${icon(open ? mdiLockOpenVariant : mdiLock, 28)}</span>
        <div class="words">
          <h2 id="state">
            ${this.t(mine ? "lock.open_for_you" : open ? "lock.open_for_another" : "lock.locked")}
          </h2>
          <p class="soft">
            ${
              mine
                ? this.t("lock.closes_in", {
                    time: format.countdown(
                      (Math.min(Date.parse(mine.until), Date.parse(mine.idle_until)) - Date.now()) /
                        1000,
                    ),
                  })
                : this.t(open ? "lock.another_sees" : "lock.nobody_sees")
            }
          </p>
        </div>
        <div class="actions">
          ${
            !mine && this.panel.may("unlock")
              ? html`<button class="button primary" @click=${() => this.panel.ensureUnlocked()}>
                  ${icon(mdiLockOpenVariant, 20)}${this.t("lock.unlock")}
                </button>`
              : nothing
          }
          ${
            open && this.panel.may("lock")
              ? html`<button
                  class="button ${mine ? "primary" : ""}"
                  @click=${() => this.panel.lockNow()}
                >
                  ${icon(mdiLock, 20)}${this.t("lock.lock")}
                </button>`
              : nothing
          }
        </div>
      </section>
    `;
  }
}

define("kb-lock-card", LockCard);
