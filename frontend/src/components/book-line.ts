/** One line of the book: when, what, who; and, folded away, what shows that it stands there unchanged. */

import {
  mdiAlertOutline,
  mdiCheckCircleOutline,
  mdiChevronRight,
  mdiContentCopy,
  mdiMinusCircleOutline,
} from "@mdi/js";
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { asProblem, type Problem } from "../data/api";
import { prove, when, type Line, type Proof } from "../data/book";
import { copy } from "../data/copy";
import { tell, who, type Reader } from "../data/sentences";
import { define } from "./define";
import { icon } from "./icon";
import { rows } from "./rows";
import { look } from "./styles";
import { PanelElement } from "./view";

export class BookLine extends PanelElement {
  static override styles = [
    ...look,
    rows,
    css`
      :host {
        display: block;
      }
      .line {
        display: grid;
        grid-template-columns: 72px 1fr;
        gap: 0 12px;
        padding: 14px 0 4px;
      }
      time {
        color: var(--kb-soft);
        line-height: 1.65;
      }
      .text {
        font-weight: 600;
      }
      .line.ordered .text {
        font-weight: 400;
        color: var(--kb-soft);
      }
      .line > details {
        grid-column: 2;
        min-width: 0;
      }
      details > summary {
        font-size: 14px;
        font-weight: 500;
        color: var(--kb-soft);
      }
      details > summary:hover {
        color: var(--kb-accent);
      }
      .proof {
        display: grid;
        gap: 12px;
        padding: 4px 0 12px;
      }
      .check {
        display: flex;
        gap: 12px;
        align-items: flex-start;
        line-height: 1.6;
      }
      .check > .icon {
        margin-top: 1px;
        color: var(--kb-soft);
      }
      .check.good > .icon {
        color: var(--kb-good);
      }
      .check.bad {
        color: var(--kb-bad);
        font-weight: 600;
      }
      .check.bad > .icon {
        color: inherit;
      }
      pre {
        margin: 0 0 12px;
        padding: 12px;
        max-height: 320px;
        overflow: auto;
        border-radius: 8px;
        background: color-mix(in srgb, var(--kb-text) 6%, var(--kb-card));
        font-family: ui-monospace, "Noto Sans Mono", "DejaVu Sans Mono", monospace;
        font-size: 13px;
        line-height: 1.5;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      @media (max-width: 599px) {
        .line {
          grid-template-columns: 1fr;
        }
        .line > details {
          grid-column: 1;
        }
      }
    `,
  ];

  @property({ attribute: false }) line!: Line;
  @property({ attribute: false }) reader!: Reader;

  @state() private proof: Proof | null = null;
  @state() private problem: Problem | null = null;
  private asking = false;

  protected override shouldUpdate(changed: PropertyValues): boolean {
    // Words, places and names come with the reader; the rest of the panel changes nothing here.
    return changed.size !== 1 || !changed.has("panel") || !this.hasUpdated;
  }

  private async check(event: Event): Promise<void> {
    if (!(event.target as HTMLDetailsElement).open || this.proof || this.asking) return;
    this.asking = true;
    this.problem = null;
    try {
      this.proof = await prove(this.panel.hass, this.line.seq);
    } catch (error) {
      this.problem = asProblem(error);
    } finally {
      this.asking = false;
    }
  }

  protected override render(): TemplateResult {
    const { line, reader } = this;
    const { text, more } = tell(line, reader);
    const at = when(line);
    return html`<div class="line ${line.phase}">
      <time datetime=${at} class="numbers">${reader.format.time(at)}</time>
      <div>
        <p>
          <span class="text">${text}</span>
          ${this.phase()}
        </p>
        <p class="soft small">${[who(line, reader), ...more].join("・")}</p>
        ${line.erased ? html`<p class="soft small">${this.erased()}</p>` : nothing}
      </div>
      <details @toggle=${this.check}>
        <summary>${icon(mdiChevronRight, 20)}${this.t("book.proof.show")}</summary>
        <div class="proof" aria-live="polite">${this.proven()}</div>
      </details>
    </div>`;
  }

  private phase(): TemplateResult | typeof nothing {
    switch (this.line.phase) {
      case "ordered":
        return html`<span class="tag plain">${this.t("book.ordered")}</span>`;
      case "failed":
        return html`<span class="tag bad">${this.t("book.failed")}</span>`;
      default:
        return nothing;
    }
  }

  private erased(): string {
    const { erased } = this.line;
    return typeof erased === "string"
      ? this.t("book.erased", { date: this.reader.format.fullDay(erased) })
      : this.t("book.erased_undated");
  }

  private proven(): TemplateResult {
    const { proof, problem } = this;
    if (problem) {
      return html`<p class="check bad">
        ${icon(mdiAlertOutline)}<span>${this.panel.words(problem)}</span>
      </p>`;
    }
    if (!proof) return html`<p class="soft">${this.t("book.proof.checking")}</p>`;
    const { format } = this.reader;
    return html`
      ${
        proof.included
          ? this.checked("good", "included", { size: format.number(proof.size) })
          : this.checked("bad", "not_included")
      }
      ${
        proof.signature === "holds"
          ? this.checked("good", "signed")
          : proof.signature === "broken"
            ? this.checked("bad", "broken")
            : this.checked("none", "unsigned")
      }
      <p class="soft small">${this.t("book.proof.limits")}</p>
      <details>
        <summary>${icon(mdiChevronRight, 20)}${this.t("book.proof.technical")}</summary>
        <p class="soft small">${this.t("book.proof.technical_explain")}</p>
        <pre tabindex="0">${valuesOf(proof)}</pre>
        <button class="button" @click=${() => this.copy(proof)}>
          ${icon(mdiContentCopy, 20)}${this.t("book.proof.copy")}
        </button>
      </details>
    `;
  }

  private checked(
    how: "good" | "bad" | "none",
    key: string,
    blanks: Record<string, string> = {},
  ): TemplateResult {
    const icons = {
      good: mdiCheckCircleOutline,
      bad: mdiAlertOutline,
      none: mdiMinusCircleOutline,
    };
    return html`<p class="check ${how}">
      ${icon(icons[how])}<span>${this.t(`book.proof.${key}`, blanks)}</span>
    </p>`;
  }

  private async copy(proof: Proof): Promise<void> {
    const done = await copy(valuesOf(proof));
    this.panel.say(this.t(done ? "copy.copied" : "copy.not_copied"));
  }
}

/** The values as a tool takes them; what people are called is not among them. */
export function valuesOf({ leaf, index, size, root, path, checkpoint, ...rest }: Proof): string {
  const host_fingerprint = rest.host_fingerprint;
  return JSON.stringify({ index, size, leaf, path, root, checkpoint, host_fingerprint }, null, 2);
}

define("kb-book-line", BookLine);
