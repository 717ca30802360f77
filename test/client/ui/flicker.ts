import { createRandom } from '../../../shared/base/random.ts';

/** Times at which notes are heard, in ms, over a minute: even, uneven, in bursts, and as awkward as can be. */
export function densePatterns(): Readonly<Record<string, readonly number[]>> {
  const even = (everyMs: number) =>
    Array.from({ length: Math.floor(60_000 / everyMs) }, (_, note) => note * everyMs);
  const patterns: Record<string, number[]> = {};
  for (const everyMs of [25, 60, 125, 180, 250, 333, 400, 480, 550, 640, 750, 900, 1100, 1400]) {
    patterns[`every ${everyMs} ms`] = even(everyMs);
  }
  for (let seed = 1; seed <= 40; seed++) {
    const random = createRandom(seed);
    const times: number[] = [];
    const meanMs = 60 + 700 * random();
    for (let at = 0; at < 60_000; at += -meanMs * Math.log(1 - random() * 0.999)) times.push(at);
    patterns[`by chance, ${Math.round(meanMs)} ms apart (seed ${seed})`] = times;
  }
  return patterns;
}

/** A change of light is one that moves by at least a tenth of the whole (WCAG 2.2, general flash). */
const LEAST_CHANGE = 0.1;

/** The most opposing changes of a light within any second. `levels` are samples `stepMs` apart. */
export function mostChangesInASecond(levels: readonly number[], stepMs: number): number {
  const turnsAtMs: number[] = [];
  let extreme = levels[0] ?? 0;
  let direction = 0;
  levels.forEach((level, index) => {
    const moved = level - extreme;
    if (direction !== 0 && Math.sign(moved) === direction) extreme = level;
    else if (Math.abs(moved) >= LEAST_CHANGE) {
      direction = Math.sign(moved);
      extreme = level;
      turnsAtMs.push(index * stepMs);
    } else if (direction === 0 && level < extreme) extreme = Math.min(extreme, level);
  });
  return Math.max(
    0,
    ...turnsAtMs.map((from) => turnsAtMs.filter((at) => at >= from && at < from + 1000).length),
  );
}
