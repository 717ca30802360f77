import { describe, expect, it } from 'vitest';
import { createLight, OTHERS_PACE, OWN_PACE } from '../../../../client/surfaces/draw/light.ts';
import { densePatterns, mostChangesInASecond } from '../../ui/flicker.ts';

const STEP_MS = 8;

describe.each([
  ['own', OWN_PACE],
  ["others'", OTHERS_PACE],
])('the light of %s notes', (_who, pace) => {
  it.each(Object.entries(densePatterns()))(
    '[C5] changes at most three times in any second: %s',
    (_name, times) => {
      const light = createLight(pace);
      const levels: number[] = [];
      let next = 0;
      for (let nowMs = 0; nowMs < 60_000; nowMs += STEP_MS) {
        while (next < times.length && (times[next] ?? 0) <= nowMs) {
          light.light(next % 2 === 0 ? 1 : 0.5, nowMs);
          next++;
        }
        levels.push(light.levelAt(nowMs));
      }
      expect(mostChangesInASecond(levels, STEP_MS)).toBeLessThanOrEqual(3);
    },
  );

  it('is dark at first and again when it has gone', () => {
    const light = createLight(pace);
    expect(light.isDark).toBe(true);
    light.light(1, 0);
    expect(light.isDark).toBe(false);
    for (let nowMs = 0; nowMs <= 9000; nowMs += 16) light.levelAt(nowMs);
    expect(light.isDark).toBe(true);
  });

  it('stays while a finger rests, and goes when it lifts', () => {
    const light = createLight(pace);
    light.light(1, 0);
    light.hold(0);
    for (let nowMs = 0; nowMs <= 5000; nowMs += 16) light.levelAt(nowMs);
    expect(light.levelAt(5016)).toBeGreaterThan(0.95);
    light.let(5016);
    for (let nowMs = 5016; nowMs <= 14_000; nowMs += 16) light.levelAt(nowMs);
    expect(light.isDark).toBe(true);
  });
});
