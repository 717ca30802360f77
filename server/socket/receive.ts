import type { RoomMs } from '../../shared/base/units.ts';
import { lagMessageSchema } from '../../shared/event/lag.ts';
import type { LagSummary } from '../../shared/time/lag-summary.ts';
import type { Refusal } from '../../shared/base/refusal.ts';
import { pingSchema, type WishMessage, wishMessageSchema } from '../../shared/wire/up.ts';
import type { Allowance } from './allowances.ts';

/** What becomes of a message that was checked. */
export interface Receiver {
  onWish(message: WishMessage): void;
  /** `arrivedMs` was read before anything else was done about the message. */
  onPing(sentMs: number, arrivedMs: RoomMs): void;
  onLags(lags: LagSummary): void;
  /** To the asker only. `n` is 0 where the message had no readable number. */
  onRefused(n: number, reason: Refusal): void;
  /** A bug of ours in one of the above. */
  onBug(during: string, fault: unknown): void;
}

/**
 * The one way in for everything a socket says: whatever the event is called, whatever and however much comes with it.
 * Parsed by a schema into a new object, within the seat's allowance, and nothing thrown gets past it. An
 * acknowledgement that was asked for is never called; further arguments are not looked at.
 */
export function createReceive(
  allowance: Allowance,
  now: () => RoomMs,
  receiver: Receiver,
): (event: unknown, message: unknown) => void {
  const refuse = (n: number, reason: Refusal) => {
    if (allowance.mayBeRefused()) receiver.onRefused(n, reason);
  };

  const handlers: Readonly<Record<string, (message: unknown, arrivedMs: RoomMs) => void>> = {
    wish(message) {
      const parsed = wishMessageSchema.safeParse(message);
      if (!parsed.success) refuse(numberOf(message), 'malformed');
      else if (!allowance.mayWish(parsed.data.wish.type)) refuse(parsed.data.n, 'tooMany');
      else receiver.onWish(parsed.data);
    },
    ping(message, arrivedMs) {
      const parsed = pingSchema.safeParse(message);
      if (!parsed.success) refuse(0, 'malformed');
      else if (allowance.mayPing()) receiver.onPing(parsed.data.sentMs, arrivedMs);
    },
    lag(message) {
      const parsed = lagMessageSchema.safeParse(message);
      if (!parsed.success) refuse(0, 'malformed');
      else if (allowance.mayReport()) receiver.onLags(parsed.data.lags);
    },
  };

  return (event, message) => {
    const arrivedMs = now();
    const handler = typeof event === 'string' && Object.hasOwn(handlers, event) ? handlers[event] : undefined;
    try {
      if (handler) handler(message, arrivedMs);
      else refuse(0, 'malformed');
    } catch (fault) {
      receiver.onBug(handler ? String(event) : 'unknown', fault);
      refuse(numberOf(message), 'tryLater');
    }
  };
}

/** The number a malformed wish bears, so that its sender knows which it was. */
function numberOf(message: unknown): number {
  const n = typeof message === 'object' && message !== null && 'n' in message ? message.n : undefined;
  return typeof n === 'number' && Number.isSafeInteger(n) && n > 0 ? n : 0;
}
