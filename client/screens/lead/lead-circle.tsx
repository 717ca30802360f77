import { useCallback, useSyncExternalStore } from 'react';
import { memberId } from '../../../shared/base/ids.ts';
import { isHushed } from '../../../shared/room/questions.ts';
import { chairsFor, useCirclePeople } from '../../hooks/use-circle-people.ts';
import type { Lead } from '../../panels/lead/lead.ts';
import { circleNote, turnAt } from '../../panels/lead/person-state.ts';
import { Circle } from '../../ui/circle/circle.tsx';
import { useWords } from '../../words/use-words.tsx';

/** With more people than this what each plays stands in the list of people. */
const MOST_ROOMY = 8;
const TABLET = '(min-width: 44rem)';
const WIDE = '(min-width: 56rem)';

function useIsAtLeast(width: string): boolean {
  const follow = useCallback(
    (listener: () => void) => {
      const wide = matchMedia(width);
      wide.addEventListener('change', listener);
      return () => wide.removeEventListener('change', listener);
    },
    [width],
  );
  return useSyncExternalStore(
    follow,
    () => matchMedia(width).matches,
    () => true,
  );
}

export interface LeadCircleProps {
  readonly lead: Lead;
  /** A page is open: on a tablet held upright the circle is smaller then. */
  readonly isBesidePage: boolean;
}

/** The circle, with how each person is under their name; a touch opens what may be done. */
export function LeadCircle({ lead, isBesidePage }: LeadCircleProps) {
  const words = useWords();
  const { room, you, session, beat, heard, passing } = lead;
  const isWide = useIsAtLeast(WIDE);
  const isTablet = useIsAtLeast(TABLET);
  const isCrowded = room.members.length > MOST_ROOMY;
  const isRoomy = isWide || (isTablet && !isBesidePage);
  const people = useCirclePeople(room.members, you.id);
  const turn = turnAt(room, beat);
  const noted = people.map((person) => {
    const member = room.members.find(({ id }) => id === person.id);
    if (!member) return person;
    const isTurn = turn?.member === member.id;
    const size = isCrowded ? 'little' : isRoomy ? 'much' : 'some';
    const note = circleNote(member, { isTurn, heard, signals: passing.signals, room: size }, words);
    const { note: _usual, ...unnoted } = person;
    return note === undefined ? unnoted : { ...unnoted, note };
  });
  return (
    <Circle
      look={isCrowded && !isTablet ? 'small' : 'large'}
      label={words('people-title')}
      people={noted}
      chairs={chairsFor(room.members)}
      heardNotes={session.heardNotes}
      pulseNow={session.pulseNow}
      {...(isHushed(room) ? { centre: words('lead-hush-is-on') } : {})}
      onPerson={(id) => lead.onPage('person', memberId(id))}
    />
  );
}
