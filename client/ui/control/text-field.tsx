import { type ComponentProps, type ReactNode, useId } from 'react';
import { classes } from '../classes.ts';
import styles from './text-field.module.css';

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'size' | 'id'> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What does not fit yet and what to do, in words. Read out when it comes. */
  readonly problem?: ReactNode;
  /** A join code: large, spaced letters. */
  readonly isCode?: boolean;
}

/** A line of text, with its label above and room for a sentence below. */
export function TextField({
  label,
  hint,
  value,
  onChange,
  problem,
  isCode = false,
  className,
  ...rest
}: TextFieldProps) {
  const id = useId();
  const hasProblem = problem !== undefined && problem !== null && problem !== '';
  const described = [hint !== undefined && `${id}-hint`, hasProblem && `${id}-problem`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={classes(styles.field, className)}>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <span className={styles.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <input
        {...rest}
        id={id}
        className={classes(styles.input, isCode && styles.code)}
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
