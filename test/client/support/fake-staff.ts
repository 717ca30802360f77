import type { Refusal } from '../../../shared/base/refusal.ts';
import { sessionId } from '../../../shared/base/ids.ts';
import { ALL_INSTRUMENTS, type RoomPlan } from '../../../shared/event/plan.ts';
import { bpm } from '../../../shared/base/units.ts';
import type { AccountShown, KeptPlan, Me, ServiceSettings } from '../../../shared/wire/account.ts';
import type { Ask, Answer } from '../../../client/session/ask.ts';
import { personId } from './fake-room.ts';

/** The staff's side of a server that is not there: what it answers at each of its documented routes. */
const SESSION = sessionId('abcdefghij0123456789');

export const maya: Me = {
  account: 'mayamayamaya',
  loginName: 'maya@ward.example',
  displayName: 'Maya',
  roles: ['facilitator', 'admin'],
  secondFactor: 'off',
  rooms: [],
};

export const planOf = (part: Partial<RoomPlan>): RoomPlan => ({
  title: '',
  place: 'together',
  bpm: bpm(76),
  metre: '4/4',
  frame: { tonic: 2, scale: 'majorPentatonic', feel: 'straight' },
  instruments: ALL_INSTRUMENTS,
  hasDoor: true,
  listening: 'announced',
  arc: [],
  goals: '',
  ...part,
});

export const keptPlans: readonly KeptPlan[] = [
  {
    id: 'mondaymonday',
    savedAt: 0,
    plan: planOf({
      title: 'Monday circle',
      instruments: ['kalimba', 'bowls', 'harp', 'warmPad', 'voice', 'flute', 'oceanDrum'],
      arc: [
        { kind: 'arrive', length: { type: 'minutes', minutes: 5 }, sentence: 'Find your place.' },
        { kind: 'rounds', length: { type: 'minutes', minutes: 15 }, sentence: 'Some bars each.' },
        { kind: 'close', length: { type: 'bars', bars: 16 }, sentence: '' },
      ],
      goals: 'To have an hour in the week where nobody has to explain themselves.',
    }),
  },
  {
    id: 'eveningevening',
    savedAt: 0,
    plan: planOf({ title: 'Evening at home', place: 'apart', bpm: bpm(60) }),
  },
];

const jon: AccountShown = {
  account: 'jonjonjonjon',
  loginName: 'jon',
  displayName: 'Jon',
  roles: ['facilitator'],
  isDisabled: false,
  hasSecondFactor: true,
};
export const accountsShown: readonly AccountShown[] = [
  { ...maya, isDisabled: false, hasSecondFactor: false },
  jon,
  { ...jon, account: 'olaolaolaola', loginName: 'ola', displayName: 'Ola', isDisabled: true },
];

const settings: ServiceSettings = {
  isSecondFactorRequired: false,
  safetySentence: 'Ring the ward at 55 50 or find someone you trust.',
  serviceName: 'Music at the harbour ward',
};

type Reply = (body: unknown) => unknown;
/** A refusal, as a reply. */
export class Refused {
  readonly reason: Refusal | 'unreachable';
  constructor(reason: Refusal | 'unreachable') {
    this.reason = reason;
  }
}
export const refusedWith = (reason: Refusal | 'unreachable') => () => new Refused(reason);

const LINK = {
  link: 'https://windchime.example/#/welcome-staff/abcdefghijklmnopqrstuv',
  expiresAt: Date.UTC(2026, 10, 29, 18),
};

const REPLIES: Readonly<Record<string, Reply>> = {
  'GET staff/me': () => maya,
  'POST staff/sign-in': () => maya,
  'POST staff/sign-out': () => undefined,
  'POST staff/sign-out-everywhere': () => undefined,
  'POST staff/first-account': (body) =>
    (body as { readonly loginName: string }).loginName === '' ? new Refused('nameEmpty') : maya,
  'POST staff/look': () => ({ type: 'invitation', roles: ['facilitator'] }),
  'POST staff/accept-invitation': () => maya,
  'POST staff/reset-password': () => undefined,
  'POST staff/password': () => maya,
  'POST staff/second-factor': () => ({
    secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    uri: 'otpauth://totp/Windchime:maya?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Windchime',
  }),
  'POST staff/second-factor/confirm': () => ({ ...maya, secondFactor: 'on' }),
  'POST staff/second-factor/off': () => maya,
  'GET staff/plans': () => ({ plans: keptPlans }),
  'PUT staff/plans/*': (body) => ({ id: 'freshfreshfresh', savedAt: 1, ...(body as object) }),
  'DELETE staff/plans/*': () => undefined,
  'GET staff/accounts': () => ({ accounts: accountsShown }),
  'POST staff/accounts/invite': () => LINK,
  'POST staff/accounts/*': () => jon,
  'GET staff/settings': () => settings,
  'PUT staff/settings': (body) => body,
  'POST rooms': () => ({
    session: SESSION,
    you: personId(0),
    code: 'KPWDRT',
    invite: 'abcdefghijklmnopqrstuv',
  }),
  'POST rooms/*': () => ({ session: SESSION, you: personId(0) }),
};

/** Everything is granted but what is told otherwise; `asked` keeps what was asked for, in order. */
export function createFakeStaff(
  replies: Readonly<Record<string, Reply>> = {},
  asked: { readonly at: string; readonly body: unknown }[] = [],
): Ask {
  const all = { ...REPLIES, ...replies };
  return <Value>(method: string, path: string, body?: unknown): Promise<Answer<Value>> => {
    const at = `${method} ${path}`;
    asked.push({ at, body });
    const reply = all[at] ?? all[at.replace(/(plans|accounts|rooms)\/.*$/, '$1/*')];
    const came = reply?.(body);
    if (!reply) return Promise.resolve({ type: 'unreachable' });
    if (!(came instanceof Refused)) return Promise.resolve({ type: 'granted', value: came as Value });
    const { reason } = came;
    return Promise.resolve(reason === 'unreachable' ? { type: reason } : { type: 'refused', reason });
  };
}
