import { describe, expect, it } from 'vitest';
import { localMs } from '../../../shared/base/units.ts';
import { createAudioClock } from '../../../shared/time/audio-clock.ts';
import recorded from './chromium-trace.golden.json' with { type: 'json' };

/** Where the clock puts local time in the context at each reading after the first two seconds: ms between the two. */
function replay(hasStamps: boolean) {
  const clock = createAudioClock();
  const { baseLatencySec, outputLatencySec, rows } = recorded;
  const offsets: number[] = [];
  for (const [at = 0, currentSec = 0, contextSec = 0, performanceMs = 0] of rows) {
    if (hasStamps) clock.onStamp({ contextSec, performanceMs });
    clock.onCurrentTime({ currentSec, localMs: localMs(at), baseLatencySec, outputLatencySec });
    const isSettled = at > (rows[0]?.[0] ?? 0) + 2000;
    if (isSettled) offsets.push(1000 * (clock.audioSecAt(localMs(at)) ?? Number.NaN) - at);
  }
  return { clock, offsets };
}

const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('audio clock on a recorded Chromium', () => {
  it('[T11] finds the stamps and stays within 0.15 ms of one line', () => {
    const { clock, offsets } = replay(true);
    expect(clock.source).toBe('stamps');
    expect(clock.generation).toBe(0);
    expect(offsets.length).toBeGreaterThan(600);
    const middle = mean(offsets);
    expect(Math.max(...offsets.map((offset) => Math.abs(offset - middle)))).toBeLessThan(0.15);
  });

  it('[T11] without stamps the envelope says the same to a millisecond', () => {
    const { clock, offsets } = replay(false);
    expect(clock.source).toBe('envelope');
    expect(clock.generation).toBe(0);
    expect(Math.abs(mean(offsets) - mean(replay(true).offsets))).toBeLessThan(0.8);
    expect(spread(offsets)).toBeLessThan(1.2);
  });
});
