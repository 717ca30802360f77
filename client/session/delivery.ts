import { SEAT_NOTES_BURST, SEAT_NOTES_PER_SEC } from '../../shared/base/limits.ts';
import type { Refusal } from '../../shared/base/refusal.ts';
import type { LocalMs } from '../../shared/base/units.ts';
import { isLineWish } from '../../shared/event/wish-kind.ts';
import type { Wish } from '../../shared/event/wish.ts';
import type { Welcome } from '../../shared/wire/down.ts';
import { createOutbox } from './outbox.ts';

/** After a return: half of a seat's burst at once, then half of its rate, so that hands can play meanwhile. */
const RESENT_AT_ONCE = SEAT_NOTES_BURST / 2;
const RESENT_EVERY_MS = 2000 / SEAT_NOTES_PER_SEC;
/** What was too much at once is offered again after so long. */
const OFFERED_AGAIN_MS = 1000;

interface DeliveryDeps {
  readonly post: (n: number, wish: Wish) => void;
  readonly now: () => LocalMs;
  readonly after: (delayMs: number, task: () => void) => () => void;
  /** A refusal there is nothing more to be done about. */
  readonly onRefused: (reason: Refusal, wish: Wish | undefined) => void;
}

/** Brings one's own wishes to the room: at once, and again until they are there for good, never too many at a time. */
export interface Delivery {
  /** Sends a wish; its number. `isKept`: its notes are written down. */
  send(wish: Wish, isKept: boolean): number;
  afterReturn(welcome: Pick<Welcome, 'seenUpTo' | 'seenBeyond'>, isNewServer?: boolean): void;
  onGranted(n: number): void;
  onRefused(n: number, reason: Refusal): void;
  onDurable(own: readonly number[]): void;
  readonly unstored: number;
}

export function createDelivery({ post, now, after, onRefused }: DeliveryDeps): Delivery {
  const outbox = createOutbox();

  /** What waits for its turn, in order. */
  let queue: number[] = [];
  let cancelNext: (() => void) | undefined;

  const postAgain = (n: number) => {
    const held = outbox.held(n);
    if (held) post(held.n, held.wish);
  };

  const nextIn = (delayMs: number) => {
    cancelNext?.();
    cancelNext = after(delayMs, () => {
      const [n, ...rest] = queue;
      queue = rest;
      if (n !== undefined) postAgain(n);
      cancelNext = undefined;
      if (queue.length > 0) nextIn(RESENT_EVERY_MS);
    });
  };

  const enqueue = (n: number) => {
    queue.push(n);
    if (!cancelNext) nextIn(RESENT_EVERY_MS);
  };

  /** Only playing may overtake what waits, and nothing overtakes a word about keeping: it must be true when it arrives. */
  const mayOvertake = (wish: Wish) =>
    queue.length === 0 ||
    (isLineWish(wish) && !queue.some((n) => outbox.held(n)?.wish.type === 'setKeeping'));

  return {
    send(wish, isKept) {
      const { n } = outbox.add(wish, isKept, now());
      if (mayOvertake(wish)) post(n, wish);
      else enqueue(n);
      return n;
    },
    afterReturn({ seenUpTo, seenBeyond }, isNewServer = false) {
      if (isNewServer) outbox.forgetPassing();
      const again = outbox.afterReturn(seenUpTo, seenBeyond, now()).map(({ n }) => n);
      queue = again.slice(RESENT_AT_ONCE);
      for (const n of again.slice(0, RESENT_AT_ONCE)) postAgain(n);
      if (queue.length > 0) nextIn(RESENT_EVERY_MS);
    },
    onGranted: (n) => outbox.onGranted(n, now()),
    onRefused(n, reason) {
      const wish = outbox.held(n)?.wish;
      if (!outbox.onRefused(n, reason)) {
        onRefused(reason, wish);
      } else if (wish && isLineWish(wish)) {
        after(OFFERED_AGAIN_MS, () => enqueue(n));
      } else {
        queue.unshift(n);
        nextIn(OFFERED_AGAIN_MS);
      }
    },
    onDurable: (own) => outbox.onDurable(own),
    get unstored() {
      return outbox.unstored;
    },
  };
}
