import { memberId } from '../../../shared/base/ids.ts';
import { isHushed } from '../../../shared/room/questions.ts';
import { chairsFor, useCirclePeople } from '../../hooks/use-circle-people.ts';
import type { Lead } from '../../panels/lead/lead.ts';
import { circleNote, turnAt } from '../../panels/lead/person-state.ts';
import { Circle } from '../../ui/circle/circle.tsx';
import { useWords } from '../../words/use-words.tsx';

/** The circle, with how each person is under their name; a touch opens what may be done. */
export function LeadCircle({ lead }: { readonly lead: Lead }) {
  const words = useWords();
  const { room, you, session, beat, heard } = lead;
  const people = useCirclePeople(room.members, you.id);
  const turn = turnAt(room, beat);
  const noted = people.map((person) => {
    const member = room.members.find(({ id }) => id === person.id);
    return member
      ? { ...person, note: circleNote(member, turn?.member === member.id, heard, words) }
      : person;
  });
  return (
    <Circle
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
