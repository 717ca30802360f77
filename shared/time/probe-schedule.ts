/** A burst, so that a clock settles within half a second (TIMING). */
const BURST_PROBES = 12;
const BURST_EVERY_MS = 50;
/** Then quickly, until the slope of the crystal begins to show. */
const EARLY_FOR_MS = 5_000;
const EARLY_EVERY_MS = 250;
const STEADY_EVERY_MS = 1_000;

/**
 * How long to wait after a probe before the next: 12 at 50 ms, then every 250 ms up to 5 s, then one a second.
 * A burst begins, with both counts at 0, at the start, when the page wakes or comes online, on reconnecting, and
 * whenever the room clock's `beginnings` has grown.
 */
export function nextProbeDelayMs(sentInBurst: number, msSinceBurstBegan: number): number {
  if (sentInBurst < BURST_PROBES) return BURST_EVERY_MS;
  return msSinceBurstBegan < EARLY_FOR_MS ? EARLY_EVERY_MS : STEADY_EVERY_MS;
}
