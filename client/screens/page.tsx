import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useHeadingFocus } from '../hooks/use-heading-focus.ts';
import { Mark } from '../ui/circle/mark.tsx';
import { classes } from '../ui/classes.ts';
import { Button } from '../ui/control/button.tsx';
import { useWords } from '../words/use-words.tsx';
import styles from './page.module.css';

const DeviceSettings = lazy(() =>
  import('../panels/device-settings.tsx').then((panel) => ({ default: panel.DeviceSettings })),
);

export interface PageProps {
  readonly title: ReactNode;
  /** One or two sentences under the title. */
  readonly text?: ReactNode;
  readonly children?: ReactNode;
  /** The next steps, at the foot of the page and always in reach. */
  readonly foot?: ReactNode;
  readonly onBack?: (() => void) | undefined;
  /** How large the sign of the house stands above the title; not at all on pages with much on them. */
  readonly mark?: 'large' | 'small' | 'none';
}

/** A page outside of the room: one column, one thing at a time. */
export function Page({ title, text, children, foot, onBack, mark = 'small' }: PageProps) {
  const words = useWords();
  const heading = useHeadingFocus();
  const [isDeviceOpen, setDeviceOpen] = useState(false);
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        {onBack ? (
          <Button kind="plain" icon="back" onClick={onBack}>
            {words('back')}
          </Button>
        ) : (
          <span className={styles.product}>{words('product')}</span>
        )}
        <Button kind="plain" icon="settings" onClick={() => setDeviceOpen(true)}>
          {words('device-open')}
        </Button>
      </header>
      <main className={classes(styles.main, mark !== 'none' && styles.centred)}>
        {mark !== 'none' && (
          <div className={mark === 'large' ? styles.largeMark : styles.smallMark}>
            <Mark />
          </div>
        )}
        <div className={styles.head}>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h1>
          {text !== undefined && <p className={styles.text}>{text}</p>}
        </div>
        {children}
      </main>
      {foot !== undefined && <footer className={styles.foot}>{foot}</footer>}
      {isDeviceOpen && (
        <Suspense fallback={null}>
          <DeviceSettings onClose={() => setDeviceOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
