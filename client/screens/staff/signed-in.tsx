import { type ReactNode, useCallback } from 'react';
import type { StaffRole } from '../../../shared/wire/account.ts';
import { useAnswer } from '../../hooks/use-answer.ts';
import { go } from '../../hooks/use-route.ts';
import { hasRole, useMe, useStaff } from '../../hooks/use-staff.ts';
import { Button } from '../../ui/control/button.tsx';
import { useWords } from '../../words/use-words.tsx';
import { Page } from '../page.tsx';
import { Unreachable, Waiting } from '../plain-pages.tsx';
import { SecondFactor } from './second-factor.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { SignOut } from './sign-out.tsx';

/**
 * Signing in, at the address one wanted to go to, and then the page itself.
 *
 *   asking ──nobody──▶ sign in ──▶ (a second factor is asked for and missing: set it up) ──▶ the page
 *      └──known───────────────────┘
 */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  const { me } = useStaff();
  if (!me) return <WhoIsThere />;
  return me.secondFactor === 'mustBeSetUp' ? <MustSetUp /> : children;
}

/** A page for one role, and a plain word for everyone else. */
export function ForRole({ needed, children }: { readonly needed: StaffRole; readonly children: ReactNode }) {
  const words = useWords();
  if (hasRole(useMe(), needed)) return children;
  return (
    <Page
      title={words(`only-${needed}-title`)}
      text={words('only-text')}
      foot={
        <Button kind="primary" size="l" icon="back" onClick={() => go({ type: 'staff' }, 'replace')}>
          {words('to-home')}
        </Button>
      }
    />
  );
}

function WhoIsThere() {
  const words = useWords();
  const { client, onMe } = useStaff();
  const ask = useCallback(async () => {
    const known = await client.me();
    if (known.type === 'granted') onMe(known.value);
    return known;
  }, [client, onMe]);
  const { answer, again } = useAnswer(ask);
  if (answer?.type === 'unreachable') return <Unreachable onAgain={again} />;
  if (answer?.type !== 'refused') return <Waiting title={words('wait-page')} />;
  return (
    <Page title={words('sign-in-title')} text={words('sign-in-text')} onBack={() => go({ type: 'welcome' })}>
      <SignInForm loginName={undefined} onSignedIn={onMe} />
    </Page>
  );
}

function MustSetUp() {
  const words = useWords();
  return (
    <Page mark="none" title={words('second-must-title')} text={words('second-must-text')}>
      <SecondFactor />
      <SignOut />
    </Page>
  );
}
