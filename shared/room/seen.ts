/**
 * Which of a sender's numbered wishes have been handled: all up to `upTo`, and some beyond. A repeat is recognised
 * whatever the order of arrival; what is further ahead than the window is refused, so that memory stays bounded.
 */
export interface Seen {
  readonly upTo: number;
  readonly beyond: ReadonlySet<number>;
}

export const NOTHING_SEEN: Seen = { upTo: 0, beyond: new Set() };

/** A browser may have this many unanswered wishes; also how much of a line's past a restarted room still recognises. */
export const SEEN_WINDOW = 4096;

export const hasSeen = (seen: Seen, n: number): boolean => n <= seen.upTo || seen.beyond.has(n);

export const isWithinWindow = (seen: Seen, n: number): boolean => n <= seen.upTo + SEEN_WINDOW;

/** With `n` handled. The oldest gap is given up when the window is full: its wish was lost for good. */
export function withSeen(seen: Seen, n: number): Seen {
  if (hasSeen(seen, n)) return seen;
  const beyond = new Set(seen.beyond).add(n);
  let { upTo } = seen;
  while (beyond.delete(upTo + 1)) upTo++;
  return { upTo, beyond };
}

/** As a restarted room knows it: from the stored numbers of one sender, in any order. */
export function seenFromStored(stored: readonly number[]): Seen {
  const highest = Math.max(0, ...stored);
  const upTo = Math.max(0, highest - SEEN_WINDOW);
  return stored.reduce(withSeen, { upTo, beyond: new Set() } as Seen);
}
