import type { Author, MemberId } from '../base/ids.ts';
import { type Beats, beatsOfTicks, type RoomMs, type Ticks } from '../base/units.ts';
import type { Frame, Harmony } from '../music/frame.ts';
import { frameAt, harmonyAt } from '../music/frame-timeline.ts';
import { firstSafeBar, type SafeBar, safeLeadMs } from '../time/grid.ts';
import { barAt, beatOfBar } from '../time/metre-map.ts';
import { beatAt, roomMsAt } from '../time/tempo-map.ts';
import type { Member, Pulse, RoomState } from './state.ts';

/** Questions about the room that server, player and screens all ask. */

export const memberOf = (state: Pick<RoomState, 'members'>, id: Author): Member | undefined =>
  state.members.find((member) => member.id === id);

export const isFacilitator = (state: RoomState, id: MemberId): boolean =>
  memberOf(state, id)?.role === 'facilitator';

/** Whether their notes are written down now. */
export const isKept = (member: Member | undefined): boolean => member?.keptSince !== undefined;

/** Those who make sound and are here. */
export const playersHere = (state: RoomState): readonly Member[] =>
  state.members.filter((member) => member.presence === 'here' && member.role !== 'listener');

/** Whom the pulse would wait for. */
export const notReady = (state: RoomState): readonly Member[] =>
  playersHere(state).filter((member) => !member.isReady);

/** A clock worse than this would hold everyone back; that device catches up instead. */
const MAX_WAITED_ERROR_MS = 500;

/** How far ahead of now a change must lie so that everyone has it before it holds. */
export function leadMs(state: RoomState): number {
  const worst = Math.max(0, ...playersHere(state).map((member) => member.clockErrorMs));
  return safeLeadMs(Math.min(worst, MAX_WAITED_ERROR_MS));
}

/** The bar line at which a change asked for now takes hold. */
export const comingBar = (state: RoomState, now: RoomMs): SafeBar =>
  firstSafeBar(state.tempo, state.metre, now, leadMs(state));

export const comingBarLine = (state: RoomState, now: RoomMs): Beats => comingBar(state, now).beat;

export const frameNow = (state: RoomState, now: RoomMs): Frame =>
  frameAt(state.frames, beatAt(state.tempo, now));

export const frameAtTick = (state: RoomState, tick: Ticks): Frame =>
  frameAt(state.frames, beatsOfTicks(tick));

/** Whether the pulse is to be heard (or seen) at a beat, the count-in included. */
export function pulseIsOn(pulse: Pulse, beat: number): boolean {
  return pulse.type === 'going' && beat >= pulse.from && (pulse.until === undefined || beat < pulse.until);
}

/** The frame at a beat, with the chord of its bar: what surfaces lay out and loops are pitched by. */
export const harmonyOf = ({ frames, metre }: Pick<RoomState, 'frames' | 'metre'>, beat: Beats): Harmony =>
  harmonyAt(frames, (at) => barAt(metre, at), beat);

export const isHushed = (state: RoomState): boolean => {
  const last = state.hushes.at(-1);
  return last !== undefined && last.until === undefined;
};

/** Whether its end has been announced, or it was stopped: nothing is begun any more. */
export const isComingToEnd = ({ ending, stoppedAt }: RoomState): boolean =>
  ending !== undefined || stoppedAt !== undefined;

/** An ending can be called off until its last bar begins, the one before the last chord; never what was stopped. */
export function mayStillCallOff(state: RoomState, now: RoomMs): boolean {
  if (!state.ending || state.stoppedAt !== undefined) return false;
  const lastBar = barAt(state.metre, state.ending.until) - 1;
  return now < roomMsAt(state.tempo, beatOfBar(state.metre, lastBar));
}

/** Whether the last chord has sounded: nothing begins any more. */
export const isOver = (state: RoomState, beat: number): boolean =>
  state.isClosed ||
  state.stoppedAt !== undefined ||
  (state.ending !== undefined && beat >= state.ending.until);
