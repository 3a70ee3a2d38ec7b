/** One request with everything that is needed to decide it, and to do what comes after. */

import { mdiArrowLeft, mdiCheck } from "@mdi/js";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { stepsDone, STEPS, type Entry } from "../data/request-list";
import type { Disclosure, RequestSettings } from "../data/request-types";
import { address, PANEL } from "../data/route";
import { define } from "./define";
import { icon } from "./icon";
import "./request-acts";
import "./request-copies";
import { disclosureHistory, extensionHistory } from "./request-history";
import "./request-package";
import "./request-papers";
import {
  askedSheet,
  disclosureSheet,
  extensionSheet,
  guideline,
  sheetStyles,
  spanSheet,
} from "./request-sheets";
import { pageStyles } from "./request-page-styles";
import { aboutOf, stateTag } from "./request-words";
import { rows } from "./rows";
import { look } from "./styles";
import { PanelElement } from "./view";

export class RequestPage extends PanelElement {
  static override styles = [...look, rows, sheetStyles, pageStyles];

  @property({ attribute: false }) entry!: Entry;
  @property({ attribute: false }) settings!: RequestSettings;

  private readonly changed = (): void => {
    this.dispatchEvent(new CustomEvent("changed"));
  };

  /** Another page stands here now: screen readers hear its name, and the keyboard goes on from it. */
  protected override firstUpdated(): void {
    this.focusTitle();
  }

  /** An act that was done is offered no more: the keyboard goes on from the name of the page. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const before = (changed.get("entry") as Entry | undefined)?.item.can.join();
    if (before === undefined || before === this.entry.item.can.join()) return;
    requestAnimationFrame(() => {
      // What had the keyboard is gone: nothing has it, or only what it stood in.
      const at = (this.renderRoot as ShadowRoot).activeElement;
      if (document.activeElement === document.body || at?.matches("[tabindex='-1']"))
        this.focusTitle();
    });
  }

  private focusTitle(): void {
    this.renderRoot.querySelector<HTMLElement>("#title")?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const { entry } = this;
    // Whoever decides reads first; whoever has something to do finds that first.
    const decided = entry.kind === "draft" || entry.item.state !== "requested";
    const reads = !decided || !entry.item.can.length;
    return html`<div class="page">
      ${this.head()}
      <div class="columns ${reads ? "" : "acts-first"}">
        ${reads ? html`${this.about()} ${this.doing()}` : html`${this.doing()} ${this.about()}`}
      </div>
    </div>`;
  }

  private head(): TemplateResult {
    const { panel, entry } = this;
    const { kind, item } = entry;
    return html`<div class="top">
      <a
        class="back"
        href=${address(PANEL, ["requests"])}
        @click=${(event: MouseEvent) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          panel.go(["requests"]);
        }}
      >
        ${icon(mdiArrowLeft, 20)}${this.t("requests.back")}
      </a>
      <div class="name">
        <h2 tabindex="-1" id="title">
          <span class="number numbers">${this.t("requests.number", { number: item.number })}</span>
          ${
            kind === "protection"
              ? this.t(`requests.kind.${kind}`)
              : this.t("requests.title", {
                  kind: this.t(`requests.kind.${kind}`),
                  about: aboutOf(panel, entry),
                })
          }
        </h2>
        ${stateTag(panel, entry)}
      </div>
      ${kind === "disclosure" || kind === "access" ? this.steps(item) : nothing}
    </div>`;
  }

  private steps(item: Disclosure): TemplateResult | typeof nothing {
    const done = stepsDone(item);
    if (done === null) return nothing;
    return html`<ol class="steps" aria-label=${this.t("requests.steps")}>
      ${STEPS.map(
        (step, at) =>
          html`<li class=${at < done ? "done" : ""} aria-current=${at === done ? "step" : nothing}>
            <span class="dot">${at < done ? icon(mdiCheck, 16) : at + 1}</span>
            <span>${this.t(`requests.step.${step}`)}</span>
            ${at < done ? html`<span class="unseen">${this.t("requests.step_done")}</span>` : nothing}
          </li>`,
      )}
    </ol>`;
  }

  /** What it is about. */
  private about(): TemplateResult {
    return html`<div class="about">${this.sheets()}</div>`;
  }

  private sheets(): TemplateResult {
    const { panel, entry } = this;
    const { kind, item } = entry;
    switch (kind) {
      case "draft":
        return this.cards(askedSheet(panel, item), spanSheet(panel, item));
      case "protection":
        return this.cards(
          askedSheet(panel, item),
          spanSheet(panel, item, { until: item.until, plain: true }),
        );
      case "extension":
        return html`
          ${this.cards(
            extensionSheet(panel, item),
            spanSheet(panel, item, { until: item.protected_until, held: item.held_until }),
          )}
          ${guideline(panel, "extension")} ${extensionHistory(panel, item)}
        `;
      case "seizure":
        // Nothing is kept for it.
        return html`
          ${this.cards(
            disclosureSheet(panel, item),
            spanSheet(panel, { ...item, true: [] }, { plain: true }),
          )}
          ${guideline(panel, kind)} ${disclosureHistory(panel, item)}
        `;
      default:
        return html`
          ${this.cards(
            disclosureSheet(panel, item),
            spanSheet(panel, item, { until: item.protected_until, held: item.held_until }),
          )}
          ${guideline(panel, item.ground ?? "access")} ${disclosureHistory(panel, item)}
        `;
    }
  }

  private cards(asked: TemplateResult, span: TemplateResult): TemplateResult {
    const { kind } = this.entry;
    return html`
      <section class="card" aria-labelledby="asked">
        <h2 id="asked">
          ${this.t(`requests.asked_${kind === "protection" || kind === "seizure" ? kind : "of"}`)}
        </h2>
        ${asked}
      </section>
      <section class="card" aria-labelledby="span">
        <h2 id="span">${this.t("requests.footage")}</h2>
        ${span}
      </section>
    `;
  }

  /** What is to be done about it. */
  private doing(): TemplateResult {
    const { panel, entry, settings, changed } = this;
    const { kind, item } = entry;
    const given = kind === "disclosure" || kind === "access";
    return html`<div class="doing">
      <kb-request-acts
        .panel=${panel}
        .entry=${entry}
        .settings=${settings}
        @changed=${changed}
      ></kb-request-acts>
      ${
        given && item.can.some((act) => act === "prepare" || act === "download")
          ? html`<kb-request-package
              .panel=${panel}
              .item=${item}
              @changed=${changed}
            ></kb-request-package>`
          : nothing
      }
      ${
        given
          ? html`<kb-request-copies
              .panel=${panel}
              .item=${item}
              @changed=${changed}
            ></kb-request-copies>`
          : nothing
      }
      <kb-request-papers .panel=${panel} .entry=${entry}></kb-request-papers>
    </div>`;
  }
}

define("kb-request-page", RequestPage);
