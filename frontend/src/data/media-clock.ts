/**
 * Between the two times of a playback: the player's, which runs on without holes, and that of
 * the day, which has them. Each fragment knows both.
 */

/** What a player knows of a fragment: seconds in the player's time, and the moment it began. */
export interface Fragment {
  start: number;
  duration: number;
  programDateTime: number | null;
}

/** The moment (ms) shown at a player's time (s); null where nothing is. */
export function momentAt(fragments: readonly Fragment[], time: number): number | null {
  const fragment = lastWhere(fragments, ({ start }) => start <= time) ?? fragments[0];
  if (!fragment || fragment.programDateTime === null) return null;
  const into = Math.min(Math.max(time - fragment.start, 0), fragment.duration);
  return fragment.programDateTime + into * 1000;
}

/**
 * The player's time (s) for a moment (ms); in a gap, where footage goes on; after the last,
 * its end.
 */
export function timeAt(fragments: readonly Fragment[], moment: number): number | null {
  const index = lastIndexWhere(
    fragments,
    ({ programDateTime }) => (programDateTime ?? 0) <= moment,
  );
  const fragment = fragments[Math.max(index, 0)];
  if (!fragment || fragment.programDateTime === null) return null;
  const into = (moment - fragment.programDateTime) / 1000;
  if (into < 0) return fragment.start;
  if (into < fragment.duration) return fragment.start + into;
  const next = fragments[index + 1];
  return next ? next.start : fragment.start + fragment.duration;
}

function lastWhere<T>(items: readonly T[], holds: (item: T) => boolean): T | undefined {
  return items[lastIndexWhere(items, holds)];
}

/** Of items that hold first and then no more, the index of the last that holds; else -1. */
export function lastIndexWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
