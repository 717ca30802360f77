import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plan } from '../../../client/player/plan.ts';
import { createPlayer } from '../../../client/player/player.ts';
import { type LoopSpan, withLoop } from '../../../client/player/plan-loops.ts';
import { createRecordingSynth, type Sounded } from '../support/recording-synth.ts';
import { audioSec, beats, beatsOfTicks, type RoomMs, roomMs } from '../../../shared/base/units.ts';
import type { Entry, LineEntry } from '../../../shared/event/entry.ts';
import { evolve, openedRoom } from '../../../shared/room/evolve.ts';
import { beatAt, roomMsAt } from '../../../shared/time/tempo-map.ts';
import { JON, tellSession } from '../support/a-session.ts';
import { loopSet, note } from '../support/a-room.ts';
import { randomSession } from '../support/random-session.ts';

/** What a listener's device sounds that hears every entry the moment it was decided: the live player over virtual time. */
function live(entries: readonly Entry[], lines: readonly LineEntry[], untilMs: number): readonly Sounded[] {
  const [first, ...rest] = entries;
  if (first?.event.type !== 'sessionOpened') throw new Error('not a log');
  let state = openedRoom(first, first.event);
  const synth = createRecordingSynth();
  let nowMs = 0;
  const timeline = {
    now: () => roomMs(nowMs),
    soonest: () => roomMs(nowMs + LEAD_MS),
    audioSecAt: (at: RoomMs) => audioSec(at / 1000),
  };
  const player = createPlayer(state, synth, timeline, {
    hears: () => true,
    hearsPulse: () => true,
    followsLevel: () => true,
  });
  const waiting = [...rest];
  const playing = [...lines].sort((one, other) => one.at - other.at);
  let loops: readonly LoopSpan[] = [];
  for (; nowMs < untilMs; nowMs += 20) {
    while (waiting[0] && waiting[0].at <= nowMs) {
      const entry = waiting.shift();
      if (entry) state = evolve(state, entry);
      player.setScore(state);
    }
    while (playing[0] && playing[0].at <= nowMs) {
      const entry = playing.shift();
      if (entry?.event.type === 'loopSet') loops = withLoop(loops, { ...entry, event: entry.event });
      else if (entry) player.receive(entry);
      player.setLoops(loops);
    }
    player.tick();
  }
  return synth.sounded;
}

const LEAD_MS = 40;

interface Told {
  readonly what: string;
  readonly atMs: number;
}

/** Comparable: what sounds and when, to a tenth of a millisecond. */
const byTime = (all: readonly Told[]) =>
  [...all]
    .sort((one, other) => one.atMs - other.atMs || (one.what < other.what ? -1 : 1))
    .map(({ what, atMs }) => `${atMs.toFixed(1)} ${what}`)
    .sort();

function liveList(sounded: readonly Sounded[], untilMs: number): readonly string[] {
  return byTime(
    sounded.flatMap((one): Told[] => {
      if (!('when' in one) || one.when * 1000 >= untilMs) return [];
      const atMs = one.when * 1000;
      if (one.type === 'start') return [{ what: `start ${one.key} ${one.part} ${one.pitch}`, atMs }];
      if (one.type === 'pulse') return [{ what: `pulse ${one.weight}`, atMs }];
      return [];
    }),
  );
}

function plannedList(
  entries: readonly Entry[],
  lines: readonly LineEntry[],
  untilMs: number,
): readonly string[] {
  const state = entries.slice(1).reduce(evolve, opening(entries));
  const until = beats(beatAt(state.tempo, roomMs(untilMs)) + 1);
  return byTime(
    plan(entries, lines, until).flatMap((one): Told[] => {
      const atMs = roomMsAt(state.tempo, beatsOfTicks(one.at.tick)) + one.at.plusMs;
      if (atMs >= untilMs || atMs < LEAD_MS) return [];
      if (one.type === 'start')
        return [{ what: `start ${one.note.key} ${one.note.part} ${one.note.pitch}`, atMs }];
      if (one.type === 'pulse') return [{ what: `pulse ${one.weight}`, atMs }];
      return [];
    }),
  );
}

