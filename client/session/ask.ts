import { REFUSALS, type Refusal } from '../../shared/base/refusal.ts';

/** What came of asking the server. `unreachable`: no answer, or one that makes no sense. */
export type Answer<Value> =
  | { readonly type: 'granted'; readonly value: Value }
  | { readonly type: 'refused'; readonly reason: Refusal }
  | { readonly type: 'unreachable' };

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Asks at a path below `/api`, JSON both ways. The answers are our own server's and are taken as they are. Never throws. */
export type Ask = <Value>(method: Method, path: string, body?: unknown) => Promise<Answer<Value>>;

/** Longer than any network that can carry a room; then we say that nobody answers. */
const PATIENCE_MS = 10_000;

/** Asking over `fetch`, as the page that it is. */
export const createAsk =
  (over: typeof fetch = (...args) => fetch(...args)): Ask =>
  (method, path, body) =>
    answered(() => over(`/api/${path}`, request(method, body)));

function request(method: Method, body?: unknown): RequestInit {
  const common = { method, credentials: 'same-origin', signal: AbortSignal.timeout(PATIENCE_MS) } as const;
  if (body === undefined) return common;
  return { ...common, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function answered<Value>(ask: () => Promise<Response>): Promise<Answer<Value>> {
  try {
    const response = await ask();
    if (response.status === 204) return { type: 'granted', value: undefined as Value };
    if (response.ok) return { type: 'granted', value: (await response.json()) as Value };
    // Anything else than a plain refusal (a proxy's page, a server in trouble) is nobody's answer.
    if (response.status >= 500) return { type: 'unreachable' };
    return { type: 'refused', reason: await reasonOf(response) };
  } catch {
    return { type: 'unreachable' };
  }
}

async function reasonOf(response: Response): Promise<Refusal> {
  const body = (await response.json().catch(() => undefined)) as { readonly reason?: unknown } | undefined;
  const reason = REFUSALS.find((known) => known === body?.reason);
  return reason ?? (response.status === 429 ? 'tryLater' : 'malformed');
}
