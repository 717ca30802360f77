import { describe, expect, it } from 'vitest';
import { createOutbox } from '../../../client/session/outbox.ts';
import { localMs, pitch, strength, ticks } from '../../../shared/base/units.ts';
import type { Wish } from '../../../shared/event/wish.ts';

const note = (tick: number): Wish => ({
  type: 'playNote',
  played: ticks(tick),
  sounds: ticks(tick),
  instrument: 'marimba',
  pitch: pitch(60),
  strength: strength(0.5),
  colour: 0.5,
  length: ticks(240),
});
const stop: Wish = { type: 'stopPulse' };
const at = localMs;
const numbers = (all: readonly { readonly n: number }[]) => all.map(({ n }) => n);

describe('outbox', () => {
  it('[L3] numbers wishes from 1, and after a reload goes on beyond what the room has seen', () => {
    const outbox = createOutbox();
    expect(outbox.add(stop, false, at(0)).n).toBe(1);
    outbox.afterReturn(40, [42], at(0));
    expect(outbox.add(stop, false, at(0)).n).toBe(43);
  });

  it('[L7] sends again, in order, what is not on disk', () => {
    const outbox = createOutbox();
    for (const wish of [stop, note(1), note(2), note(3)]) outbox.add(wish, true, at(0));
    outbox.onGranted(1, at(0));
    outbox.onDurable([3]);
    expect(numbers(outbox.afterReturn(0, [], at(60_000)))).toEqual([2, 4]);
    expect(outbox.unstored).toBe(2);
  });

  it('[L7] lets go of exactly those that are on disk, not of earlier ones', () => {
    const outbox = createOutbox();
    for (let n = 1; n <= 5; n++) outbox.add(note(n), true, at(0));
    outbox.onDurable([5]);
    expect(numbers(outbox.afterReturn(0, [], at(0)))).toEqual([1, 2, 3, 4]);
  });

  it('[L7] holds a note that is not kept only while it could still be heard', () => {
    const outbox = createOutbox();
    outbox.add(note(1), false, at(0));
    outbox.add(note(2), false, at(1000));
    expect(numbers(outbox.afterReturn(0, [], at(1501)))).toEqual([2]);
    expect(outbox.unstored).toBe(0);
  });

  it('offers again what was too much at once and is to be kept, and nothing else', () => {
    const outbox = createOutbox();
    const kept = outbox.add(note(1), true, at(0));
    const passing = outbox.add(note(2), false, at(0));
    expect(outbox.onRefused(kept.n, 'tooMany')).toBe(true);
    expect(outbox.held(kept.n)).toEqual(kept);
    expect(outbox.onRefused(passing.n, 'tooMany')).toBe(false);
    expect(outbox.onRefused(kept.n, 'tooLate')).toBe(false);
    expect(outbox.held(kept.n)).toBeUndefined();
  });

  it('does not offer for ever', () => {
    const outbox = createOutbox();
    const { n } = outbox.add(note(1), true, at(0));
    let offers = 0;
    while (outbox.onRefused(n, 'tooMany')) offers++;
    expect(offers).toBe(20);
    expect(outbox.unstored).toBe(0);
  });

  it('holds a repeated note until the disk has it, and gives it up when it was not for the disk', () => {
    const outbox = createOutbox();
    const { n } = outbox.add(note(1), true, at(0));
    outbox.onGranted(n, at(5000));
    expect(numbers(outbox.afterReturn(0, [], at(14_999)))).toEqual([n]);
    expect(numbers(outbox.afterReturn(0, [], at(15_001)))).toEqual([]);
  });

  it('does not say again to a server that began anew what named someone by a number of the old one', () => {
    const outbox = createOutbox();
    outbox.add({ type: 'callIn', knocks: [1] }, false, at(0));
    const pulse = outbox.add(stop, false, at(0));
    outbox.forgetPassing();
    expect(outbox.afterReturn(0, [], at(1))).toEqual([pulse]);
  });
});
