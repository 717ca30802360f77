import { useId } from 'react';
import styles from './long-text.module.css';

export interface LongTextProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What does not fit yet, in words; empty while all is well. */
  readonly problem?: string;
  readonly rows?: number;
}

/** Several lines of someone's own words. */
export function LongText({ label, hint, value, onChange, problem = '', rows = 3 }: LongTextProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.hint} id={`${id}-hint`}>
        {hint}
      </span>
      <textarea
        id={id}
        rows={rows}
        className={styles.text}
        value={value}
        aria-invalid={problem !== '' || undefined}
        aria-describedby={`${id}-hint ${id}-problem`}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <output className={styles.problem} id={`${id}-problem`}>
        {problem}
      </output>
    </div>
  );
}
