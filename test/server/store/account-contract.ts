import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { roomMs } from '../../../shared/base/units.ts';
import type { Store } from '../../../server/room/ports.ts';
import {
  accountOf,
  accountWrite,
  IDA,
  keptPlan,
  linkOf,
  OLE,
  OLES,
  staffWrite,
} from '../support/account-writes.ts';
import { hashOf, OPENED_AT } from '../support/log-writes.ts';
import { codeOf, type StoreUnderTest } from './store-contract.ts';

const nothing = { accounts: [], sessions: [], links: [], settings: undefined };
const settings = { isSecondFactorRequired: true, safetySentence: 'Ring 113.', serviceName: 'Ward 3' };

/** What every store holds to about accounts. */
export function describeAccounts(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`accounts in a store: ${name}`, () => {
    let under: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      under = await open();
      store = under.store;
    });
    afterEach(() => under.discard());

    it('an empty store has no accounts and no plans', async () => {
      expect(await store.staffBook()).toEqual(nothing);
      expect(await store.plansOf(IDA)).toEqual([]);
    });

    it('everything about accounts is found again as it was, after the store was opened anew', async () => {
      const sealed = accountOf({ sealedSecondFactor: 'sealed', secondFactorStep: 57_000_000 });
      const reset = {
        type: 'reset' as const,
        tokenHash: hashOf('2'),
        madeBy: IDA,
        expiresAt: roomMs(OPENED_AT + 9),
        account: OLE,
      };
      await store.append([
        accountWrite(OLES),
        accountWrite(sealed),
        staffWrite(),
        { type: 'staffLink', record: linkOf() },
        { type: 'staffLink', record: reset },
        { type: 'serviceSettings', settings },
      ]);
      const book = await (await under.reopen()).staffBook();
      expect(book).toEqual({
        accounts: [sealed, OLES],
        sessions: [{ tokenHash: hashOf('a'), account: IDA, expiresAt: OPENED_AT + 1 }],
        links: [linkOf(), reset],
        settings,
      });
    });

    it('an account is as it was written last', async () => {
      await store.append([accountWrite()]);
      const changed = accountOf({ passwordHash: '$argon2id$new', roles: ['admin'], isDisabled: true });
      await store.append([accountWrite(changed)]);
      expect((await store.staffBook()).accounts).toEqual([changed]);
    });

    it('two accounts of one name are a conflict, and nothing of that append is kept', async () => {
      await store.append([accountWrite()]);
      const twin = accountOf({ account: OLE });
      expect(await codeOf(store.append([accountWrite(twin), staffWrite(hashOf('b'))]))).toBe('conflict');
      expect(await store.staffBook()).toEqual({ ...nothing, accounts: [accountOf()] });
    });

    it('what belongs to an account that was never stored is a conflict', async () => {
      expect(await codeOf(store.append([staffWrite()]))).toBe('conflict');
      expect(await codeOf(store.append([{ type: 'plan', account: IDA, plan: keptPlan('p') }]))).toBe(
        'conflict',
      );
      expect(await codeOf(store.append([accountWrite(), staffWrite()]))).toBe('kept');
    });

    it('a session or a link that is taken back is gone, and only that one', async () => {
      await store.append([
        accountWrite(),
        staffWrite(),
        staffWrite(hashOf('b')),
        { type: 'staffLink', record: linkOf() },
        { type: 'staffLink', record: linkOf(hashOf('2')) },
      ]);
      await store.append([
        { type: 'staffGone', tokenHash: hashOf('a') },
        { type: 'staffLinkGone', tokenHash: hashOf('1') },
        { type: 'staffGone', tokenHash: hashOf('c') },
      ]);
      const { sessions, links } = await store.staffBook();
      expect(sessions.map(({ tokenHash }) => tokenHash)).toEqual([hashOf('b')]);
      expect(links.map(({ tokenHash }) => tokenHash)).toEqual([hashOf('2')]);
    });

    it("plans come the latest first, are replaced by their id, and are nobody else's", async () => {
      await store.append([
        accountWrite(),
        accountWrite(OLES),
        { type: 'plan', account: IDA, plan: keptPlan('first', 1000) },
        { type: 'plan', account: IDA, plan: keptPlan('second', 2000) },
        { type: 'plan', account: OLE, plan: keptPlan('first', 1500, { title: 'His' }) },
      ]);
      const again = keptPlan('first', 3000, { title: 'Again', goals: 'To hear each other' });
      await store.append([{ type: 'plan', account: IDA, plan: again }]);
      expect(await store.plansOf(IDA)).toEqual([again, keptPlan('second', 2000)]);
      await store.append([{ type: 'planGone', account: IDA, id: 'first' }]);
      const opened = await under.reopen();
      expect(await opened.plansOf(IDA)).toEqual([keptPlan('second', 2000)]);
      expect(await opened.plansOf(OLE)).toEqual([keptPlan('first', 1500, { title: 'His' })]);
    });
  });
}
