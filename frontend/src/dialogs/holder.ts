/** Admits somebody's key, or takes it away: what follows from it is said before. */

import { html, type TemplateResult } from "lit";
import { define } from "../components/define";
import { Dialog } from "../components/dialog";
import { post } from "../data/api";
import type { Holder } from "../data/keys";

export class HolderDialog extends Dialog {
  constructor(
    private readonly way: "admit" | "remove",
    private readonly holder: Holder,
    private readonly name: string,
  ) {
    super();
  }

  protected override submit(): void {
    const { way, holder } = this;
    void this.attempt(async () => {
      await post(this.panel.hass, ["keys", way], { user_id: holder.user_id });
      this.panel.say(this.t(way === "admit" ? "keys.admitted_now" : "keys.removed_now"));
      this.finish(true);
    });
  }

  protected override render(): TemplateResult {
    const form = `keys.${this.way}_form`;
    return this.frame(
      this.t(`${form}.heading`),
      this.way === "admit"
        ? html`<p>${this.t("keys.admit_form.what", { name: this.name })}</p>`
        : this.removal(),
      html`
        ${this.cancel(true)}
        <button
          type="submit"
          class="button ${this.way === "admit" ? "primary" : "danger"}"
          ?disabled=${this.busy}
        >
          ${this.t(this.busy ? `${form}.working` : `${form}.${this.way}`)}
        </button>
      `,
    );
  }

  private removal(): TemplateResult {
    const { name } = this;
    const { state } = this.holder;
    if (state !== "holder") return html`<p>${this.t(`keys.remove_form.${state}`, { name })}</p>`;
    return html`
      <p><strong>${name}</strong></p>
      <p>${this.t("keys.rotation_new")}</p>
      <p>${this.t("keys.rotation_old")}</p>
      <p class="hint">${this.t("keys.remove_form.copies")}</p>
    `;
  }
}

define("kb-holder", HolderDialog);
