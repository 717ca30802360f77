import type { LocalMs } from '../../shared/base/units.ts';
import { nextProbeDelayMs } from '../../shared/time/probe-schedule.ts';
import type { RoomClock } from '../../shared/time/room-clock.ts';

export interface ClockSyncDeps {
  readonly clock: RoomClock;
  readonly now: () => LocalMs;
  readonly wallNow: () => number;
  readonly ping: (sentMs: number) => void;
  readonly after: (delayMs: number, task: () => void) => () => void;
}

/** Asks the server the time: a burst at first and whenever the device may have slept, then once a second. */
export interface ClockSync {
  onPong(pong: { sentMs: number; serverMs: number; epoch: string }, receivedMs: number): void;
  onStamp(serverMs: number, receivedMs: number): void;
  /** The link is up (again), the page woke, the network came back: ask in a burst. */
  burst(): void;
  /** To be called at every tick: notices a sleep by the wall clock. */
  look(): void;
  stop(): void;
}

export function createClockSync({ clock, now, wallNow, ping, after }: ClockSyncDeps): ClockSync {
  let sentInBurst = 0;
  let burstBeganMs = now();
  let cancel: (() => void) | undefined;
  let beginnings = clock.beginnings;

  const probe = () => {
    ping(now());
    sentInBurst += 1;
    cancel = after(nextProbeDelayMs(sentInBurst, now() - burstBeganMs), probe);
  };
  const burst = () => {
    cancel?.();
    sentInBurst = 0;
    burstBeganMs = now();
    probe();
  };

  return {
    burst,
    onPong({ sentMs, serverMs, epoch }, receivedMs) {
      clock.onEpoch(epoch);
      clock.onPong(sentMs, serverMs, receivedMs);
    },
    onStamp: (serverMs, receivedMs) => clock.onStamp(serverMs, receivedMs),
    look() {
      clock.onWallClock(wallNow(), now());
      if (clock.beginnings === beginnings) return;
      beginnings = clock.beginnings;
      burst();
    },
    stop: () => cancel?.(),
  };
}
