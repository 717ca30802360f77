import { type MemberId, THE_ROOM } from '../../shared/base/ids.ts';
import { STOP_FADE_MS } from '../../shared/base/limits.ts';
import {
  type Beats,
  beatsOfTicks,
  type RoomMs,
  roomMs,
  TICKS_PER_BEAT,
  ticks,
} from '../../shared/base/units.ts';
import type { Hush, Turn } from '../../shared/room/state.ts';
import { levelAt } from '../../shared/time/level-map.ts';
import { beatAt, roomMsAt } from '../../shared/time/tempo-map.ts';
import type { LevelCommand, Moment } from './command.ts';
import type { Score } from './score.ts';
import { LEVEL_STEP_SEC, type Part } from './synth.ts';

/*
 * How loud the room lets everything be, in gains of 0 to 1:
 *
 *   room = loudness² · hush · stop            part = level² · turn
 *
 * hush falls to 0 within 300 ms and comes back within 2 s; stop falls to 0 within 2 s; turn is the mean of the last beat over
 * 1 and, in someone else's turn, 0.4. In a close neither rises any more.
 */

type Shape = Pick<Score, 'tempo' | 'loudness' | 'hushes' | 'turns' | 'ending' | 'stoppedAt' | 'members'>;

/** What was told last of each part. */
export type LevelsTold = ReadonlyMap<Part, number>;

const STEP_MS = LEVEL_STEP_SEC * 1000;
export const HUSH_MS = 300;
const HUSH_BACK_MS = 2000;
/** Others in someone's turn: 8 dB down, so that they carry and do not cover. A guess. */
const IN_OTHERS_TURN = 0.4;
/** Turns come and go over this much. */
const TURN_BEATS = 1;
/**
 * Whatever the room decides, and however late this device hears of it, no step falls or rises by more: from full to silence
 * in 200 ms, well within a hush; back in a second, so that nobody is startled.
 */
export const MOST_FALL = 0.25;
export const MOST_RISE = 0.05;

/**
 * Steps of loudness from room time `from` up to `to`, for the room and for each member, where something changes. A part of which
 * nothing was told is told at once what holds; of all others no step is larger than what the ear takes for smooth.
 */
export function planLevels(
  score: Shape,
  from: RoomMs,
  to: RoomMs,
  known: LevelsTold,
): readonly LevelCommand[] {
  const told = new Map(known);
  const commands: LevelCommand[] = [];
  for (let step = Math.ceil(from / STEP_MS); step * STEP_MS < to; step++) {
    const at = roomMs(step * STEP_MS);
    const mayRise = !isInClose(score, at);
    for (const [part, wanted] of gainsAt(score, at)) {
      const before = told.get(part);
      const gain =
        before === undefined ? wanted : stepped(before, mayRise ? wanted : Math.min(before, wanted));
      if (gain === before) continue;
      told.set(part, gain);
      commands.push({ type: 'level', at: momentAt(score, at), part, gain });
    }
  }
  return commands;
}

/** What holds at a room time for the room as a whole and for each member, as the log has it. */
export function gainsAt(score: Shape, at: RoomMs): readonly (readonly [Part, number])[] {
  const gains = rawGainsAt(score, at);
  if (!isInClose(score, at)) return gains;
  // What was on its way up when the close begins stays where it is.
  const begun = rawGainsAt(score, roomMs(closeMs(score)));
  return gains.map(([part, gain], index) => [part, Math.min(gain, begun[index]?.[1] ?? gain)]);
}

function rawGainsAt(score: Shape, at: RoomMs): readonly (readonly [Part, number])[] {
  const beat = beatAt(score.tempo, at);
  const turns = turnsNear(score.turns, beat);
  const room =
    levelAt(score.loudness, beat) ** 2 * hushGain(score.hushes, at) * stopGain(score.stoppedAt, at);
  return [
    [THE_ROOM, fine(room)],
    ...score.members.map(
      ({ id, level }) => [id, fine(levelAt(level, beat) ** 2 * turnGain(turns, id, beat))] as const,
    ),
  ];
}

const closeMs = ({ ending, tempo }: Shape): number =>
  ending ? roomMsAt(tempo, ending.from) : Number.POSITIVE_INFINITY;

const isInClose = (score: Shape, at: RoomMs) => at > closeMs(score);

function hushGain(hushes: readonly Hush[], at: RoomMs): number {
  let gain = 1;
  let sinceMs = Number.NEGATIVE_INFINITY;
  for (const { from, until } of hushes) {
    if (from > at) break;
    const begun = Math.min(1, gain + (from - sinceMs) / HUSH_BACK_MS);
    const end = Math.min(at, until ?? at);
    gain = Math.max(0, begun - (end - from) / HUSH_MS);
    sinceMs = end;
  }
  return Math.min(1, gain + (at - sinceMs) / HUSH_BACK_MS);
}

const stopGain = (stoppedAt: RoomMs | undefined, at: RoomMs) =>
  stoppedAt === undefined ? 1 : Math.min(1, Math.max(0, 1 - (at - stoppedAt) / STOP_FADE_MS));

/** The turns that are heard at a beat: those of the last beat and of now. */
const turnsNear = (turns: readonly Turn[], beat: Beats): readonly Turn[] =>
  turns.filter(({ from, until }) => from < beat && until > beat - TURN_BEATS);

function turnGain(turns: readonly Turn[], id: MemberId, beat: Beats): number {
  let softBeats = 0;
  for (const { member, from, until } of turns) {
    if (member !== 'all' && member !== id)
      softBeats += Math.min(until, beat) - Math.max(from, beat - TURN_BEATS);
  }
  return 1 - (1 - IN_OTHERS_TURN) * (softBeats / TURN_BEATS);
}

const stepped = (before: number, wanted: number) =>
  fine(Math.min(before + MOST_RISE, Math.max(before - MOST_FALL, wanted)));

/** To a ten-thousandth: finer nobody hears, and what rests is seen to rest. */
const fine = (gain: number) => Math.round(gain * 1e4) / 1e4;

/** A beat that was a room time in between is right to a millionth of a tick. */
const ROUNDING = 1e-6;

/** A room time as a place on the grid and what is left of it. */
function momentAt({ tempo }: Shape, at: RoomMs): Moment {
  const tick = ticks(Math.floor(beatAt(tempo, at) * TICKS_PER_BEAT + ROUNDING));
  return { tick, plusMs: Math.max(0, Math.round((at - roomMsAt(tempo, beatsOfTicks(tick))) * 1000) / 1000) };
}
