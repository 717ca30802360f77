import { describe, expect, it } from 'vitest';
import { seq } from '../../../shared/base/ids.ts';
import { MAX_HELD_NOTES } from '../../../shared/base/limits.ts';
import {
  beats,
  bpm,
  pitch,
  type RoomMs,
  roomMs,
  strength,
  type Ticks,
  ticks,
} from '../../../shared/base/units.ts';
import type { LineEntry } from '../../../shared/event/entry.ts';
import type { LineEvent, LineWish } from '../../../shared/event/line.ts';
import type { Loop } from '../../../shared/event/loop.ts';
import { INSTRUMENT_IDS, INSTRUMENTS } from '../../../shared/music/instrument.ts';
import { decideLine } from '../../../shared/room/decide-line.ts';
import { evolveLine, heldAt, type LineState, SILENT_LINE } from '../../../shared/room/line-state.ts';
import { beatAt } from '../../../shared/time/tempo-map.ts';
import { ADA, after, BEN, LIV, OPENED_AT, roomOfThree, STRANGER, wished } from './a-room.ts';

const MINUTE_MS = 60_000;
const room = roomOfThree();
/** At 120 bpm a tick lasts 0.52 ms. */
const tickAt = (at: RoomMs): Ticks => ticks(Math.round(beatAt(room.tempo, at) * 960));

type PlayNote = Extract<LineWish, { type: 'playNote' }>;
const note = (played: Ticks, changed: Partial<PlayNote> = {}): PlayNote => ({
  type: 'playNote',
  played,
  sounds: played,
  instrument: 'kalimba',
  pitch: pitch(62),
  strength: strength(0.5),
  colour: 0.5,
  length: null,
  ...changed,
});
const decided = (wish: LineWish, now: RoomMs, state = room, line: LineState = SILENT_LINE) => {
  const decision = decideLine(state, line, wish, BEN, now);
  if (decision.type === 'refused') throw new Error(decision.reason);
  return decision.value;
};
const refusal = (wish: LineWish, now: RoomMs = OPENED_AT, line: LineState = SILENT_LINE, by = BEN) => {
  const decision = decideLine(room, line, wish, by, now);
  return decision.type === 'refused' ? decision.reason : undefined;
};
const entry = (n: number, event: LineEvent, at: RoomMs = OPENED_AT): LineEntry => ({
  seq: seq(n),
  at,
  by: BEN,
  event,
});

describe('where a note is', () => {
  it('[N1] are two places, kept as they were: where the finger was and where it is heard', () => {
    const wish = note(ticks(1000), { sounds: ticks(960) });
    const { event, at } = decided(wish, after(600));
    expect(event).toEqual({ ...wish, type: 'notePlayed' });
    expect(at).toBeCloseTo(after(520.83), 1);
  });

  it('[N2] is kept when it lies 60 ms ahead, and moved to now when it lies further', () => {
    const now = after(10_000);
    const near = tickAt(roomMs(now + 60));
    expect(decided(note(near), now).event).toMatchObject({ played: near, sounds: near });
    const far = ticks(near + 1);
    const moved = decided(note(far, { sounds: ticks(far + 100) }), now);
    expect(moved.event).toMatchObject({ played: tickAt(now), sounds: tickAt(now) + 100 });
    expect(moved.at).toBe(now);
  });

  it('[N2] is never before the grid began', () => {
    const event = decided(note(ticks(1000), { sounds: ticks(0) }), after(0)).event;
    expect(event).toMatchObject({ played: 0, sounds: 0 });
  });

  it('[N3] is heard live up to an age of 1.5 s, and beyond only in the record, at its true place', () => {
    const now = after(10_000);
    const old = tickAt(roomMs(now - 1500));
    expect(decided(note(old), now)).toMatchObject({ isLive: true, event: { played: old } });
    const older = ticks(old - 1);
    expect(decided(note(older), now)).toMatchObject({ isLive: false, event: { played: older } });
  });

  it('[N3] is refused when it is older than a seat is held', () => {
    const now = after(40 * MINUTE_MS);
    const oldest = tickAt(roomMs(now - 30 * MINUTE_MS));
    expect(refusal(note(oldest), now)).toBeUndefined();
    expect(refusal(note(ticks(oldest - 1)), now)).toBe('tooLate');
  });

  it('is refused when it is older than its player’s coming in, but for what a clock may err', () => {
    const late = wished(
      room,
      {
        type: 'admit',
        member: STRANGER,
        name: undefined,
        shape: 'drop',
        role: 'player',
        isKept: false,
        isCompany: false,
      },
      'room',
      after(20_000),
    );
    const of = (at: RoomMs) => decideLine(late, SILENT_LINE, note(tickAt(at)), STRANGER, after(20_000)).type;
    expect(of(after(18_500))).toBe('granted');
    expect(of(after(18_499))).toBe('refused');
  });
});

