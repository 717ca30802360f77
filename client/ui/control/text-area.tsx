import { type ReactNode, useId } from 'react';
import { classes } from '../classes.ts';
import styles from './text-field.module.css';

export interface TextAreaProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What does not fit yet and what to do, in words. Read out when it comes. */
  readonly problem?: ReactNode;
  readonly rows?: number;
}

/** A few lines of text, with their label above and room for a sentence below. */
export function TextArea({ label, hint, value, onChange, problem, rows = 3 }: TextAreaProps) {
  const id = useId();
  const hasProblem = problem !== undefined && problem !== null && problem !== '';
  const described = [hint !== undefined && `${id}-hint`, hasProblem && `${id}-problem`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <span className={styles.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <textarea
        id={id}
        rows={rows}
        className={classes(styles.input, styles.area)}
        value={value}
        aria-invalid={hasProblem || undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <output className={styles.problem} id={`${id}-problem`}>
        {hasProblem && problem}
      </output>
    </div>
  );
}
