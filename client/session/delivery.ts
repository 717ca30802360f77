import { SEAT_NOTES_BURST, SEAT_NOTES_PER_SEC } from '../../shared/base/limits.ts';
import type { Refusal } from '../../shared/base/refusal.ts';
import type { LocalMs } from '../../shared/base/units.ts';
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
  readonly onRefused: (reason: Refusal) => void;
}

/** Brings one's own wishes to the room: at once, and again until they are there for good, never too many at a time. */
export interface Delivery {
  /** Sends a wish; its number. `isKept`: its notes are written down. */
  send(wish: Wish, isKept: boolean): number;
  afterReturn(welcome: Pick<Welcome, 'seenUpTo' | 'seenBeyond'>): void;
  onGranted(n: number): void;
  onRefused(n: number, reason: Refusal): void;
  onDurable(own: readonly number[]): void;
  readonly unstored: number;
}

export function createDelivery({ post, now, after, onRefused }: DeliveryDeps): Delivery {
  const outbox = createOutbox();

  const postAgain = (n: number) => {
    const held = outbox.held(n);
    if (held) post(held.n, held.wish);
  };

  return {
    send(wish, isKept) {
      const { n } = outbox.add(wish, isKept, now());
      post(n, wish);
      return n;
    },
    afterReturn({ seenUpTo, seenBeyond }) {
      outbox.afterReturn(seenUpTo, seenBeyond, now()).forEach(({ n }, index) => {
        if (index < RESENT_AT_ONCE) postAgain(n);
        else after((index - RESENT_AT_ONCE + 1) * RESENT_EVERY_MS, () => postAgain(n));
      });
    },
    onGranted: (n) => outbox.onGranted(n, now()),
    onRefused(n, reason) {
      if (outbox.onRefused(n, reason)) after(OFFERED_AGAIN_MS, () => postAgain(n));
      else onRefused(reason);
    },
    onDurable: (own) => outbox.onDurable(own),
    get unstored() {
      return outbox.unstored;
    },
  };
}
