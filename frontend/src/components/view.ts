/** The page of a tab: gets the context and nothing else. */

import { LitElement, type PropertyValues } from "lit";
import { property } from "lit/decorators.js";
import { isDark } from "../data/darkness";
import type { PanelContext } from "./panel-context";
import { look } from "./styles";

export class PanelElement extends LitElement {
  static override styles = look;

  @property({ attribute: false }) panel!: PanelContext;

  protected t(key: string, blanks?: Record<string, string | number>): string {
    return this.panel.t(key, blanks);
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has("panel")) this.toggleAttribute("dark", isDark(this.panel.hass));
  }
}
