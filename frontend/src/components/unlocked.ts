/** Doing what needs the vault open. */

import { asProblem } from "../data/api";
import type { PanelContext } from "./panel-context";

/**
 * Do what needs the person's open vault: the passphrase is asked for where it is locked, also
 * where that turns out only now. Undefined where the person did not unlock.
 */
export async function unlocked<T>(
  panel: () => PanelContext,
  act: () => Promise<T>,
): Promise<T | undefined> {
  if (!(await panel().ensureUnlocked())) return undefined;
  try {
    return await act();
  } catch (error) {
    if (asProblem(error).key !== "unlock_first") throw error;
  }
  await panel().refreshLock();
  return (await panel().ensureUnlocked()) ? act() : undefined;
}

/**
 * Do what needs the person's open vault only where the integration says so: it depends on whose
 * request it is. Throws what it threw where the person did not unlock.
 */
export async function unlockedIfAsked<T>(
  panel: () => PanelContext,
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (asProblem(error).key !== "unlock_first") throw error;
    await panel().refreshLock();
    if (!(await panel().ensureUnlocked())) throw error;
  }
  return act();
}
