import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/icon-paths.ts';
import styles from './notice.module.css';

export interface NoticeProps {
  /** `caution` is for what the person should know before they go on; nothing here is an alarm. */
  readonly tone?: 'plain' | 'caution';
  readonly icon?: IconName;
  readonly children: ReactNode;
  /** What one can do about it: one or two buttons. */
  readonly actions?: ReactNode;
  /** `banner` lies across the top of the page, `card` in the flow of it. */
  readonly look?: 'card' | 'banner';
  /** Not read out by itself when it comes: for what was there from the start. */
  readonly isSilent?: boolean;
}

/** What happened, and what you can do. Read out politely when it comes, never interrupting. */
export function Notice({
  tone = 'plain',
  icon,
  children,
  actions,
  look = 'card',
  isSilent = false,
}: NoticeProps) {
  return (
    <div
      className={classes(styles.notice, styles[tone], styles[look])}
      role={isSilent ? undefined : 'status'}
    >
      {icon && <Icon name={icon} />}
      <div className={styles.words}>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
