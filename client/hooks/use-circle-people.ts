import { useMemo } from 'react';
import type { MemberId } from '../../shared/base/ids.ts';
import { CONTROLS } from '../../shared/event/holding.ts';
import type { Member, RoomState } from '../../shared/room/state.ts';
import type { PersonInCircle } from '../ui/circle/circle.tsx';
import { useWords } from '../words/use-words.tsx';
import { useNames } from './use-names.ts';

/**
 * The members of a room as the circle draws them.
 *
 * @param holding who holds what, where the circle is to mark it.
 */
export function useCirclePeople(
  members: readonly Member[],
  you: MemberId | undefined,
  holding?: RoomState['holding'],
): readonly PersonInCircle[] {
  const words = useWords();
  const { nameOf } = useNames();
  return useMemo(
    () =>
      members.map((member) => ({
        id: member.id,
        name: nameOf(member),
        colour: member.colour,
        shape: member.shape,
        chair: member.chair,
        presence: presenceOf(member),
        note: noteOf(member, member.id === you, words, holding),
        isMe: member.id === you,
        isLeading: holding !== undefined && leads(member, holding),
      })),
    [members, you, nameOf, words, holding],
  );
}

function presenceOf({ presence, role, isReady, isOnBreak }: Member): PersonInCircle['presence'] {
  if (presence !== 'here' || role === 'listener') return presence;
  return isReady && !isOnBreak ? 'here' : 'later';
}

/** Whether someone holds something of the room for themselves. */
function leads({ id, role }: Member, holding: RoomState['holding']): boolean {
  return CONTROLS.some((control) => {
    const holder = holding[control];
    return holder.type === 'member' ? holder.member === id : holder.type === role;
  });
}

function noteOf(
  member: Member,
  isYou: boolean,
  words: ReturnType<typeof useWords>,
  holding: RoomState['holding'] | undefined,
): string {
  if (member.isOnBreak) return words('resting');
  if (isYou) return words('you');
  if (member.presence === 'lost') return words('presence-lost');
  if (member.presence === 'away') return words('presence-away');
  if (member.role === 'listener') return words('role-listener');
  if (isGivenSome(member, holding)) return words('leads-short');
  return member.isReady ? words(`instrument-${member.instrument}`) : words('person-getting-ready');
}

/** Whether someone was given something to hold; the facilitator, who holds all the rest, is known by the baton. */
const isGivenSome = ({ id }: Member, holding: RoomState['holding'] | undefined) =>
  CONTROLS.some((control) => {
    const holder = holding?.[control];
    return holder?.type === 'member' && holder.member === id;
  });

/** Chairs to set out: one for each place taken, counted from the first, and never fewer than three. */
export const chairsFor = (members: readonly Member[]): number =>
  Math.max(3, ...members.map(({ chair }) => chair + 1));
