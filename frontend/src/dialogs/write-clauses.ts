/** What a site adds to the operating standard (随時追加変更), article by article. */

import { html, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { define } from "../components/define";
import { Dialog } from "../components/dialog";
import { textField, type Form } from "../components/form-fields";
import { deed } from "../data/section";
import { clauses, type Article } from "../data/standard";

export class WriteClausesDialog extends Dialog {
  protected override wide = true;

  @state() private changed = new Map<number, string>();

  constructor(private readonly articles: readonly Article[]) {
    super();
  }

  protected override submit(): void {
    void this.attempt(async () => {
      await deed(this.panel.hass, "standard/write", {
        clauses: clauses(this.articles, this.changed),
      });
      this.panel.say(this.t("papers.written_now"));
      this.finish(true);
    });
  }

  /** What a site adds to one article. */
  private form(number: number, clause: string): Form {
    const name = `a${number}`;
    return this.asForm({ [name]: this.changed.get(number) ?? clause }, (part) => {
      this.changed = new Map([...this.changed, [number, String(part[name])]]);
    });
  }

  protected override render(): TemplateResult {
    return this.frame(
      this.t("papers.write"),
      html`
        <p>${this.t("papers.write_what")}</p>
        ${this.articles.map(({ number, title, clause }) =>
          textField(this.form(number, clause), `a${number}`, {
            label: this.t("papers.article", { number, title }),
            rows: 2,
            most: 4000,
          }),
        )}
      `,
      html`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${this.t("papers.write_do")}
        </button>
      `,
    );
  }
}

define("kb-write-clauses", WriteClausesDialog);
