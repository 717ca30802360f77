import { useHeadingFocus } from '../../hooks/use-heading-focus.ts';
import { Button } from '../../ui/control/button.tsx';
import { useWords } from '../../words/use-words.tsx';
import styles from './rest-page.module.css';

export interface RestPageProps {
  /** What everyone should know though they rest, such as that the end is near. */
  readonly said: string | undefined;
  readonly onBack: () => void;
  readonly onLeave: () => void;
}

/** A restful page: a slow circle, no sound, nothing to do. One's place stays one's own. */
export function RestPage({ said, onBack, onLeave }: RestPageProps) {
  const words = useWords();
  const heading = useHeadingFocus();
  return (
    <main className={styles.page}>
      <div className={styles.circle} aria-hidden="true">
        <span className={styles.far} />
        <span className={styles.near} />
      </div>
      <div className={styles.words}>
        <h1 ref={heading} tabIndex={-1}>
          {words('rest-title')}
        </h1>
        <p>{words('rest-text')}</p>
        <p className={styles.breathe}>{words('rest-breathe')}</p>
        <output>{said}</output>
      </div>
      <div className={styles.ways}>
        <Button kind="plain" icon="leave" onClick={onLeave}>
          {words('leave')}
        </Button>
        <Button kind="primary" size="l" icon="enter" onClick={onBack}>
          {words('rest-back')}
        </Button>
      </div>
    </main>
  );
}
