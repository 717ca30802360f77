import { describe, expect, it } from 'vitest';
import { createAsk } from '../../../client/session/ask.ts';
import { createDoorClient } from '../../../client/session/door-client.ts';
import { sessionId } from '../../../shared/base/ids.ts';

const SESSION = sessionId('abcdefghij0123456789');

function doorThatAnswers(answer: () => Response | Promise<Response>) {
  const asked: { path: string; method: string; body: unknown }[] = [];
  const ask = createAsk((input, init) => {
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    asked.push({ path: typeof input === 'string' ? input : '', method: init?.method ?? '', body });
    return Promise.resolve(answer());
  });
  return { door: createDoorClient(ask), asked };
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

  it('[S3] knows who may come in at once from who waits', async () => {
    const said = {
      key: { code: 'KPWDRT' },
      newcomer: { shape: 'star', role: 'player', isKept: false },
    } as const;
    const seat = doorThatAnswers(() => json(201, { session: SESSION, you: 'abcdefghij0123456789' }));
    expect(await seat.door.join(said)).toEqual({
      type: 'granted',
      value: { type: 'in', session: SESSION, you: 'abcdefghij0123456789' },
    });
    const wait = doorThatAnswers(() => json(202, { type: 'waiting', session: SESSION }));
    expect(await wait.door.join(said)).toEqual({
      type: 'granted',
      value: { type: 'waiting', session: SESSION },
    });
    const locked = doorThatAnswers(() => json(409, { reason: 'doorLocked' }));
    expect(await locked.door.join(said)).toEqual({ type: 'refused', reason: 'doorLocked' });
  });

  it('asks at the door by the cookie alone, and can go away from it', async () => {
    const { door, asked } = doorThatAnswers(() => json(200, { type: 'announced', session: SESSION }));
    expect(await door.atDoor(SESSION)).toEqual({
      type: 'granted',
      value: { type: 'announced', session: SESSION },
    });
    expect(asked[0]).toEqual({ path: `/api/rooms/${SESSION}/at-door`, method: 'GET', body: undefined });
    const leaving = doorThatAnswers(() => new Response(undefined, { status: 204 }));
    expect(await leaving.door.leaveDoor(SESSION)).toEqual({ type: 'granted', value: undefined });
    expect(leaving.asked[0]).toEqual({ path: `/api/rooms/${SESSION}/leave-door`, method: 'POST', body: {} });
  });

  it('takes whoever is not known at the door for gone, but not whoever asks too often', async () => {
    const gone = doorThatAnswers(() => json(404, { reason: 'seatUnknown' })).door;
    expect(await gone.atDoor(SESSION)).toEqual({ type: 'granted', value: undefined });
    const often = doorThatAnswers(() => new Response('', { status: 429 })).door;
    expect(await often.atDoor(SESSION)).toEqual({ type: 'unreachable' });
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
    const gone = createDoorClient(createAsk(() => Promise.reject(new TypeError('offline'))));
    expect(await gone.hello()).toEqual({ type: 'unreachable' });
    expect(await doorThatAnswers(() => json(503, {})).door.hello()).toEqual({ type: 'unreachable' });
    const page = doorThatAnswers(() => new Response('<html>', { status: 200 }));
    expect(await page.door.hello()).toEqual({ type: 'unreachable' });
  });

  it('knows whoever has no seat from a door that does not answer', async () => {
    const stranger = doorThatAnswers(() => json(401, { reason: 'notAllowed' })).door;
    expect(await stranger.seat(SESSION)).toEqual({ type: 'granted', value: undefined });
    const gone = createDoorClient(createAsk(() => Promise.reject(new TypeError('offline'))));
    expect(await gone.seat(SESSION)).toEqual({ type: 'unreachable' });
  });
});
