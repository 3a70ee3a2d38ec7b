/**
 * What can be asked for a span of the timeline: keeping it longer, giving it out, protecting it at
 * once. The span is marked on the line, and stands here in fields as well.
 */

import {
  mdiArrowExpandHorizontal,
  mdiCalendarPlus,
  mdiClose,
  mdiFileSendOutline,
  mdiShieldLockOutline,
} from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { act, type NewKind } from "../data/requests";
import type { Span } from "../data/timeline";
import { requestOf } from "../data/wish-from";
import { toIso } from "../data/local-time";
import { define } from "./define";
import { icon } from "./icon";
import "./span-fields";
import { look } from "./styles";
import { PanelElement } from "./view";

export class MarkCard extends PanelElement {
  static override styles = [
    ...look,
    css`
      :host {
        display: block;
      }
      .begin {
        margin-inline-start: -12px;
        text-align: start;
      }
      section {
        display: grid;
        gap: 16px;
        padding: 16px;
        border-radius: var(--kb-radius);
        background: color-mix(in srgb, var(--kb-text) 4%, var(--kb-card));
      }
      .head {
        display: flex;
        align-items: center;
        gap: 12px;
      }
      .head h2 {
        font-size: 17px;
        flex: 1;
      }
      .head .round {
        margin: -8px;
      }
      kb-span {
        max-width: 560px;
      }
      @media (max-width: 599px) {
        .actions .button {
          width: 100%;
        }
      }
    `,
  ];

  @property() camera = "";
  @property({ attribute: false }) mark: Span | null = null;
  @state() private busy = false;

  private get acts(): { kind: NewKind; may: string; icon: string }[] {
    return (
      [
        { kind: "extension", may: "request_extension", icon: mdiCalendarPlus },
        { kind: "disclosure", may: "request_disclosure", icon: mdiFileSendOutline },
      ] satisfies { kind: NewKind; may: string; icon: string }[]
    ).filter(({ may }) => this.panel.may(may));
  }

  private tell(mark: Span | null): void {
    this.dispatchEvent(new CustomEvent("mark", { detail: mark }));
  }

  private async protect({ from, to }: Span): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      const { until, left_out } = await act(this.panel.hass, "protect", {
        cameras: [this.camera],
        start: toIso(from),
        end: toIso(to),
      });
      const when = this.panel.format.moment(until);
      this.panel.say(
        this.t(left_out ? "mark.protected_partly" : "mark.protected", { when, count: left_out }),
      );
      this.dispatchEvent(new CustomEvent("protected"));
      this.tell(null);
    } catch (error) {
      this.panel.say(this.panel.words(error));
    } finally {
      this.busy = false;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const protects = this.panel.may("protect_footage");
    if (!this.acts.length && !protects) return nothing;
    const { mark } = this;
    if (!mark) {
      return html`<button
        class="button quiet begin"
        @click=${() => this.dispatchEvent(new CustomEvent("begin"))}
      >
        ${icon(mdiArrowExpandHorizontal, 20)}${this.t("mark.begin")}
      </button>`;
    }
    const sound = mark.from < mark.to;
    return html`<section aria-labelledby="heading">
      <div class="head">
        <h2 id="heading">${this.t("mark.heading")}</h2>
        <button class="round" aria-label=${this.t("mark.end")} @click=${() => this.tell(null)}>
          ${icon(mdiClose)}
        </button>
      </div>
      <kb-span
        .panel=${this.panel}
        .span=${mark}
        @span=${({ detail }: CustomEvent<Span>) => this.tell(detail)}
      ></kb-span>
      ${sound ? nothing : html`<p class="hint" role="alert">${this.t("mark.wrong")}</p>`}
      <div class="actions">
        ${this.acts.map(
          ({ kind, icon: path }) =>
            html`<button
              class="button"
              ?disabled=${!sound}
              @click=${() => this.panel.go(requestOf(kind, [this.camera], mark))}
            >
              ${icon(path, 20)}${this.t(`mark.${kind}`)}
            </button>`,
        )}
        ${
          protects
            ? html`<button
                class="button"
                ?disabled=${!sound || this.busy}
                @click=${() => this.protect(mark)}
              >
                ${icon(mdiShieldLockOutline, 20)}${this.t("mark.protect")}
              </button>`
            : nothing
        }
      </div>
      <p class="hint">${this.t("mark.explain")}</p>
    </section>`;
  }
}

define("kb-mark", MarkCard);
