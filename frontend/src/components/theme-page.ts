/**
 * The page of a theme: its heading, what it says, and the deeds on it. A theme renders its own
 * body out of the parts that stand here.
 */

import {
  mdiAlertCircleOutline,
  mdiArrowLeft,
  mdiChevronRight,
  mdiInformationOutline,
  mdiPrinterOutline,
} from "@mdi/js";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import type { DeedName } from "../data/deeds";
import { openLater } from "../data/download";
import type { ThemeName } from "../data/kept-section";
import type { Sections } from "../data/kept-types";
import { address, PANEL } from "../data/route";
import type { Moment } from "../data/types";
import { paper, type Section } from "../data/section";
import type { Opening } from "../dialogs/deed";
import { ask } from "./dialog";
import { icon } from "./icon";
import { sheetStyles } from "./request-sheets";
import { rows } from "./rows";
import { look } from "./styles";
import { saidStyles, themeStyles } from "./theme-styles";
import { dueOf, lastDayOf } from "./theme-words";
import { PanelElement } from "./view";

export type Row = [label: string, value: string | TemplateResult | null | undefined | false];

export interface Offer {
  deed: DeedName;
  /** Whether the integration says that this person can do it now. */
  can: boolean;
  way?: "primary" | "danger" | "quiet" | "";
  /** Of its button, where that is another than the deed's: duties.do.<word>. */
  word?: string;
  opening?: Omit<Opening, "name">;
  /** Whose button it is, for who does not see what it stands at. */
  of?: string;
}

/** So many of a kind lie open beside each other. */
const FEW = 3;

export abstract class ThemePage<S extends ThemeName> extends PanelElement {
  static override styles = [...look, rows, sheetStyles, saidStyles, themeStyles];

  protected abstract readonly theme: S;
  /** What there is of it: `themeOf(this, …)`. */
  protected abstract readonly watch: Section<Sections[S]>;
  @state() private printing = false;
  private at = "";

  /** Another page stands here now: the keyboard goes on from its name. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const title = this.renderRoot.querySelector<HTMLElement>("#title");
    const at = this.panel.path.join("/");
    if (!title || at === this.at) return;
    this.at = at;
    title.focus({ preventScroll: true });
  }

  /** What stands below the heading; at `id`, where one item has a page of its own. */
  protected abstract body(told: Sections[S], id: string | undefined): TemplateResult;

  /** What is offered beside the heading. */
  protected top(_told: Sections[S]): TemplateResult | typeof nothing {
    return nothing;
  }

  protected override render(): TemplateResult {
    const { data, problem } = this.watch;
    const [, , id] = this.panel.path;
    return html`<div class="page">
      <div class="top">
        ${this.back(id)}
        <div class="name">
          <h2 id="title" tabindex="-1">${this.t(`duties.theme.${this.theme}.name`)}</h2>
          ${data && !id ? this.top(data) : nothing}
        </div>
        ${id ? nothing : html`<p class="soft">${this.t(`duties.theme.${this.theme}.what`)}</p>`}
      </div>
      ${
        data
          ? this.body(data, id)
          : problem
            ? this.note(this.panel.words(problem), "bad")
            : html`<p class="soft" role="status">${this.t("shell.loading")}</p>`
      }
    </div>`;
  }

  private back(id: string | undefined): TemplateResult {
    const path = id ? ["duties", this.theme] : ["duties"];
    return this.link(
      path,
      html`${icon(mdiArrowLeft, 20)}${
        id
          ? this.t("duties.back_to", { name: this.t(`duties.theme.${this.theme}.name`) })
          : this.t("duties.back")
      }`,
      "back",
    );
  }

  protected link(path: string[], words: unknown, name = ""): TemplateResult {
    return html`<a
      class=${name}
      href=${address(PANEL, path)}
      @click=${(event: MouseEvent) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.panel.go(path);
      }}
      >${words}</a
    >`;
  }

