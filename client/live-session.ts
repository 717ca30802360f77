import { localMs } from '../shared/base/units.ts';
import type { Seat } from '../shared/wire/door.ts';
import type { SoundDevice } from './player/sound-device.ts';
import { createSession } from './session/create-session.ts';
import type { PreferenceStore } from './session/preferences.ts';
import type { Session } from './session/session.ts';
import { socketLink } from './session/socket-link.ts';
import { everyTick } from './ticker.ts';
import { panOfChair } from './ui/circle/place.ts';

const SLOPE_KEY = 'windchime.slope';

/** A session over a real link, with this device's clocks and timers. Loaded while someone finds their instrument. */
export function openSession(
  seat: Seat,
  sound: SoundDevice,
  preferences: PreferenceStore,
  storage: Storage | undefined,
): Session {
  return createSession({
    openLink: socketLink(seat.session),
    sound,
    preferences,
    now: () => localMs(performance.now()),
    wallNow: () => Date.now(),
    after(delayMs, task) {
      const timer = setTimeout(task, delayMs);
      return () => clearTimeout(timer);
    },
    everyTick,
    onWaking,
    panOf: panOfChair,
    slope: keptSlope(storage),
  });
}

const WAKING = ['online', 'pageshow', 'focus'] as const;

/** The page woke, came to the front, or the network came back. */
function onWaking(task: () => void): () => void {
  const shown = () => {
    if (document.visibilityState === 'visible') task();
  };
  for (const type of WAKING) addEventListener(type, task);
  document.addEventListener('visibilitychange', shown);
  return () => {
    for (const type of WAKING) removeEventListener(type, task);
    document.removeEventListener('visibilitychange', shown);
  };
}

/** What this device's clock was found to do the last time. */
function keptSlope(storage: Storage | undefined) {
  return {
    ppm: readSlope(storage),
    remember(ppm: number) {
      try {
        storage?.setItem(SLOPE_KEY, ppm.toFixed(2));
      } catch {
        // Nothing can be kept here: it is found anew each time.
      }
    },
  };
}

function readSlope(storage: Storage | undefined): number | undefined {
  try {
    const kept = Number(storage?.getItem(SLOPE_KEY) ?? Number.NaN);
    return Number.isFinite(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}
