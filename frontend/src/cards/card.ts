/** What both cards share: Home Assistant's card, its colours, and that they look again when something changed. */

import { css, LitElement, type PropertyValues } from "lit";
import { property } from "lit/decorators.js";
import { base, buttons, tokens } from "../components/styles";
import { isDark } from "../data/darkness";
import { Format } from "../data/format";
import type { CardHass } from "./house";

export interface CardConfig {
  type: string;
}

export abstract class Card<C extends CardConfig> extends LitElement {
  static override styles = [
    tokens,
    base,
    buttons,
    css`
      .card {
        background: var(--ha-card-background, var(--kb-card));
        border: var(--ha-card-border-width, 1px) solid var(--ha-card-border-color, var(--kb-line));
        border-radius: var(--ha-card-border-radius, 12px);
        box-shadow: var(--ha-card-box-shadow, none);
        display: grid;
        gap: 12px;
        padding: 16px;
        height: 100%;
        align-content: start;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 4px 12px;
      }
      h2 {
        font-size: 18px;
      }
      .soft {
        color: var(--kb-soft);
      }
      .chip {
        font: inherit;
        font-weight: 600;
        font-size: 14px;
        color: var(--kb-soft);
        padding: 4px 12px;
        border: 0;
        border-radius: 999px;
        background: var(--kb-tint);
        cursor: pointer;
      }
      .chip.good {
        color: var(--kb-good);
        background: color-mix(in srgb, var(--kb-good) 10%, var(--kb-card));
      }
      .chip.bad {
        color: var(--kb-bad);
        background: var(--kb-bad-tint);
      }
      .chip.warn {
        color: var(--kb-warn);
        background: var(--kb-warn-tint);
      }
    `,
  ];

  @property({ attribute: false }) hass?: CardHass;
  @property({ attribute: false }) protected config?: C;

  /** Home Assistant hands the settings of a card over. */
  setConfig(config: C): void {
    this.config = config;
  }

  getCardSize(): number {
    return 3;
  }

  getGridOptions(): object {
    return { columns: 12, min_columns: 6, rows: "auto" };
  }

  override willUpdate(_changed: PropertyValues): void {
    if (this.hass) this.toggleAttribute("dark", isDark(this.hass));
  }

  protected get language(): string {
    return this.hass?.language ?? "en";
  }

  protected get format(): Format | null {
    return this.hass ? Format.of(this.hass) : null;
  }
}
