import type { SessionId } from '../../shared/base/ids.ts';
import type { RoomPlan } from '../../shared/event/plan.ts';
import type {
  Acceptance,
  Accounts,
  AccountShown,
  FirstAccount,
  KeptPlan,
  Me,
  NewPassword,
  OneTimeLink,
  Plans,
  Reset,
  SecondFactorOffer,
  ServiceSettings,
  SignIn,
  StaffLink,
  StaffRole,
} from '../../shared/wire/account.ts';
import type { Opened, OpenRoom, Seat } from '../../shared/wire/door.ts';
import type { Answer, Ask } from './ask.ts';

/** What people who work here ask of the server (the routes are listed in shared/wire/account.ts). Never throws. */
export interface StaffClient {
  me(): Promise<Answer<Me>>;
  signIn(signIn: SignIn): Promise<Answer<Me>>;
  signOut(): Promise<Answer<undefined>>;
  /** Every browser of this account, this one too. */
  signOutEverywhere(): Promise<Answer<undefined>>;
  /** Whether the code of a start link still makes the first account; it stays unused. */
  isStartOpen(startCode: string): Promise<Answer<boolean>>;
  firstAccount(account: FirstAccount): Promise<Answer<Me>>;
  /** What a link is for; it stays unused. */
  look(token: string): Promise<Answer<StaffLink>>;
  acceptInvitation(acceptance: Acceptance): Promise<Answer<Me>>;
  resetPassword(reset: Reset): Promise<Answer<undefined>>;
  changePassword(passwords: NewPassword): Promise<Answer<Me>>;
  beginSecondFactor(): Promise<Answer<SecondFactorOffer>>;
  confirmSecondFactor(code: string): Promise<Answer<Me>>;
  endSecondFactor(password: string): Promise<Answer<Me>>;

  plans(): Promise<Answer<Plans>>;
  keepPlan(id: string, plan: RoomPlan): Promise<Answer<KeptPlan>>;
  deletePlan(id: string): Promise<Answer<undefined>>;

  accounts(): Promise<Answer<Accounts>>;
  invite(roles: readonly StaffRole[]): Promise<Answer<OneTimeLink>>;
  disable(account: string): Promise<Answer<AccountShown>>;
  enable(account: string): Promise<Answer<AccountShown>>;
  setRoles(account: string, roles: readonly StaffRole[]): Promise<Answer<AccountShown>>;
  resetLink(account: string): Promise<Answer<OneTimeLink>>;
  settings(): Promise<Answer<ServiceSettings>>;
  setSettings(settings: ServiceSettings): Promise<Answer<ServiceSettings>>;

  openRoom(room: OpenRoom): Promise<Answer<Opened>>;
  /** Gives the seat back in a room one opened, past its door. */
  returnTo(session: SessionId): Promise<Answer<Seat>>;
}

/** The staff's side of the server, asked over HTTP. */
export function createStaffClient(ask: Ask): StaffClient {
  return {
    me: () => ask('GET', 'staff/me'),
    signIn: (signIn) => ask('POST', 'staff/sign-in', signIn),
    signOut: () => ask('POST', 'staff/sign-out', {}),
    signOutEverywhere: () => ask('POST', 'staff/sign-out-everywhere', {}),
    async isStartOpen(startCode) {
      // Asked for an account without a name: an open code says so, a spent one says that it is spent.
      const nobody = { startCode, loginName: '', displayName: '', password: '' };
      const answer = await ask<Me>('POST', 'staff/first-account', nobody);
      if (answer.type !== 'refused') return answer.type === 'granted' ? { ...answer, value: false } : answer;
      return { type: 'granted', value: answer.reason === 'nameEmpty' };
    },
    firstAccount: (account) => ask('POST', 'staff/first-account', account),
    look: (token) => ask('POST', 'staff/look', { token }),
    acceptInvitation: (acceptance) => ask('POST', 'staff/accept-invitation', acceptance),
    resetPassword: (reset) => ask('POST', 'staff/reset-password', reset),
    changePassword: (passwords) => ask('POST', 'staff/password', passwords),
    beginSecondFactor: () => ask('POST', 'staff/second-factor', {}),
    confirmSecondFactor: (code) => ask('POST', 'staff/second-factor/confirm', { code }),
    endSecondFactor: (password) => ask('POST', 'staff/second-factor/off', { password }),

    plans: () => ask('GET', 'staff/plans'),
    keepPlan: (id, plan) => ask('PUT', `staff/plans/${id}`, { plan }),
    deletePlan: (id) => ask('DELETE', `staff/plans/${id}`, {}),

    accounts: () => ask('GET', 'staff/accounts'),
    invite: (roles) => ask('POST', 'staff/accounts/invite', { roles }),
    disable: (account) => ask('POST', `staff/accounts/${account}/disable`, {}),
    enable: (account) => ask('POST', `staff/accounts/${account}/enable`, {}),
    setRoles: (account, roles) => ask('POST', `staff/accounts/${account}/roles`, { roles }),
    resetLink: (account) => ask('POST', `staff/accounts/${account}/reset`, {}),
    settings: () => ask('GET', 'staff/settings'),
    setSettings: (settings) => ask('PUT', 'staff/settings', settings),

    openRoom: (room) => ask('POST', 'rooms', room),
    returnTo: (session) => ask('POST', `rooms/${session}/return`, {}),
  };
}

/**
 * Asks as before, but where someone's sign-in has run out it waits for them to sign in again and asks once more, so that
 * nothing they began is lost. Signing in itself is never held up by it.
 *
 * @param signInAgain resolves to whether the same person is signed in again.
 */
export const askSignedIn =
  (ask: Ask, signInAgain: () => Promise<boolean>): Ask =>
  async <Value>(...asked: Parameters<Ask>): Promise<Answer<Value>> => {
    const answer = await ask<Value>(...asked);
    const isOut = answer.type === 'refused' && answer.reason === 'signInNeeded';
    return isOut && (await signInAgain()) ? ask<Value>(...asked) : answer;
  };

/** A fresh id for a plan (20 letters and digits); from chance that cannot be guessed. */
export function newPlanId(
  chance: (into: Uint8Array<ArrayBuffer>) => Uint8Array = (into) => crypto.getRandomValues(into),
) {
  return [...chance(new Uint8Array(10))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
