import {
  type Beats,
  beats,
  beatsOfTicks,
  type RoomMs,
  roomMs,
  ticksOfBeats,
} from '../../shared/base/units.ts';
import type { Entry, LineEntry } from '../../shared/event/entry.ts';
import { evolve, openedRoom } from '../../shared/room/evolve.ts';
import type { RoomState } from '../../shared/room/state.ts';
import { beatAt, roomMsAt } from '../../shared/time/tempo-map.ts';
import type { Command, LevelCommand, Moment } from './command.ts';
import { isThinned } from './density.ts';
import { mayBegin } from './plan-ending.ts';
import { planLevels } from './plan-levels.ts';
import { type NotePlace, planLine } from './plan-line.ts';
import { type LoopSpan, withLoop, withoutLoop } from './plan-loops.ts';
import { planPatterns } from './plan-patterns.ts';
import type { Part } from './synth.ts';

/** The room between two entries of its log. */
interface Stretch {
  readonly state: RoomState;
  readonly fromMs: RoomMs;
  /** Infinite for the last. */
  readonly toMs: RoomMs;
}

/**
 * Everything a log sounds up to a beat, as somebody hears it who plays nothing and whose network delivers all in time:
 * a golden log gives a golden list (P1). In order of the grid; what is at one place stays in the order of the log. Levels are
 * told where they differ from full.
 *
 * @param lines entries of any players' lines, each line in its own order.
 */
export function plan(
  entries: readonly Entry[],
  lines: readonly LineEntry[],
  until: Beats,
): readonly Command[] {
  const stretches = stretchesOf(entries);
  const last = stretches.at(-1);
  if (!last) return [];
  const { state } = last;
  const commands = [
    ...linesOf(lines, stretches, state),
    ...patternsOf(stretches, loopsOf(lines), until),
    ...levelsOf(stretches, roomMsAt(state.tempo, until)),
  ];
  return commands.filter(({ at }) => at.tick < ticksOfBeats(until)).sort((a, b) => place(a) - place(b));
}

const place = ({ at }: Command) => at.tick + at.plusMs / 1e6;

const momentMs = ({ tempo }: RoomState, { tick, plusMs }: Moment): RoomMs =>
  roomMs(roomMsAt(tempo, beatsOfTicks(tick)) + plusMs);

/** Each state the room was in, and from when to when: what is decided at once is heard from then on. */
function stretchesOf(entries: readonly Entry[]): readonly Stretch[] {
  const [first, ...rest] = entries;
  if (first?.event.type !== 'sessionOpened') throw new Error('A log begins with sessionOpened');
  let state = openedRoom(first, first.event);
  const stretches: Stretch[] = [];
  let fromMs = first.at;
  for (const entry of rest) {
    if (entry.at > fromMs) {
      stretches.push({ state, fromMs, toMs: entry.at });
      fromMs = entry.at;
    }
    state = evolve(state, entry);
  }
  return [...stretches, { state, fromMs, toMs: roomMs(Number.POSITIVE_INFINITY) }];
}

function loopsOf(lines: readonly LineEntry[]): readonly LoopSpan[] {
  let loops: readonly LoopSpan[] = [];
  for (const entry of lines) {
    if (entry.event.type === 'loopSet') loops = withLoop(loops, { ...entry, event: entry.event });
    if (entry.event.type === 'loopStopped') loops = withoutLoop(loops, entry.by, entry.event.from);
  }
  return loops;
}

/** What hands played, as far as the density of its moment and the end let it through. */
function linesOf(lines: readonly LineEntry[], stretches: readonly Stretch[], final: RoomState): Command[] {
  const places = new Map<string, NotePlace>();
  const commands: Command[] = [];
  for (const entry of lines) {
    const then = stretches.findLast(({ fromMs }) => fromMs <= entry.at)?.state ?? final;
    if (isThinned(then, entry)) continue;
    const planned = planLine(entry, final.echoes, (key) => places.get(key));
    const start = planned.commands[0];
    if (start?.type === 'start' && !mayBegin({ ...final, isClosed: false }, momentMs(final, start.at)))
      continue;
    if (planned.place) places.set(planned.place.key, planned.place);
    commands.push(...planned.commands);
  }
  return [...commands, ...endsForLastChord(commands, final)];
}

/** What is still held when the last chord sounds ends with it. */
function endsForLastChord(commands: readonly Command[], final: RoomState): readonly Command[] {
  if (!final.ending) return [];
  const tick = ticksOfBeats(final.ending.until);
  const lastMs = roomMsAt(final.tempo, final.ending.until);
  const ended = new Set(
    commands.flatMap((one) => (one.type === 'end' && momentMs(final, one.at) < lastMs ? [one.key] : [])),
  );
  return commands.flatMap((one) =>
    one.type === 'start' && one.note.length === undefined && !ended.has(one.note.key)
      ? [{ type: 'end' as const, at: { tick, plusMs: 0 }, key: one.note.key, part: one.note.part }]
      : [],
  );
}

function patternsOf(
  stretches: readonly Stretch[],
  loops: readonly LoopSpan[],
  until: Beats,
): readonly Command[] {
  return stretches.flatMap(({ state, fromMs, toMs }) => {
    const from = beatAt(state.tempo, fromMs);
    const to = Number.isFinite(toMs) ? beats(Math.min(until, beatAt(state.tempo, toMs))) : until;
    return planPatterns(state, loops, from, to).filter(({ at }) =>
      mayBegin({ ...state, ending: undefined }, momentMs(state, at)),
    );
  });
}

function levelsOf(stretches: readonly Stretch[], untilMs: RoomMs): readonly LevelCommand[] {
  const told = new Map<Part, number>([['room', 1]]);
  return stretches.flatMap(({ state, fromMs, toMs }) => {
    for (const { id } of state.members) if (!told.has(id)) told.set(id, 1);
    const commands = planLevels(state, fromMs, roomMs(Math.min(toMs, untilMs)), told);
    for (const { part, gain } of commands) told.set(part, gain);
    return commands;
  });
}
