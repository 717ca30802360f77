import { useState } from 'react';
import { STAFF_ROLES, type StaffRole } from '../../../shared/wire/account.ts';
import { Button } from '../../ui/control/button.tsx';
import { ChoiceCards } from '../../ui/control/choice-cards.tsx';
import { useWords } from '../../words/use-words.tsx';
import styles from './staff.module.css';

export interface InviteStaffProps {
  readonly onInvite: (roles: readonly StaffRole[]) => void;
}

type As = StaffRole | 'both';
const ROLES: Readonly<Record<As, readonly StaffRole[]>> = {
  facilitator: ['facilitator'],
  admin: ['admin'],
  both: STAFF_ROLES,
};

/** Someone more, as what they shall work here. They choose their names and their password themselves. */
export function InviteStaff({ onInvite }: InviteStaffProps) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const [as, setAs] = useState<As>('facilitator');
  if (!isOpen) {
    return (
      <div className={styles.buttons}>
        <Button icon="plus" onClick={() => setOpen(true)}>
          {words('invite-staff')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.card}>
      <ChoiceCards<As>
        legend={words('invite-staff-as')}
        value={as}
        onChange={setAs}
        choices={[
          {
            value: 'facilitator',
            label: <span className={styles.role}>{words('staff-role-facilitator')}</span>,
            hint: words('staff-role-facilitator-hint'),
          },
          {
            value: 'admin',
            label: <span className={styles.role}>{words('staff-role-admin')}</span>,
            hint: words('staff-role-admin-hint'),
          },
          { value: 'both', label: <span className={styles.role}>{words('invite-staff-both')}</span> },
        ]}
      />
      <div className={styles.buttons}>
        <Button onClick={() => setOpen(false)}>{words('leave-it')}</Button>
        <Button
          kind="primary"
          icon="link"
          onClick={() => {
            setOpen(false);
            onInvite(ROLES[as]);
          }}
        >
          {words('invite-staff-go')}
        </Button>
      </div>
    </div>
  );
}
