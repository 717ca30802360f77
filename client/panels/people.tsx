import { isKept } from '../../shared/room/questions.ts';
import type { Member, RoomState } from '../../shared/room/state.ts';
import { useHouse } from '../hooks/use-house.ts';
import { useNames } from '../hooks/use-names.ts';
import { usePreferences } from '../hooks/use-preferences.ts';
import { chairsFor, useCirclePeople } from '../hooks/use-circle-people.ts';
import type { Session } from '../session/session.ts';
import { Circle } from '../ui/circle/circle.tsx';
import { Slider } from '../ui/control/slider.tsx';
import { Shape } from '../ui/shape/shape.tsx';
import { useWords } from '../words/use-words.tsx';
import styles from './people.module.css';

/** How loud others are here until one sets it (client/session/preferences.ts). */
const FIRST_PART_LOUDNESS = 0.8;

export interface PeopleProps {
  readonly room: RoomState;
  readonly you: Member;
  readonly session: Session;
}

/** Everyone who can hear, listeners too: how they are here, and how loud each is for oneself. */
export function People({ room, you, session }: PeopleProps) {
  const words = useWords();
  const people = useCirclePeople(room.members, you.id);
  return (
    <div className={styles.people}>
      <div className={styles.circle}>
        <Circle
          label={words('people-title')}
          people={people}
          chairs={chairsFor(room.members)}
          heardNotes={session.heardNotes}
          pulseNow={session.pulseNow}
        />
      </div>
      <p className={styles.count}>{words('people-count', { count: room.members.length })}</p>
      <p className="heard-only">{words('people-loudness-hint')}</p>
      <ul className={styles.list}>
        {room.members.map((member) => (
          <Person key={member.id} member={member} isYou={member.id === you.id} />
        ))}
      </ul>
    </div>
  );
}

function Person({ member, isYou }: { readonly member: Member; readonly isYou: boolean }) {
  const words = useWords();
  const { nameOf } = useNames();
  const { preferences } = useHouse();
  const { partLoudness } = usePreferences(preferences);
  const name = nameOf(member);
  const loudness = partLoudness[member.id] ?? FIRST_PART_LOUDNESS;
  const makesSound = member.role !== 'listener';
  const facts = [
    member.isCompany && words('person-company'),
    member.role === 'facilitator' && words('role-facilitator'),
    makesSound ? words(`instrument-${member.instrument}`) : words('role-listener'),
    presenceOf(member, words),
    makesSound && !member.isCompany && words(isKept(member) ? 'person-kept' : 'person-not-kept'),
  ].filter((fact) => fact !== false);
  return (
    <li className={styles.person}>
      <Shape
        shape={member.shape}
        colour={member.colour}
        size="2.25rem"
        isHollow={member.presence !== 'here'}
      />
      <div className={styles.about}>
        <p className={styles.name}>{isYou ? words('you-named', { name }) : name}</p>
        <p className={styles.facts}>{facts.join(' · ')}</p>
        {makesSound && !isYou && (
          <Slider
            label={<span className={styles.loudness}>{words('people-loudness', { name })}</span>}
            value={loudness}
            step={0.05}
            onChange={(value) => preferences.set({ partLoudness: { ...partLoudness, [member.id]: value } })}
            valueText={words('loudness-value', { percent: Math.round(loudness * 100) })}
          />
        )}
      </div>
    </li>
  );
}

function presenceOf(member: Member, words: ReturnType<typeof useWords>): string {
  if (member.presence !== 'here') return words(`presence-${member.presence}`);
  return member.isReady || member.role === 'listener'
    ? words('presence-here')
    : words('person-getting-ready');
}