function opening(entries: readonly Entry[]) {
  const [first] = entries;
  if (first?.event.type !== 'sessionOpened') throw new Error('not a log');
  return openedRoom(first, first.event);
}

const levelsLive = (sounded: readonly Sounded[]) =>
  sounded.flatMap((one) =>
    one.type === 'level' ? [`${(one.when * 1000).toFixed(0)} ${one.part} ${one.gain}`] : [],
  );

const levelsPlanned = (entries: readonly Entry[], untilMs: number) => {
  const state = entries.slice(1).reduce(evolve, opening(entries));
  return plan(entries, [], beatAt(state.tempo, roomMs(untilMs))).flatMap((one) =>
    one.type === 'level'
      ? [
          `${(roomMsAt(state.tempo, beatsOfTicks(one.at.tick)) + one.at.plusMs).toFixed(0)} ${one.part} ${one.gain}`,
        ]
      : [],
  );
};

/** A loop, and a hand in every bar. */
const lines: readonly LineEntry[] = [
  { ...loopSet({ cells: [0, 2, 4, 6, 7].map((step) => ({ step, row: step % 4, strength: 0.7 })) }), by: JON },
  ...Array.from({ length: 40 }, (_, n) => ({ ...note(960 * 2 * n + 37, { n: n + 5 }), by: JON })),
];

describe('the same log', () => {
  it('[P1] sounds the same in the room and as a replay: pulse, loops, hands, grounds, the end', () => {
    fc.assert(
      fc.property(randomSession({ hasEndings: true }), ({ entries, room, lastMs }) => {
        const untilMs = lastMs + 30_000;
        // Hands play by the room's clock: their entries are decided when they were played.
        const timed = lines.map((entry) =>
          entry.event.type === 'notePlayed'
            ? { ...entry, at: roomMs(roomMsAt(room().tempo, beatsOfTicks(entry.event.played))) }
            : entry,
        );
        expect(liveList(live(entries, timed, untilMs), untilMs)).toEqual(
          plannedList(entries, timed, untilMs),
        );
      }),
      { numRuns: 10 },
    );
  });

  it('[P1] moves every loudness by the same steps, where changes hold from a coming bar line', () => {
    const session = tellSession();
    session.wish({ type: 'swell', to: 0.3, bars: 2 }, 300);
    session.happen({ type: 'turnSet', member: JON, from: beats(8), until: beats(16) }, 2500);
    session.wish({ type: 'swell', to: 1, bars: 1 }, 9000);
    session.wish({ type: 'announceEnding', leadBars: 2, closeBars: 2 }, 12_000);
    const untilMs = 26_000;
    const told = levelsLive(live(session.entries, [], untilMs)).filter(
      (one) => Number(one.split(' ')[0]) < untilMs,
    );
    // The live player tells what holds when it begins; a replay begins at full.
    const begun = told.filter((one) => one.startsWith('50 '));
    expect(begun).toHaveLength(4);
    expect(told.filter((one) => !begun.includes(one))).toEqual(levelsPlanned(session.entries, untilMs));
    expect(told.length).toBeGreaterThan(100);
  });

  it('has come to the same loudness half a second after anything that is decided at once', () => {
    fc.assert(
      fc.property(randomSession({ hasHushes: true, hasEndings: true }), ({ entries, lastMs }) => {
        const untilMs = lastMs + 90_000;
        const rest = (all: readonly string[]) =>
          new Map(all.map((one) => one.split(' ')).map(([, part, gain]) => [part, gain] as const));
        const planned = rest(levelsPlanned(entries, untilMs));
        const heard = rest(levelsLive(live(entries, [], untilMs)));
        for (const [part, gain] of planned) expect(Number(heard.get(part))).toBeCloseTo(Number(gain), 1);
      }),
      { numRuns: 6 },
    );
  });
});
