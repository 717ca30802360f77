import type { Author, MemberId } from '../../../shared/base/ids.ts';
import { type Beats, beats, TICKS_PER_BEAT } from '../../../shared/base/units.ts';
import type { Softening } from '../../../shared/event/dynamics.ts';
import { isHushed, memberOf } from '../../../shared/room/questions.ts';
import type { RoomState } from '../../../shared/room/state.ts';
import { levelAt, levelToCome } from '../../../shared/time/level-map.ts';
import { barAt } from '../../../shared/time/metre-map.ts';
import { roomMsAt } from '../../../shared/time/tempo-map.ts';
import { type RoundNow, roundNow } from './round-now.ts';

/** What holds for the group and for oneself at a moment: plain data, for sentences to be made of. */
export interface GroupNow {
  readonly end: EndNow | undefined;
  readonly round: RoundNow | undefined;
  /** One's own sound was made soft. */
  readonly softened: SoftenedNow | undefined;
  readonly hushedBy: Author | undefined;
  readonly isPaused: boolean;
  /** All are on the way to another loudness. */
  readonly swell: 'softer' | 'fuller' | undefined;
  /** Some of one's own notes are left out. */
  readonly isThinned: boolean;
  /** Nobody here holds the room; `offered` once anyone may end it. */
  readonly away: 'away' | 'offered' | undefined;
}

/**
 *   announced ──▶ closing ──▶ lastChord ──▶ silence ──▶ (the room closes)          stopped ──▶ (the same, at once)
 */
export type EndNow =
  /** `bars` to the last chord, the one that sounds now among them. */
  | { readonly type: 'announced' | 'closing'; readonly by: Author; readonly bars: number }
  | { readonly type: 'lastChord' | 'silence' | 'stopped' };

export interface SoftenedNow {
  readonly kind: Softening;
  readonly by: Author;
  /** Whole minutes until it comes back by itself, at least one. */
  readonly minutes: number;
}

/** After this long of the last chord the page speaks of silence: most instruments have rung out by then. */
const CHORD_SHOWN_MS = 5000;
/** A place may be empty for a breath; someone is away 9 s after their link is gone, and it is to be seen within 10 (R10). */
const AWAY_AFTER_MS = 500;
const MINUTE_MS = 60_000;

/** @param order who is still to be asked in a round (`PassingView.order`); `tick` where the room is now. */
export function groupNow(room: RoomState, you: MemberId, order: readonly MemberId[], tick: number): GroupNow {
  const beat = beats(Math.max(0, tick / TICKS_PER_BEAT));
  const nowMs = roomMsAt(room.tempo, beat);
  const me = memberOf(room, you);
  const hush = room.hushes.at(-1);
  return {
    end: endNow(room, beat),
    round: roundNow(room, you, order, beat),
    softened: me?.softened && {
      kind: me.softened.kind,
      by: me.softened.by,
      minutes: Math.max(1, Math.ceil((me.softened.until - nowMs) / MINUTE_MS)),
    },
    hushedBy: isHushed(room) ? hush?.by : undefined,
    isPaused: levelToCome(room.loudness) === 0,
    swell: swellNow(room, beat),
    isThinned: me !== undefined && me.role !== 'listener' && levelToCome(me.density) < 1,
    away: awayNow(room, nowMs),
  };
}

export const barsUntil = ({ metre }: RoomState, now: Beats, line: Beats): number =>
  Math.max(1, barAt(metre, line) - barAt(metre, now));

function endNow(room: RoomState, now: Beats): EndNow | undefined {
  if (room.stoppedAt !== undefined) return { type: 'stopped' };
  const { ending } = room;
  if (!ending) return undefined;
  const { from, until, by } = ending;
  if (now < until)
    return { type: now < from ? 'announced' : 'closing', by, bars: barsUntil(room, now, until) };
  const sinceMs = roomMsAt(room.tempo, now) - roomMsAt(room.tempo, until);
  return { type: sinceMs < CHORD_SHOWN_MS ? 'lastChord' : 'silence' };
}

/** An ending has its own words; a pause too. */
function swellNow({ loudness, ending }: RoomState, now: Beats): GroupNow['swell'] {
  const to = levelToCome(loudness);
  const level = levelAt(loudness, now);
  if (ending || to === 0 || Math.abs(to - level) < 0.05) return undefined;
  return to < level ? 'softer' : 'fuller';
}

function awayNow({ unheldSince, isCalmEndOffered }: RoomState, nowMs: number): GroupNow['away'] {
  if (isCalmEndOffered) return 'offered';
  return unheldSince !== undefined && nowMs - unheldSince > AWAY_AFTER_MS ? 'away' : undefined;
}
