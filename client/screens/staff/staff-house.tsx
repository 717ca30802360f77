import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { Me } from '../../../shared/wire/account.ts';
import { useHouse } from '../../hooks/use-house.ts';
import { go } from '../../hooks/use-route.ts';
import { StaffContext } from '../../hooks/use-staff.ts';
import { createSigningInAgain } from '../../session/signing-in-again.ts';
import { askSignedIn, createStaffClient } from '../../session/staff-client.ts';
import { Sheet } from '../../ui/dialog/dialog.tsx';
import { useWords } from '../../words/use-words.tsx';
import { SecondFactor } from './second-factor.tsx';
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
  const [incomplete, setIncomplete] = useState<Me>();
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
    // Asked for a second step since: it is set up here, over the page, so that the page stays.
    if (isSame && next.secondFactor === 'mustBeSetUp') return setIncomplete(next);
    setIncomplete(undefined);
    onMe(next);
    again.settle(isSame);
    // What lies on the page is another person's.
    return isSame ? undefined : go({ type: 'staff' }, 'replace');
  };
  const close = () => {
    setIncomplete(undefined);
    again.settle(false);
  };
  return (
    <StaffContext value={staff}>
      {children}
      <Sheet
        isOpen={isAsked}
        onClose={close}
        title={words('sign-in-again-title')}
        closeLabel={words('close')}
      >
        <p>{words(incomplete ? 'second-must-text' : 'sign-in-again-text')}</p>
        {incomplete ? (
          <StaffContext value={{ client, me: incomplete, onMe: (done) => done && signedIn(done) }}>
            <SecondFactor />
          </StaffContext>
        ) : (
          <SignInForm loginName={me?.loginName} onSignedIn={signedIn} />
        )}
      </Sheet>
    </StaffContext>
  );
}
