import { SECOND_FACTOR_DIGITS } from '../../../shared/wire/account.ts';
import { TextField } from '../../ui/control/text-field.tsx';
import { useWords } from '../../words/use-words.tsx';
import styles from './staff.module.css';

export interface CodeFieldProps {
  readonly value: string;
  /** Digits only, six at most. */
  readonly onChange: (digits: string) => void;
  readonly problem?: string | undefined;
}

/** The six numbers another device shows; spaces that come along are dropped. */
export function CodeField({ value, onChange, problem }: CodeFieldProps) {
  const words = useWords();
  return (
    <TextField
      isCode
      className={styles.code}
      label={words('code-six')}
      hint={words('code-six-hint')}
      value={value}
      onChange={(typed) => onChange(sixDigits(typed))}
      problem={problem}
      inputMode="numeric"
      autoComplete="one-time-code"
      spellCheck={false}
    />
  );
}

/** What of a typed or pasted text are digits, in whatever script's full width. */
export const sixDigits = (typed: string): string =>
  typed.normalize('NFKC').replaceAll(/\D/g, '').slice(0, SECOND_FACTOR_DIGITS);
