/** What is to be done about a request next: what a decider has to know, and the acts that are theirs. */

import { mdiAlertOutline, mdiInformationOutline } from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { hintsOf } from "../data/decider";
import type { Entry } from "../data/request-list";
import type { RequestSettings } from "../data/request-types";
import { newRequest } from "../data/requests";
import type { Decision } from "../dialogs/decide-request";
import type { PlainAct } from "../dialogs/confirm-act";
import { define } from "./define";
import { ask, type Dialog } from "./dialog";
import { icon } from "./icon";
import { deadlineOf } from "./request-words";
import { look } from "./styles";
import { PanelElement } from "./view";

type Way = "primary" | "danger" | "quiet" | "";

interface Offered {
  /** As `can` has it. */
  act: string;
  /** Of its label, where that is another: requests.do.<word>. */
  word?: string;
  way: Way;
  run: () => unknown;
}

const act = (name: string, way: Way, run: () => unknown): Offered => ({ act: name, way, run });

export class RequestActs extends PanelElement {
  static override styles = [
    ...look,
    css`
      .card {
        display: grid;
        gap: 12px;
      }
      .acts {
        display: grid;
        gap: 8px;
      }
      .acts .button {
        width: 100%;
      }
      .urgent.bad {
        color: var(--kb-bad);
        font-weight: 600;
      }
      .urgent.warn {
        color: var(--kb-warn);
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) entry!: Entry;
  @property({ attribute: false }) settings!: RequestSettings;

  private decide(decision: Decision): () => Promise<void> {
    return async () => {
      const { DecideRequestDialog } = await import("../dialogs/decide-request");
      await this.show(new DecideRequestDialog(decision, this.entry));
    };
  }

  private plain(name: PlainAct): () => Promise<void> {
    return async () => {
      const { ConfirmActDialog } = await import("../dialogs/confirm-act");
      await this.show(new ConfirmActDialog(name, this.entry.item.number));
    };
  }

  private async answer(): Promise<void> {
    const { kind, item } = this.entry;
    if (kind !== "access") return;
    const { AnswerAccessDialog } = await import("../dialogs/answer-access");
    await this.show(new AnswerAccessDialog(item));
  }

  private async provide(): Promise<void> {
    const { kind, item } = this.entry;
    if (kind !== "disclosure" && kind !== "access") return;
    const { ProvideDialog } = await import("../dialogs/provide");
    await this.show(new ProvideDialog(item));
  }

  private async show(dialog: Dialog): Promise<void> {
    if (await ask(dialog, this.panel)) this.dispatchEvent(new CustomEvent("changed"));
  }

  /** What `can` lists, the way it is done here; the rest has a place of its own on the page. */
  private get offered(): Offered[] {
    const { kind, item } = this.entry;
    const can = item.can as readonly string[];
    const offered = this.acts.filter(({ act }) => can.includes(act));
    return kind === "protection" && item.state === "standing"
      ? [...this.fromProtection(item.number), ...offered]
      : offered;
  }

  /** Every act of this kind of item, in the order it is offered. */
  private get acts(): Offered[] {
    const { kind, item } = this.entry;
    const to = (path: string[]) => () => this.panel.go(path);
    switch (kind) {
      case "draft":
        return [
          act("complete", "primary", to(newRequest(item.wanted, "draft", item.number))),
          act("discard", "quiet", this.plain("draft/discard")),
        ];
      case "protection":
        return [{ ...act("end", "quiet", this.plain("protect/end")), word: "end_protection" }];
      case "extension":
        return [
          act("approve", "primary", this.decide("extension/approve")),
          act("renew", "", to(newRequest("extension", "renews", item.number))),
          act("deny", "danger", this.decide("extension/deny")),
          act("withdraw", "quiet", this.plain("extension/withdraw")),
          act("end", "danger", this.decide("extension/end")),
        ];
      default: {
        const again = item.access !== null;
        return [
          act("permit", "primary", this.decide("disclosure/permit")),
          {
            ...act("answer", again ? "" : "primary", () => this.answer()),
            word: again ? "answer_again" : "answer",
          },
          act("provide", item.copies.length ? "primary" : "", () => this.provide()),
          act("mask", "", to(["requests", String(item.number), "masks"])),
          act("deny", "danger", this.decide("disclosure/deny")),
          act("withdraw", "quiet", this.plain("disclosure/withdraw")),
        ];
      }
    }
  }

  /** What was protected at once waits for somebody to say what for. */
  private fromProtection(number: number): Offered[] {
    return (["extension", "disclosure"] as const)
      .filter((kind) => this.panel.may(`request_${kind}`))
      .map((kind) =>
        act(`request_${kind}`, "", () => this.panel.go(newRequest(kind, "protection", number))),
      );
  }

  protected override render(): TemplateResult | typeof nothing {
    const { panel, entry, offered } = this;
    const hints = hintsOf(entry, this.settings, panel.overview.me);
    const next = deadlineOf(panel, entry);
    // Nothing to say takes no place either.
    this.hidden = !offered.length && !hints.length && !next;
    if (this.hidden) return nothing;
    return html`<section class="card" aria-labelledby="next">
      <h2 id="next">${this.t("requests.next")}</h2>
      ${next ? html`<p class="urgent ${next.urgency}">${next.text}</p>` : nothing}
      ${hints.map(
        ({ key, grave }) =>
          html`<p class="note ${grave ? "warn" : ""}">
            ${icon(grave ? mdiAlertOutline : mdiInformationOutline)}
            <span>${this.t(`requests.hint.${key}`)}</span>
          </p>`,
      )}
      ${
        offered.length
          ? html`<div class="acts">
              ${offered.map(
                ({ act, word, way, run }) =>
                  html`<button class="button ${way}" @click=${() => void run()}>
                    ${this.t(`requests.do.${word ?? act}`)}
                  </button>`,
              )}
            </div>`
          : nothing
      }
    </section>`;
  }
}

define("kb-request-acts", RequestActs);
