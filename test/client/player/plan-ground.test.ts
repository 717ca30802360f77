import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GROUND_INSTRUMENTS, planGround } from '../../../client/player/plan-ground.ts';
import type { Command } from '../../../client/player/command.ts';
import { THE_ROOM } from '../../../shared/base/ids.ts';
import { beatsOfTicks, type Ticks, ticks } from '../../../shared/base/units.ts';
import { GROUNDS, type Ground } from '../../../shared/event/ground.ts';
import { fitsFrame } from '../../../shared/music/frame.ts';
import { frameAt } from '../../../shared/music/frame-timeline.ts';
import { INSTRUMENTS } from '../../../shared/music/instrument.ts';
import { harmonyOf } from '../../../shared/room/questions.ts';
import { MAYA, tellSession } from '../support/a-session.ts';
import { randomSession } from '../support/random-session.ts';

const BAR = 3840;
const startsOf = (commands: readonly Command[], kind?: Ground) =>
  commands.flatMap((one) =>
    one.type === 'start' && (kind === undefined || one.note.key.startsWith(`ground:${kind}:`)) ? [one] : [],
  );

const holding = (...grounds: readonly Ground[]) => {
  const session = tellSession();
  // Asked for early in the first bar: from the second on.
  session.wish({ type: 'holdGround', grounds: [...grounds] }, 100);
  return session;
};
const upTo = (session: ReturnType<typeof tellSession>, bars: number) =>
  planGround(session.room(), ticks(0), ticks(bars * BAR));

