/** What the shell hands to every page and dialog. */

import type { Format } from "../data/format";
import type { Hass } from "../data/hass";
import type { Translate } from "../data/texts";
import type { LockState, Overview } from "../data/types";
import type { Tab } from "../data/route";

export interface PanelContext {
  hass: Hass;
  overview: Overview;
  /** The lock as it is for this person; null until it was asked for, or without a role. */
  lock: LockState | null;
  narrow: boolean;
  /** The parts of the address behind the panel's own: the tab, then what the tab keeps there. */
  path: readonly [Tab, ...string[]];
  t: Translate;
  format: Format;
  /** The sentence for whatever was thrown. */
  words(error: unknown): string;
  go(path: readonly string[], replace?: boolean): void;
  /** Ask again how the lock stands. */
  refreshLock(): Promise<void>;
  /** True once this person has the vault open; asks for the passphrase where not. */
  ensureUnlocked(): Promise<boolean>;
  lockNow(): Promise<void>;
  /** Say something once, below the page, and to screen readers. */
  say(text: string): void;
  /** Where dialogs live: they go when the panel goes. */
  dialogs: HTMLElement;
  /** Say whether this person may do an act, as the integration's one table has it. */
  may(act: string): boolean;
}