describe('whether it is kept', () => {
  const kept = wished(room, { type: 'setKeeping', isKept: true }, BEN, after(5000));
  const isKept = (at: RoomMs, now: RoomMs, state = kept) => decided(note(tickAt(at)), now, state).isKept;

  it('[L5] is so from the moment of saying yes on, by when it was played', () => {
    expect(isKept(after(5000), after(5100))).toBe(true);
    expect(isKept(after(4999), after(5100))).toBe(false);
    expect(isKept(after(5000), after(5100), room)).toBe(false);
  });

  it('[L5] is not so any more once it was taken back, whenever it was played', () => {
    const no = wished(kept, { type: 'setKeeping', isKept: false }, BEN, after(6000));
    expect(isKept(after(5500), after(6001), no)).toBe(false);
    const again = wished(no, { type: 'setKeeping', isKept: true }, BEN, after(7000));
    expect(isKept(after(5500), after(7001), again)).toBe(false);
    expect(isKept(after(6500), after(7001), again)).toBe(false);
    expect(isKept(after(7000), after(7001), again)).toBe(true);
  });

  it('[L5] counts for a glide from its first point on', () => {
    const point = (at: RoomMs) => ({
      played: tickAt(at),
      pitch: pitch(60),
      colour: 0,
      strength: strength(0.5),
    });
    const bend = (from: RoomMs): LineWish => ({
      type: 'bendNote',
      note: 1,
      points: [point(from), point(after(5050))],
    });
    expect(decided(bend(after(4990)), after(5100), kept).isKept).toBe(false);
    expect(decided(bend(after(5000)), after(5100), kept).isKept).toBe(true);
  });

  it('[L5] holds for loops as they are set and stopped', () => {
    const setLoop: LineWish = { type: 'setLoop', loop: LOOP };
    expect(decided(setLoop, after(6000), kept).isKept).toBe(true);
    expect(decided(setLoop, after(6000), room).isKept).toBe(false);
  });
});

describe('what is no playing', () => {
  it('is a pitch more than an octave beyond the register', () => {
    for (const id of INSTRUMENT_IDS) {
      const { lowest, highest } = INSTRUMENTS[id];
      const at = (key: number) => refusal(note(ticks(0), { instrument: id, pitch: pitch(key) }));
      expect([lowest - 12, highest + 12].map(at)).toEqual([undefined, undefined]);
      expect([lowest - 12.5, highest + 12.5].map(at)).toEqual(['malformed', 'malformed']);
    }
  });

  it('is a note drawn further than two beats', () => {
    const drawn = (by: number) => refusal(note(ticks(4000), { sounds: ticks(4000 + by) }), after(2000));
    expect([1920, -1920].map(drawn)).toEqual([undefined, undefined]);
    expect([1921, -1921].map(drawn)).toEqual(['malformed', 'malformed']);
  });

  it('[R7] is anything of a listener or a stranger', () => {
    expect(refusal(note(ticks(0)), OPENED_AT, SILENT_LINE, LIV)).toBe('notAllowed');
    expect(refusal(note(ticks(0)), OPENED_AT, SILENT_LINE, STRANGER)).toBe('notHere');
    expect(refusal(note(ticks(0)), OPENED_AT, SILENT_LINE, ADA)).toBeUndefined();
  });

  it('is a glide whose points go back in time or are none', () => {
    const points = [10, 10, 9].map((played) => ({
      played: ticks(played),
      pitch: pitch(60),
      colour: 0,
      strength: strength(1),
    }));
    expect(refusal({ type: 'bendNote', note: 1, points: points.slice(0, 2) })).toBeUndefined();
    expect(refusal({ type: 'bendNote', note: 1, points })).toBe('malformed');
    expect(refusal({ type: 'bendNote', note: 1, points: [] })).toBe('malformed');
  });
});

