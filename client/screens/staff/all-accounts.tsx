import { useCallback, useState } from 'react';
import type { AccountShown, OneTimeLink, StaffRole } from '../../../shared/wire/account.ts';
import { useAnswer } from '../../hooks/use-answer.ts';
import { useStaff } from '../../hooks/use-staff.ts';
import { Button } from '../../ui/control/button.tsx';
import { Notice } from '../../ui/control/notice.tsx';
import { useWords } from '../../words/use-words.tsx';
import { AccountCard } from './account-card.tsx';
import { InviteStaff } from './invite-staff.tsx';
import { LinkShown } from './link-shown.tsx';
import styles from './staff.module.css';
import { type Trouble, troubleOf, useTroubleWords } from './trouble.ts';

/** A link that was just made, for whom. */
interface Made {
  readonly link: OneTimeLink;
  /** Undefined for someone who has no account yet. */
  readonly name: string | undefined;
}

/** Everyone who works here, and inviting someone more. */
export function AllAccounts() {
  const words = useWords();
  const say = useTroubleWords();
  const { client, me, onMe } = useStaff();
  const { answer, again } = useAnswer(useCallback(() => client.accounts(), [client]));
  const [changed, setChanged] = useState<readonly AccountShown[]>();
  const [made, setMade] = useState<Made>();
  const [trouble, setTrouble] = useState<Trouble>();
  const accounts = changed ?? (answer?.type === 'granted' ? answer.value.accounts : []);

  const take = async (asked: ReturnType<typeof client.enable>) => {
    const came = await asked;
    setTrouble(troubleOf(came));
    if (came.type !== 'granted') return;
    const now = came.value;
    setChanged(accounts.map((one) => (one.account === now.account ? now : one)));
    if (me && now.account === me.account) onMe({ ...me, roles: now.roles });
  };
  const show = async (asked: ReturnType<typeof client.invite>, name: string | undefined) => {
    const came = await asked;
    setTrouble(troubleOf(came));
    if (came.type === 'granted') setMade({ link: came.value, name });
  };

  return (
    <section className={styles.section} aria-labelledby="accounts">
      <h2 id="accounts">{words('accounts-title')}</h2>
      <InviteStaff onInvite={(roles: readonly StaffRole[]) => void show(client.invite(roles), undefined)} />
      {trouble !== undefined && <Notice tone="caution">{say(trouble)}</Notice>}
      {answer?.type === 'unreachable' && (
        <Notice actions={<Button onClick={again}>{words('try-again')}</Button>}>
          {words('staff-unreachable')}
        </Notice>
      )}
      <ul className={styles.list}>
        {accounts.map((account) => (
          <li key={account.account}>
            <AccountCard
              account={account}
              isMe={account.account === me?.account}
              onRoles={(roles) => void take(client.setRoles(account.account, roles))}
              onDisable={() => void take(client.disable(account.account))}
              onEnable={() => void take(client.enable(account.account))}
              onResetLink={() => void show(client.resetLink(account.account), account.displayName)}
            />
          </li>
        ))}
      </ul>
      {made && <LinkShown link={made.link} name={made.name} onClose={() => setMade(undefined)} />}
    </section>
  );
}
