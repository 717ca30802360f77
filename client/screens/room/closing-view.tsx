import { chairsFor, useCirclePeople } from '../../hooks/use-circle-people.ts';
import { Circle } from '../../ui/circle/circle.tsx';
import { useWords } from '../../words/use-words.tsx';
import type { CircleCornerProps } from './circle-corner.tsx';
import styles from './listener-view.module.css';

export interface ClosingViewProps extends Omit<CircleCornerProps, 'onOpen'> {
  readonly phase: 'lastChord' | 'silence' | 'stopped';
}

/** After the last bar there is nothing left to touch: the circle, the last chord, and then the silence. */
export function ClosingView({ members, you, heardNotes, pulseNow, phase }: ClosingViewProps) {
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
      <p aria-live="polite">
        <strong>{words(`end-${phase}`)}</strong>
        <br />
        {words(`end-${phase}-text`)}
      </p>
    </div>
  );
}
