import { useState } from 'react';
import { MIN_PASSWORD_CHARS } from '../../../shared/wire/account.ts';
import { Button } from '../../ui/control/button.tsx';
import { TextField } from '../../ui/control/text-field.tsx';
import { useWords } from '../../words/use-words.tsx';
import styles from './staff.module.css';

export interface PasswordFieldProps {
  /** One that exists, or one that is being chosen. */
  readonly use: 'current' | 'new';
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: string | undefined;
}

/** One field, which can show what is in it: that is surer than writing it twice. */
export function PasswordField({ use, value, onChange, problem }: PasswordFieldProps) {
  const words = useWords();
  const [isShown, setShown] = useState(false);
  return (
    <div className={styles.password}>
      <TextField
        label={words(use === 'new' ? 'password-new' : 'password')}
        hint={use === 'new' ? words('password-hint') : undefined}
        type={isShown ? 'text' : 'password'}
        value={value}
        onChange={onChange}
        problem={problem}
        autoComplete={use === 'new' ? 'new-password' : 'current-password'}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
      <Button kind="plain" isPressed={isShown} onClick={() => setShown(!isShown)} className={styles.show}>
        {words('password-show')}
      </Button>
    </div>
  );
}

/** Counted as the server counts. */
export const isTooShort = (password: string): boolean => [...password].length < MIN_PASSWORD_CHARS;
