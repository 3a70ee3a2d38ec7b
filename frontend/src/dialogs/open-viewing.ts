/** Begins a viewing: what for, who is there, which part. It is entered in the viewing register. */

import { mdiAlertOutline, mdiEye, mdiFileDocumentAlertOutline } from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { define } from "../components/define";
import { Dialog } from "../components/dialog";
import { icon } from "../components/icon";
import "../components/span-fields";
import { get, post } from "../data/api";
import { toIso } from "../data/local-time";
import type { Span } from "../data/timeline";
import type { Moment, Named, Viewing, ViewingRequest } from "../data/types";

/** The purpose of a use that is permitted one by one, 目的外利用. */
const BEYOND = "beyond";

/** A viewing that is open, as this page knows it. */
export interface OpenViewing {
  session: string;
  until: Moment;
  /** The key of the words for its purpose; of a permitted use, for its ground. */
  words: string;
  cameras: string[];
  span: Span;
}

/** `beyond`: the person wants to use footage beyond the purpose, and must ask first. */
export type OpenAnswer = OpenViewing | "beyond";

export class OpenViewingDialog extends Dialog<OpenAnswer> {
  static override styles = [
    ...Dialog.styles,
    css`
      .purposes {
        display: grid;
        gap: 8px;
      }
      summary {
        cursor: pointer;
        min-height: 44px;
        display: flex;
        align-items: center;
        font-weight: 600;
        color: var(--kb-accent);
      }
      details .choices {
        display: grid;
        gap: 8px;
      }
      .beyond {
        justify-self: start;
      }
    `,
  ];

  camera = "";
  place = "";
  span: Span = { from: 0, to: 0 };
  /** A use beyond the purpose that was permitted: its request takes the place of a purpose. */
  permitted: ViewingRequest | null = null;

  @state() private chosenSpan: Span | null = null;
  @state() private purpose = "";
  @state() private purposes: string[] = [];
  @state() private people: Named[] = [];
  @state() private others = new Set<string>();
  @state() private attending = new Set<string>();
  @state() private outsiders = false;

  protected override firstUpdated(): void {
    super.firstUpdated();
    void this.attempt(async () => {
      const viewing = await get<Viewing>(this.panel.hass, "viewing");
      this.purposes = viewing.purposes.filter((purpose) => purpose !== BEYOND);
      this.people = viewing.people;
    });
  }

  private get cameras(): string[] {
    return this.permitted?.cameras ?? [this.camera, ...this.others];
  }

  protected override submit(): void {
    const span = this.chosenSpan ?? this.span;
    const purpose = this.permitted ? BEYOND : this.purpose;
    if (!purpose) return;
    void this.attempt(async () => {
      const { session, until } = await post<{ session: string; until: Moment }>(
        this.panel.hass,
        ["viewing"],
        {
          purpose,
          cameras: this.cameras,
          start: toIso(span.from),
          end: toIso(span.to),
          attendees: [...this.attending],
          outsiders: this.outsiders,
          permission: this.permitted?.permission ?? null,
        },
      );
      this.finish({
        session,
        until,
        words: this.permitted
          ? `viewing.ground.${this.permitted.ground}`
          : `viewing.purpose.${purpose}`,
        cameras: this.cameras,
        span,
      });
    });
  }

  protected override render(): TemplateResult {
    return this.frame(
      this.t("viewing.open_heading", { place: this.place }),
      html`
        ${this.permitted ? this.permission(this.permitted) : this.purposeChoice()}
        ${
          this.permitted
            ? nothing
            : html`<kb-span
                .panel=${this.panel}
                .span=${this.chosenSpan ?? this.span}
                @span=${(event: CustomEvent<Span>) => (this.chosenSpan = event.detail)}
              ></kb-span>`
        }
        ${this.permitted ? nothing : this.otherCameras()} ${this.attendees()}
        <p class="hint">${this.t("viewing.recorded")}</p>
      `,
      html`
        ${this.cancel()}
        <button
          type="submit"
          class="button primary"
          ?disabled=${this.busy || !(this.permitted || this.purpose) || this.outsiders}
        >
          ${icon(mdiEye, 20)}${this.t("viewing.begin")}
        </button>
      `,
    );
  }

  private purposeChoice(): TemplateResult {
    return html`<fieldset>
      <legend>${this.t("viewing.purpose_question")}</legend>
      <div class="purposes">
        ${this.purposes.map(
          (purpose) =>
            html`<label class="choice">
              <input
                type="radio"
                name="purpose"
                value=${purpose}
                .checked=${this.purpose === purpose}
                @change=${() => (this.purpose = purpose)}
              />
              ${this.t(`viewing.purpose.${purpose}`)}
            </label>`,
        )}
        <button type="button" class="button quiet beyond" @click=${() => this.finish("beyond")}>
          ${icon(mdiFileDocumentAlertOutline, 20)}${this.t("viewing.beyond")}
        </button>
      </div>
    </fieldset>`;
  }

  private otherCameras(): TemplateResult | typeof nothing {
    const others = (this.panel.overview.cameras ?? []).filter(
      ({ camera }) => camera !== this.camera,
    );
    if (!others.length) return nothing;
    return html`<details>
      <summary>${this.t("viewing.other_cameras", { count: this.others.size })}</summary>
      <div class="choices">
        ${others.map(
          ({ camera, place }) =>
            html`<label class="choice">
              <input
                type="checkbox"
                .checked=${this.others.has(camera)}
                @change=${(event: Event) => (this.others = marked(this.others, camera, event))}
              />
              ${place}
            </label>`,
        )}
      </div>
    </details>`;
  }

  private permission({ ground, start, end }: ViewingRequest): TemplateResult {
    const { format } = this.panel;
    return html`<div class="note">
      ${icon(mdiFileDocumentAlertOutline)}
      <div>
        <strong
          >${this.t("viewing.permitted_use", { ground: this.t(`viewing.ground.${ground}`) })}</strong
        >
        <p>${this.t("span.both", { from: format.moment(start), to: format.moment(end) })}</p>
      </div>
    </div>`;
  }

  private attendees(): TemplateResult {
    return html`<details>
      <summary>
        ${this.t("viewing.attendees", { count: this.attending.size + Number(this.outsiders) })}
      </summary>
      <div class="choices">
        ${this.people.map(
          ({ user_id, name }) =>
            html`<label class="choice">
              <input
                type="checkbox"
                .checked=${this.attending.has(user_id)}
                @change=${(event: Event) =>
                  (this.attending = marked(this.attending, user_id, event))}
              />
              ${name}
            </label>`,
        )}
        <label class="choice">
          <input
            type="checkbox"
            .checked=${this.outsiders}
            @change=${(event: Event) => {
              this.outsiders = (event.target as HTMLInputElement).checked;
            }}
          />
          ${this.t("viewing.outsiders")}
        </label>
        ${
          this.outsiders
            ? html`<p class="note warn" role="status">
                ${icon(mdiAlertOutline)}<span>${this.t("viewing.outsiders_note")}</span>
              </p>`
            : nothing
        }
      </div>
    </details>`;
  }
}

/** A set after a box for one of its items was ticked or not. */
function marked(set: ReadonlySet<string>, item: string, event: Event): Set<string> {
  const now = new Set(set);
  if ((event.target as HTMLInputElement).checked) now.add(item);
  else now.delete(item);
  return now;
}

define("kb-open-viewing", OpenViewingDialog);
