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

  /** What the keyboard stands on, and what that stands in, from the inside: until it can be used again. */
  private stand: Element[] = [];

  /**
   * What cannot be used while its act runs, or is gone after it, loses the keyboard, and no browser gives it back:
   * it has it again afterwards or, where it is gone, what it stood in.
   */
  protected override update(changed: PropertyValues): void {
    const at = this.renderRoot.querySelector(":focus");
    if (at) this.stand = inside(at);
    super.update(changed);
    const [control] = this.stand;
    if (!control || (control.isConnected && control.matches(":disabled"))) return;
    if (document.activeElement === document.body) putKeyboard(this.stand);
    this.stand = [];
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has("panel")) this.toggleAttribute("dark", isDark(this.panel.hass));
  }
}

const inside = (at: Element | null): Element[] => (at ? [at, ...inside(at.parentElement)] : []);

function putKeyboard([control, ...around]: Element[]): void {
  let place = control;
  if (!control?.isConnected) {
    // What it stood in, and no other control: a key that is pressed twice does nothing else.
    place = around.find((one) => one.isConnected);
    place?.setAttribute("tabindex", "-1");
  }
  (place as HTMLElement | undefined)?.focus({ preventScroll: true });
}
