/** Asks for a use beyond the purpose (目的外利用): one of the three grounds of 4(4)ア, and why. */

import { mdiSendOutline } from "@mdi/js";
import { css, html, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { define } from "../components/define";
import { Dialog } from "../components/dialog";
import { textField } from "../components/form-fields";
import { icon } from "../components/icon";
import "../components/span-fields";
import { post } from "../data/api";
import { toIso } from "../data/local-time";
import type { Span } from "../data/timeline";

const GROUNDS = ["law", "emergency", "investigation"] as const;

export class RequestViewingDialog extends Dialog<number> {
  static override styles = [
    ...Dialog.styles,
    css`
      .grounds {
        display: grid;
        gap: 8px;
      }
      .choice small {
        display: block;
        color: var(--kb-soft);
        font-size: 14px;
      }
    `,
  ];

  camera = "";
  place = "";
  span: Span = { from: 0, to: 0 };

  @state() private chosenSpan: Span | null = null;
  @state() private ground = "";
  @state() private reason = "";
  @state() private document = "";

  private get isWhole(): boolean {
    return Boolean(this.ground && this.reason.trim());
  }

  protected override submit(): void {
    if (!this.isWhole) return;
    const span = this.chosenSpan ?? this.span;
    void this.attempt(async () => {
      const { request } = await post<{ request: number }>(this.panel.hass, ["viewing", "request"], {
        ground: this.ground,
        reason: this.reason.trim(),
        ...(this.document.trim() ? { document: this.document.trim() } : {}),
        cameras: [this.camera],
        start: toIso(span.from),
        end: toIso(span.to),
      });
      this.finish(request);
    });
  }

  protected override render(): TemplateResult {
    return this.frame(
      this.t("viewing.request_heading"),
      html`
        <p>${this.t("viewing.request_explain", { place: this.place })}</p>
        <fieldset>
          <legend>${this.t("viewing.ground_question")}</legend>
          <div class="grounds">
            ${GROUNDS.map(
              (ground) =>
                html`<label class="choice">
                  <input
                    type="radio"
                    name="ground"
                    value=${ground}
                    .checked=${this.ground === ground}
                    @change=${() => (this.ground = ground)}
                  />
                  <span>
                    ${this.t(`viewing.ground.${ground}`)}
                    <small>${this.t(`viewing.ground_example.${ground}`)}</small>
                  </span>
                </label>`,
            )}
          </div>
        </fieldset>
        ${textField(this.fields({ reason: this.reason }), "reason", {
          label: this.t("viewing.reason"),
          rows: 2,
          most: 500,
        })}
        ${textField(this.fields({ document: this.document }), "document", {
          label: this.t("viewing.document"),
          hint: this.t("viewing.document_hint"),
          most: 200,
        })}
        <kb-span
          .panel=${this.panel}
          .span=${this.chosenSpan ?? this.span}
          @span=${(event: CustomEvent<Span>) => (this.chosenSpan = event.detail)}
        ></kb-span>
      `,
      html`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy || !this.isWhole}>
          ${icon(mdiSendOutline, 20)}${this.t("viewing.send_request")}
        </button>
      `,
    );
  }
}

define("kb-request-viewing", RequestViewingDialog);
