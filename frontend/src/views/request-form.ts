/**
 * A form for a new request: requests/new/<kind>. What is written stays with the browser's tab
 * until it is sent; the footage it asks for comes from the address, or from what it is made from.
 */

import {
  mdiAlertCircleOutline,
  mdiArrowLeft,
  mdiInformationOutline,
  mdiSendOutline,
  mdiTextBoxPlusOutline,
} from "@mdi/js";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { define } from "../components/define";
import "../components/footage-choice";
import type { Footage } from "../components/footage-choice";
import { formStyles, must } from "../components/form-fields";
import { icon } from "../components/icon";
import "../components/protected-note";
import { formPage } from "../components/request-form-styles";
import { sectionsOf, type Section, type WishForm } from "../components/request-sections";
import { look } from "../components/styles";
import { PanelElement } from "../components/view";
import { asProblem } from "../data/api";
import type { Facts } from "../data/footage-facts";
import {
  act,
  FORM_ACTS,
  newRequest,
  requestPath,
  RequestsWatch,
  type NewKind,
} from "../data/requests";
import {
  applicationOf,
  check,
  extensionOf,
  fieldOfProblem,
  seizureOf,
  type Around,
  type Field,
  type Wish,
  type Wrong,
} from "../data/wish";
import { aroundOf, dayInWords } from "../data/wish-around";
import { givenBy, officerPath, startOf, type Given, type Start } from "../data/wish-from";
import { firstWish, forgetWish, keepWish, keptWish } from "../data/wish-kept";

/** Spans that are offered to whoever has an officer at the door. */
const MINUTES = [30, 60, 180];

export class RequestForm extends PanelElement {
  static override styles = [...look, formStyles, formPage];

  /** Have the tab look at its list again. */
  @property({ attribute: false }) look?: () => Promise<void>;

  @state() private wish: Wish | null = null;
  @state() private wrong: Wrong = {};
  @state() private refused: Partial<Record<Field, string>> = {};
  @state() private error = "";
  @state() private busy = false;
  /** What stood in the form came from before. */
  @state() private again = false;
  @state() private facts: Facts[] = [];

  private readonly watch = new RequestsWatch(this);
  private start: Start | null = null;
  private given: Given | null = null;
  private tried = false;
  private looked = "";

