import { assertNever } from '../../shared/base/assert.ts';
import {
  type AudioSec,
  type Beats,
  beats,
  beatsOfTicks,
  type RoomMs,
  roomMs,
} from '../../shared/base/units.ts';
import type { LineEntry } from '../../shared/event/entry.ts';
import { fateOfNote } from '../../shared/time/late-note.ts';
import { beatAt, roomMsAt } from '../../shared/time/tempo-map.ts';
import { type Agenda, createAgenda } from './agenda.ts';
import { createBurstGuard } from './burst-guard.ts';
import type { Command, LevelCommand, PlannedNote } from './command.ts';
import { isThinned } from './density.ts';
import { mayBegin } from './plan-ending.ts';
import { planLevels } from './plan-levels.ts';
import { type NotePlace, planLine } from './plan-line.ts';
import type { LoopSpan } from './plan-loops.ts';
import { planPatterns } from './plan-patterns.ts';
import type { Score } from './score.ts';
import type { NoteKey, Part, Synth } from './synth.ts';

/** Where the player is in time on this device. */
export interface Timeline {
  now(): RoomMs;
  /** The earliest moment a sound handed over now can be heard: now, and what the device needs. */
  soonest(): RoomMs;
  /** Audio time for what is to be heard at `at`; undefined while the sound does not run. */
  audioSecAt(at: RoomMs): AudioSec | undefined;
}

/** What this device sounds of the room, asked whenever something is handed over. */
export interface Ears {
  hears(part: Part): boolean;
  hearsPulse(): boolean;
  /** Whether a member's own level is followed here. Of one's own part it is only where others hear it through the air. */
  followsLevel(part: Part): boolean;
}

export interface HeardByPlayer {
  readonly note: PlannedNote;
  readonly atMs: RoomMs;
}

/**
 * Turns entries into sound: plans them, keeps what lies ahead in an agenda, and on every tick hands over what falls into
 * the next 100 ms. What was handed over cannot be moved any more, so no more than that (P2).
 */
export interface Player {
  setScore(score: Score): void;
  setLoops(spans: readonly LoopSpan[]): void;
  /** Someone else's line entry, live. */
  receive(entry: LineEntry): void;
  /** To be called every 25 ms or so; how late it is called does not matter, only that it is within the look-ahead. */
  tick(): void;
  /** A new line of time, or a sleep: what was scheduled is taken back, what was missed is passed over (P3). */
  restart(): void;
  /** The others are out of reach: what they hold ends. Loops and pulse go on. */
  releaseOthers(): void;
  /** Notes that are shown, with the moment they are heard. */
  onHeard(listener: (heard: HeardByPlayer) => void): () => void;
}

/** TIMING: 100 ms ahead is enough, 2 s is harmful. */
const LOOK_AHEAD_MS = 100;
/** Steps of loudness are handed over later, so that a hush need not wait: a late one only comes late, it skips nothing. */
const LEVEL_AHEAD_MS = 60;

