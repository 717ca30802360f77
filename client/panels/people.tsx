import { CONTROLS } from '../../shared/event/holding.ts';
import { isKept } from '../../shared/room/questions.ts';
import type { Member, RoomState } from '../../shared/room/state.ts';
import { useHouse } from '../hooks/use-house.ts';
import { useNames } from '../hooks/use-names.ts';
import { usePreferences } from '../hooks/use-preferences.ts';
import { chairsFor, useCirclePeople } from '../hooks/use-circle-people.ts';
import type { Session } from '../session/session.ts';
import { Circle } from '../ui/circle/circle.tsx';
import { Button } from '../ui/control/button.tsx';
import { Slider } from '../ui/control/slider.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { Shape } from '../ui/shape/shape.tsx';
import { useWords } from '../words/use-words.tsx';
import { AboutToday } from './about-today.tsx';
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
  const people = useCirclePeople(room.members, you.id, room.holding);
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
          <Person
            key={member.id}
            member={member}
            isYou={member.id === you.id}
            room={room}
            session={session}
          />
        ))}
      </ul>
      <AboutToday room={room} />
    </div>
  );
}

interface PersonProps {
  readonly member: Member;
  readonly isYou: boolean;
  readonly room: RoomState;
  readonly session: Session;
}

function Person({ member, isYou, room, session }: PersonProps) {
  const words = useWords();
  const { nameOf, authorOf, controlsOf } = useNames();
  const { preferences } = useHouse();
  const { partLoudness } = usePreferences(preferences);
  const name = nameOf(member);
  const loudness = partLoudness[member.id] ?? FIRST_PART_LOUDNESS;
  const makesSound = member.role !== 'listener';
  const led = CONTROLS.filter((control) => {
    const holder = room.holding[control];
    return holder.type === 'member' && holder.member === member.id;
  });
  const facts = [
    member.isCompany && words('person-company'),
    member.role === 'facilitator' && words('role-facilitator'),
    makesSound ? words(`instrument-${member.instrument}`) : words('role-listener'),
    presenceOf(member, words),
    member.isOnBreak && words('resting'),
    member.softened && words('softened-other', { name: authorOf(room.members, member.softened.by) }),
    makesSound && !member.isCompany && words(isKept(member) ? 'person-kept' : 'person-not-kept'),
  ].filter((fact) => fact !== false && fact !== undefined);
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
        {led.length > 0 && (
          <p className={styles.leads}>
            <Icon name="lead" size="1.25em" />{' '}
            {words(isYou ? 'leads-you' : 'leads', { what: controlsOf(led) })}
          </p>
        )}
        {led.length > 0 && isYou && (
          <Button
            icon="undo"
            className={styles.giveBack}
            onClick={() => session.wish({ type: 'giveBack', controls: [...led] })}
          >
            {words('give-back')}
          </Button>
        )}
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
