/** The middle distance between neighbours, in ms. */
export function intervalOf(times: readonly number[]): number {
  const gaps = times.slice(1).map((time, i) => time - (times[i] ?? 0));
  return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? Number.NaN;
}

/** Where the beat lies, from -half to +half a beat around a multiple of its length: the middle one of all, on a circle. */
export function beatOf(times: readonly number[], beatMs: number): number {
  const turns = times.map((time) => (2 * Math.PI * (time % beatMs)) / beatMs);
  const east = turns.reduce((sum, turn) => sum + Math.cos(turn), 0);
  const north = turns.reduce((sum, turn) => sum + Math.sin(turn), 0);
  return (Math.atan2(north, east) / (2 * Math.PI)) * beatMs;
}

/** How far two places of a beat are apart, the short way round. */
export function apart(one: number, other: number, beatMs: number): number {
  const distance = Math.abs(one - other) % beatMs;
  return Math.min(distance, beatMs - distance);
}
