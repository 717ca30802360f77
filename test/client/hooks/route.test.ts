import { describe, expect, it } from 'vitest';
import { isOfStaff, keptWayIn, readRoute, type Route, writeRoute } from '../../../client/hooks/use-route.ts';
import { sessionId } from '../../../shared/base/ids.ts';

const TOKEN = 'abcdefghij_-ABCDEFGH12';

describe('where one is', () => {
  const routes: readonly Route[] = [
    { type: 'welcome' },
    { type: 'code', code: 'KPWDRT' },
    { type: 'join', invite: TOKEN },
    { type: 'start', token: TOKEN },
    { type: 'welcomeStaff', token: TOKEN },
    { type: 'signIn' },
    { type: 'staff' },
    { type: 'open', plan: undefined },
    { type: 'open', plan: 'abcdefghij0123456789' },
    { type: 'plan', plan: undefined },
    { type: 'plan', plan: 'abcdefghij0123456789' },
    { type: 'account' },
    { type: 'admin' },
    { type: 'room', session: sessionId('abcdefghij0123456789') },
  ];
  for (const route of routes) {
    it(`is read as it was written: ${route.type}`, () => expect(readRoute(writeRoute(route))).toEqual(route));
  }

  it('is a page of the staff for all that those who work here share, and for nothing else', () => {
    expect(routes.filter((route) => !isOfStaff(route)).map(({ type }) => type)).toEqual([
      'welcome',
      'code',
      'join',
      'room',
    ]);
  });

  it('opens a room as it is for a plan that cannot be one', () => {
    expect(readRoute('#/open/..%2F')).toEqual({ type: 'open', plan: undefined });
  });

  it('remembers how one came in, and nothing that is not a way in', () => {
    expect(keptWayIn({ cameBy: { code: 'KPWDRT' } })).toEqual({ code: 'KPWDRT' });
    expect(keptWayIn({ cameBy: { invite: TOKEN } })).toEqual({ invite: TOKEN });
    for (const state of [null, undefined, 'x', {}, { cameBy: null }, { cameBy: { code: 7 } }])
      expect(keptWayIn(state)).toBeUndefined();
  });

  it('is the front door for anything that is no place of ours', () => {
    for (const hash of [
      '',
      '#',
      '#/nowhere',
      '#/join/short',
      `#/join/${TOKEN}x`,
      '#/room/../etc',
      '#/start/',
      '#/welcome-staff/short',
      '#/constructor',
    ])
      expect(readRoute(hash)).toEqual({ type: 'welcome' });
  });
});
