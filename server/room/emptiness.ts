import { SEAT_HELD_MS } from '../../shared/base/limits.ts';
import type { RoomState } from '../../shared/room/state.ts';
import type { After } from './ports.ts';

/** A room everyone has left closes when nobody has come for as long as a seat is held. */
export interface Emptiness {
  /** Someone came or went. */
  watch(): void;
  stop(): void;
}

export function createEmptiness(state: () => RoomState, after: After, close: () => void): Emptiness {
  let cancel: (() => void) | undefined;
  return {
    watch() {
      cancel?.();
      cancel = state().members.length === 0 ? after(SEAT_HELD_MS, close) : undefined;
    },
    stop: () => cancel?.(),
  };
}
