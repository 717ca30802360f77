import { memberId, sessionId } from '../../../../shared/base/ids.ts';
import type { Secrets } from '../../../../server/room/secrets.ts';
import { CODE_ALPHABET } from '../../../../shared/wire/code.ts';

/** Ids and tokens that count up, so that a world is the same every time. No secrets at all. */
export function createSeededSecrets(): Secrets {
  let count = 0;
  const next = (kind: string) => `${kind}${String(++count).padStart(11, '0')}`;
  return {
    session: () => sessionId(next('session')),
    member: () => memberId(next('m')),
    code: () => [...String(++count).padStart(6, '2')].map((digit) => CODE_ALPHABET[Number(digit)]).join(''),
    token: () => next('token'),
    hash: (text) => `hash of ${text}`,
    seal: (text) => text,
    unseal: (sealed) => sealed,
  };
}
