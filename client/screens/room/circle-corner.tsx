import type { Member } from '../../../shared/room/state.ts';
import { chairsFor, useCirclePeople } from '../../hooks/use-circle-people.ts';
import type { HeardNotes, PulseNow } from '../../session/hands.ts';
import { Circle } from '../../ui/circle/circle.tsx';
import { useWords } from '../../words/use-words.tsx';
import styles from './circle-corner.module.css';

export interface CircleCornerProps {
  readonly members: readonly Member[];
  readonly you: Member;
  readonly heardNotes: HeardNotes;
  readonly pulseNow: PulseNow;
  readonly onOpen: () => void;
}

/** The circle while hands need the space: small, always at the same place, and the way to who is here. */
export function CircleCorner({ members, you, heardNotes, pulseNow, onOpen }: CircleCornerProps) {
  const words = useWords();
  const people = useCirclePeople(members, you.id);
  return (
    <div className={styles.corner}>
      <Circle
        look="small"
        label={words('people-title')}
        people={people}
        chairs={chairsFor(members)}
        heardNotes={heardNotes}
        pulseNow={pulseNow}
      />
      <button type="button" className={styles.open} onClick={onOpen}>
        <span className={styles.word}>{words('people-short', { count: members.length })}</span>
      </button>
    </div>
  );
}
