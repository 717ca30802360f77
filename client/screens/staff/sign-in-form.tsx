import { type FormEvent, useState } from 'react';
import { type Me, SECOND_FACTOR_DIGITS } from '../../../shared/wire/account.ts';
import { useStaff } from '../../hooks/use-staff.ts';
import { Button } from '../../ui/control/button.tsx';
import { Notice } from '../../ui/control/notice.tsx';
import { TextField } from '../../ui/control/text-field.tsx';
import { useWords } from '../../words/use-words.tsx';
import { CodeField } from './code-field.tsx';
import { PasswordField } from './password-field.tsx';
import styles from './staff.module.css';
import { type Trouble, troubleOf, useTroubleWords } from './trouble.ts';

export interface SignInFormProps {
  /** Who was signed in before, where that is known. */
  readonly loginName: string | undefined;
  readonly onSignedIn: (me: Me) => void;
}

/** Name and password, then the six numbers for those who have a second factor. What was written stays after a no. */
export function SignInForm({ loginName: before, onSignedIn }: SignInFormProps) {
  const words = useWords();
  const say = useTroubleWords();
  const { client } = useStaff();
  const [loginName, setLoginName] = useState(before ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isCodeAsked, setCodeAsked] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBusy, setBusy] = useState(false);

  const signIn = async (digits: string) => {
    if (isBusy) return;
    setBusy(true);
    setTrouble(undefined);
    const answer = await client.signIn({ loginName, password, ...(isCodeAsked ? { code: digits } : {}) });
    setBusy(false);
    if (answer.type === 'granted') return onSignedIn(answer.value);
    const came = troubleOf(answer);
    if (came === 'secondFactorNeeded') return setCodeAsked(true);
    if (came === 'secondFactorWrong') setCode('');
    if (came === 'signInWrong') setCodeAsked(false);
    return setTrouble(came);
  };
  const changeCode = (next: string) => {
    setCode(next);
    setTrouble(undefined);
    if (next.length === SECOND_FACTOR_DIGITS) void signIn(next);
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void signIn(code);
      }}
    >
      {isCodeAsked ? (
        <CodeField value={code} onChange={changeCode} problem={say(trouble, ABOUT_CODE)} />
      ) : (
        <>
          <TextField
            label={words('login-name')}
            value={loginName}
            onChange={setLoginName}
            autoComplete="username"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
          />
          <PasswordField
            use="current"
            value={password}
            onChange={setPassword}
            problem={say(trouble, ABOUT_PASSWORD)}
          />
        </>
      )}
      {trouble !== undefined && !ABOUT_CODE.has(trouble) && !ABOUT_PASSWORD.has(trouble) && (
        <Notice tone="caution">{say(trouble)}</Notice>
      )}
      <Button kind="primary" size="l" icon="enter" type="submit" isResting={isBusy}>
        {words(isBusy ? 'sign-in-going' : 'sign-in-go')}
      </Button>
      {isCodeAsked ? (
        <Button kind="plain" icon="back" onClick={() => setCodeAsked(false)}>
          {words('sign-in-other')}
        </Button>
      ) : (
        <p className={styles.soft}>{words('sign-in-forgot')}</p>
      )}
    </form>
  );
}

const ABOUT_PASSWORD: ReadonlySet<Trouble> = new Set(['signInWrong']);
const ABOUT_CODE: ReadonlySet<Trouble> = new Set(['secondFactorWrong']);