describe('a ground', () => {
  it('goes on from its bar line, from the chair of whoever set it', () => {
    const all = startsOf(upTo(holding(...GROUNDS), 4));
    expect(Math.min(...all.map(({ at }) => at.tick))).toBe(BAR);
    expect(new Set(all.map(({ note }) => note.part))).toEqual(new Set([MAYA]));
    for (const kind of GROUNDS)
      expect(startsOf(all, kind).every(({ note }) => note.instrument === GROUND_INSTRUMENTS[kind])).toBe(
        true,
      );
  });

  it('goes on from the middle when whoever set it has left', () => {
    const session = holding('drone');
    session.happen({ type: 'left', member: MAYA, why: 'own' }, 200);
    expect(startsOf(upTo(session, 4)).map(({ note }) => note.part)).toEqual(Array(4).fill(THE_ROOM));
  });

  it('is the same however the windows are cut', () => {
    fc.assert(
      fc.property(
        randomSession(),
        fc.array(fc.integer({ min: 1, max: 20 * BAR }), { maxLength: 12 }),
        ({ room }, cuts) => {
          const [first, end] = [0, 20 * BAR];
          const marks = [first, ...[...cuts].sort((a, b) => a - b), end].map(ticks);
          const byKey = (commands: readonly Command[]) => commands.map((one) => JSON.stringify(one)).sort();
          const parts = marks.slice(1).flatMap((to, index) => planGround(room(), marks[index] as Ticks, to));
          expect(byKey(parts)).toEqual(byKey(planGround(room(), ticks(first), ticks(end))));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('lies in the frame and the chord of its bar, within its instrument, whatever frames come and go', () => {
    fc.assert(
      fc.property(randomSession(), ({ room }) => {
        for (const { at, note } of startsOf(planGround(room(), ticks(0), ticks(30 * BAR)))) {
          const { lowest, highest, isPitched } = INSTRUMENTS[note.instrument];
          if (!isPitched) continue;
          expect(note.pitch).toBeGreaterThanOrEqual(lowest);
          expect(note.pitch).toBeLessThanOrEqual(highest);
          const isDrone = note.key.startsWith('ground:drone');
          const beat = beatsOfTicks(ticks(at.tick));
          // A drone is what does not move: it stands on the tonic while chords come and go.
          const { chords: _, ...plain } = frameAt(room().frames, beat);
          expect(fitsFrame(isDrone ? plain : harmonyOf(room(), beat), note.pitch)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the drone', () => {
  it('is tonic and fifth, begun anew every two bars, overlapping by a beat', () => {
    const drone = startsOf(upTo(holding('drone'), 7), 'drone');
    expect(drone.map(({ at, note }) => [at.tick / BAR, note.pitch, note.length])).toEqual(
      [1, 3, 5].flatMap((bar) => [
        [bar, 50, 2 * BAR + 960],
        [bar, 57, 2 * BAR + 960],
      ]),
    );
  });

  it('moves with the frame at its bar line, and lets the old tones go there', () => {
    const session = holding('drone');
    session.wish({ type: 'setFrame', frame: { tonic: 5, scale: 'major', feel: 'straight' } }, 2 * 2000 - 700);
    const commands = upTo(session, 4);
    expect(startsOf(commands).map(({ at, note }) => [at.tick / BAR, note.pitch])).toEqual([
      [1, 50],
      [1, 57],
      [2, 53],
      [2, 60],
      [3, 53],
      [3, 60],
    ]);
    const ends = commands.filter(({ type }) => type === 'end');
    expect(ends).toContainEqual(
      expect.objectContaining({ key: `ground:drone:${BAR}:0`, at: { tick: 2 * BAR, plusMs: 0 } }),
    );
    expect(ends.every(({ at }) => at.tick === 2 * BAR)).toBe(true);
  });

  it('ends at the bar line from which it is not held any more', () => {
    const session = holding('drone');
    session.wish({ type: 'holdGround', grounds: ['heartbeat'] }, 3 * 2000 + 100);
    const commands = upTo(session, 9);
    expect(startsOf(commands, 'drone').every(({ at }) => at.tick < 4 * BAR)).toBe(true);
    for (const voice of [0, 1])
      expect(commands).toContainEqual(
        expect.objectContaining({
          type: 'end',
          key: `ground:drone:${3 * BAR}:${voice}`,
          at: { tick: 4 * BAR, plusMs: 0 },
        }),
      );
    expect(startsOf(commands, 'heartbeat')[0]?.at.tick).toBe(4 * BAR);
  });
});

describe('the ostinato', () => {
  it('goes in even eighths over the chord of the bar, the beats a little stronger', () => {
    const line = startsOf(upTo(holding('ostinato'), 2), 'ostinato');
    expect(line.map(({ at }) => at.tick - BAR)).toEqual([0, 480, 960, 1440, 1920, 2400, 2880, 3360]);
    // D dorian at home: D, A, d, F.
    expect(line.slice(0, 4).map(({ note }) => note.pitch)).toEqual([50, 57, 62, 53]);
    expect(line[0]?.note.strength).toBeGreaterThan(line[1]?.note.strength ?? 1);
  });

  it('follows a sequence of chords bar by bar', () => {
    const session = holding('ostinato');
    const chords = [
      { root: 0, kind: 'minor', bars: 1 },
      { root: 5, kind: 'major', bars: 1 },
    ] as const;
    session.wish({ type: 'setFrame', frame: { tonic: 2, scale: 'dorian', feel: 'straight', chords } }, 110);
    const roots = startsOf(upTo(session, 5), 'ostinato').filter(({ at }) => at.tick % BAR === 0);
    expect(roots.map(({ note }) => note.pitch % 12)).toEqual([2, 7, 2, 7]);
  });

  it('is thinned with everything else, and keeps its one', () => {
    const session = holding('ostinato');
    session.wish({ type: 'setDensity', part: 'all', to: 0.3, bars: 1 }, 110);
    const fourth = startsOf(upTo(session, 5), 'ostinato').filter(({ at }) => at.tick >= 4 * BAR);
    expect(fourth.length).toBeLessThan(8);
    expect(fourth[0]?.at.tick).toBe(4 * BAR);
  });
});

describe('the heartbeat', () => {
  it('is a soft double stroke on every strong beat', () => {
    const strokes = startsOf(upTo(holding('heartbeat'), 2), 'heartbeat');
    expect(strokes.map(({ at }) => at.tick - BAR)).toEqual([0, 320, 1920, 2240]);
    for (const { note } of strokes) expect(note.strength).toBeLessThan(0.5);
    expect(strokes[1]?.note.strength).toBeLessThan(strokes[0]?.note.strength ?? 0);
  });
});

it('a ground has ended with the last chord', () => {
  const session = holding(...GROUNDS);
  session.wish({ type: 'announceEnding', leadBars: 2, closeBars: 2 }, 4100);
  const until = session.room().ending?.until ?? 0;
  const commands = planGround(session.room(), ticks(0), ticks(60 * BAR));
  expect(Math.max(...startsOf(commands).map(({ at }) => at.tick))).toBeLessThan(until * 960);
  expect(commands.filter(({ type, at }) => type === 'end' && at.tick === until * 960).length).toBeGreaterThan(
    0,
  );
});
