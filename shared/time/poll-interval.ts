/** The golden section: its multiples spread over an interval more evenly than those of any other number. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * How long the audio scheduler should wait after its tick number `tick`: 25 ms on average, 22 to 28 in turn. Even ticks of
 * 25 ms always meet a staircase of 10 ms at the same two places, sometimes for minutes, and never learn where its
 * edges are: 3.7 ms of error (p99) instead of 0.5 on such a device (simulated).
 */
export function pollIntervalMs(tick: number): number {
  return 22 + Math.floor(7 * ((tick * GOLDEN) % 1));
}