describe('notes that are held', () => {
  const holding = (count: number, at: RoomMs = OPENED_AT) =>
    Array.from({ length: count }, (_, index) =>
      entry(index + 1, { ...note(ticks(0)), type: 'notePlayed' }, at),
    ).reduce(evolveLine, SILENT_LINE);

  it('[N6] are twelve at most; one with a length counts for nothing', () => {
    expect(refusal(note(ticks(0)), OPENED_AT, holding(MAX_HELD_NOTES - 1))).toBeUndefined();
    expect(refusal(note(ticks(0)), OPENED_AT, holding(MAX_HELD_NOTES))).toBe('tooMany');
    expect(refusal(note(ticks(0), { length: ticks(1) }), OPENED_AT, holding(MAX_HELD_NOTES))).toBeUndefined();
  });

  it('[N6] are over after 30 s, released or not', () => {
    const line = holding(MAX_HELD_NOTES);
    expect(heldAt(line, after(29_999))).toHaveLength(MAX_HELD_NOTES);
    expect(heldAt(line, after(30_000))).toEqual([]);
    const now = after(30_000);
    expect(refusal(note(tickAt(now)), now, line)).toBeUndefined();
    expect(
      evolveLine(line, entry(99, { ...note(ticks(0)), type: 'notePlayed' }, now)).held.map(({ seq }) => seq),
    ).toEqual([99]);
  });

  it('end by their release, which knows them by number; an unknown number ends nothing', () => {
    const line = holding(2);
    const released = evolveLine(line, entry(3, { type: 'noteReleased', note: 1, played: ticks(9) }));
    expect(released.held.map(({ seq }) => seq)).toEqual([2]);
    expect(evolveLine(line, entry(3, { type: 'noteReleased', note: 7, played: ticks(9) }))).toBe(line);
  });
});

const LOOP: Loop = {
  instrument: 'marimba',
  steps: 8,
  stepTicks: ticks(480),
  cells: [{ step: 7, row: 0, strength: 1 }],
};

describe('a loop', () => {
  const set = (loop: Loop): LineWish => ({ type: 'setLoop', loop });
  const going = evolveLine(SILENT_LINE, entry(1, decided(set(LOOP), after(100)).event));

  it('[N7] goes round from the coming bar line, step 0 on it', () => {
    expect(decided(set(LOOP), after(100)).event).toEqual({
      type: 'loopSet',
      loop: LOOP,
      from: 3840,
      anchor: 3840,
    });
  });

  it('[N7] that is edited keeps its place; one of another length begins anew', () => {
    const now = after(7000);
    expect(decided(set({ ...LOOP, cells: [] }), now, room, going).event).toMatchObject({
      from: 4 * 3840,
      anchor: 3840,
    });
    for (const loop of [
      { ...LOOP, steps: 16 },
      { ...LOOP, stepTicks: ticks(240) },
    ])
      expect(decided(set(loop), now, room, going).event).toMatchObject({ from: 4 * 3840, anchor: 4 * 3840 });
  });

  it('stops at the coming bar line; where none goes round there is none to stop', () => {
    expect(decided({ type: 'stopLoop' }, after(7000), room, going).event).toEqual({
      type: 'loopStopped',
      from: 4 * 3840,
    });
    expect(refusal({ type: 'stopLoop' })).toBe('alreadySo');
    const stopped = evolveLine(going, entry(2, { type: 'loopStopped', from: ticks(0) }));
    expect(stopped.loop).toBeUndefined();
    expect(evolveLine(stopped, entry(3, { type: 'loopStopped', from: ticks(0) }))).toBe(stopped);
  });

  it('has cells within its steps, and each once', () => {
    const cells = (...steps: number[]) =>
      refusal(set({ ...LOOP, cells: steps.map((step) => ({ step, row: 0, strength: 1 })) }));
    expect(cells(0, 7)).toBeUndefined();
    expect(cells(0, 8)).toBe('malformed');
    expect(cells(3, 3)).toBe('malformed');
  });
});

describe('a line', () => {
  it('is not changed by a bend, nor by a note that has a length', () => {
    const bend: LineEvent = { type: 'noteBent', note: 1, points: [] };
    expect(evolveLine(SILENT_LINE, entry(1, bend))).toBe(SILENT_LINE);
    const short: LineEvent = { ...note(ticks(0), { length: ticks(1) }), type: 'notePlayed' };
    expect(evolveLine(SILENT_LINE, entry(1, short))).toBe(SILENT_LINE);
  });

  it('follows a tempo that has changed: a tick is when the grid says', () => {
    const slow = wished(room, { type: 'setTempo', bpm: bpm(60), glideBars: 0 }, ADA, after(0));
    expect(decided(note(ticks(5 * 960)), after(3000), slow).at).toBe(after(3000));
    expect(beatAt(slow.tempo, after(3000))).toBe(beats(5));
  });
});
