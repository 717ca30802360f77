import { MAX_LIVE_AGE_MS } from '../../shared/base/limits.ts';
import type { LocalMs } from '../../shared/base/units.ts';
import { isLineWish } from '../../shared/event/line-wish.ts';
import type { Wish } from '../../shared/event/wish.ts';

/** A wish on its way, with its number. */
export interface Outgoing {
  readonly n: number;
  readonly wish: Wish;
}

/**
 * One's own wishes until the room has them for good: room wishes until they are granted or refused, line wishes until
 * the disk has them. After a return they are sent again, in order (L7). Notes that are not kept are only held while
 * they could still be heard.
 */
export interface Outbox {
  /** Numbers a wish and holds on to it. `isKept`: its notes are written down. */
  add(wish: Wish, isKept: boolean, at: LocalMs): Outgoing;
  onGranted(n: number): void;
  onRefused(n: number): void;
  /** One's own line is on disk up to this number. */
  onDurable(ownSeq: number): void;
  /** What a returning browser sends again, given what the room has seen already. */
  afterReturn(seenUpTo: number, seenBeyond: readonly number[], at: LocalMs): readonly Outgoing[];
  /** How many are not on disk yet, of those that are to be. */
  readonly unstored: number;
}

interface Held extends Outgoing {
  readonly isKept: boolean;
  readonly at: LocalMs;
}

/** The room recognises a repeat within a window of 4,096 (shared/room/seen); beyond it the oldest is given up. */
const MAX_HELD = 4000;

export function createOutbox(): Outbox {
  let lastNumber = 0;
  let held: readonly Held[] = [];

  const isWanted = (one: Held, at: LocalMs) =>
    one.isKept || !isLineWish(one.wish) || at - one.at <= MAX_LIVE_AGE_MS;

  return {
    add(wish, isKept, at) {
      lastNumber += 1;
      const outgoing = { n: lastNumber, wish };
      held = [...held.filter((one) => isWanted(one, at)), { ...outgoing, isKept, at }].slice(-MAX_HELD);
      return outgoing;
    },
    onGranted(n) {
      // A repeat of a kept note is granted too, before the disk has it: that waits for `onDurable`.
      held = held.filter((one) => one.n !== n || isLineWish(one.wish));
    },
    onRefused(n) {
      held = held.filter((one) => one.n !== n);
    },
    onDurable(ownSeq) {
      if (held.some((one) => one.n <= ownSeq))
        held = held.filter((one) => one.n > ownSeq || !isLineWish(one.wish));
    },
    afterReturn(seenUpTo, seenBeyond, at) {
      lastNumber = Math.max(lastNumber, seenUpTo, ...seenBeyond);
      held = held.filter((one) => isWanted(one, at));
      return held.map(({ n, wish }) => ({ n, wish }));
    },
    get unstored() {
      return held.filter((one) => one.isKept || !isLineWish(one.wish)).length;
    },
  };
}
