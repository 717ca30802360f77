import { type FormEvent, useCallback, useState } from 'react';
import { useAnswer } from '../../hooks/use-answer.ts';
import { go } from '../../hooks/use-route.ts';
import { useStaff } from '../../hooks/use-staff.ts';
import { Button } from '../../ui/control/button.tsx';
import { Notice } from '../../ui/control/notice.tsx';
import { useWords } from '../../words/use-words.tsx';
import { Page } from '../page.tsx';
import { Unreachable, Waiting } from '../plain-pages.tsx';
import { LinkUsed } from './link-used.tsx';
import { NewPerson } from './new-person.tsx';
import { isTooShort, PasswordField } from './password-field.tsx';
import { useRoleWords } from './role-words.ts';
import styles from './staff.module.css';
import { type Trouble, troubleOf, useTroubleWords } from './trouble.ts';

/** A link from an admin or the operator: an invitation to work here, or a new password. */
export function WelcomeStaff({ token }: { readonly token: string }) {
  const words = useWords();
  const rolesText = useRoleWords();
  const { client, onMe } = useStaff();
  const { answer, again } = useAnswer(useCallback(() => client.look(token), [client, token]));
  const [isUsed, setUsed] = useState(false);

  if (answer?.type === 'unreachable') return <Unreachable onAgain={again} />;
  if (isUsed || answer?.type === 'refused') return <LinkUsed title={words('link-used-title')} />;
  if (!answer) return <Waiting title={words('wait-page')} />;
  const link = answer.value;
  if (link.type === 'reset') {
    return <NewPassword token={token} loginName={link.loginName} onLinkUsed={() => setUsed(true)} />;
  }
  return (
    <Page
      mark="none"
      title={words('invited-staff-title')}
      text={words('invited-staff-text', { roles: rolesText(link.roles) })}
    >
      <NewPerson
        make={(said) => client.acceptInvitation({ token, ...said })}
        onMade={(me) => {
          onMe(me);
          // The link is spent: it is not left in the address, where a second visit would only find it used.
          go({ type: 'staff' }, 'replace');
        }}
        onLinkUsed={() => setUsed(true)}
      />
    </Page>
  );
}

interface NewPasswordProps {
  readonly token: string;
  readonly loginName: string;
  readonly onLinkUsed: () => void;
}

function NewPassword({ token, loginName, onLinkUsed }: NewPasswordProps) {
  const words = useWords();
  const say = useTroubleWords();
  const { client, onMe } = useStaff();
  const [password, setPassword] = useState('');
  const [trouble, setTrouble] = useState<Trouble>();
  const [isSet, setDone] = useState(false);

  const submit = async () => {
    if (isTooShort(password)) return setTrouble('passwordTooShort');
    const answer = await client.resetPassword({ token, password });
    if (answer.type === 'granted') {
      onMe(undefined);
      return setDone(true);
    }
    const came = troubleOf(answer);
    return came === 'linkUsed' ? onLinkUsed() : setTrouble(came);
  };

  if (isSet) {
    return (
      <Page
        title={words('reset-done-title')}
        text={words('reset-done-text')}
        foot={
          <Button kind="primary" size="l" icon="enter" onClick={() => go({ type: 'signIn' }, 'replace')}>
            {words('sign-in-go')}
          </Button>
        }
      />
    );
  }
  return (
    <Page title={words('reset-title')} text={words('reset-text', { name: loginName })}>
      <form
        className={styles.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void submit();
        }}
      >
        <input type="hidden" autoComplete="username" value={loginName} readOnly />
        <PasswordField
          use="new"
          value={password}
          onChange={(next) => {
            setPassword(next);
            setTrouble(undefined);
          }}
          problem={trouble === 'unreachable' ? undefined : say(trouble)}
        />
        {trouble === 'unreachable' && <Notice tone="caution">{say(trouble)}</Notice>}
        <Button kind="primary" size="l" icon="check" type="submit">
          {words('reset-go')}
        </Button>
      </form>
    </Page>
  );
}
