import { MAX_LIVE_AGE_MS } from '../../shared/base/limits.ts';
import type { Refusal } from '../../shared/base/refusal.ts';
import type { LocalMs } from '../../shared/base/units.ts';
import { isLineWish, isPassingWish } from '../../shared/event/wish-kind.ts';
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
  onGranted(n: number, at: LocalMs): void;
  /** Whether it is to be sent once more a little later: too much came at once, and it is to be kept. */
  onRefused(n: number, reason: Refusal): boolean;
  /** These of one's own line wishes are on disk. */
  onDurable(own: readonly number[]): void;
  /** A wish that is still held, to be sent once more. */
  held(n: number): Outgoing | undefined;
  /** The server began anew: whom and what a passing wish named by number is not there any more, or is someone else. */
  forgetPassing(): void;
  /** What a returning browser sends again, given what the room has seen already. */
  afterReturn(seenUpTo: number, seenBeyond: readonly number[], at: LocalMs): readonly Outgoing[];
  /** How many are not on disk yet, of those that are to be. */
  readonly unstored: number;
}

interface Held extends Outgoing {
  readonly isKept: boolean;
  readonly at: LocalMs;
  /** When the room said that it has had a line wish already; the disk follows at once, or it was not for the disk. */
  readonly seenAt?: LocalMs;
  readonly refusals?: number;
}

/** A repeated note the disk has not told of by then was not taken for keeping the first time (guess). */
const SEEN_FOR_MS = 10_000;
/** How often what is too much at once is offered again. */
const MAX_OFFERS = 20;

/** The room recognises a repeat within a window of 4,096 (shared/room/seen); beyond it the oldest is given up. */
const MAX_HELD = 4000;

export function createOutbox(): Outbox {
  let lastNumber = 0;
  let held: readonly Held[] = [];

  const isForKeeps = (one: Held) => one.isKept || !isLineWish(one.wish);
  const isWanted = (one: Held, at: LocalMs) =>
    (isForKeeps(one) && (one.seenAt === undefined || at - one.seenAt < SEEN_FOR_MS)) ||
    at - one.at <= MAX_LIVE_AGE_MS;

  return {
    add(wish, isKept, at) {
      lastNumber += 1;
      const outgoing = { n: lastNumber, wish };
      held = [...held.filter((one) => isWanted(one, at)), { ...outgoing, isKept, at }].slice(-MAX_HELD);
      return outgoing;
    },
    onGranted(n, at) {
      // A repeat of a note is granted before the disk has it: that waits for `onDurable`.
      held = held.flatMap((one) => {
        if (one.n !== n) return [one];
        return isLineWish(one.wish) ? [{ ...one, seenAt: at }] : [];
      });
    },
    onRefused(n, reason) {
      const refused = held.find((one) => one.n === n);
      const refusals = (refused?.refusals ?? 0) + 1;
      const isAgain = reason === 'tooMany' && refused && isForKeeps(refused) && refusals <= MAX_OFFERS;
      held = held.flatMap((one) => {
        if (one.n !== n) return [one];
        return isAgain ? [{ ...one, refusals }] : [];
      });
      return isAgain ?? false;
    },
    onDurable(own) {
      if (own.length === 0) return;
      const stored = new Set(own);
      held = held.filter((one) => !stored.has(one.n) || !isLineWish(one.wish));
    },
    held(n) {
      const one = held.find((candidate) => candidate.n === n);
      return one && { n: one.n, wish: one.wish };
    },
    forgetPassing() {
      held = held.filter(({ wish }) => isLineWish(wish) || !isPassingWish(wish));
    },
    afterReturn(seenUpTo, seenBeyond, at) {
      lastNumber = Math.max(lastNumber, seenUpTo, ...seenBeyond);
      held = held.filter((one) => isWanted(one, at));
      return held.map(({ n, wish }) => ({ n, wish }));
    },
    get unstored() {
      return held.filter(isForKeeps).length;
    },
  };
}
