import type { RoomState } from '../../../shared/room/state.ts';
import { useWords } from '../../words/use-words.tsx';
import styles from './course-line.module.css';

/** Where the session is in its course: the step's own sentence, else its name. Nothing where there is no course. */
export function CourseLine({ arc }: { readonly arc: RoomState['arc'] }) {
  const words = useWords();
  const step = arc.step === undefined ? undefined : arc.steps[arc.step];
  if (!step) return null;
  const name = words(`course-${step.kind}`);
  return (
    <p className={styles.line} aria-live="polite">
      <span className="heard-only">{words('course-now')}: </span>
      {step.sentence === '' ? name : step.sentence}
    </p>
  );
}
