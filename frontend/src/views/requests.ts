/** Requests (申請): what is asked for, decided, given out and to come back. */

import { mdiAlertCircleOutline, mdiArrowLeft, mdiInformationOutline } from "@mdi/js";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { define } from "../components/define";
import { icon } from "../components/icon";
import type { Filter } from "../components/request-list";
import "../components/request-list";
import { PanelElement } from "../components/view";
import { found } from "../data/request-list";
import { RequestsWatch } from "../data/requests";

export class RequestsView extends PanelElement {
  @state() private filter: Filter = { kind: "", camera: "" };
  @state() private failed = false;

  private readonly watch = new RequestsWatch(this);
  private readonly wanted = new Set<string>();
  private at = "";

  /** Load the part of this tab that stands at an address. */
  private want(name: string, load: () => Promise<unknown>): void {
    if (this.wanted.has(name)) return;
    this.wanted.add(name);
    load().catch(() => (this.failed = true));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const at = this.panel.path.join("/");
    if (this.at && at !== this.at) window.scrollTo({ top: 0 });
    this.at = at;
  }

  protected override render(): TemplateResult {
    const [, first, second] = this.panel.path;
    if (this.failed) return this.note("shell.not_loaded", true);
    if (!this.panel.may("read_requests")) return this.note("requests.not_yours");
    if (first === "new") {
      this.want("forms", () => import("./request-forms"));
      return html`<kb-request-forms
        .panel=${this.panel}
        .look=${() => this.watch.load()}
      ></kb-request-forms>`;
    }
    const { list, problem } = this.watch;
    if (!list) {
      return problem
        ? this.said(this.panel.words(problem), true)
        : html`<div class="page">
            <p class="soft" role="status">${this.t("shell.loading")}</p>
          </div>`;
    }
    if (!first) {
      return html`<kb-request-list
        .panel=${this.panel}
        .list=${list}
        .filter=${this.filter}
        @filter=${(event: CustomEvent<Filter>) => (this.filter = event.detail)}
      ></kb-request-list>`;
    }
    const entry = found(list, Number(first));
    if (!entry) return this.said(this.t("requests.not_found"), false, this.back());
    if (second === "masks") {
      this.want("masks", () => import("./request-forms"));
      return html`<kb-request-forms
        .panel=${this.panel}
        .look=${() => this.watch.load()}
      ></kb-request-forms>`;
    }
    this.want("page", () => import("../components/request-page"));
    return html`${keyed(
      entry.item.number,
      html`<kb-request-page
        .panel=${this.panel}
        .entry=${entry}
        .settings=${list.settings}
        @changed=${() => this.watch.load()}
      ></kb-request-page>`,
    )}`;
  }

  private note(key: string, bad = false): TemplateResult {
    return this.said(this.t(key), bad);
  }

  private back(): TemplateResult {
    return html`<div>
      <button class="button quiet" @click=${() => this.panel.go(["requests"])}>
        ${icon(mdiArrowLeft, 20)}${this.t("requests.back")}
      </button>
    </div>`;
  }

  private said(
    text: string,
    bad: boolean,
    above: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    return html`<div class="page">
      ${above}
      <p class="note ${bad ? "bad" : ""}" role=${bad ? "alert" : nothing}>
        ${icon(bad ? mdiAlertCircleOutline : mdiInformationOutline)}<span>${text}</span>
      </p>
    </div>`;
  }
}

define("kb-requests", RequestsView);
