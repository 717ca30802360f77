import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gainsAt, MOST_FALL, MOST_RISE, planLevels } from '../../../client/player/plan-levels.ts';
import { plan } from '../../../client/player/plan.ts';
import type { LevelCommand } from '../../../client/player/command.ts';
import type { Part } from '../../../client/player/synth.ts';
import { beats, beatsOfTicks, bpm, roomMs } from '../../../shared/base/units.ts';
import type { RoomState } from '../../../shared/room/state.ts';
import { beatAt, roomMsAt } from '../../../shared/time/tempo-map.ts';
import { changesOf, JON, MAYA, PIA, tellSession } from '../support/a-session.ts';
import { randomSession } from '../support/random-session.ts';

/** At 120 a beat is 500 ms, a bar of four 2 s. */
const gain = (room: RoomState, part: Part, atMs: number) =>
  new Map<Part, number>(gainsAt(room, roomMs(atMs))).get(part);

const heard = (room: RoomState, part: Part, fromMs: number, toMs: number, known = new Map<Part, number>()) =>
  planLevels(room, roomMs(fromMs), roomMs(toMs), known).filter((command) => command.part === part);

const msOf = (room: RoomState, { at }: LevelCommand) =>
  roomMsAt(room.tempo, beatsOfTicks(at.tick)) + at.plusMs;

/** Everyone at full, told so. */
const FULL = new Map<Part, number>([
  ['room', 1],
  [MAYA, 1],
  [JON, 1],
  [PIA, 1],
]);

describe('how loud the room is', () => {
  it('is full until something is set', () => {
    const session = tellSession();
    expect(gain(session.room(), 'room', 5000)).toBe(1);
    expect(planLevels(session.room(), roomMs(0), roomMs(9000), FULL)).toEqual([]);
  });

  it('is a quarter of full at half: clearly softer', () => {
    const session = tellSession();
    session.wish({ type: 'swell', to: 0.5, bars: 2 }, 100);
    // From the bar line at 2 s, over two bars.
    expect(gain(session.room(), 'room', 2000)).toBe(1);
    expect(gain(session.room(), 'room', 4000)).toBeCloseTo(0.75 ** 2, 4);
    expect(gain(session.room(), 'room', 6000)).toBe(0.25);
    expect(gain(session.room(), 'room', 60_000)).toBe(0.25);
  });

  it('tells a step every 50 ms while it moves, and none while it rests', () => {
    const session = tellSession();
    session.wish({ type: 'swell', to: 0.5, bars: 2 }, 100);
    const steps = heard(session.room(), 'room', 0, 20_000, FULL);
    expect(steps).toHaveLength(80);
    expect(msOf(session.room(), steps[0] as LevelCommand)).toBeCloseTo(2050, 2);
    expect(steps.at(-1)?.gain).toBe(0.25);
  });

  it('gives the same steps however its windows are cut', () => {
    const session = tellSession();
    session.wish({ type: 'swell', to: 0.2, bars: 1 }, 100);
    const whole = planLevels(session.room(), roomMs(0), roomMs(6000), FULL);
    const known = new Map(FULL);
    const parts: LevelCommand[] = [];
    for (let from = 0; from < 6000; from += 37) {
      const some = planLevels(session.room(), roomMs(from), roomMs(Math.min(6000, from + 37)), known);
      for (const { part, gain: to } of some) known.set(part, to);
      parts.push(...some);
    }
    expect(parts).toEqual(whole);
  });

  it('tells a part of which nothing was told at once what holds', () => {
    const session = tellSession();
    session.wish({ type: 'swell', to: 0.5, bars: 1 }, 100);
    session.wish({ type: 'soften', member: JON, kind: 'silent' }, 100);
    const first = planLevels(session.room(), roomMs(9000), roomMs(9010), new Map());
    expect(first.map(({ part, gain: to }) => [part, to])).toEqual([
      ['room', 0.25],
      [MAYA, 1],
      [JON, 0],
      [PIA, 1],
    ]);
  });
});

describe('a hush', () => {
  it('is silence within 300 ms and comes back over two seconds', () => {
    const session = tellSession();
    session.wish({ type: 'hush' }, 1000);
    session.wish({ type: 'liftHush' }, 5000);
    const room = session.room();
    expect(gain(room, 'room', 1000)).toBe(1);
    expect(gain(room, 'room', 1150)).toBeCloseTo(0.5, 4);
    expect(gain(room, 'room', 1300)).toBe(0);
    expect(gain(room, 'room', 5000)).toBe(0);
    expect(gain(room, 'room', 6000)).toBeCloseTo(0.5, 4);
    expect(gain(room, 'room', 7000)).toBe(1);
  });

  it('that comes while the last one is still lifting sets out from there', () => {
    const session = tellSession();
    session.wish({ type: 'hush' }, 1000);
    session.wish({ type: 'liftHush' }, 2000);
    session.wish({ type: 'hush' }, 2500);
    expect(gain(session.room(), 'room', 2500)).toBeCloseTo(0.25, 4);
    expect(gain(session.room(), 'room', 2575)).toBe(0);
  });

  it('that is heard of late is silence within 200 ms from then, in steps', () => {
    const session = tellSession();
    session.wish({ type: 'hush' }, 1000);
    const steps = heard(session.room(), 'room', 1400, 2000, FULL);
    expect(steps.map(({ gain: to }) => to)).toEqual([0.75, 0.5, 0.25, 0]);
  });
});

