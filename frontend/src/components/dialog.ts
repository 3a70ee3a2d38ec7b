/** Dialogs: the browser's own, which keeps the focus inside and gives it back. */

import { mdiAlertCircleOutline, mdiClose } from "@mdi/js";
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { asProblem, type Problem } from "../data/api";
import { formStyles, type Form } from "./form-fields";
import { icon } from "./icon";
import type { PanelContext } from "./panel-context";
import { look } from "./styles";
import { PanelElement } from "./view";

/**
 * A question to the person, which ends with an answer of type `R`, or with nothing.
 *
 * A subclass renders `this.frame(heading, body, actions)`, runs what may fail in
 * `this.attempt(…)` and ends with `this.finish(answer)`.
 */
export abstract class Dialog<R = true> extends PanelElement {
  static override styles = [
    ...look,
    formStyles,
    css`
      dialog {
        width: min(520px, calc(100vw - 32px));
        max-width: none;
        max-height: calc(100dvh - 32px);
        padding: 0;
        border: 0;
        border-radius: 20px;
        color: var(--kb-text);
        background: var(--kb-card);
        box-shadow: 0 12px 40px rgba(0, 0, 0, 0.35);
        overflow: hidden;
        font-size: 16px;
      }
      dialog.wide {
        width: min(760px, calc(100vw - 32px));
      }
      dialog::backdrop {
        background: rgba(0, 0, 0, 0.5);
      }
      form {
        display: flex;
        flex-direction: column;
        max-height: inherit;
      }
      .head {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 16px 12px 8px 24px;
      }
      .head h2 {
        flex: 1;
      }
      .body {
        display: grid;
        grid-auto-rows: max-content;
        gap: 20px;
        padding: 8px 24px 24px;
        overflow: auto;
        overscroll-behavior: contain;
      }
      .body > * {
        min-width: 0;
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 12px;
        padding: 16px 24px 24px;
        border-top: 1px solid var(--kb-line);
      }
      .foot:empty {
        display: none;
      }
      @media (max-width: 599px) {
        dialog,
        dialog.wide {
          width: 100vw;
          margin: auto 0 0;
          border-radius: 20px 20px 0 0;
          padding-bottom: env(safe-area-inset-bottom);
        }
        .foot .button {
          flex: 1;
          padding-inline: 12px;
        }
      }
    `,
  ];

  /** Wider than a question: for papers and lists. */
  protected wide = false;

  @state() protected busy = false;
  /** The same sentence said again is brought before the person again. */
  @state({ hasChanged: () => true }) protected error = "";
  /** By field what is wrong with it. */
  @state() protected wrong: Record<string, string> = {};
  /** By field what the integration refused of it, until it is written anew. */
  @state() private refused: Record<string, string> = {};

  private settle: (answer: R | undefined) => void = () => {};
  readonly answered = new Promise<R | undefined>((resolve) => {
    this.settle = resolve;
  });

  /** What the button does. */
  protected submit(): void {}

  /** The button, or Enter in a field: nothing is sent of what would lose its end. */
  protected enter(): void {
    if (this.renderRoot.querySelector(".too-long")) this.error = this.t("dialog.wrong");
    else this.submit();
  }

  /** For fields that stand for properties of this dialog, by their names. */
  protected fields<V extends object>(value: V): Form<V> {
    return this.asForm(value, (part) => void Object.assign(this, part));
  }

  /** Fields of a value, each with what is wrong with it. */
  protected asForm<V extends object>(value: V, set: (part: Partial<V>) => void): Form<V> {
    return {
      t: this.panel.t,
      value,
      wrong: { ...this.wrong, ...this.refused },
      set: (part) => {
        this.refused = Object.fromEntries(
          Object.entries(this.refused).filter(([field]) => !(field in part)),
        );
        set(part);
      },
    };
  }

  protected finish(answer?: R): void {
    this.settle(answer);
    this.dialog?.close?.(); // which gives the focus back
    this.remove();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.settle(undefined);
  }

  /** Run what may fail; its sentence is shown. Returns whether it went well. */
  protected async attempt(act: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.error = "";
    this.refused = {};
    try {
      await act();
      return true;
    } catch (error) {
      this.refuse(error);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** The field that a refusal is about; null where it is about none. */
  protected fieldOf(_problem: Problem): string | null {
    return null;
  }

  private refuse(error: unknown): void {
    const words = this.panel.words(error);
    const field = this.fieldOf(asProblem(error));
    if (field) this.refused = { ...this.refused, [field]: words };
    this.error = field ? this.t("dialog.wrong") : words;
  }

  /** What is wrong is brought before the person: the first field that is, or else the sentence. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!changed.has("error") || !this.error) return;
    const field = this.renderRoot.querySelector<HTMLElement>(
      ".is-wrong :is(input, textarea, select)",
    );
    (field ?? this.renderRoot.querySelector("[role=alert]"))?.scrollIntoView?.({
      block: field ? "center" : "nearest",
    });
    field?.focus({ preventScroll: true });
  }

  protected override firstUpdated(): void {
    this.dialog?.showModal();
  }

  protected get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector("dialog");
  }

  /** The way out that every dialog has; `first`: what the keyboard stands on as it opens. */
  protected cancel(first = false): TemplateResult {
    return html`<button
      type="button"
      class="button quiet"
      ?autofocus=${first}
      ?disabled=${this.busy}
      @click=${() => this.finish()}
    >
      ${this.t("dialog.cancel")}
    </button>`;
  }

  protected frame(
    heading: string,
    body: TemplateResult | typeof nothing,
    actions: TemplateResult | typeof nothing,
  ): TemplateResult {
    return html`
      <dialog
        class=${this.wide ? "wide" : ""}
        aria-labelledby="heading"
        @cancel=${(event: Event) => {
          event.preventDefault();
          if (!this.busy) this.finish();
        }}
        @close=${() => this.finish()}
      >
        <form
          method="dialog"
          novalidate
          @submit=${(event: Event) => {
            event.preventDefault();
            this.enter();
          }}
        >
          <div class="head">
            <h2 id="heading">${heading}</h2>
            <button
              type="button"
              class="round"
              aria-label=${this.t("dialog.close")}
              ?disabled=${this.busy}
              @click=${() => this.finish()}
            >
              ${icon(mdiClose)}
            </button>
          </div>
          <div class="body">
            ${body}
            <div role="alert" ?hidden=${!this.error}>
              ${
                this.error
                  ? html`<p class="note bad">
                      ${icon(mdiAlertCircleOutline)}<span>${this.error}</span>
                    </p>`
                  : nothing
              }
            </div>
          </div>
          <div class="foot">${actions}</div>
        </form>
      </dialog>
    `;
  }
}

/** Show a dialog above the panel and wait for its answer. */
export function ask<R>(dialog: Dialog<R>, panel: PanelContext): Promise<R | undefined> {
  dialog.panel = panel;
  panel.dialogs.append(dialog);
  return dialog.answered;
}