export function createPlayer(first: Score, synth: Synth, timeline: Timeline, ears: Ears): Player {
  let score = first;
  let loops: readonly LoopSpan[] = [];
  let cursor: Beats | undefined;
  let levelCursor: RoomMs | undefined;
  const levels = new Map<Part, number>();
  const places = new Map<NoteKey, NotePlace>();
  const agenda: Agenda = createAgenda((moment) =>
    roomMs(roomMsAt(score.tempo, beatsOfTicks(moment.tick)) + moment.plusMs),
  );
  const mayCrowd = createBurstGuard();
  const listeners = new Set<(heard: HeardByPlayer) => void>();

  const announce = (note: PlannedNote, atMs: RoomMs) => {
    for (const listener of listeners) listener({ note, atMs });
  };

  function receive(entry: LineEntry) {
    const { commands, place } = planLine(entry, score.echoes, (key) => places.get(key));
    const start = commands[0];
    if (!place || start?.type !== 'start') {
      agenda.add(commands);
      return;
    }
    const heardMs = agenda.momentMs(start.at);
    if (isThinned(score, entry)) {
      // It is kept from the ear, not from the eye: who plays is seen to play.
      announce(start.note, roomMs(Math.max(heardMs, timeline.now())));
      return;
    }
    // Playing live is a constant number of ms to the graph: what the device adds is constant too, and not lateness.
    const isLive = place.plusMs > 0;
    const meantMs = isLive ? roomMs(heardMs + timeline.soonest() - timeline.now()) : heardMs;
    const fate = fateOfNote(score.tempo, meantMs, timeline.soonest());
    if (fate.type === 'notSounded' || (fate.type === 'moved' && !mayCrowd(entry.by, fate.atMs))) {
      announce(start.note, timeline.now());
      return;
    }
    const laterMs = fate.atMs - heardMs;
    const settled = { ...place, plusMs: place.plusMs + laterMs };
    if (start.note.length === undefined) places.set(place.key, settled);
    agenda.add(
      commands.map((command) => ({ ...command, at: { ...command.at, plusMs: command.at.plusMs + laterMs } })),
    );
  }

  function perform(command: Command, atMs: RoomMs) {
    const when = timeline.audioSecAt(atMs);
    switch (command.type) {
      case 'start': {
        const { length, isGround, ...rest } = command.note;
        if (!isGround) announce(command.note, atMs);
        if (when === undefined || !ears.hears(rest.part)) return;
        synth.start({ ...rest, lengthSec: length && lengthSec(command.at.tick, length) }, when);
        return;
      }
      case 'end':
        places.delete(command.key);
        if (when !== undefined) synth.end(command.key, when);
        return;
      case 'bend':
        if (when !== undefined && ears.hears(command.part)) synth.bend(command.key, command.to, when);
        return;
      case 'pulse':
        if (when !== undefined && ears.hearsPulse()) synth.pulse(command.weight, when);
        return;
      case 'level':
        performLevel(command, when);
        return;
      default:
        assertNever(command);
    }
  }

  function performLevel({ part, gain }: LevelCommand, when: AudioSec | undefined) {
    if (when === undefined) return;
    levels.set(part, gain);
    if (ears.followsLevel(part)) synth.level(part, gain, when);
  }

  /** While no sound runs nothing is told; when it runs again, levels move on from what was told last. */
  function performLevels(soonest: RoomMs) {
    if (timeline.audioSecAt(soonest) === undefined) return;
    const to = roomMs(soonest + LEVEL_AHEAD_MS);
    const from = levelCursor === undefined || levelCursor < soonest ? soonest : levelCursor;
    if (from >= to) return;
    levelCursor = to;
    for (const command of planLevels(score, from, to, levels)) perform(command, agenda.momentMs(command.at));
  }

  /** What others still hold when the last chord sounds is let go: nothing of the music before it stays in it. */
  function letGoForLastChord(soonest: RoomMs, horizon: RoomMs) {
    const lastMs = score.ending && roomMsAt(score.tempo, score.ending.until);
    if (lastMs === undefined || lastMs >= horizon || places.size === 0) return;
    const when = timeline.audioSecAt(roomMs(Math.max(lastMs, soonest)));
    for (const key of places.keys()) if (when !== undefined) synth.end(key, when);
    places.clear();
  }

  const lengthSec = (from: number, length: number) =>
    (roomMsAt(score.tempo, beats((from + length) / 960)) - roomMsAt(score.tempo, beats(from / 960))) / 1000;

  /** Pulse, loops and grounds from where they were handed over last up to the horizon; what was slept through is passed over. */
  function performPatterns(soonest: RoomMs, horizon: RoomMs) {
    const begin = beatAt(score.tempo, soonest);
    const end = beatAt(score.tempo, horizon);
    const from = cursor === undefined || cursor < begin ? begin : cursor;
    if (end <= from) return;
    cursor = end;
    // The last chord is the one thing that begins when nothing may begin any more.
    for (const command of planPatterns(score, loops, from, end)) {
      const atMs = agenda.momentMs(command.at);
      if (hasFaded(atMs)) continue;
      perform(command, atMs);
    }
  }

  const hasFaded = (atMs: RoomMs) => !mayBegin({ ...score, ending: undefined }, atMs);

  return {
    receive,
    setScore(next) {
      score = next;
    },
    setLoops(spans) {
      loops = spans;
    },
    tick() {
      const soonest = timeline.soonest();
      const horizon = roomMs(soonest + LOOK_AHEAD_MS);
      performLevels(soonest);
      performPatterns(soonest, horizon);
      for (const { command, atMs } of agenda.takeUntil(horizon)) {
        const isLost = atMs < soonest - MISSED_AFTER_MS || !mayBegin(score, atMs);
        if (!(isLost && command.type === 'start')) perform(command, atMs);
      }
      letGoForLastChord(soonest, horizon);
    },
    restart() {
      const when = timeline.audioSecAt(timeline.now());
      if (when !== undefined) synth.cancelFrom(when);
      cursor = undefined;
      levelCursor = undefined;
    },
    releaseOthers() {
      const when = timeline.audioSecAt(timeline.now());
      for (const key of places.keys()) if (when !== undefined) synth.end(key, when);
      places.clear();
      agenda.clear();
    },
    onHeard(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A tick may come late by this much before what it finds is history. */
const MISSED_AFTER_MS = 150;