  // --- Where it begins ---

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const start = startOf(this.panel.path.slice(2));
    const { start: before } = this;
    this.start = start;
    if (!start || !this.panel.may(FORM_ACTS[start.kind])) return;
    if (before?.kind !== start.kind || before.name !== start.name) this.wish = null;
    if (!this.wish) this.begin(start);
  }

  private begin(start: Start): void {
    const { overview } = this.panel;
    const cameras = (overview.cameras ?? []).map(({ camera }) => camera);
    const given = givenBy(start, this.watch.list);
    if (!given || (given.gone && this.looked !== start.name)) {
      // What it is made from has to be known first; the list may be older than that.
      if (this.watch.list && !this.watch.problem) {
        this.looked = start.name;
        void this.watch.load();
      }
      return;
    }
    this.given = given;
    const found = keptWish(overview.me.user_id, start);
    this.wrong = {};
    this.refused = {};
    this.error = "";
    this.tried = false;
    this.again = found !== null;
    this.wish = firstWish(start, given, found, cameras, Date.now());
  }

  private beginAnew(): void {
    if (!this.start) return;
    forgetWish(this.panel.overview.me.user_id, this.start);
    this.begin(this.start);
    this.panel.say(this.t("request_form.began_anew"));
  }

  /** Footage was protected while the form stood open: the request is to take that over. */
  private async takeOver(number: number): Promise<void> {
    const { start, wish } = this;
    const user = this.panel.overview.me.user_id;
    await this.watch.load();
    if (!start || !wish) return;
    const path = newRequest(start.kind, "protection", number);
    const next = startOf(path.slice(2));
    if (next) keepWish(user, next, wish);
    forgetWish(user, start);
    this.panel.go(start.officer ? officerPath(number) : path, true);
  }

  private set(part: Partial<Wish>): void {
    const { start } = this;
    if (!this.wish || !start) return;
    this.wish = { ...this.wish, ...part };
    keepWish(this.panel.overview.me.user_id, start, this.wish);
    for (const field of Object.keys(part)) delete this.refused[field as Field];
    if ("cameras" in part || "from" in part) delete this.refused.footage;
    if (this.tried) this.wrong = check(start.kind, this.wish, this.around(this.wish));
  }

  // --- What it is held against ---

  private around(wish: Wish): Around {
    const { overview, format, t } = this.panel;
    const ground = {
      cameras: overview.cameras ?? [],
      format,
      t,
      facts: this.facts,
      renewed: this.given?.renewed ?? null,
      settings: this.watch.list?.settings,
    };
    return aroundOf(wish, ground, Date.now());
  }

  // --- Sending ---

  private async send(): Promise<void> {
    const { start, wish } = this;
    if (!start || !wish || this.busy) return;
    this.tried = true;
    this.refused = {};
    this.error = "";
    const around = this.around(wish);
    this.wrong = check(start.kind, wish, around);
    if (Object.keys(this.wrong).length) return this.showWrong();
    this.busy = true;
    try {
      const { number } = await this.post(start.kind, wish, around.sentence);
      forgetWish(this.panel.overview.me.user_id, start);
      await this.look?.();
      this.panel.say(this.t(`request_form.sent.${start.kind}`, { number }));
      this.panel.go(requestPath(number), true);
    } catch (error) {
      this.refuse(error);
    } finally {
      this.busy = false;
    }
  }

  private async post(kind: NewKind, wish: Wish, sentence: string): Promise<{ number: number }> {
    const { hass } = this.panel;
    const from = this.given?.from ?? {};
    switch (kind) {
      case "extension":
        return act(hass, "extension", extensionOf(wish, from));
      case "seizure":
        return act(hass, "seizure", seizureOf(wish, sentence));
      default:
        return act(hass, "disclosure", applicationOf(kind, wish, sentence, from));
    }
  }

  private refuse(error: unknown): void {
    const field = fieldOfProblem(asProblem(error).key);
    const words = this.panel.words(error);
    if (field) {
      this.refused = { [field]: words };
      this.showWrong();
    } else {
      this.error = words;
    }
  }

  /** Bring the first field that is wrong before the person. */
  private showWrong(): void {
    void this.updateComplete.then(() => {
      const first = this.renderRoot.querySelector<HTMLElement>(
        ".is-wrong, kb-footage-choice[wrong]",
      );
      // Too long a text may stand in a field that another answer has taken away.
      if (!first) this.error = this.t(`request_form.wrong.${Object.values(this.wrong)[0]}`);
      first?.scrollIntoView({ block: "start" });
      (first?.querySelector<HTMLElement>("input, textarea") ?? first)?.focus({
        preventScroll: true,
      });
    });
  }

  // --- On screen ---

  protected override render(): TemplateResult {
    const { start } = this;
    if (!start) return this.only(this.t("request_form.not_here"));
    if (!this.panel.may(FORM_ACTS[start.kind])) return this.only(this.t("request_form.not_yours"));
    if (!this.wish) {
      return this.watch.problem
        ? this.only(this.panel.words(this.watch.problem), "bad")
        : html`<div class="page">
            <p class="soft" role="status">${this.t("shell.loading")}</p>
          </div>`;
    }
    return this.form(start, this.wish);
  }

  private only(words: string, kind = ""): TemplateResult {
    return html`<div class="page">
      <p class="note ${kind}" role=${kind ? "alert" : nothing}>
        ${icon(mdiAlertCircleOutline)}<span>${words}</span>
      </p>
      <div class="actions">${this.back()}</div>
    </div>`;
  }

  private back(): TemplateResult {
    return html`<button class="button quiet back" @click=${() => this.panel.go(["requests"])}>
      ${icon(mdiArrowLeft, 20)}${this.t("request_form.back")}
    </button>`;
  }

  private form(start: Start, wish: Wish): TemplateResult {
    const heading = start.officer ? "officer.heading" : `request_form.heading.${start.kind}`;
    return html`<div class="page">
      <div class="top">
        ${this.back()}
        <h2 id="heading">${this.t(heading)}</h2>
        <p class="soft">${this.t(`request_form.lead.${this.leadOf(start)}`)}</p>
      </div>
      ${this.notes(start, wish)}
      <form
        novalidate
        aria-labelledby="heading"
        @submit=${(event: Event) => {
          event.preventDefault();
          void this.send();
        }}
      >
        ${this.section("footage", this.footage(start, wish))}
        ${sectionsOf(this.wishForm(start, wish), start.kind, {
          reasonBefore: this.given?.renewed?.reason ?? "",
          seize: () => this.panel.go(newRequest("seizure")),
        }).map((section) => this.section(...section))}
        ${this.foot(start)}
      </form>
    </div>`;
  }

  private leadOf({ kind, officer }: Start): string {
    if (officer) return "officer";
    if (kind !== "extension") return kind;
    return this.watch.list?.settings.approver === "site_owner" ? "extension_by_owner" : kind;
  }

  private wishForm(start: Start, wish: Wish): WishForm {
    const wrong = Object.entries(this.wrong).map(([field, key]) => [
      field,
      this.t(`request_form.wrong.${key}`),
    ]);
    return {
      t: this.panel.t,
      value: wish,
      wrong: { ...Object.fromEntries(wrong), ...this.refused },
      set: (part) => this.set(part),
      short: start.officer,
      kind: start.kind,
      around: this.around(wish),
      day: (day) => dayInWords(day, this.panel.format),
      zone: this.panel.format.zone,
    };
  }

  private section(...[name, body, need]: Section): TemplateResult {
    return html`<section class="card" aria-labelledby="section-${name}">
      <h3 id="section-${name}">
        ${this.t(`request_form.section.${name}`)}${need ? must(this.panel.t) : nothing}
      </h3>
      ${body}
    </section>`;
  }

  private notes(start: Start, wish: Wish): TemplateResult {
    return html`
      ${
        this.given?.gone
          ? html`<p class="note warn">
              ${icon(mdiAlertCircleOutline)}<span
                >${this.t("request_form.gone", { number: start.number })}</span
              >
            </p>`
          : nothing
      }
      ${
        this.again
          ? html`<div class="note again">
              ${icon(mdiInformationOutline)}
              <div>${this.t("request_form.again")}</div>
              <button type="button" class="button quiet" @click=${() => this.beginAnew()}>
                ${this.t("request_form.begin_anew")}
              </button>
            </div>`
          : nothing
      }
      ${
        start.officer || start.origin === "protection"
          ? html`<kb-protected
              .panel=${this.panel}
              .protection=${
                this.watch.list?.protections.find(
                  ({ number }) => start.origin === "protection" && number === start.number,
                ) ?? null
              }
              .cameras=${wish.cameras}
              .span=${{ from: wish.from, to: wish.to }}
              @protected=${({ detail }: CustomEvent<number>) => this.takeOver(detail)}
            ></kb-protected>`
          : nothing
      }
    `;
  }

  private footage(start: Start, wish: Wish): TemplateResult {
    const key = this.wrong.footage;
    const wrong = this.refused.footage ?? (key ? this.t(`request_form.wrong.${key}`) : "");
    return html`<kb-footage-choice
      ?wrong=${Boolean(wrong)}
      .panel=${this.panel}
      .cameras=${wish.cameras}
      .span=${{ from: wish.from, to: wish.to }}
      .words=${wrong}
      .fixed=${Boolean(this.given?.renewed)}
      .minutes=${start.officer ? MINUTES : []}
      @footage=${({ detail }: CustomEvent<Footage>) =>
        this.set({ cameras: detail.cameras, ...detail.span })}
      @facts=${({ detail }: CustomEvent<Facts[]>) => (this.facts = detail)}
    ></kb-footage-choice>`;
  }

  private foot({ kind, officer, origin, number }: Start): TemplateResult {
    return html`
      <div role="alert">
        ${
          this.error
            ? html`<p class="note bad">${icon(mdiAlertCircleOutline)}<span>${this.error}</span></p>`
            : nothing
        }
      </div>
      <div class="actions foot">
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${icon(mdiSendOutline, 20)}${this.t(`request_form.send.${kind}`)}
        </button>
        ${
          officer
            ? html`<button
                type="button"
                class="button"
                @click=${() =>
                  this.panel.go(newRequest("disclosure", origin ?? undefined, number), true)}
              >
                ${icon(mdiTextBoxPlusOutline, 20)}${this.t("request_form.all_fields")}
              </button>`
            : nothing
        }
      </div>
    `;
  }
}

define("kb-request-form", RequestForm);
