import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../client/player/command.ts';
import { mayBegin, planLastChord } from '../../../client/player/plan-ending.ts';
import { gainsAt } from '../../../client/player/plan-levels.ts';
import { withLoop } from '../../../client/player/plan-loops.ts';
import { plan } from '../../../client/player/plan.ts';
import { planPatterns } from '../../../client/player/plan-patterns.ts';
import type { Part } from '../../../client/player/synth.ts';
import { MAX_NOTE_MS } from '../../../shared/base/limits.ts';
import { beats, beatsOfTicks, roomMs, ticks, ticksOfBeats } from '../../../shared/base/units.ts';
import { fitsFrame } from '../../../shared/music/frame.ts';
import { frameAt } from '../../../shared/music/frame-timeline.ts';
import { INSTRUMENTS } from '../../../shared/music/instrument.ts';
import { SCALE_NAMES } from '../../../shared/music/scale.ts';
import type { RoomState } from '../../../shared/room/state.ts';
import { levelAt } from '../../../shared/time/level-map.ts';
import { roomMsAt } from '../../../shared/time/tempo-map.ts';
import { changesOf, JON, tellSession } from '../support/a-session.ts';
import { ADA, loopSet, note } from '../support/a-room.ts';
import { randomSession } from '../support/random-session.ts';

const BAR = 3840;

/** A session that ends: what was shaped before is random. */
const ended = () =>
  fc
    .tuple(randomSession({ hasHushes: true }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 6 }))
    .map(([session, leadBars, closeBars]) => {
      session.wish({ type: 'announceEnding', leadBars, closeBars }, session.lastMs + 700);
      const { ending } = session.room();
      if (!ending) throw new Error('it was not announced');
      return { ...session, ending };
    });

const msOf = ({ tempo }: RoomState, { at }: Command) => roomMsAt(tempo, beatsOfTicks(at.tick)) + at.plusMs;
const isOfChord = (command: Command) => command.type === 'start' && command.note.key.startsWith('last:');

/** A loop, and hands that never stop. */
const busy = (until: number) => [
  loopSet({ cells: [0, 1, 2, 3, 4, 5, 6, 7].map((step) => ({ step, row: step % 3, strength: 0.7 })) }),
  ...Array.from({ length: Math.ceil(until) * 2 + 16 }, (_, n) => note(n * 480, { n: n + 10 })),
];

