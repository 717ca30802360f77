import { type FormEvent, useState } from 'react';
import { useStaff } from '../../hooks/use-staff.ts';
import { Button } from '../../ui/control/button.tsx';
import { Notice } from '../../ui/control/notice.tsx';
import { useWords } from '../../words/use-words.tsx';
import { isTooShort, PasswordField } from './password-field.tsx';
import styles from './staff.module.css';
import { type Trouble, troubleOf, useTroubleWords } from './trouble.ts';

/** A new password, with the one before it as proof. All other browsers are signed out by it. */
export function ChangePassword({ loginName }: { readonly loginName: string }) {
  const words = useWords();
  const say = useTroubleWords();
  const { client, onMe } = useStaff();
  const [password, setPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const [trouble, setTrouble] = useState<Trouble>();
  const [state, setState] = useState<'closed' | 'open' | 'busy' | 'done'>('closed');

  const submit = async () => {
    if (isTooShort(newPassword)) return setTrouble('passwordTooShort');
    if (state === 'busy') return undefined;
    setState('busy');
    const answer = await client.changePassword({ password, newPassword });
    setTrouble(troubleOf(answer));
    if (answer.type !== 'granted') return setState('open');
    onMe(answer.value);
    setPassword('');
    setNewPassword('');
    return setState('done');
  };

  return (
    <section className={styles.section} aria-labelledby="password">
      <h2 id="password">{words('password')}</h2>
      {state === 'done' && <Notice icon="check">{words('password-changed')}</Notice>}
      {state === 'closed' || state === 'done' ? (
        <div className={styles.buttons}>
          <Button icon="pen" onClick={() => setState('open')}>
            {words('password-change')}
          </Button>
        </div>
      ) : (
        <form
          className={styles.form}
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void submit();
          }}
        >
          <input type="hidden" autoComplete="username" value={loginName} readOnly />
          <PasswordField
            use="current"
            value={password}
            onChange={(next) => {
              setPassword(next);
              setTrouble(undefined);
            }}
            problem={say(trouble, ABOUT_CURRENT)}
          />
          <PasswordField
            use="new"
            value={newPassword}
            onChange={(next) => {
              setNewPassword(next);
              setTrouble(undefined);
            }}
            problem={say(trouble, ABOUT_NEW)}
          />
          {trouble !== undefined && !ABOUT_CURRENT.has(trouble) && !ABOUT_NEW.has(trouble) && (
            <Notice tone="caution">{say(trouble)}</Notice>
          )}
          <p className={styles.soft}>{words('password-change-text')}</p>
          <div className={styles.buttons}>
            <Button onClick={() => setState('closed')}>{words('leave-it')}</Button>
            <Button kind="primary" icon="check" type="submit" isResting={state === 'busy'}>
              {words('password-change')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}

const ABOUT_CURRENT: ReadonlySet<Trouble> = new Set(['passwordWrong']);
const ABOUT_NEW: ReadonlySet<Trouble> = new Set(['passwordTooShort', 'textTooLong']);
