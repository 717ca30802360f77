import { describe, expect, it } from 'vitest';
import { createDoorClient } from '../../../client/session/door-client.ts';
import { sessionId } from '../../../shared/base/ids.ts';

const SESSION = sessionId('abcdefghij0123456789');

function doorThatAnswers(answer: () => Response | Promise<Response>) {
  const asked: { path: string; method: string; body: unknown }[] = [];
  const door = createDoorClient((input, init) => {
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    asked.push({ path: typeof input === 'string' ? input : '', method: init?.method ?? '', body });
    return Promise.resolve(answer());
  });
  return { door, asked };
}
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

describe('asking at the door', () => {
  it('gives what was granted', async () => {
    const { door, asked } = doorThatAnswers(() => json(200, { session: SESSION, title: 'Monday' }));
    expect(await door.look({ code: 'KPWDRT' })).toEqual({
      type: 'granted',
      value: { session: SESSION, title: 'Monday' },
    });
    expect(asked).toEqual([{ path: '/api/look', method: 'POST', body: { code: 'KPWDRT' } }]);
  });

  it('signs a facilitator in with the code of the link, and takes an empty answer for a yes', async () => {
    const { door, asked } = doorThatAnswers(() => new Response(undefined, { status: 204 }));
    expect(await door.signIn('abcdefghijklmnopqrstuv')).toEqual({ type: 'granted', value: undefined });
    expect(asked[0]).toMatchObject({
      path: '/api/facilitator',
      body: { startCode: 'abcdefghijklmnopqrstuv' },
    });
  });

  it('gives a refusal with its reason', async () => {
    const { door } = doorThatAnswers(() => json(404, { reason: 'noSuchRoom' }));
    expect(await door.look({ code: 'KPWDRT' })).toEqual({ type: 'refused', reason: 'noSuchRoom' });
  });

  it('never shows a reason that is not of the closed list', async () => {
    const { door } = doorThatAnswers(() => json(400, { reason: '<b>hello</b>' }));
    expect(await door.look({ code: 'KPWDRT' })).toEqual({ type: 'refused', reason: 'malformed' });
    const busy = doorThatAnswers(() => new Response('slow down', { status: 429 }));
    expect(await busy.door.look({ code: 'KPWDRT' })).toEqual({ type: 'refused', reason: 'tryLater' });
  });

  it('takes no answer, a server in trouble and a page in its place for nobody', async () => {
    const gone = createDoorClient(() => Promise.reject(new TypeError('offline')));
    expect(await gone.hello()).toEqual({ type: 'unreachable' });
    expect(await doorThatAnswers(() => json(503, {})).door.hello()).toEqual({ type: 'unreachable' });
    const page = doorThatAnswers(() => new Response('<html>', { status: 200 }));
    expect(await page.door.hello()).toEqual({ type: 'unreachable' });
  });

  it('knows whoever is no facilitator, and whoever has no seat, from a door that does not answer', async () => {
    const stranger = doorThatAnswers(() => json(401, { reason: 'notAllowed' })).door;
    expect(await stranger.ownRooms()).toEqual({ type: 'granted', value: undefined });
    expect(await stranger.seat(SESSION)).toEqual({ type: 'granted', value: undefined });
    const gone = createDoorClient(() => Promise.reject(new TypeError('offline')));
    expect(await gone.ownRooms()).toEqual({ type: 'unreachable' });
    expect(await gone.seat(SESSION)).toEqual({ type: 'unreachable' });
  });
});
