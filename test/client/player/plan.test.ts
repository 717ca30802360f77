import { describe, expect, it } from 'vitest';
import type { Command } from '../../../client/player/command.ts';
import { plan } from '../../../client/player/plan.ts';
import { planLoops, withLoop, withoutLoop } from '../../../client/player/plan-loops.ts';
import { planPulse } from '../../../client/player/plan-pulse.ts';
import { seq } from '../../../shared/base/ids.ts';
import { fitsFrame } from '../../../shared/music/frame.ts';
import { harmonyOf } from '../../../shared/room/questions.ts';
import { beats, pitch, roomMs, strength, ticks } from '../../../shared/base/units.ts';
import { JON, PIA, tellSession } from '../support/a-session.ts';
import { ADA, logOf, loopSet, note, pulseFrom, roomOf } from '../support/a-room.ts';

describe('plan', () => {
  it('[N4] places a note one echo after it sounds for its player', () => {
    const [start] = plan(logOf(), [note(960)], beats(8));
    expect(start).toMatchObject({ type: 'start', at: { tick: 960 + 480, plusMs: 0 } });
  });

  it('[N4] places a live note a constant number of ms later', () => {
    const live = { type: 'echoSet', from: ticks(0), echo: { type: 'live', ms: 30 }, isFixed: true } as const;
    const [start] = plan(logOf(live), [note(960)], beats(8));
    expect(start).toMatchObject({ at: { tick: 960, plusMs: 30 } });
  });

  it('[N1] places a note that was drawn to a line by where it sounds, and its release as much later', () => {
    const held = note(950, { sounds: ticks(960), length: null, instrument: 'flute', n: 7 });
    const release = {
      seq: seq(8),
      at: roomMs(0),
      by: ADA,
      event: { type: 'noteReleased', note: 7, played: ticks(1430) },
    } as const;
    const commands = plan(logOf(), [held, release], beats(20));
    expect(commands[0]).toMatchObject({ type: 'start', at: { tick: 1440 } });
    expect(commands.filter(({ type }) => type === 'end')).toContainEqual(
      expect.objectContaining({ at: { tick: 1430 + 10 + 480, plusMs: 0 } }),
    );
  });

  it('[N6] ends a held note by itself after 30 s', () => {
    const commands = plan(logOf(), [note(0, { length: null, instrument: 'flute' })], beats(8));
    expect(commands).toContainEqual(
      expect.objectContaining({ type: 'end', at: { tick: 480, plusMs: 30_000 } }),
    );
  });

  it('passes over the release and the bends of a note that never began', () => {
    const stray = { seq: seq(9), at: roomMs(0), by: ADA } as const;
    const released = { ...stray, event: { type: 'noteReleased', note: 3, played: ticks(9) } } as const;
    const bent = {
      ...stray,
      event: {
        type: 'noteBent',
        note: 3,
        points: [{ played: ticks(9), pitch: pitch(60), colour: 0, strength: strength(1) }],
      },
    } as const;
    expect(plan(logOf(), [released, bent], beats(8))).toEqual([]);
  });

  it('[P1] gives a golden list for a golden log', () => {
    const loop = loopSet(
      {
        cells: [
          { step: 0, row: 0, strength: 0.8 },
          { step: 3, row: 2, strength: 0.5 },
        ],
      },
      3840,
    );
    const swing = {
      type: 'frameSet',
      from: beats(8),
      frame: { tonic: 2, scale: 'dorian', feel: 'swing' },
    } as const;
    const lines = [loop, note(4000), note(4100, { pitch: pitch(67), n: 2 })];
    expect(plan(logOf(pulseFrom(4), swing), lines, beats(12))).toMatchSnapshot();
  });
});

describe('plan of a session that is held', () => {
  it('[P1] gives a golden list: a swell, chords, thinned hands, grounds, a turn, a hush, the last chord', () => {
    const session = tellSession();
    const chords = [
      { root: 0, kind: 'minor', bars: 1 },
      { root: 5, kind: 'major', bars: 1 },
    ] as const;
    session.wish({ type: 'setFrame', frame: { tonic: 2, scale: 'dorian', feel: 'straight', chords } }, 10);
    session.wish({ type: 'startPulse' }, 20);
    session.wish({ type: 'holdGround', grounds: ['drone', 'ostinato', 'heartbeat'] }, 30);
    session.wish({ type: 'swell', to: 0.8, bars: 1 }, 40);
    session.wish({ type: 'soften', member: JON, kind: 'softer' }, 50);
    session.happen({ type: 'turnSet', member: PIA, from: beats(8), until: beats(12) }, 60);
    session.wish({ type: 'setDensity', part: 'all', to: 0.6, bars: 1 }, 70);
    session.wish({ type: 'hush' }, 7000);
    session.wish({ type: 'liftHush' }, 7500);
    session.wish({ type: 'announceEnding', leadBars: 1, closeBars: 2 }, 9000);
    const loop = loopSet({ cells: [0, 2, 4, 5, 7].map((step) => ({ step, row: step % 3, strength: 0.7 })) });
    const hands = Array.from({ length: 24 }, (_, n) => ({ ...note(970 * n + 100, { n: n + 5 }), by: PIA }));
    const lines = [{ ...loop, by: JON }, ...hands];
    // One line a command: what is looked through by eye when it changes.
    expect(plan(session.entries, lines, beats(48)).map(told).join('\n')).toMatchSnapshot();
  });
});

