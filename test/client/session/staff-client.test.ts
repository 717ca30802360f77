import { describe, expect, it } from 'vitest';
import type { Answer, Ask } from '../../../client/session/ask.ts';
import { createSigningInAgain } from '../../../client/session/signing-in-again.ts';
import { askSignedIn, createStaffClient, newPlanId } from '../../../client/session/staff-client.ts';
import { sessionId } from '../../../shared/base/ids.ts';
import { firstAccountSchema, planIdSchema } from '../../../shared/wire/account.ts';
import { createFakeStaff, maya, planOf, refusedWith } from '../support/fake-staff.ts';

const CODE = 'abcdefghij_-ABCDEFGH12';

describe('asking as someone who works here', () => {
  it('asks at the routes the server has', async () => {
    const asked: { at: string; body: unknown }[] = [];
    const client = createStaffClient(createFakeStaff({}, asked));
    await client.me();
    await client.signIn({ loginName: 'maya', password: 'long enough words' });
    await client.keepPlan('mondaymonday', planOf({}));
    await client.deletePlan('mondaymonday');
    await client.setRoles('jonjonjonjon', ['admin']);
    await client.resetLink('jonjonjonjon');
    await client.returnTo(sessionId('abcdefghij0123456789'));
    expect(asked).toEqual([
      { at: 'GET staff/me', body: undefined },
      { at: 'POST staff/sign-in', body: { loginName: 'maya', password: 'long enough words' } },
      { at: 'PUT staff/plans/mondaymonday', body: { plan: planOf({}) } },
      { at: 'DELETE staff/plans/mondaymonday', body: {} },
      { at: 'POST staff/accounts/jonjonjonjon/roles', body: { roles: ['admin'] } },
      { at: 'POST staff/accounts/jonjonjonjon/reset', body: {} },
      { at: 'POST rooms/abcdefghij0123456789/return', body: {} },
    ]);
  });

  it('learns whether a start link is still open without using it', async () => {
    const isOpen = (reply?: () => unknown, asked: { at: string; body: unknown }[] = []) =>
      createStaffClient(
        createFakeStaff(reply ? { 'POST staff/first-account': reply } : {}, asked),
      ).isStartOpen(CODE);
    const asked: { at: string; body: unknown }[] = [];
    expect(await isOpen(undefined, asked)).toEqual({ type: 'granted', value: true });
    expect(firstAccountSchema.safeParse(asked[0]?.body).success, 'the server understands it').toBe(true);
    expect(asked[0]?.body).toMatchObject({ displayName: '', loginName: '' });
    expect(await isOpen(refusedWith('linkUsed'))).toEqual({ type: 'granted', value: false });
    expect(await isOpen(refusedWith('notAllowed'))).toEqual({ type: 'granted', value: false });
    expect(await isOpen(refusedWith('unreachable'))).toEqual({ type: 'unreachable' });
  });

  it('gives each plan an id of its own, of the form the server takes', () => {
    const ids = Array.from({ length: 50 }, () => newPlanId());
    expect(new Set(ids).size).toBe(50);
    for (const id of [...ids, newPlanId((into) => into.fill(0)), newPlanId((into) => into.fill(255))])
      expect(planIdSchema.safeParse(id).success).toBe(true);
  });
});

/** A server where the sign-in runs out, until `signIn`. */
function expiring() {
  let isIn = false;
  const asked: string[] = [];
  const ask: Ask = <Value>(method: string, path: string): Promise<Answer<Value>> => {
    asked.push(`${method} ${path}`);
    return Promise.resolve(
      isIn ? { type: 'granted', value: maya as Value } : { type: 'refused', reason: 'signInNeeded' },
    );
  };
  const shown: boolean[] = [];
  const again = createSigningInAgain((isAsked) => shown.push(isAsked));
  again.setKnown(true);
  return {
    asked,
    shown,
    again,
    client: createStaffClient(askSignedIn(ask, again.needed)),
    signIn() {
      isIn = true;
      again.settle(true);
    },
  };
}

describe('a sign-in that runs out', () => {
  it('is asked for once, and then everything that waited goes on by itself', async () => {
    const { client, shown, asked, signIn } = expiring();
    const both = Promise.all([client.plans(), client.settings()]);
    await Promise.resolve();
    await Promise.resolve();
    expect(shown).toEqual([true]);
    signIn();
    expect((await both).map(({ type }) => type)).toEqual(['granted', 'granted']);
    expect(shown).toEqual([true, false]);
    expect(asked).toEqual(['GET staff/plans', 'GET staff/settings', 'GET staff/plans', 'GET staff/settings']);
  });

  it('lets what was asked for be, with its reason, when nobody signs in again', async () => {
    const { client, again, asked } = expiring();
    const plans = client.plans();
    await Promise.resolve();
    again.settle(false);
    expect(await plans).toEqual({ type: 'refused', reason: 'signInNeeded' });
    expect(asked).toEqual(['GET staff/plans']);
  });

  it('asks anew the next time', async () => {
    const { client, again, shown, signIn } = expiring();
    const first = client.plans();
    await Promise.resolve();
    again.settle(false);
    await first;
    const second = client.plans();
    await Promise.resolve();
    signIn();
    expect((await second).type).toBe('granted');
    expect(shown).toEqual([true, false, true, false]);
  });

  it('is nothing to a page where nobody was signed in yet', async () => {
    const { client, again, shown } = expiring();
    again.setKnown(false);
    expect(await client.me()).toEqual({ type: 'refused', reason: 'signInNeeded' });
    expect(shown).toEqual([]);
  });

  it('holds up no other refusal', async () => {
    const asked: { at: string; body: unknown }[] = [];
    const client = createStaffClient(
      askSignedIn(createFakeStaff({ 'GET staff/plans': refusedWith('notAllowed') }, asked), () =>
        Promise.resolve(true),
      ),
    );
    expect(await client.plans()).toEqual({ type: 'refused', reason: 'notAllowed' });
    expect(asked).toHaveLength(1);
  });
});
