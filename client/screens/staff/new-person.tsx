import { type FormEvent, useState } from 'react';
import { cleanName, cleanText } from '../../../shared/base/text.ts';
import type { Acceptance, Me } from '../../../shared/wire/account.ts';
import type { Answer } from '../../session/ask.ts';
import { Button } from '../../ui/control/button.tsx';
import { Notice } from '../../ui/control/notice.tsx';
import { TextField } from '../../ui/control/text-field.tsx';
import { useWords } from '../../words/use-words.tsx';
import { isTooShort, PasswordField } from './password-field.tsx';
import styles from './staff.module.css';
import { type Trouble, troubleOf, useTroubleWords } from './trouble.ts';

/** Who someone will be here. */
export type NewPersonSaid = Omit<Acceptance, 'token'>;

export interface NewPersonProps {
  readonly make: (said: NewPersonSaid) => Promise<Answer<Me>>;
  readonly onMade: (me: Me) => void;
  /** The link opens nothing any more. */
  readonly onLinkUsed: () => void;
}

/** The name others see, the name one signs in with, and a password. */
export function NewPerson({ make, onMade, onLinkUsed }: NewPersonProps) {
  const words = useWords();
  const say = useTroubleWords();
  const [said, setSaid] = useState<NewPersonSaid>({ displayName: '', loginName: '', password: '' });
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const change = (part: Partial<NewPersonSaid>) => {
    setSaid((before) => ({ ...before, ...part }));
    setProblem(undefined);
  };
  const at = (field: Field) => (problem?.at === field ? say(problem.trouble) : undefined);

  const submit = async () => {
    const missing = problemOf(said);
    setProblem(missing);
    if (missing || isBusy) return;
    setBusy(true);
    const answer = await make(said);
    setBusy(false);
    if (answer.type === 'granted') return onMade(answer.value);
    const trouble = troubleOf(answer) ?? 'unreachable';
    if (LINK_IS_SPENT.has(trouble)) return onLinkUsed();
    return setProblem({ at: FIELD_OF[trouble], trouble });
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        label={words('staff-name')}
        hint={words('staff-name-hint')}
        value={said.displayName}
        onChange={(displayName) => change({ displayName })}
        problem={at('displayName')}
        autoComplete="name"
        autoCapitalize="words"
        spellCheck={false}
      />
      <TextField
        label={words('login-name')}
        hint={words('login-name-hint')}
        value={said.loginName}
        onChange={(loginName) => change({ loginName })}
        problem={at('loginName')}
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      />
      <PasswordField
        use="new"
        value={said.password}
        onChange={(password) => change({ password })}
        problem={at('password')}
      />
      {problem !== undefined && problem.at === undefined && (
        <Notice tone="caution">{say(problem.trouble)}</Notice>
      )}
      <Button kind="primary" size="l" icon="check" type="submit" isResting={isBusy}>
        {words(isBusy ? 'new-person-going' : 'new-person-go')}
      </Button>
    </form>
  );
}

type Field = keyof NewPersonSaid;
interface Problem {
  readonly at: Field | undefined;
  readonly trouble: Trouble;
}

const LINK_IS_SPENT: ReadonlySet<Trouble> = new Set(['linkUsed', 'notAllowed']);
const FIELD_OF: Readonly<Partial<Record<Trouble, Field>>> = {
  loginNameTaken: 'loginName',
  passwordTooShort: 'password',
  textTooLong: 'password',
};

/** What does not fit yet, told at its field before anything is sent. */
export function problemOf({ displayName, loginName, password }: NewPersonSaid): Problem | undefined {
  const name = cleanName(displayName);
  if (name.type === 'refused') return { at: 'displayName', trouble: name.reason };
  if (!/[\p{L}\p{N}]/u.test(cleanText(loginName))) return { at: 'loginName', trouble: 'nameEmpty' };
  return isTooShort(password) ? { at: 'password', trouble: 'passwordTooShort' } : undefined;
}
