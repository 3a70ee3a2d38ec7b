/**
 * A passphrase for a package that is to travel: words that are made, or one of the person's own,
 * typed twice. ASCII only: tools differ in how they read other letters. Whether it is long enough
 * and hard to guess the integration says, before this closes.
 */

import { mdiContentCopy, mdiDownload, mdiRefresh } from "@mdi/js";
import { css, html, nothing, type TemplateResult } from "lit";
import { query, state } from "lit/decorators.js";
import { choices, choicesStyles } from "../components/choices";
import { define } from "../components/define";
import { Dialog } from "../components/dialog";
import { icon } from "../components/icon";
import "../components/passphrase-field";
import type { PassphraseField } from "../components/passphrase-field";
import { post } from "../data/api";
import { copy } from "../data/copy";

export class SealPackageDialog extends Dialog {
  static override styles = [
    ...Dialog.styles,
    choicesStyles,
    css`
      .made {
        padding: 12px 16px;
        border-radius: 10px;
        font:
          600 18px/1.6 ui-monospace,
          "DejaVu Sans Mono",
          monospace;
        background: var(--kb-tint);
        user-select: all;
        overflow-wrap: anywhere;
      }
      .fields {
        display: grid;
        gap: 16px;
      }
      .actions .button {
        padding-inline: 12px;
      }
    `,
  ];

  /** Begins the download of a package under a passphrase. */
  send!: (secret: string) => Promise<void>;
  @state() private kind: "made" | "own" = "made";
  @state() private made = "";
  @query("#first") private first?: PassphraseField;
  @query("#again") private again?: PassphraseField;

  protected override firstUpdated(): void {
    super.firstUpdated();
    void this.make();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.made = "";
  }

  private async make(): Promise<void> {
    await this.attempt(async () => {
      const { words } = await post<{ words: string | string[] }>(
        this.panel.hass,
        ["keys", "words"],
        { language: "en" },
      );
      this.made = (typeof words === "string" ? words.split(/\s+/) : words).join("-");
    });
  }

  private get secret(): string {
    return this.kind === "made" ? this.made : (this.first?.value ?? "");
  }

  private get missing(): string {
    if (this.kind === "made") return this.made ? "" : this.t("keys.secret.making");
    const { secret } = this;
    if (!secret || !this.again?.value) return this.t("keys.secret.missing");
    if (!/^[\x21-\x7e]+$/.test(secret)) return this.t("requests.seal.plain_letters");
    return secret === this.again.value ? "" : this.t("keys.secret.differ");
  }

  protected override submit(): void {
    this.error = this.missing;
    if (this.error) return;
    void this.attempt(async () => {
      await this.send(this.secret);
      this.finish(true);
    });
  }

  protected override render(): TemplateResult {
    return this.frame(
      this.t("requests.seal.heading"),
      html`
        <p>${this.t("requests.seal.what")}</p>
        ${choices<"made" | "own">(
          "kind",
          this.t("requests.seal.kind"),
          [
            { value: "made", label: this.t("requests.seal.made") },
            { value: "own", label: this.t("keys.secret.own") },
          ],
          this.kind,
          (kind) => (this.kind = kind),
        )}
        ${this.kind === "made" ? this.words() : this.own()}
        <p class="hint">${this.t("requests.seal.apart")}</p>
      `,
      html`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${icon(mdiDownload, 20)}${this.t("requests.package.download")}
        </button>
      `,
    );
  }

  private words(): TemplateResult {
    return html`<div class="fields">
      ${
        this.made
          ? html`<p class="made" tabindex="0" lang="en">${this.made}</p>`
          : html`<p class="soft" role="status">${this.t("keys.secret.making")}</p>`
      }
      <div class="actions">
        <button type="button" class="button quiet" ?disabled=${!this.made} @click=${this.copyMade}>
          ${icon(mdiContentCopy, 20)}${this.t("requests.seal.copy")}
        </button>
        <button type="button" class="button quiet" ?disabled=${this.busy} @click=${this.make}>
          ${icon(mdiRefresh, 20)}${this.t("keys.secret.others")}
        </button>
      </div>
    </div>`;
  }

  private async copyMade(): Promise<void> {
    const well = await copy(this.made);
    this.panel.say(this.t(well ? "requests.seal.copied" : "requests.seal.not_copied"));
  }

  private own(): TemplateResult | typeof nothing {
    return html`<div class="fields">
      <kb-passphrase
        id="first"
        autocomplete="new-password"
        .panel=${this.panel}
        .label=${this.t("keys.secret.own_first")}
        .hint=${this.t("requests.seal.plain_letters")}
        @enter=${() => this.enter()}
      ></kb-passphrase>
      <kb-passphrase
        id="again"
        autocomplete="new-password"
        .panel=${this.panel}
        .label=${this.t("keys.secret.own_again")}
        @enter=${() => this.enter()}
      ></kb-passphrase>
    </div>`;
  }
}

define("kb-seal-package", SealPackageDialog);
