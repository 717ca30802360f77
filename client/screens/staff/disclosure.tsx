import type { ReactNode } from 'react';
import { Icon } from '../../ui/icon/icon.tsx';
import type { IconName } from '../../ui/icon/icon-paths.ts';
import styles from './disclosure.module.css';

export interface DisclosureProps {
  readonly icon: IconName;
  readonly word: string;
  /** How it stands just now, in one line. */
  readonly line: string;
  readonly children: ReactNode;
}

/** Something in one line, opened by whoever wants to change it. */
export function Disclosure({ icon, word, line, children }: DisclosureProps) {
  return (
    <details className={styles.disclosure}>
      <summary>
        <Icon name={icon} />
        <span className={styles.summary}>
          <span className={styles.word}>{word}</span>
          <span className={styles.line}>{line}</span>
        </span>
        <Icon name="down" />
      </summary>
      <div className={styles.details}>{children}</div>
    </details>
  );
}