function told(command: Command): string {
  const { tick, plusMs } = command.at;
  const at = `${tick}${plusMs === 0 ? '' : `+${plusMs}ms`}`;
  switch (command.type) {
    case 'start': {
      const { part, instrument, pitch: midi, strength: touch, length, key } = command.note;
      return `${at} start ${part.slice(0, 3)} ${instrument} ${midi} ${touch} ${length} (${key})`;
    }
    case 'pulse':
      return `${at} pulse ${command.weight}`;
    case 'level':
      return `${at} level ${command.part.slice(0, 4)} ${command.gain}`;
    case 'end':
      return `${at} end ${command.key}`;
    default:
      return `${at} bend ${command.key}`;
  }
}

describe('planPulse', () => {
  it('counts a bar in, then goes on, a touch deeper on the one', () => {
    const { metre, pulse } = roomOf(pulseFrom(4));
    const weights = planPulse({ metre, pulse }, beats(0), beats(12)).map((command) =>
      command.type === 'pulse' ? command.weight : undefined,
    );
    expect(weights.join(' ')).toBe('countInOne countIn countIn countIn one beat beat beat');
  });

  it('falls silent at the bar line it was stopped for', () => {
    const { metre, pulse } = roomOf(pulseFrom(0), { type: 'pulseStopped', from: beats(8) });
    expect(planPulse({ metre, pulse }, beats(0), beats(40))).toHaveLength(8);
  });

  it('gives each beat to exactly one of two windows that meet on it', () => {
    const { metre, pulse } = roomOf(pulseFrom(0));
    const whole = planPulse({ metre, pulse }, beats(0), beats(16));
    const parts = [
      ...planPulse({ metre, pulse }, beats(0), beats(5)),
      ...planPulse({ metre, pulse }, beats(5), beats(16)),
    ];
    expect(parts).toEqual(whole);
  });
});

describe('planLoops', () => {
  const room = roomOf();
  const entry = loopSet({ cells: [{ step: 7, row: 1, strength: 1 }] }, 3840);
  const spans = withLoop([], entry);

  it('[N7] goes round from its bar line on, without echo', () => {
    const places = planLoops(spans, room, ticks(0), ticks(3840 * 3)).map(({ at }) => at.tick);
    expect(places).toEqual([3840 + 7 * 480, 3840 * 2 + 7 * 480]);
  });

  it('[N7] keeps what went round before up to the bar line of the new one', () => {
    const next = loopSet({ cells: [{ step: 0, row: 1, strength: 1 }] }, 3840 * 2, 3840);
    const places = planLoops(withLoop(spans, next), room, ticks(0), ticks(3840 * 3)).map(({ at }) => at.tick);
    expect(places).toEqual([3840 + 7 * 480, 3840 * 2]);
  });

  it('stops at the bar line it is stopped for', () => {
    const stopped = withoutLoop(spans, ADA, ticks(3840 * 2));
    expect(planLoops(stopped, room, ticks(0), ticks(3840 * 9))).toHaveLength(1);
  });

  it('forgets a loop that was stopped before it began', () => {
    expect(withoutLoop(spans, ADA, ticks(3840))).toEqual([]);
  });

  it('[N8] follows the frame from the bar line where it changes', () => {
    const changing = roomOf({
      type: 'frameSet',
      from: beats(8),
      frame: { tonic: 1, scale: 'majorPentatonic', feel: 'straight' },
    });
    const pitches = planLoops(spans, changing, ticks(0), ticks(3840 * 3)).map((command) =>
      command.type === 'start' ? command.note.pitch : undefined,
    );
    expect(pitches).toEqual([50, 51]);
  });

  it('[N8] follows the chord of the bar', () => {
    const chords = [
      { root: 0, kind: 'major', bars: 1 },
      { root: 9, kind: 'minor', bars: 1 },
    ] as const;
    const moving = roomOf({
      type: 'frameSet',
      from: beats(0),
      frame: { tonic: 0, scale: 'major', feel: 'straight', chords },
    });
    const low = loopSet({ cells: [{ step: 0, row: 4, strength: 1 }] });
    const pitches = planLoops(withLoop([], low), moving, ticks(0), ticks(3840 * 4)).map((command) =>
      command.type === 'start' ? command.note.pitch : undefined,
    );
    // The fifth row is G over C major; over A minor, where G would do as well, it stays.
    expect(pitches).toHaveLength(4);
    expect(pitches[0]).toBe(pitches[2]);
    for (const [bar, midi] of pitches.entries())
      expect(fitsFrame(harmonyOf(moving, beats(bar * 4)), midi ?? 0)).toBe(true);
    const fourth = loopSet({ cells: [{ step: 0, row: 3, strength: 1 }] });
    const drawn = planLoops(withLoop([], fourth), moving, ticks(0), ticks(3840 * 2)).map((command) =>
      command.type === 'start' ? command.note.pitch : undefined,
    );
    // F rubs against the third of C major and is drawn to it; over A minor it rubs against the fifth.
    expect(drawn).toEqual([52, 52]);
  });

  it('sounds a swung step once, wherever the windows meet', () => {
    const swung = roomOf({
      type: 'frameSet',
      from: beats(0),
      frame: { tonic: 0, scale: 'major', feel: 'swing' },
    });
    const whole = planLoops(spans, swung, ticks(0), ticks(3840 * 4));
    for (const cut of [3840 + 7 * 480, 3840 + 7 * 480 + 100, 3840 + 7 * 480 + 160, 3840 + 7 * 480 + 161]) {
      const parts = [
        ...planLoops(spans, swung, ticks(0), ticks(cut)),
        ...planLoops(spans, swung, ticks(cut), ticks(3840 * 4)),
      ];
      expect(parts).toEqual(whole);
    }
    expect(whole[0]?.at.tick).toBe(3840 + 6 * 480 + 640);
  });
});