  protected note(text: string, kind: "" | "bad" | "warn" = ""): TemplateResult {
    return html`<p class="note ${kind}" role=${kind === "bad" ? "alert" : nothing}>
      ${icon(kind ? mdiAlertCircleOutline : mdiInformationOutline)}<span>${text}</span>
    </p>`;
  }

  /** One of many of its kind: all but its head is out of sight until that is pressed. One of few lies open. */
  protected item(
    id: string,
    title: string,
    side: unknown,
    body: TemplateResult,
    many: readonly unknown[],
  ): TemplateResult {
    return html`<article class="card" aria-labelledby=${id}>
      <details ?open=${many.length <= FEW}>
        <summary>
          ${icon(mdiChevronRight, 20)}
          <span class="head"
            ><h3 id=${id}>${title}</h3>
            ${side}</span
          >
        </summary>
        <div class="opened">${body}</div>
      </details>
    </article>`;
  }

  protected notFound(): TemplateResult {
    return this.note(this.t("duties.not_found"));
  }

  /** Rows of label and value: only what there is something to say of. */
  protected facts(lines: Row[]): TemplateResult {
    return html`<dl class="sheet">
      ${lines.map(([label, value]) =>
        value
          ? html`<div>
              <dt>${this.t(`duties.fact.${label}`)}</dt>
              <dd>
                ${typeof value === "string" ? html`<span class="text">${value}</span>` : value}
              </dd>
            </div>`
          : nothing,
      )}
    </dl>`;
  }

  /** When something is due, as a value of `facts`. */
  protected due(due: Moment | null, overdue: boolean): TemplateResult | string | null {
    if (!due) return null;
    return overdue
      ? html`<span class="bad strong">${dueOf(this.panel, due, true).text}</span>`
      : lastDayOf(this.panel, due);
  }

  protected tag(words: string, kind: "" | "plain" | "warn" | "bad" = ""): TemplateResult {
    return html`<span class="tag ${kind}">${words}</span>`;
  }

  /** The buttons of what can be done, and whatever else is to be touched beside them. */
  protected acts(offers: Offer[], more: unknown = nothing): TemplateResult | typeof nothing {
    const shown = offers.filter(({ can }) => can);
    if (!shown.length && more === nothing) return nothing;
    return html`<div class="actions">${shown.map((offer) => this.act(offer))} ${more}</div>`;
  }

  protected act({ deed, way = "", word, opening, of }: Offer): TemplateResult {
    const words = this.t(`duties.do.${word ?? deed.replace("/", "_")}`);
    return html`<button
      class="button ${way}"
      aria-label=${of ? this.t("duties.of", { act: words, what: of }) : nothing}
      @click=${() => void this.open({ name: deed, ...opening })}
    >
      ${words}
    </button>`;
  }

  /** Open the form of a deed; what it made is gone to where it has a page. */
  protected async open(opening: Opening): Promise<void> {
    const { DeedDialog } = await import("../dialogs/deed");
    const dialog = new DeedDialog(opening);
    if (!(await ask(dialog, this.panel))) return;
    await this.watch.load();
    const id = this.made(dialog.answer, opening.name);
    if (id) this.panel.go(["duties", this.theme, id]);
  }

  /** The id of the page of what was made by a deed. */
  protected made(_answer: Record<string, unknown>, _deed: DeedName): string | null {
    return null;
  }

  protected printer(
    name: string,
    words: string,
    about: Record<string, unknown>,
    of?: string,
  ): TemplateResult {
    return html`<button
      class="button quiet"
      aria-label=${of ? this.t("duties.of", { act: words, what: of }) : nothing}
      ?disabled=${this.printing}
      @click=${() => void this.print(name, about)}
    >
      ${icon(mdiPrinterOutline, 20)}${words}
    </button>`;
  }

  private async print(name: string, about: Record<string, unknown>): Promise<void> {
    const { hass, format } = this.panel;
    this.printing = true;
    try {
      await openLater(paper(hass, name, format.language, about));
    } catch (error) {
      this.panel.say(this.panel.words(error));
    } finally {
      this.printing = false;
    }
  }
}
