import type { MemberId } from '../../shared/base/ids.ts';
import { LEFT_AFTER_MS, LOST_AFTER_MS, SEAT_HELD_MS } from '../../shared/base/limits.ts';
import type { DoorWish } from '../../shared/event/membership.ts';
import type { After } from './ports.ts';

/** Watches over links that are gone: lost after 5 s, away after 9 s, the seat free after 30 minutes (R4). */
export interface Presence {
  /** Nothing has been heard of them for `silentForMs`. */
  gone(member: MemberId, silentForMs: number): void;
  back(member: MemberId): void;
  stop(): void;
}

export function createPresence(after: After, ask: (wish: DoorWish) => void): Presence {
  const pending = new Map<MemberId, (() => void)[]>();

  const back = (member: MemberId) => {
    for (const cancel of pending.get(member) ?? []) cancel();
    pending.delete(member);
  };

  return {
    gone(member, silentForMs) {
      back(member);
      const inMs = (afterMs: number, type: 'loseLink' | 'goAway' | 'expireSeat') =>
        after(Math.max(0, afterMs - silentForMs), () => ask({ type, member }));
      pending.set(member, [
        inMs(LOST_AFTER_MS, 'loseLink'),
        inMs(LEFT_AFTER_MS, 'goAway'),
        inMs(SEAT_HELD_MS, 'expireSeat'),
      ]);
    },
    back,
    stop() {
      for (const member of pending.keys()) back(member);
    },
  };
}
