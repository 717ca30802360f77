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

/** The line under a name in the circle. */
export function circleNote(member: Member, isTurn: boolean, heard: LastHeard, words: Speech): string {
  const special = specialState(member, words);
  if (special !== undefined) return special;
  if (isTurn) return words('lead-state-turn');
  return heardWords(heard.agoMs(member.id), words);
}
