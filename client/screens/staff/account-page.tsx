import { go } from '../../hooks/use-route.ts';
import { useMe } from '../../hooks/use-staff.ts';
import { useWords } from '../../words/use-words.tsx';
import { Page } from '../page.tsx';
import { ChangePassword } from './change-password.tsx';
import { useRoleWords } from './role-words.ts';
import { SecondFactor } from './second-factor.tsx';
import { SignOut } from './sign-out.tsx';
import styles from './staff.module.css';

/** One's own account: who one is here, the password, the second step, and the way out. */
export function AccountPage() {
  const words = useWords();
  const rolesText = useRoleWords();
  const me = useMe();
  return (
    <Page mark="none" title={words('account-title')} onBack={() => go({ type: 'staff' })}>
      <dl className={styles.facts}>
        <div>
          <dt>{words('staff-name')}</dt>
          <dd>{me.displayName}</dd>
        </div>
        <div>
          <dt>{words('login-name')}</dt>
          <dd>{me.loginName}</dd>
        </div>
        <div>
          <dt>{words('account-roles')}</dt>
          <dd>{rolesText(me.roles)}</dd>
        </div>
      </dl>
      <ChangePassword loginName={me.loginName} />
      <SecondFactor />
      <SignOut />
    </Page>
  );
}
