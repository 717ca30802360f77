import { useMemo } from 'react';
import type { MemberId } from '../../shared/base/ids.ts';
import type { Member } from '../../shared/room/state.ts';
import type { PersonInCircle } from '../ui/circle/circle.tsx';
import { useWords } from '../words/use-words.tsx';
import { useNames } from './use-names.ts';

/** The members of a room as the circle draws them. */
export function useCirclePeople(
  members: readonly Member[],
  you: MemberId | undefined,
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
        presence:
          member.presence === 'here' && member.role !== 'listener' && !member.isReady
            ? 'later'
            : member.presence,
        note: noteOf(member, member.id === you, words),
        isMe: member.id === you,
      })),
    [members, you, nameOf, words],
  );
}

function noteOf(member: Member, isYou: boolean, words: ReturnType<typeof useWords>): string {
  if (isYou) return words('you');
  if (member.presence === 'lost') return words('presence-lost');
  if (member.presence === 'away') return words('presence-away');
  if (member.role === 'listener') return words('role-listener');
  return member.isReady ? words(`instrument-${member.instrument}`) : words('person-getting-ready');
}

/** Chairs to set out: one for each place taken, counted from the first, and never fewer than three. */
export const chairsFor = (members: readonly Member[]): number =>
  Math.max(3, ...members.map(({ chair }) => chair + 1));
