import { assertNever } from '../../../shared/base/assert.ts';
import { useEffect } from 'react';
import { go, type StaffRoute, writeRoute } from '../../hooks/use-route.ts';
import { StaffWords, useWords } from '../../words/use-words.tsx';
import { Waiting } from '../plain-pages.tsx';
import { Start } from '../start/start.tsx';
import { AccountPage } from './account-page.tsx';
import { AdminPage } from './admin-page.tsx';
import { Home } from './home.tsx';
import { PlanPage } from './plan-page.tsx';
import { ForRole, SignedIn } from './signed-in.tsx';
import { StaffHouse } from './staff-house.tsx';
import type { StepIn } from './step-in.ts';
import { WelcomeStaff } from './welcome-staff.tsx';

export interface StaffPagesProps {
  readonly route: StaffRoute;
  readonly onStepIn: StepIn;
}

/** The pages of those who work here, by the address. Who is signed in is kept from one to the next. */
export function StaffPages(props: StaffPagesProps) {
  const words = useWords();
  return (
    <StaffWords fallback={<Waiting title={words('wait-page')} />}>
      <StaffHouse>
        <Pages key={writeRoute(props.route)} {...props} />
      </StaffHouse>
    </StaffWords>
  );
}

function Pages({ route, onStepIn }: StaffPagesProps) {
  switch (route.type) {
    case 'start':
      return <Start token={route.token} />;
    case 'welcomeStaff':
      return <WelcomeStaff token={route.token} />;
    case 'signIn':
      return (
        <SignedIn>
          <ToHome />
        </SignedIn>
      );
    case 'staff':
      return (
        <SignedIn>
          <Home onStepIn={onStepIn} />
        </SignedIn>
      );
    case 'open':
    case 'plan':
      return (
        <SignedIn>
          <ForRole needed="facilitator">
            <PlanPage id={route.plan} isForNow={route.type === 'open'} onStepIn={onStepIn} />
          </ForRole>
        </SignedIn>
      );
    case 'account':
      return (
        <SignedIn>
          <AccountPage />
        </SignedIn>
      );
    case 'admin':
      return (
        <SignedIn>
          <ForRole needed="admin">
            <AdminPage />
          </ForRole>
        </SignedIn>
      );
    default:
      return assertNever(route);
  }
}

/** Whoever is signed in already has no use for the page where one signs in. */
function ToHome() {
  const words = useWords();
  useEffect(() => go({ type: 'staff' }, 'replace'), []);
  return <Waiting title={words('wait-page')} />;
}
