import type { PassingView } from '../../../shared/room/passing/view.ts';
import type { Member, RoomState } from '../../../shared/room/state.ts';
import type { LastHeard } from '../../hooks/use-last-heard.ts';
import type { Speech } from '../../words/speech.ts';

/** Within this someone counts as playing now. */
const JUST_NOW_MS = 8000;
const MINUTE_MS = 60_000;

/** When someone was last heard, in neutral words that weigh nothing: it is no measure of anyone. */
export function heardWords(agoMs: number | undefined, words: Speech): string {
  if (agoMs === undefined) return words('lead-heard-not-yet');
  if (agoMs < JUST_NOW_MS) return words('lead-heard-now');
  if (agoMs < MINUTE_MS) return words('lead-heard-moment');
  return words('lead-heard-minutes', { minutes: Math.floor(agoMs / MINUTE_MS) });
}

/** Whose bars these are at a beat, if it is anybody's. */
export const turnAt = ({ turns }: Pick<RoomState, 'turns'>, beat: number) =>
  turns.find(({ from, until }) => from <= beat && beat < until);

/**
 * How someone is, the weightiest first: a lost line is said as a lost line and never as silence. Undefined for someone who is
 * here and plays or does not, as they like.
 */
export function specialState(member: Member, words: Speech): string | undefined {
  if (member.presence !== 'here') return words(`presence-${member.presence}`);
  if (member.isOnBreak) return words('lead-state-resting');
  if (member.role === 'listener') return words('role-listener');
  if (!member.isReady) return words('lead-state-no-sound');
  if (member.softened) return words(`lead-state-${member.softened.kind}`);
  return undefined;
}

/** What is known of someone besides their own state, for the line under their name. */
export interface Around {
  readonly isTurn: boolean;
  readonly heard: LastHeard;
  readonly signals: PassingView['signals'];
  /** How much room there is: for what they play as well, for how they are, or only for what stands out. */
  readonly room: 'much' | 'some' | 'little';
}

/** The line under a name in the circle: a quiet word first, then how they are, then when they played. */
export function circleNote(member: Member, around: Around, words: Speech): string | undefined {
  const { isTurn, heard, signals, room } = around;
  const sent = signals.findLast(({ from }) => from === member.id);
  if (sent && member.presence === 'here') return words(`lead-signal-${sent.signal}`);
  const special = specialState(member, words);
  if (special !== undefined) return special;
  if (isTurn) return words('lead-state-turn');
  if (room === 'little') return undefined;
  const state = heardWords(heard.agoMs(member.id), words);
  return room === 'much' ? `${words(`instrument-${member.instrument}`)}\n${state}` : state;
}
