import { useState } from 'react';
import { type AccountShown, STAFF_ROLES, type StaffRole } from '../../../shared/wire/account.ts';
import { Button } from '../../ui/control/button.tsx';
import { Switch } from '../../ui/control/switch.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { useWords } from '../../words/use-words.tsx';
import { Disclosure } from './disclosure.tsx';
import { useRoleWords } from './role-words.ts';
import styles from './staff.module.css';

export interface AccountCardProps {
  readonly account: AccountShown;
  readonly isMe: boolean;
  readonly onRoles: (roles: readonly StaffRole[]) => void;
  readonly onDisable: () => void;
  readonly onEnable: () => void;
  readonly onResetLink: () => void;
}

/** Someone who works here, in one line; opened, what an admin may do about the account. */
export function AccountCard(props: AccountCardProps) {
  const { account, isMe, onRoles, onDisable, onEnable, onResetLink } = props;
  const words = useWords();
  const rolesText = useRoleWords();
  const [isAsking, setAsking] = useState(false);
  const { displayName, loginName, roles, isDisabled, hasSecondFactor } = account;
  const line = [
    loginName,
    isDisabled ? words('account-disabled') : rolesText(roles),
    ...(hasSecondFactor ? [words('account-second-factor')] : []),
  ];
  return (
    <Disclosure
      icon="person"
      word={isMe ? words('you-named', { name: displayName }) : displayName}
      line={line.join(' · ')}
    >
      {STAFF_ROLES.map((role) => (
        <Switch
          key={role}
          label={<span className={styles.role}>{words(`staff-role-${role}`)}</span>}
          hint={words(`staff-role-${role}-hint`)}
          isOn={roles.includes(role)}
          isResting={roles.length === 1 && roles.includes(role)}
          onChange={(isOn) => onRoles(withRole(roles, role, isOn))}
        />
      ))}
      <div className={styles.buttons}>
        <Button icon="link" isResting={isDisabled} onClick={onResetLink}>
          {words('account-reset')}
        </Button>
        {isDisabled ? (
          <Button icon="door" onClick={onEnable}>
            {words('account-enable')}
          </Button>
        ) : (
          <Button icon="pause" onClick={() => setAsking(true)}>
            {words('account-disable')}
          </Button>
        )}
      </div>
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={words('account-disable-title', { name: displayName })}
        closeLabel={words('close')}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{words('leave-it')}</Button>
            <Button
              kind="primary"
              onClick={() => {
                setAsking(false);
                onDisable();
              }}
            >
              {words('account-disable')}
            </Button>
          </>
        }
      >
        <p>{words('account-disable-text')}</p>
      </Dialog>
    </Disclosure>
  );
}

/** Roles with one more or one less, in one order. */
export const withRole = (roles: readonly StaffRole[], role: StaffRole, isOn: boolean): readonly StaffRole[] =>
  STAFF_ROLES.filter((each) => (each === role ? isOn : roles.includes(each)));
