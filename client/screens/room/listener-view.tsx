import { chairsFor, useCirclePeople } from '../../hooks/use-circle-people.ts';
import { Circle } from '../../ui/circle/circle.tsx';
import { useWords } from '../../words/use-words.tsx';
import type { CircleCornerProps } from './circle-corner.tsx';
import styles from './listener-view.module.css';

/** What a listener sees: the circle, as large as the page allows. */
export function ListenerView({ members, you, heardNotes, pulseNow }: Omit<CircleCornerProps, 'onOpen'>) {
  const words = useWords();
  const people = useCirclePeople(members, you.id);
  return (
    <div className={styles.listening}>
      <div className={styles.circle}>
        <Circle
          label={words('people-title')}
          people={people}
          chairs={chairsFor(members)}
          heardNotes={heardNotes}
          pulseNow={pulseNow}
        />
      </div>
      <p>
        <strong>{words('listening')}</strong>
        <br />
        {words('listening-text')}
      </p>
    </div>
  );
}
