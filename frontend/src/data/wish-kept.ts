/**
 * What stands in the form of a new request as it opens: what this tab of the browser kept of it,
 * what it begins from, and nothing in the rest.
 */

import { forget, keep, kept } from "./kept";
import { emptyWish, type Wish } from "./wish";
import type { Given, Start } from "./wish-from";

export interface KeptWish {
  /** What the address said as it was kept: another one brings other footage. */
  name: string;
  wish: Wish;
}

/** Under which name a form is kept: a draft's apart from another's, a mark's not. */
function formName({ kind, origin, number }: Start): string {
  return origin ? `${kind}/${origin}/${number}` : kind;
}

export const keptWish = (user: string, start: Start): KeptWish | null =>
  kept<KeptWish>(user, formName(start));

export const keepWish = (user: string, start: Start, wish: Wish): void =>
  keep(user, formName(start), { name: start.name, wish } satisfies KeptWish);

export const forgetWish = (user: string, start: Start): void => forget(user, formName(start));

/** `cameras`: all there are, by their ids. */
export function firstWish(
  start: Start,
  given: Given,
  found: KeptWish | null,
  cameras: string[],
  now: number,
): Wish {
  return {
    ...emptyWish(start.kind, cameras, now),
    ...(start.officer ? { cameras } : {}),
    ...(given.ground ? { ground: given.ground } : {}),
    ...found?.wish,
    ...(found?.name === start.name ? {} : footageOf(given)),
    ...(start.officer ? { ground: "investigation" as const } : {}),
  };
}

function footageOf({ cameras, span }: Given): Partial<Wish> {
  return { ...(cameras.length ? { cameras } : {}), ...(span ?? {}) };
}
