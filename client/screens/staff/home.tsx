import { useCallback } from 'react';
import type { RoomToReturnTo } from '../../../shared/wire/account.ts';
import { useAnswer } from '../../hooks/use-answer.ts';
import { go } from '../../hooks/use-route.ts';
import { hasRole, useMe, useStaff } from '../../hooks/use-staff.ts';
import { Button } from '../../ui/control/button.tsx';
import { useWords } from '../../words/use-words.tsx';
import { Page } from '../page.tsx';
import { OwnRooms } from './own-rooms.tsx';
import { Plans } from './plans.tsx';
import styles from './staff.module.css';
import type { StepIn } from './step-in.ts';

/** Where someone who works here begins: the rooms that are open, a new one, the plans, and what is theirs to look after. */
export function Home({ onStepIn }: { readonly onStepIn: StepIn }) {
  const words = useWords();
  const me = useMe();
  const isFacilitator = hasRole(me, 'facilitator');
  return (
    <Page
      mark="none"
      title={words('home-title', { name: me.displayName })}
      text={words(isFacilitator ? 'home-text' : 'home-text-admin')}
      onBack={() => go({ type: 'welcome' })}
    >
      <Rooms onStepIn={onStepIn} />
      {isFacilitator && (
        <>
          <Button kind="primary" size="l" icon="door" onClick={() => go({ type: 'open', plan: undefined })}>
            {words('open-title')}
          </Button>
          <Plans />
        </>
      )}
      <nav className={styles.buttons} aria-label={words('home-more')}>
        <Button icon="person" onClick={() => go({ type: 'account' })}>
          {words('account-title')}
        </Button>
        {hasRole(me, 'admin') && (
          <Button icon="settings" onClick={() => go({ type: 'admin' })}>
            {words('admin-title')}
          </Button>
        )}
      </nav>
    </Page>
  );
}

/** The rooms as they are now; until that is known, as they were when one signed in. */
function Rooms({ onStepIn }: { readonly onStepIn: StepIn }) {
  const { client } = useStaff();
  const { rooms: atFirst } = useMe();
  const { answer, again } = useAnswer(useCallback(() => client.me(), [client]));
  const rooms: readonly RoomToReturnTo[] = answer?.type === 'granted' ? answer.value.rooms : atFirst;
  if (rooms.length === 0) return null;
  return <OwnRooms rooms={rooms} onStepIn={onStepIn} onGone={again} />;
}
