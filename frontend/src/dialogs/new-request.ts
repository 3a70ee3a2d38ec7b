/** Asks what a new request is to be. */

import { mdiChevronRight } from "@mdi/js";
import { css, html, type TemplateResult } from "lit";
import { define } from "../components/define";
import { Dialog } from "../components/dialog";
import { icon } from "../components/icon";
import type { NewKind } from "../data/requests";

export class NewRequestDialog extends Dialog<NewKind> {
  static override styles = [
    ...Dialog.styles,
    css`
      ul {
        display: grid;
        gap: 8px;
      }
      li button {
        display: flex;
        align-items: center;
        gap: 12px;
        width: 100%;
        padding: 12px 16px;
        border: 1px solid var(--kb-line);
        border-radius: 12px;
        font: inherit;
        color: inherit;
        text-align: start;
        line-height: 1.5;
        background: none;
        cursor: pointer;
      }
      li button:hover {
        background: var(--kb-tint);
      }
      li button > span {
        flex: 1;
      }
      li .icon {
        color: var(--kb-soft);
      }
      small {
        display: block;
        color: var(--kb-soft);
        font-size: 14px;
      }
    `,
  ];

  constructor(private readonly kinds: readonly NewKind[]) {
    super();
  }

  protected override render(): TemplateResult {
    return this.frame(
      this.t("requests.new"),
      html`<ul>
        ${this.kinds.map(
          (kind) =>
            html`<li>
              <button type="button" @click=${() => this.finish(kind)}>
                <span>
                  <strong>${this.t(`requests.kind.${kind}`)}</strong>
                  <small>${this.t(`requests.new_what.${kind}`)}</small>
                </span>
                ${icon(mdiChevronRight)}
              </button>
            </li>`,
        )}
      </ul>`,
      html`${this.cancel()}`,
    );
  }
}

define("kb-new-request", NewRequestDialog);
