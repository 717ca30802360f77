/**
 * `performance.now()` of a simulated device:
 *
 *     local(t) = start + awake(t) · (1 + skew) + wander · sin(2π · awake(t) / period)
 *
 * where awake(t) is true time less what was slept: the clock stands still while the device sleeps.
 */
export interface DeviceClock {
  localMsAt(trueMs: number): number;
  /** The true time at which this clock first shows `local`; after a sleep, the wake. */
  trueMsAt(local: number): number;
  /** `Date.now()` of the device, which goes on during sleep. */
  dateMsAt(trueMs: number): number;
}

export interface Sleep {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface Crystal {
  readonly startMs: number;
  readonly skewPpm: number;
  readonly sleeps: readonly Sleep[];
}

/** A crystal follows the warmth of its case; a third of a ppm over minutes is usual (guess). */
const WANDER_PPM = 0.3;
const WANDER_PERIOD_MS = 240_000;
/** What `Date.now()` of the device differs from the server's, on top: nobody may rely on it. */
const DATE_OFF_MS = 37_000;

export function createDeviceClock({ startMs, skewPpm, sleeps }: Crystal): DeviceClock {
  const rate = 1 + skewPpm * 1e-6;
  const swing = (WANDER_PPM * 1e-6 * WANDER_PERIOD_MS) / (2 * Math.PI);
  const run = (awakeMs: number) =>
    awakeMs * rate + swing * Math.sin((2 * Math.PI * awakeMs) / WANDER_PERIOD_MS);

  const awakeAt = (trueMs: number) => {
    let awakeMs = trueMs;
    for (const { fromMs, toMs } of sleeps) {
      if (trueMs > fromMs) awakeMs -= Math.min(trueMs, toMs) - fromMs;
    }
    return awakeMs;
  };

  return {
    localMsAt: (trueMs) => startMs + run(awakeAt(trueMs)),
    trueMsAt(local) {
      // The swing is far slower than the clock, so that three steps come below a nanosecond.
      let awakeMs = (local - startMs) / rate;
      for (let step = 0; step < 3; step++) awakeMs += (local - startMs - run(awakeMs)) / rate;
      let trueMs = awakeMs;
      for (const { fromMs, toMs } of sleeps) {
        if (trueMs > fromMs) trueMs += toMs - fromMs;
      }
      return trueMs;
    },
    dateMsAt: (trueMs) => Math.floor(trueMs * rate) + DATE_OFF_MS,
  };
}
