import { describe, expect, it } from 'vitest';
import { createBloom } from '../../../client/ui/circle/bloom.ts';
import { densePatterns, mostChangesInASecond } from './flicker.ts';

const STEP_MS = 8;

function levelsOf(notesAtMs: readonly number[], lengthMs: number): number[] {
  const bloom = createBloom();
  const levels: number[] = [];
  let next = 0;
  for (let nowMs = 0; nowMs < lengthMs; nowMs += STEP_MS) {
    while (next < notesAtMs.length && (notesAtMs[next] ?? 0) <= nowMs) {
      bloom.hear(next % 3 === 0 ? 1 : 0.4, nowMs);
      next++;
    }
    levels.push(bloom.levelAt(nowMs));
  }
  return levels;
}

describe('a bloom', () => {
  it.each(Object.entries(densePatterns()))(
    '[C5] changes at most three times in any second: %s',
    (_, times) => {
      expect(mostChangesInASecond(levelsOf(times, 60_000), STEP_MS)).toBeLessThanOrEqual(3);
    },
  );

  it('is seen within a tenth of a second, also for the softest note', () => {
    const bloom = createBloom();
    bloom.hear(0.02, 1000);
    expect(bloom.levelAt(1100)).toBeGreaterThan(0.3);
  });

  it('goes out by itself and is then dark', () => {
    const bloom = createBloom();
    bloom.hear(1, 0);
    for (let nowMs = 0; nowMs <= 6000; nowMs += 16) bloom.levelAt(nowMs);
    expect(bloom.isDark).toBe(true);
    expect(bloom.levelAt(6016)).toBe(0);
  });

  it('never leaves 0 to 1, nor jumps by more than a third in a frame', () => {
    const levels = levelsOf([0, 300, 301, 302, 1500, 1510, 4000], 8000);
    levels.forEach((level, index) => {
      expect(level).toBeGreaterThanOrEqual(0);
      expect(level).toBeLessThanOrEqual(1);
      expect(Math.abs(level - (levels[index - 1] ?? 0))).toBeLessThan(1 / 3);
    });
  });
});
