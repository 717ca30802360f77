import { describe, expect, it } from 'vitest';
import { pitch, type RoomMs, roomMs, strength, type Ticks, ticks } from '../../../shared/base/units.ts';
import type { LineWish } from '../../../shared/event/line.ts';
import { decideLine } from '../../../shared/room/decide-line.ts';
import { SILENT_LINE } from '../../../shared/room/line-state.ts';
import type { RoomState } from '../../../shared/room/state.ts';
import { beatAt, roomMsAt } from '../../../shared/time/tempo-map.ts';
import { ADA, after, BEN, roomOfThree, wished } from './a-room.ts';

const note = (played: Ticks): LineWish => ({
  type: 'playNote',
  played,
  sounds: played,
  instrument: 'kalimba',
  pitch: pitch(62),
  strength: strength(0.5),
  colour: 0.5,
  length: ticks(240),
});
const refusal = (state: RoomState, wish: LineWish, now: RoomMs) => {
  const decision = decideLine(state, SILENT_LINE, wish, BEN, now);
  return decision.type === 'refused' ? decision.reason : undefined;
};
const tickAt = (state: RoomState, at: RoomMs) => ticks(Math.round(beatAt(state.tempo, at) * 960));

describe('a note and the end', () => {
  const ending = wished(
    roomOfThree(),
    { type: 'announceEnding', leadBars: 1, closeBars: 2 },
    ADA,
    after(100),
  );
  const until = ending.ending?.until ?? 0;
  const lastTick = ticks(until * 960);
  const endMs = roomMsAt(ending.tempo, ending.ending?.until ?? (0 as never));

  it('is taken up to the last tick before the last chord and refused on it and after', () => {
    expect(refusal(ending, note(ticks(lastTick - 1)), roomMs(endMs + 20))).toBeUndefined();
    expect(refusal(ending, note(lastTick), roomMs(endMs + 20))).toBe('endingNow');
    expect(refusal(ending, note(ticks(lastTick + 3000)), roomMs(endMs + 2000))).toBe('endingNow');
  });

  it('played before it is taken also when it arrives after: what was kept finds its place', () => {
    expect(refusal(ending, note(ticks(lastTick - 960)), roomMs(endMs + 5000))).toBeUndefined();
  });

  it('held before it can still be released and bent', () => {
    const release = { type: 'releaseNote', note: 4, played: ticks(lastTick + 40) } as const;
    expect(refusal(ending, release, roomMs(endMs + 40))).toBeUndefined();
  });

  it('begins again where the ending was called off', () => {
    const on = wished(ending, { type: 'callOffEnding' }, ADA, after(200));
    expect(refusal(on, note(ticks(lastTick + 10)), roomMs(endMs + 20))).toBeUndefined();
  });

  it('is taken up to a stop and refused after it', () => {
    const stopped = wished(roomOfThree(), { type: 'stopNow' }, ADA, after(9000));
    expect(refusal(stopped, note(tickAt(stopped, after(8990))), after(9100))).toBeUndefined();
    expect(refusal(stopped, note(tickAt(stopped, after(9010))), after(9100))).toBe('endingNow');
  });

  it('a loop that would begin with the last chord does not', () => {
    const loop = {
      type: 'setLoop',
      loop: {
        instrument: 'marimba',
        steps: 8,
        stepTicks: ticks(480),
        cells: [{ step: 0, row: 0, strength: 1 }],
      },
    } as const;
    expect(refusal(ending, loop, after(200))).toBeUndefined();
    expect(refusal(ending, loop, roomMs(endMs - 300))).toBe('endingNow');
  });
});