describe('an ending', () => {
  it('has no onset at its last bar line or later but the chord’s', () => {
    fc.assert(
      fc.property(ended(), ({ entries, room, ending }) => {
        const endMs = roomMsAt(room().tempo, ending.until);
        const commands = plan(entries, busy(ending.until), beats(ending.until + 60));
        const onsets = commands.filter(({ type }) => type === 'start' || type === 'pulse');
        const others = onsets.filter((one) => !isOfChord(one)).map((one) => msOf(room(), one));
        expect(Math.max(...others)).toBeLessThan(endMs);
        for (const { at } of onsets.filter(isOfChord)) {
          expect(at.tick).toBe(ticksOfBeats(ending.until));
          expect(at.plusMs).toBeLessThanOrEqual(60);
        }
        expect(commands.filter(isOfChord).length).toBeGreaterThan(5);
      }),
      { numRuns: 15 },
    );
  });

  it('closes on a chord of the frame, the tonic below, each tone within its instrument', () => {
    fc.assert(
      fc.property(ended(), ({ room, ending }) => {
        const frame = frameAt(room().frames, ending.until);
        const chord = planLastChord(room(), ticks(0), ticksOfBeats(beats(ending.until + 1)));
        const notes = chord.flatMap((one) => (one.type === 'start' ? [one.note] : []));
        for (const { pitch, instrument } of notes) {
          expect(fitsFrame(frame, pitch)).toBe(true);
          expect(pitch).toBeGreaterThanOrEqual(INSTRUMENTS[instrument].lowest);
          expect(pitch).toBeLessThanOrEqual(INSTRUMENTS[instrument].highest);
        }
        const lowest = Math.min(...notes.map(({ pitch }) => pitch));
        expect((((lowest - frame.tonic) % 12) + 12) % 12).toBe(0);
        expect(new Set(notes.map(({ instrument }) => instrument))).toEqual(
          new Set(['bass', 'warmPad', 'harp', 'bells']),
        );
      }),
    );
  });

  it('has a last chord in every scale and on every tonic: root and fifth, and the third the scale has', () => {
    for (const scale of SCALE_NAMES)
      for (let tonic = 0; tonic < 12; tonic++) {
        const session = tellSession({ frame: { tonic, scale, feel: 'straight' } });
        session.wish({ type: 'announceEnding', leadBars: 1, closeBars: 2 }, 10);
        const chord = planLastChord(session.room(), ticks(0), ticks(60 * BAR));
        const pads = chord.flatMap((one) =>
          one.type === 'start' && one.note.instrument === 'warmPad' ? [(one.note.pitch - tonic) % 12] : [],
        );
        expect(pads.at(0)).toBe(0);
        expect(pads.at(-1)).toBe(7);
        expect(chord.filter((one) => one.type === 'start' && one.note.instrument === 'bells')).toHaveLength(
          1,
        );
        const strengths = chord.flatMap((one) => (one.type === 'start' ? [one.note.strength] : []));
        expect(Math.max(...strengths)).toBeLessThanOrEqual(0.5);
        const rolled = chord.flatMap((one) =>
          one.type === 'start' && one.note.instrument === 'harp' ? [one.at.plusMs] : [],
        );
        expect(rolled).toEqual([...rolled].sort((a, b) => a - b));
        expect(rolled.at(-1)).toBe(60);
      }
  });

  it('rings for two bars of its metre', () => {
    const session = tellSession({ metre: '7/8' });
    session.wish({ type: 'announceEnding', leadBars: 1, closeBars: 2 }, 10);
    const [pad] = planLastChord(session.room(), ticks(0), ticks(60 * BAR));
    expect(pad?.type === 'start' && pad.note.length).toBe(2 * 3360);
  });

  it('never gets louder from where it begins to close, in all and in each part, whatever was on its way', () => {
    fc.assert(
      fc.property(ended(), ({ entries, room, ending }) => {
        const fromMs = roomMsAt(room().tempo, ending.from);
        const last = new Map<Part, number>();
        const rises: string[] = [];
        for (const command of plan(entries, [], beats(ending.until + 40))) {
          if (command.type !== 'level') continue;
          const { part, gain } = command;
          const isInClose = msOf(room(), command) > fromMs + 1e-6;
          if (isInClose && gain > (last.get(part) ?? 1)) rises.push(`${part} to ${gain}`);
          last.set(part, gain);
        }
        expect(rises).toEqual([]);
        let before = new Map(gainsAt(room(), fromMs));
        for (let at: number = fromMs; at < fromMs + 30_000; at += 250) {
          const now = new Map(gainsAt(room(), roomMs(at)));
          for (const [part, gain] of now) expect(gain).toBeLessThanOrEqual((before.get(part) ?? 1) + 1e-4);
          before = now;
        }
      }),
      { numRuns: 40 },
    );
  });

  it('gets softer and sparser towards the last chord', () => {
    const session = tellSession();
    session.wish({ type: 'announceEnding', leadBars: 2, closeBars: 4 }, 100);
    const { ending, density } = session.room();
    const at = (beat: number) =>
      new Map(gainsAt(session.room(), roomMsAt(session.room().tempo, beats(beat)))).get('room');
    expect(at(ending?.from ?? 0)).toBe(1);
    expect(at(ending?.until ?? 0)).toBeCloseTo(0.36, 3);
    expect(levelAt(density, ending?.until ?? 0)).toBeCloseTo(0.35, 6);
  });

  it('changes neither tempo nor beat, and loudness not before it begins to close', () => {
    fc.assert(
      fc.property(ended(), ({ entries, ending }) => {
        for (const { entry, at, before, after } of changesOf(entries).slice(-6)) {
          if (
            !['endingAnnounced', 'loudnessSet', 'frameSet', 'densitySet', 'roundEnded'].includes(
              entry.event.type,
            )
          )
            continue;
          if (after.ending === undefined) continue;
          expect(after.tempo).toEqual(before.tempo);
          const was = new Map(gainsAt(before, at));
          for (const [part, gain] of gainsAt(after, at)) expect(gain).toBeCloseTo(was.get(part) ?? 1, 3);
        }
        expect(ending.until).toBeGreaterThan(ending.from);
      }),
      { numRuns: 40 },
    );
  });
});

