/** Duties: what is due, and everything that is kept beside footage. */

import { mdiAlertCircleOutline, mdiInformationOutline } from "@mdi/js";
import { html, type PropertyValues, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { define } from "../components/define";
import "../components/duty-list";
import { icon } from "../components/icon";
import { PanelElement } from "../components/view";
import { isTheme, READING, type ThemeName } from "../data/kept-section";
import type { Duties } from "../data/kept-types";
import { Section } from "../data/section";

const LOAD: Record<ThemeName, () => Promise<unknown>> = {
  signs: () => import("../themes/signs"),
  assessments: () => import("../themes/assessments"),
  complaints: () => import("../themes/complaints"),
  incidents: () => import("../themes/incidents"),
  instruction: () => import("../themes/instruction"),
  contracts: () => import("../themes/contracts"),
  things: () => import("../themes/things"),
  inspections: () => import("../themes/inspections"),
  purge_rules: () => import("../themes/purge_rules"),
};

export class DutiesView extends PanelElement {
  @state() private failed = false;
  private readonly watch = new Section<Duties>(this, "duties", "read_duties");
  private readonly wanted = new Set<ThemeName>();
  private at = "";

  private want(theme: ThemeName): void {
    if (this.wanted.has(theme)) return;
    this.wanted.add(theme);
    LOAD[theme]().catch(() => (this.failed = true));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const at = this.panel.path.join("/");
    if (this.at && at !== this.at) window.scrollTo({ top: 0 });
    this.at = at;
  }

  protected override render(): TemplateResult {
    const [, theme] = this.panel.path;
    if (this.failed) return this.note("shell.not_loaded", true);
    if (!isTheme(theme)) {
      const { data, problem } = this.watch;
      return html`
        ${problem && !data ? this.said(this.panel.words(problem), true) : ""}
        <kb-duty-list .panel=${this.panel} .duties=${data?.duties ?? null}></kb-duty-list>
      `;
    }
    if (!this.panel.may(READING[theme])) return this.note("duties.not_yours");
    this.want(theme);
    switch (theme) {
      case "signs":
        return html`<kb-theme-signs .panel=${this.panel}></kb-theme-signs>`;
      case "assessments":
        return html`<kb-theme-assessments .panel=${this.panel}></kb-theme-assessments>`;
      case "complaints":
        return html`<kb-theme-complaints .panel=${this.panel}></kb-theme-complaints>`;
      case "incidents":
        return html`<kb-theme-incidents .panel=${this.panel}></kb-theme-incidents>`;
      case "instruction":
        return html`<kb-theme-instruction .panel=${this.panel}></kb-theme-instruction>`;
      case "contracts":
        return html`<kb-theme-contracts .panel=${this.panel}></kb-theme-contracts>`;
      case "things":
        return html`<kb-theme-things .panel=${this.panel}></kb-theme-things>`;
      case "inspections":
        return html`<kb-theme-inspections .panel=${this.panel}></kb-theme-inspections>`;
      case "purge_rules":
        return html`<kb-theme-purge-rules .panel=${this.panel}></kb-theme-purge-rules>`;
    }
  }

  private note(key: string, bad = false): TemplateResult {
    return this.said(this.t(key), bad);
  }

  private said(text: string, bad: boolean): TemplateResult {
    return html`<div class="page">
      <p class="note ${bad ? "bad" : ""}" role=${bad ? "alert" : "note"}>
        ${icon(bad ? mdiAlertCircleOutline : mdiInformationOutline)}<span>${text}</span>
      </p>
    </div>`;
  }
}

define("kb-duties", DutiesView);
