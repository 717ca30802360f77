import { describe, expect, it } from 'vitest';
import { createServerClock } from '../../../server/clock.ts';
import { roomMs } from '../../../shared/base/units.ts';

describe('The server’s clock', () => {
  it('[R9] goes on steadily whatever is done to the wall clock', () => {
    let wallMs = 1_700_000_000_000;
    let monotonicMs = 55.5;
    const clock = createServerClock({
      wallMs: () => wallMs,
      monotonicMs: () => monotonicMs,
      notBefore: roomMs(0),
    });
    expect(clock.now()).toBe(1_700_000_000_000);
    wallMs -= 365 * 24 * 3_600_000;
    monotonicMs += 12.345;
    expect(clock.now()).toBe(1_700_000_000_012.35);
  });

  it('[R9][T1] starts no earlier than the latest moment in any log', () => {
    const clock = createServerClock({
      wallMs: () => 5,
      monotonicMs: () => 0,
      notBefore: roomMs(1_800_000_000_000),
    });
    expect(clock.now()).toBe(1_800_000_000_000);
  });

  it('[T5] each run has a name of its own', () => {
    const sources = { wallMs: () => 5, monotonicMs: () => 0, notBefore: roomMs(0) };
    const epochs = [createServerClock(sources).epoch, createServerClock(sources).epoch];
    expect(new Set(epochs).size).toBe(2);
    expect(epochs[0]?.length).toBeLessThanOrEqual(40);
  });
});
