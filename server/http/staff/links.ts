import { roomMs } from '../../../shared/base/units.ts';
import type { StaffRole } from '../../../shared/wire/account.ts';
import type { AccountWrite, OperatorResets, StaffLinkRecord } from '../../room/account-ports.ts';
import type { ServerClock, Store } from '../../room/ports.ts';

const INVITATION_LIFE_MS = 7 * 24 * 60 * 60_000;
const RESET_LIFE_MS = 24 * 60 * 60_000;
/** Links that wait to be used; beyond it the one that ends first gives way. */
const MAX_LINKS = 500;

/** What a link is for. */
export type Purpose =
  | { readonly type: 'invitation'; readonly roles: readonly StaffRole[] }
  | { readonly type: 'reset'; readonly account: string }
  | { readonly type: 'operatorReset'; readonly loginKey: string; readonly isSecondFactorOff: boolean };

/** One that is being used: nobody else can, until it is given back. */
export interface LinkInUse {
  readonly purpose: Purpose;
  /** To be stored together with what the link is used for. */
  readonly writes: readonly AccountWrite[];
  /** It was not used after all. */
  giveBack(): void;
}

/**
 *   make ──▶ waiting ──take──▶ in use ──(stored with what it made)──▶ gone
 *               ▲                │ what it was for did not come about
 *               └────────────────┘
 */
export interface StaffLinks {
  make(
    purpose: Exclude<Purpose, { readonly type: 'operatorReset' }>,
    madeBy: string,
  ): Promise<{ readonly token: string; readonly expiresAt: number }>;
  /** Undefined for one that was used, has run out or never was. */
  look(token: string): Promise<Purpose | undefined>;
  /** Of any number who ask at once, one gets it. */
  take(token: string): Promise<LinkInUse | undefined>;
  /** Resets for an account, and whatever links it made itself. */
  forgetOf(account: string, which: 'resets' | 'all'): Promise<void>;
}

export interface StaffLinksDeps {
  readonly clock: ServerClock;
  readonly store: Pick<Store, 'append'>;
  readonly hash: (text: string) => string;
  readonly newToken: () => string;
  readonly operatorResets: OperatorResets;
}

export function createStaffLinks(
  known: readonly StaffLinkRecord[],
  { clock, store, hash, newToken, operatorResets }: StaffLinksDeps,
): StaffLinks {
  const links = new Map(known.map((record) => [record.tokenHash, record]));

  const forget = async (which: (link: StaffLinkRecord) => boolean) => {
    const gone = [...links.values()].filter(which);
    for (const { tokenHash } of gone) links.delete(tokenHash);
    if (gone.length === 0) return;
    await store.append(gone.map(({ tokenHash }) => ({ type: 'staffLinkGone', tokenHash })));
  };

  const found = (tokenHash: string) => {
    const link = links.get(tokenHash);
    return link && link.expiresAt > clock.now() ? link : undefined;
  };

  const ofOperator = async (tokenHash: string): Promise<Purpose | undefined> => {
    const reset = await operatorResets.find(tokenHash);
    return reset && { type: 'operatorReset', ...reset };
  };

  return {
    async make(purpose, madeBy) {
      const now = clock.now();
      await forget((link) => link.expiresAt <= now);
      const [oldest] = [...links.values()].sort((one, other) => one.expiresAt - other.expiresAt);
      if (oldest && links.size >= MAX_LINKS) await forget((link) => link === oldest);
      const token = newToken();
      const lifeMs = purpose.type === 'reset' ? RESET_LIFE_MS : INVITATION_LIFE_MS;
      const record = { ...purpose, tokenHash: hash(token), madeBy, expiresAt: roomMs(now + lifeMs) };
      links.set(record.tokenHash, record);
      await store.append([{ type: 'staffLink', record }]);
      return { token, expiresAt: record.expiresAt };
    },
    async look(token) {
      const tokenHash = hash(token);
      return found(tokenHash) ?? (await ofOperator(tokenHash));
    },
    async take(token) {
      const tokenHash = hash(token);
      const link = found(tokenHash);
      if (link) {
        links.delete(tokenHash);
        return {
          purpose: link,
          writes: [{ type: 'staffLinkGone', tokenHash }],
          giveBack: () => links.set(tokenHash, link),
        };
      }
      const purpose = await ofOperator(tokenHash);
      if (!purpose || !(await operatorResets.use(tokenHash))) return undefined;
      // The operator can make another; a link on disk is not written back.
      return { purpose, writes: [], giveBack: () => {} };
    },
    forgetOf: (account, which) =>
      forget(
        (link) =>
          (link.type === 'reset' && link.account === account) || (which === 'all' && link.madeBy === account),
      ),
  };
}
