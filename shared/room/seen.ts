/**
 * Which of a sender's numbered wishes have been handled: all up to `upTo`, and some beyond. A repeat is recognised
 * whatever the order of arrival. A gap more than the window behind the highest is given up as seen: its wish was lost
 * for good, or was never for the room; so memory stays bounded and nobody is held up by it.
 */
export interface Seen {
  readonly upTo: number;
  /** Rising, apart from each other and from `upTo`. */
  readonly beyond: readonly SeenSpan[];
}

/** Numbers from `from` to `to`, both included. */
export interface SeenSpan {
  readonly from: number;
  readonly to: number;
}

export const NOTHING_SEEN: Seen = { upTo: 0, beyond: [] };

/** A browser may have this many unanswered wishes; also how much of a line's past a restarted room still recognises. */
export const SEEN_WINDOW = 4096;

export const hasSeen = (seen: Seen, n: number): boolean =>
  n <= seen.upTo || seen.beyond.some(({ from, to }) => from <= n && n <= to);

/** The highest number handled; a fresh page counts on from it. */
export const highestSeen = ({ upTo, beyond }: Seen): number => beyond.at(-1)?.to ?? upTo;

/** The numbers beyond `upTo`, one by one and rising. */
export const seenBeyond = ({ beyond }: Seen): readonly number[] =>
  beyond.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));

/** With `n` handled. The same object if it was. */
export function withSeen(seen: Seen, n: number): Seen {
  if (hasSeen(seen, n)) return seen;
  const spans: SeenSpan[] = [];
  let from = n;
  let to = n;
  for (const span of seen.beyond) {
    if (span.to === n - 1) from = span.from;
    else if (span.from === n + 1) to = span.to;
    else spans.push(span);
  }
  const place = spans.findIndex((span) => span.from > n);
  spans.splice(place < 0 ? spans.length : place, 0, { from, to });
  return closedUp(seen.upTo, spans);
}

/** As a restarted room knows it: from the stored numbers of one sender, in any order; negative ones are no wishes. */
export function seenFromStored(stored: readonly number[]): Seen {
  const rising = stored.filter((n) => n > 0).sort((one, other) => one - other);
  const highest = rising.at(-1) ?? 0;
  const given = Math.max(0, highest - SEEN_WINDOW);
  return rising.filter((n) => n > given).reduce(withSeen, { upTo: given, beyond: [] });
}

/** Gives up what lies too far behind, and joins to `upTo` what follows it without a gap. */
function closedUp(upTo: number, spans: readonly SeenSpan[]): Seen {
  let end = Math.max(upTo, (spans.at(-1)?.to ?? 0) - SEEN_WINDOW);
  let first = 0;
  for (const span of spans) {
    if (span.from > end + 1) break;
    end = Math.max(end, span.to);
    first++;
  }
  return { upTo: end, beyond: spans.slice(first) };
}
