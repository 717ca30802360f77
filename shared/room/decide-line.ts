import { assertNever } from '../base/assert.ts';
import type { MemberId } from '../base/ids.ts';
import { MAX_AHEAD_MS, MAX_HELD_NOTES, MAX_KEPT_AGE_MS, MAX_LIVE_AGE_MS } from '../base/limits.ts';
import { granted, refused, type Result } from '../base/result.ts';
import { beatsOfTicks, type RoomMs, type Ticks, ticks, ticksOfBeats } from '../base/units.ts';
import type { LineEvent, LineWish } from '../event/line.ts';
import type { Loop } from '../event/loop.ts';
import { INSTRUMENTS } from '../music/instrument.ts';
import { beatAt, roomMsAt } from '../time/tempo-map.ts';
import { heldAt, type LineState } from './line-state.ts';
import { whyNot } from './permissions.ts';
import { comingBarLine, isKept, isOver, memberOf } from './questions.ts';
import type { Member, RoomState } from './state.ts';

/** A line event with its time, and whether it is still to be heard live or only belongs in the record (TRUST R3). */
export interface LineDecision {
  readonly event: LineEvent;
  readonly at: RoomMs;
  readonly isLive: boolean;
  /** Its player had said yes when it was played, and still does: it may be written down. */
  readonly isKept: boolean;
}

/**
 * What comes of playing. The player's own tick says when it was; the room clamps it to a small window ahead and
 * refuses what is older than a seat is held or than its player's coming in. Pure; never touches the room's state.
 */
export function decideLine(
  state: RoomState,
  line: LineState,
  wish: LineWish,
  by: MemberId,
  now: RoomMs,
): Result<LineDecision> {
  const objection = whyNot(state, wish.type, by);
  if (objection) return refused(objection);
  const member = memberOf(state, by);
  if (!member) return refused('notHere');
  switch (wish.type) {
    case 'playNote': {
      if (wish.length === null && heldAt(line, now).length >= MAX_HELD_NOTES) return refused('tooMany');
      const { instrument } = wish;
      const { lowest, highest } = INSTRUMENTS[instrument];
      // An octave beyond the register: what an octave control can reach; further is no hand on that instrument.
      if (wish.pitch < lowest - 12 || wish.pitch > highest + 12) return refused('malformed');
      if (Math.abs(wish.sounds - wish.played) > MAX_DRAWN_TICKS) return refused('malformed');
      if (cameAfterTheEnd(state, wish.played)) return refused('endingNow');
      return timed(state, member, wish.played, now, wish.played, (shift) => ({
        ...wish,
        type: 'notePlayed',
        played: moved(wish.played, shift),
        sounds: moved(wish.sounds, shift),
      }));
    }
    case 'releaseNote':
      return timed(state, member, wish.played, now, wish.played, (shift) => ({
        type: 'noteReleased',
        note: wish.note,
        played: moved(wish.played, shift),
      }));
    case 'bendNote': {
      const [first] = wish.points;
      const last = wish.points.at(-1);
      if (!first || !last || !isRising(wish.points)) return refused('malformed');
      return timed(state, member, last.played, now, first.played, (shift) => ({
        type: 'noteBent',
        note: wish.note,
        points: wish.points.map((point) => ({ ...point, played: moved(point.played, shift) })),
      }));
    }
    case 'setLoop': {
      if (!isPattern(wish.loop)) return refused('malformed');
      const from = ticksOfBeats(comingBarLine(state, now));
      if (cameAfterTheEnd(state, from)) return refused('endingNow');
      const goesOn =
        line.loop?.loop.steps === wish.loop.steps && line.loop.loop.stepTicks === wish.loop.stepTicks;
      return granted({
        event: {
          type: 'loopSet',
          loop: wish.loop,
          from,
          anchor: goesOn && line.loop ? line.loop.anchor : from,
        },
        at: now,
        isLive: true,
        isKept: isKept(member),
      });
    }
    case 'stopLoop':
      if (!line.loop) return refused('alreadySo');
      return granted({
        event: { type: 'loopStopped', from: ticksOfBeats(comingBarLine(state, now)) },
        at: now,
        isLive: true,
        isKept: isKept(member),
      });
    default:
      return assertNever(wish);
  }
}

/** From the last chord on, and once it was stopped, nothing begins any more; what was played before may still arrive. */
function cameAfterTheEnd(state: RoomState, played: Ticks): boolean {
  const beat = beatsOfTicks(played);
  return state.stoppedAt === undefined
    ? isOver(state, beat)
    : isOver({ ...state, stoppedAt: undefined }, beat) || roomMsAt(state.tempo, beat) > state.stoppedAt;
}

/** A note is drawn to a grid line at most half a bar of 4/4 away. */
const MAX_DRAWN_TICKS = 1920;

/** Every cell lies within the steps, and no two on each other: many would be one sudden loud note. */
const isPattern = ({ steps, cells }: Loop) =>
  cells.every((cell) => cell.step < steps) &&
  new Set(cells.map(({ step, row }) => `${step} ${row}`)).size === cells.length;

const moved = (tick: Ticks, shift: number): Ticks => ticks(Math.max(0, tick + shift));

const isRising = (points: readonly { readonly played: Ticks }[]) =>
  points.every((point, index) => index === 0 || point.played >= (points[index - 1]?.played ?? 0));

/** @param begun where it began, if that was earlier: by that it is judged whether all of it may be written down. */
function timed(
  state: RoomState,
  member: Member,
  played: Ticks,
  now: RoomMs,
  begun: Ticks,
  event: (shiftTicks: number) => LineEvent,
): Result<LineDecision> {
  const said = roomMsAt(state.tempo, beatsOfTicks(played));
  const begunMs = roomMsAt(state.tempo, beatsOfTicks(begun));
  const ageMs = now - said;
  if (now - begunMs > MAX_KEPT_AGE_MS || begunMs < member.joinedAt - MAX_LIVE_AGE_MS)
    return refused('tooLate');
  const shift = ageMs < -MAX_AHEAD_MS ? ticksOfBeats(beatAt(state.tempo, now)) - played : 0;
  const at = shift === 0 ? said : now;
  return granted({
    event: event(shift),
    at,
    isLive: ageMs <= MAX_LIVE_AGE_MS,
    isKept: member.keptSince !== undefined && member.keptSince <= Math.min(at, begunMs),
  });
}