describe('an ending that is called off', () => {
  it('brings back loops, pulse and everything as if it had not been', () => {
    const session = tellSession();
    session.wish({ type: 'startPulse' }, 10);
    session.happen({ type: 'pulseStarted', from: beats(4), countInBars: 1 }, 20);
    session.wish({ type: 'announceEnding', leadBars: 1, closeBars: 4 }, 100);
    expect(session.wish({ type: 'callOffEnding' }, 5000)).toBe(true);
    const commands = plan(
      session.entries,
      [loopSet({ cells: [{ step: 0, row: 0, strength: 0.8 }] })],
      beats(80),
    );
    expect(commands.some(isOfChord)).toBe(false);
    expect(commands.filter(({ type, at }) => type === 'pulse' && at.tick >= 4 * BAR)).toHaveLength(64);
    expect(commands.filter(({ type, at }) => type === 'start' && at.tick >= 8 * BAR)).toHaveLength(12);
    const levels = commands.flatMap((one) => (one.type === 'level' && one.part === 'room' ? [one.gain] : []));
    expect(levels.at(-1)).toBe(1);
  });
});

describe('held notes', () => {
  it('are let go with the last chord', () => {
    const session = tellSession();
    session.wish({ type: 'announceEnding', leadBars: 1, closeBars: 2 }, 10);
    const tick = ticksOfBeats(session.room().ending?.until ?? beats(0));
    const flute = note(tick - BAR, { n: 3, length: null, instrument: 'flute' });
    const ends = plan(session.entries, [flute], beats(999)).filter(({ type }) => type === 'end');
    expect(ends.map(({ at }) => at)).toContainEqual({ tick, plusMs: 0 });
    expect(ends.some(({ at }) => at.plusMs === MAX_NOTE_MS)).toBe(true);
    expect(ends[0]).toMatchObject({ key: `${ADA}:3` });
  });
});

describe('after a stop', () => {
  it('nothing begins once it has faded, no loop, no pulse, no hand', () => {
    const session = tellSession();
    session.happen({ type: 'pulseStarted', from: beats(0), countInBars: 1 }, 0);
    session.wish({ type: 'stopNow' }, 5000, undefined);
    const commands = plan(session.entries, busy(40), beats(40));
    const begun = commands
      .filter(({ type }) => type === 'start' || type === 'pulse')
      .map((one) => msOf(session.room(), one));
    expect(Math.max(...begun)).toBeLessThan(7000);
    expect(Math.max(...begun)).toBeGreaterThan(6000);
    expect(mayBegin(session.room(), roomMs(6999))).toBe(true);
    expect(mayBegin(session.room(), roomMs(7000))).toBe(false);
  });

  it('a room that has closed sounds no pattern', () => {
    const session = tellSession();
    session.wish({ type: 'holdGround', grounds: ['drone', 'heartbeat'] }, 10, undefined);
    session.happen({ type: 'roomClosed' }, 9000);
    const loops = withLoop([], { ...loopSet({ cells: [{ step: 0, row: 0, strength: 1 }] }), by: JON });
    expect(planPatterns(session.room(), loops, beats(0), beats(99))).toEqual([]);
  });
});
