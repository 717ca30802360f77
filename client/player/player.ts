import type { MemberId } from '../../shared/base/ids.ts';
import {
  type AudioSec,
  type Beats,
  beats,
  beatsOfTicks,
  type RoomMs,
  roomMs,
  ticksOfBeats,
} from '../../shared/base/units.ts';
import type { LineEntry } from '../../shared/event/entry.ts';
import { fateOfNote } from '../../shared/time/late-note.ts';
import { beatAt, roomMsAt } from '../../shared/time/tempo-map.ts';
import { type Agenda, createAgenda } from './agenda.ts';
import { createBurstGuard } from './burst-guard.ts';
import type { Command, PlannedNote } from './command.ts';
import { type NotePlace, planLine } from './plan-line.ts';
import { type LoopSpan, planLoops } from './plan-loops.ts';
import { planPulse } from './plan-pulse.ts';
import type { Score } from './score.ts';
import type { NoteKey, Synth } from './synth.ts';

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
  hears(part: MemberId): boolean;
  hearsPulse(): boolean;
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

export function createPlayer(first: Score, synth: Synth, timeline: Timeline, ears: Ears): Player {
  let score = first;
  let loops: readonly LoopSpan[] = [];
  let cursor: Beats | undefined;
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
        const { note } = command;
        announce(note, atMs);
        if (when === undefined || !ears.hears(note.part)) return;
        const { length, ...rest } = note;
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
      default:
    }
  }

  const lengthSec = (from: number, length: number) =>
    (roomMsAt(score.tempo, beats((from + length) / 960)) - roomMsAt(score.tempo, beats(from / 960))) / 1000;

  /** Pulse and loops from where they were handed over last up to the horizon; what was slept through is passed over. */
  function performPatterns(soonest: RoomMs, horizon: RoomMs) {
    const begin = beatAt(score.tempo, soonest);
    const end = beatAt(score.tempo, horizon);
    const from = cursor === undefined || cursor < begin ? begin : cursor;
    if (end <= from) return;
    cursor = end;
    const commands = [
      ...planPulse(score, from, end),
      ...planLoops(loops, score.frames, ticksOfBeats(from), ticksOfBeats(end)),
    ];
    for (const command of commands) perform(command, agenda.momentMs(command.at));
  }

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
      performPatterns(soonest, horizon);
      for (const { command, atMs } of agenda.takeUntil(horizon)) {
        const isMissed = atMs < soonest - MISSED_AFTER_MS && command.type === 'start';
        if (!isMissed) perform(command, atMs);
      }
    },
    restart() {
      const when = timeline.audioSecAt(timeline.now());
      if (when !== undefined) synth.cancelFrom(when);
      cursor = undefined;
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
