import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { Me } from '../../../shared/wire/account.ts';
import { useHouse } from '../../hooks/use-house.ts';
import { go } from '../../hooks/use-route.ts';
import { StaffContext } from '../../hooks/use-staff.ts';
import { createSigningInAgain } from '../../session/signing-in-again.ts';
import { askSignedIn, createStaffClient } from '../../session/staff-client.ts';
import { Sheet } from '../../ui/dialog/dialog.tsx';
import { useWords } from '../../words/use-words.tsx';
import { SignInForm } from './sign-in-form.tsx';

/**
 * Who is signed in, and the line to the server. A sign-in that runs out while someone is at work shows signing in over the
 * page: what they wrote stays, and what they asked for goes on.
 */
export function StaffHouse({ children }: { readonly children: ReactNode }) {
  const words = useWords();
  const { ask } = useHouse();
  const [me, setMe] = useState<Me>();
  const [isAsked, setAsked] = useState(false);
  const [again] = useState(() => createSigningInAgain(setAsked));
  const [client] = useState(() => createStaffClient(askSignedIn(ask, again.needed)));

  const onMe = useCallback(
    (next: Me | undefined) => {
      again.setKnown(next !== undefined);
      setMe(next);
    },
    [again],
  );
  const staff = useMemo(() => ({ client, me, onMe }), [client, me, onMe]);

  const signedIn = (next: Me) => {
    const isSame = next.account === me?.account;
    onMe(next);
    again.settle(isSame);
    // What lies on the page is another person's.
    if (!isSame) go({ type: 'staff' }, 'replace');
  };
  return (
    <StaffContext value={staff}>
      {children}
      <Sheet
        isOpen={isAsked}
        onClose={() => again.settle(false)}
        title={words('sign-in-again-title')}
        closeLabel={words('close')}
      >
        <p>{words('sign-in-again-text')}</p>
        <SignInForm loginName={me?.loginName} onSignedIn={signedIn} />
      </Sheet>
    </StaffContext>
  );
}