describe('a stop', () => {
  it('fades everything over two seconds', () => {
    const session = tellSession();
    session.wish({ type: 'stopNow' }, 1000);
    expect(gain(session.room(), 'room', 2000)).toBeCloseTo(0.5, 4);
    expect(gain(session.room(), 'room', 3000)).toBe(0);
    expect(gain(session.room(), 'room', 9000)).toBe(0);
  });
});

describe('a person made soft', () => {
  it('is a good deal softer, alone, over a beat, and comes back', () => {
    const session = tellSession();
    session.wish({ type: 'soften', member: JON, kind: 'softer' }, 1000);
    expect(gain(session.room(), JON, 1500)).toBeCloseTo(0.16, 4);
    expect(gain(session.room(), PIA, 1500)).toBe(1);
    expect(gain(session.room(), 'room', 1500)).toBe(1);
    session.wish({ type: 'endSoftening', member: JON }, 9000);
    expect(gain(session.room(), JON, 9500)).toBe(1);
  });
});

describe('a turn', () => {
  const turn = (member: typeof JON | 'all') => {
    const session = tellSession();
    session.happen({ type: 'turnSet', member, from: beats(4), until: beats(8) }, 0);
    return session.room();
  };

  it('softens the others over a beat and lets them come back over one, and its own person stays', () => {
    const room = turn(JON);
    expect(gain(room, PIA, 2000)).toBe(1);
    expect(gain(room, PIA, 2250)).toBeCloseTo(0.7, 4);
    expect(gain(room, PIA, 2500)).toBeCloseTo(0.4, 4);
    expect(gain(room, PIA, 4000)).toBeCloseTo(0.4, 4);
    expect(gain(room, PIA, 4500)).toBe(1);
    for (let at = 0; at < 6000; at += 50) expect(gain(room, JON, at)).toBe(1);
  });

  it('of all softens nobody', () => {
    const room = turn('all');
    for (let at = 0; at < 6000; at += 50) expect(gain(room, PIA, at)).toBe(1);
  });

  it('handed on from one to the next keeps the third where they are', () => {
    const session = tellSession();
    session.happen({ type: 'turnSet', member: JON, from: beats(4), until: beats(8) }, 0);
    session.happen({ type: 'turnSet', member: MAYA, from: beats(8), until: beats(12) }, 0);
    for (let at = 2500; at <= 6000; at += 50) expect(gain(session.room(), PIA, at)).toBeCloseTo(0.4, 4);
  });
});

describe('loudness', () => {
  it('is the same before and after whatever is set, up to the moment from which it holds', () => {
    fc.assert(
      fc.property(randomSession({ hasHushes: true }), ({ entries }) => {
        for (const { at, before, after } of changesOf(entries)) {
          const then = new Map(gainsAt(after, at));
          for (const [part, was] of gainsAt(before, at)) expect(then.get(part)).toBeCloseTo(was, 3);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never moves by more than a step in a step, and comes to where the room says, whatever is set and called off', () => {
    fc.assert(
      fc.property(randomSession({ hasHushes: true, hasEndings: true }), ({ entries, room, lastMs }) => {
        const rests = roomMs(lastMs + 120_000);
        const levels = plan(entries, [], beatAt(room().tempo, rests)).filter(({ type }) => type === 'level');
        const told = new Map<Part, number>(FULL);
        for (const command of levels) {
          if (command.type !== 'level') continue;
          const before = told.get(command.part) ?? 1;
          expect(command.gain - before).toBeLessThanOrEqual(MOST_RISE + 1e-9);
          expect(before - command.gain).toBeLessThanOrEqual(MOST_FALL + 1e-9);
          told.set(command.part, command.gain);
        }
        if (room().ending) return;
        for (const [part, rest] of gainsAt(room(), rests)) expect(told.get(part)).toBeCloseTo(rest, 6);
      }),
      { numRuns: 40 },
    );
  });

  it('follows a swell of a bar at any usual tempo without falling behind', () => {
    for (const pace of [60, 90, 120, 140]) {
      const session = tellSession({ pace: bpm(pace) });
      session.wish({ type: 'swell', to: 0, bars: 1 }, 10);
      const from = roomMsAt(session.room().tempo, session.room().loudness.pieces[0]?.from ?? beats(0));
      const barMs = (4 * 60_000) / pace;
      session.wish({ type: 'swell', to: 1, bars: 1 }, from + barMs + 100);
      const known = new Map(FULL);
      for (let at = 0; at < from + 4 * barMs; at += 50) {
        for (const { part, gain: to } of planLevels(session.room(), roomMs(at), roomMs(at + 50), known))
          known.set(part, to);
        expect(known.get('room')).toBeCloseTo(gain(session.room(), 'room', Math.ceil(at / 50) * 50) ?? -1, 1);
      }
    }
  });
});
