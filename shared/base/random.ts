/** A stream of numbers in [0, 1). */
export type Random = () => number;

/**
 * Seeded chance: the same seed gives the same stream on every machine.
 * mulberry32 (Tommy Ettinger), 32 bits of state: for timbre, worlds and simulated musicians, never for tokens.
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
