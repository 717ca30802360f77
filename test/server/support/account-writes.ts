import { bpm, roomMs } from '../../../shared/base/units.ts';
import type { RoomPlan } from '../../../shared/event/plan.ts';
import type { KeptPlan } from '../../../shared/wire/account.ts';
import type { AccountRecord, AccountWrite, StaffLinkRecord } from '../../../server/room/account-ports.ts';
import { hashOf, OPENED_AT } from './log-writes.ts';

/** What is written of accounts, for whoever tests a store. */

export const IDA = 'ida0000000000001';
export const OLE = 'ole0000000000001';

export const accountOf = (over: Partial<AccountRecord> = {}): AccountRecord => ({
  account: IDA,
  loginName: 'Ida',
  loginKey: 'ida',
  displayName: 'Ida B.',
  passwordHash: '$argon2id$ida',
  roles: ['facilitator', 'admin'],
  sealedSecondFactor: undefined,
  secondFactorStep: 0,
  isDisabled: false,
  ...over,
});

export const OLES = accountOf({ account: OLE, loginName: 'Ole', loginKey: 'ole', roles: ['facilitator'] });

export const accountWrite = (record = accountOf()): AccountWrite => ({ type: 'account', record });

export const staffWrite = (
  tokenHash = hashOf('a'),
  expiresAt = roomMs(OPENED_AT + 1),
  account = IDA,
): AccountWrite => ({
  type: 'staff',
  record: { tokenHash, account, expiresAt },
});

export const linkOf = (tokenHash = hashOf('1')): StaffLinkRecord => ({
  type: 'invitation',
  tokenHash,
  madeBy: IDA,
  expiresAt: roomMs(OPENED_AT + 5),
  roles: ['facilitator'],
});

export const roomPlan = (over: Partial<RoomPlan> = {}): RoomPlan => ({
  title: 'Tuesday group',
  place: 'apart',
  bpm: bpm(84),
  metre: '4/4',
  frame: { tonic: 2, scale: 'majorPentatonic', feel: 'straight' },
  instruments: ['kalimba', 'marimba'],
  hasDoor: false,
  listening: 'announced',
  arc: [],
  goals: '',
  ...over,
});

export const keptPlan = (id: string, savedAt = 1000, over: Partial<RoomPlan> = {}): KeptPlan => ({
  id,
  savedAt,
  plan: roomPlan(over),
});
