/** What is due, for the person who looks: the duties that they may do, none of anybody else's. */

import { html, nothing, css, type PropertyValues, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { Card, type CardConfig } from "./card";
import { grouped, type Several } from "../data/duty-list";
import type { Duty } from "../data/kept-types";
import { languageFor, loadTexts, type Translate } from "../data/texts";
import { house, visit } from "./house";
import { say } from "./words";

interface Config extends CardConfig {
  /** How many are shown. */
  most?: number;
}

const MOST = 6;
const AGAIN_MS = 5 * 60_000;

export class WaitsForMeCard extends Card<Config> {
  static override styles = [
    ...Card.styles,
    css`
      ul {
        display: grid;
        gap: 4px;
      }
      a {
        display: grid;
        gap: 2px;
        padding: 8px 12px;
        margin: 0 -12px;
        border-radius: 10px;
        color: var(--kb-text);
        text-decoration: none;
      }
      a:hover {
        background: var(--kb-tint);
      }
      .late {
        color: var(--kb-bad);
      }
    `,
  ];

  @state() private duties: Duty[] | null = null;
  @state() private words: Translate | null = null;
  @state() private refused = false;

  private overdue = "";
  private seen = "";
  private again: ReturnType<typeof setInterval> | undefined;

  static getConfigForm(): object {
    return { schema: [{ name: "most", selector: { number: { min: 1, max: 20 } } }] };
  }

  static getStubConfig(): object {
    return { most: MOST };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.again = setInterval(() => void this.load(), AGAIN_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.again);
    this.seen = "";
  }

  /** Look again whenever the count of what is overdue changed. */
  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const seen = this.hass ? `${this.language} ${this.hass.states[this.overdue]?.state ?? ""}` : "";
    if (!seen || seen === this.seen) return;
    this.seen = seen;
    void this.load();
  }

  private async load(): Promise<void> {
    const { hass, language } = this;
    if (!hass) return;
    try {
      const { entities, may } = await house(hass);
      if (!may.includes("read_duties")) {
        this.refused = true; // no office: nothing waits
        return;
      }
      const [{ duties }, words] = await Promise.all([
        hass.callWS<{ duties: Duty[] }>({ type: "kuma_bouhan/kept/duties", language }),
        loadTexts(languageFor(language), ["duties"]),
      ]);
      this.overdue = entities["sensor.duties_overdue"] ?? "";
      this.duties = duties.filter(({ mine, overdue, soon }) => mine && (overdue || soon));
      this.words = words;
      this.refused = false;
    } catch {
      this.refused = true; // no site
    }
  }

  protected override render(): TemplateResult {
    const { language, duties } = this;
    const most = this.config?.most ?? MOST;
    const shown = grouped(duties ?? []);
    return html`<div class="card">
      <h2>${say(language, "duties_card")}</h2>
      ${
        this.refused
          ? html`<p class="soft">${say(language, "not_yours")}</p>`
          : duties && !duties.length
            ? html`<p class="soft">${say(language, "nothing")}</p>`
            : html`<ul>
                ${shown.slice(0, most).map((one) => html`<li>${this.duty(one)}</li>`)}
              </ul>`
      }
      ${
        duties && shown.length > most
          ? html`<p class="soft small">${say(language, "more", { count: shown.length - most })}</p>`
          : nothing
      }
    </div>`;
  }

  private duty({ first, count }: Several): TemplateResult {
    const { kind, due, overdue, place, number, path } = first;
    const day = this.format?.longDay(due) ?? "";
    const about = place ?? (number === null ? "" : say(this.language, "number", { number }));
    const name = this.words?.(`duties.kind.${kind}`) ?? "";
    const several = count > 1 ? say(this.language, "several", { count }) : "";
    return html`<a
      href=${path}
      @click=${(event: MouseEvent) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        visit(path);
      }}
    >
      <strong>${[name, about, several].filter(Boolean).join(" · ")}</strong>
      <span class="small ${overdue ? "late" : "soft"}">
        ${say(this.language, overdue ? "overdue" : "due", { day })}
      </span>
    </a>`;
  }
}
