import { request } from 'node:http';
import type { Shape } from '../../../shared/event/look.ts';
import { INSTRUMENT_IDS } from '../../../shared/music/instrument.ts';

export interface BenchSeat {
  readonly session: string;
  readonly you: string;
  readonly cookie: string;
}

export interface BenchRoom extends BenchSeat {
  readonly invite: string;
  readonly code: string;
}

/** Makes the first account, as whoever starts a server does. @param startLink the one-time link the server printed. */
export async function signIn(origin: string, startLink: string): Promise<string> {
  const startCode = startLink.split('/').at(-1) ?? '';
  const account = { loginName: 'bench', displayName: 'Bench', password: 'ten letters and more' };
  const { cookie } = await post(origin, '/api/staff/first-account', { startCode, ...account });
  return cookie;
}

/** Opens a room as a facilitator would, over HTTP. @param from the address it comes from, as a trusted proxy tells it: one address may open only so many rooms a minute. */
export async function openRoom(origin: string, staff: string, bpm = 100, from?: string): Promise<BenchRoom> {
  const { body, cookie } = await post(
    origin,
    '/api/rooms',
    {
      plan: {
        title: '',
        place: 'apart',
        bpm,
        metre: '4/4',
        frame: { tonic: 2, scale: 'majorPentatonic', feel: 'straight' },
        instruments: INSTRUMENT_IDS,
        hasDoor: false,
        listening: 'announced',
        arc: [],
        goals: '',
      },
      newcomer: { shape: 'circle', role: 'player', isKept: false },
    },
    { cookie: staff, from },
  );
  return { ...(body as Omit<BenchRoom, 'cookie'>), cookie };
}

/** @param shape eight people may have the same one. */
export async function join(
  origin: string,
  invite: string,
  from?: string,
  shape: Shape = 'star',
): Promise<BenchSeat> {
  const newcomer = { shape, role: 'player', isKept: false };
  const { body, cookie } = await post(origin, '/api/join', { key: { invite }, newcomer }, { from });
  return { ...(body as Omit<BenchSeat, 'cookie'>), cookie };
}

function post(
  origin: string,
  path: string,
  body: unknown,
  { cookie, from }: { readonly cookie?: string; readonly from?: string | undefined } = {},
): Promise<{ readonly body: unknown; readonly cookie: string }> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const asking = request(
      origin + path,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
          origin,
          ...(cookie ? { cookie } : {}),
          ...(from ? { 'x-forwarded-for': from } : {}),
        },
      },
      (response) => {
        let received = '';
        response.on('data', (chunk: Buffer) => {
          received += chunk.toString();
        });
        response.on('end', () => {
          const status = response.statusCode ?? 0;
          if (status >= 400) {
            reject(new Error(`${path}: ${status} ${received}`));
            return;
          }
          const set = response.headers['set-cookie'] ?? [];
          resolve({
            body: received === '' ? undefined : JSON.parse(received),
            cookie: set.map((one) => one.split(';')[0]).join('; '),
          });
        });
      },
    );
    asking.on('error', reject);
    asking.end(text);
  });
}
