/** Which footage: cameras and a span; and what there is of it, for whoever may see that. */

import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { asProblem } from "../data/api";
import { askFacts, type Facts } from "../data/footage-facts";
import { length, type Span } from "../data/timeline";
import type { Camera } from "../data/types";
import { define } from "./define";
import { chip, formStyles, must, wrongNote } from "./form-fields";
import "./span-fields";
import { look } from "./styles";
import { PanelElement } from "./view";

export interface Footage {
  cameras: string[];
  span: Span;
}

const AFTER_MS = 400;
const LONGEST_MS = 7 * 24 * 3600_000;
/** Less than this missing is how chunks begin and end, and no gap. */
const GAP_MS = 2_000;

export class FootageChoice extends PanelElement {
  static override styles = [
    ...look,
    formStyles,
    css`
      :host {
        display: grid;
        gap: 20px;
      }
      .cameras {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr));
        gap: 8px;
      }
      fieldset > .wrong {
        margin: 0 0 8px;
      }
      .when {
        display: grid;
        gap: 6px;
      }
    `,
  ];

  @property({ attribute: false }) cameras: string[] = [];
  @property({ attribute: false }) span!: Span;
  /** What is wrong, in words: where no camera is chosen, that; else it is about the span. */
  @property() words = "";
  /** It is said and cannot be changed: a renewal is of the same footage. */
  @property({ type: Boolean }) fixed = false;
  /** Spans that end now are offered: so many minutes. */
  @property({ attribute: false }) minutes: readonly number[] = [];

  @state() private facts: Facts[] = [];

  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = "";

  override connectedCallback(): void {
    super.connectedCallback();
    this.asked = "";
    this.requestUpdate();
  }

  /** Bring what is wrong before the person: there may be many cameras above it. */
  override scrollIntoView(to?: ScrollIntoViewOptions): void {
    this.renderRoot.querySelector(".is-wrong, .wrong")?.scrollIntoView(to);
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>(".is-wrong :is(input, kb-span)")?.focus(options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** The cameras of the site, and such as were chosen and are not here any more. */
  private get all(): Pick<Camera, "camera" | "place">[] {
    const here = this.panel.overview.cameras ?? [];
    const gone = this.cameras.filter((id) => !here.some(({ camera }) => camera === id));
    return [...here, ...gone.map((camera) => ({ camera, place: this.t("book.removed_camera") }))];
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { cameras, span } = this;
    const wanted = `${cameras.join()} ${span.from} ${span.to}`;
    if (wanted === this.asked || !this.panel.may("list_footage")) return;
    this.asked = wanted;
    clearTimeout(this.timer);
    this.tell([]);
    const size = length(span);
    if (!cameras.length || size <= 0 || size > LONGEST_MS || span.to > Date.now()) return;
    this.timer = setTimeout(() => void this.ask(wanted), AFTER_MS);
  }

  private async ask(wanted: string): Promise<void> {
    const { cameras, span, panel } = this;
    try {
      const facts = await Promise.all(
        cameras.map((camera) => askFacts(panel.hass, camera, span, panel.format)),
      );
      if (wanted === this.asked && this.isConnected) this.tell(facts);
    } catch (error) {
      // What there is of the footage is a help only; without a connection it is asked for again.
      if (asProblem(error).key !== "no_connection" || !this.isConnected) return;
      this.timer = setTimeout(() => void this.ask(wanted), AFTER_MS * 10);
    }
  }

  private tell(facts: Facts[]): void {
    this.facts = facts;
    this.dispatchEvent(new CustomEvent<Facts[]>("facts", { detail: facts }));
  }

  private put(part: Partial<Footage>): void {
    const detail: Footage = { cameras: this.cameras, span: this.span, ...part };
    this.dispatchEvent(new CustomEvent("footage", { detail }));
  }

  private pick(camera: string, event: Event): void {
    const on = (event.target as HTMLInputElement).checked;
    this.put({
      cameras: this.all
        .map((one) => one.camera)
        .filter((id) => (id === camera ? on : this.cameras.includes(id))),
    });
  }

  private ending(minutes: number): void {
    const to = Math.floor((Date.now() - 10_000) / 60_000) * 60_000;
    this.put({ span: { from: to - minutes * 60_000, to } });
  }

  protected override render(): TemplateResult {
    if (this.fixed) return this.said();
    const { words } = this;
    const chosen = this.cameras.length > 0;
    return html`
      <fieldset
        id="cameras"
        class=${words && !chosen ? "is-wrong" : ""}
        aria-describedby="cameras-wrong"
      >
        <legend>${this.t("request_form.cameras")}${must(this.panel.t)}</legend>
        ${chosen ? nothing : wrongNote("cameras", words)}
        <div class="cameras options">
          ${this.all.map(
            ({ camera, place }) =>
              html`<label class="choice">
                <input
                  type="checkbox"
                  value=${camera}
                  .checked=${this.cameras.includes(camera)}
                  @change=${(event: Event) => this.pick(camera, event)}
                />
                <span>${place}${this.factsOf(camera)}</span>
              </label>`,
          )}
        </div>
      </fieldset>
      <div
        class="when ${words && chosen ? "is-wrong" : ""}"
        role="group"
        aria-label=${this.t("request_form.span")}
        aria-describedby="span-wrong"
      >
        <kb-span
          .panel=${this.panel}
          .span=${this.span}
          @span=${({ detail }: CustomEvent<Span>) => this.put({ span: detail })}
        ></kb-span>
        ${chosen ? wrongNote("span", words) : nothing}
      </div>
      ${
        this.minutes.length
          ? html`<div class="offers" role="group" aria-label=${this.t("request_form.until_now")}>
              ${this.minutes.map((minutes) =>
                chip(
                  this.t("request_form.last", {
                    length: this.panel.format.length(minutes * 60),
                  }),
                  false,
                  () => this.ending(minutes),
                ),
              )}
            </div>`
          : nothing
      }
    `;
  }

  private said(): TemplateResult {
    const { format } = this.panel;
    const places = this.cameras.map(
      (id) => this.all.find(({ camera }) => camera === id)?.place ?? "",
    );
    return html` <dl class="facts">
        <dt>${this.t("request_form.cameras")}</dt>
        <dd>${format.list(places)}</dd>
        <dt>${this.t("request_form.span")}</dt>
        <dd class="numbers">
          ${this.t("span.both", {
            from: `${format.day(this.span.from)} ${format.time(this.span.from)}`,
            to: `${format.day(this.span.to)} ${format.time(this.span.to)}`,
          })}
        </dd>
      </dl>
      ${wrongNote("footage", this.words)}`;
  }

  /** What there is of a camera's footage in the span. */
  private factsOf(camera: string): TemplateResult | typeof nothing {
    const facts = this.facts.find((one) => one.camera === camera);
    if (!facts) return nothing;
    const { format } = this.panel;
    const words = !facts.recorded
      ? this.t("request_form.nothing_recorded")
      : facts.missing > GAP_MS
        ? this.t("request_form.partly_recorded", { length: format.length(facts.recorded / 1000) })
        : this.t("request_form.wholly_recorded");
    const end = facts.heldUntil
      ? this.t("timeline.held_until", { when: format.moment(facts.heldUntil) })
      : facts.firstEnd
        ? this.t("timeline.erased", { when: format.moment(facts.firstEnd) })
        : "";
    return html`<small>${words}${end ? html`<br />${end}` : nothing}</small>`;
  }
}

define("kb-footage-choice", FootageChoice);
