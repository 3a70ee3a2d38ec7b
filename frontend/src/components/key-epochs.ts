/** Which footage is opened by whose key, and what nobody's opens any more. */

import { mdiAlertOutline, mdiChevronRight, mdiContentCopy } from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { copy } from "../data/copy";
import { spans, type Keys } from "../data/keys";
import { define } from "./define";
import { icon } from "./icon";
import { rows } from "./rows";
import { look } from "./styles";
import { PanelElement } from "./view";

export class KeyEpochs extends PanelElement {
  static override styles = [
    ...look,
    rows,
    css`
      :host {
        display: grid;
        gap: inherit;
      }
      .value {
        display: flex;
        gap: 4px;
        align-items: center;
      }
      .value code {
        flex: 1;
        min-width: 0;
      }
      .facts-stacked {
        display: grid;
        gap: 8px;
      }
      .facts-stacked dt {
        color: var(--kb-soft);
        font-size: 14px;
      }
    `,
  ];

  @property({ attribute: false }) keys!: Keys;

  protected override render(): TemplateResult {
    return html`${this.sealed(this.keys)} ${this.epochs(this.keys)}`;
  }

  private sealed({ sealed }: Keys): TemplateResult | typeof nothing {
    if (!sealed) return nothing;
    const { format } = this.panel;
    return html`<section class="card" aria-labelledby="sealed">
      <h2 id="sealed">${this.t("keys.sealed")}</h2>
      <div class="note warn">
        ${icon(mdiAlertOutline)}
        <div>
          <p>
            ${this.t("keys.sealed_what", {
              places: this.places(sealed.cameras),
              oldest: format.fullDay(sealed.oldest),
              newest: format.fullDay(sealed.newest),
            })}
          </p>
          ${
            sealed.erased_by
              ? html`<p>
                  ${this.t("keys.sealed_until", { when: format.fullDay(sealed.erased_by) })}
                </p>`
              : nothing
          }
        </div>
      </div>
    </section>`;
  }

  private places(ids: readonly string[]): string {
    const known = new Map(this.panel.overview.cameras?.map((one) => [one.camera, one.place]));
    const names = ids.map((id) => known.get(id) ?? this.t("book.removed_camera"));
    return this.panel.format.list([...new Set(names)]);
  }

  private epochs(keys: Keys): TemplateResult {
    const { format } = this.panel;
    return html`<section class="card" aria-labelledby="epochs">
      <h2 id="epochs">${this.t("keys.epochs")}</h2>
      <ul class="rows">
        ${spans(keys.epochs).map(
          (epoch) =>
            html`<li>
              <div class="what">
                <p>
                  ${
                    epoch.until
                      ? this.t("keys.epoch_past", {
                          since: format.fullDay(epoch.since),
                          until: format.fullDay(epoch.until),
                        })
                      : this.t("keys.epoch_now", { since: format.fullDay(epoch.since) })
                  }
                </p>
                <p class="soft small">${this.openedBy(keys, epoch.holders)}</p>
                ${
                  epoch.footage_until
                    ? html`<p class="soft small">
                        ${this.t("keys.footage_until", {
                          when: format.fullDay(epoch.footage_until),
                        })}
                      </p>`
                    : nothing
                }
              </div>
            </li>`,
        )}
      </ul>
      <details>
        <summary>${icon(mdiChevronRight)}${this.t("keys.technical")}</summary>
        <dl class="facts-stacked">
          ${this.value("keys.fingerprint", keys.fingerprint)}
          ${this.value("keys.host_fingerprint", keys.host_fingerprint)}
        </dl>
      </details>
    </section>`;
  }

  private openedBy(keys: Keys, holders: readonly string[]): string {
    if (!holders.length) return this.t("keys.opened_by_nobody");
    const names = holders.map((user) => keys.holders.find((one) => one.user_id === user)?.name);
    return names.every(Boolean)
      ? this.t("keys.opened_by", { names: this.panel.format.list(names as string[]) })
      : this.t("keys.opened_by_count", { count: holders.length });
  }

  private value(key: string, value: string): TemplateResult {
    return html`<div>
      <dt>${this.t(key)}</dt>
      <dd class="value">
        <code>${value}</code>
        <button
          class="round"
          aria-label=${`${this.t("copy.copy")}: ${this.t(key)}`}
          @click=${async () => {
            this.panel.say(this.t((await copy(value)) ? "copy.copied" : "copy.not_copied"));
          }}
        >
          ${icon(mdiContentCopy, 20)}
        </button>
      </dd>
    </div>`;
  }
}

define("kb-key-epochs", KeyEpochs);
