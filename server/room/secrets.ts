import { createCipheriv, createDecipheriv, createHash, randomBytes, randomInt } from 'node:crypto';
import { memberId, type MemberId, sessionId, type SessionId } from '../../shared/base/ids.ts';
import { CODE_ALPHABET, CODE_LENGTH } from '../../shared/wire/code.ts';

/** Where ids, codes and tokens are born, all from a cryptographic source. */
export interface Secrets {
  session(): SessionId;
  member(): MemberId;
  /** 6 letters that people type. */
  code(): string;
  /** 128 bits, base64url: seats, invitations, staff. */
  token(): string;
  /** What is stored of a code or token: SHA-256, hex. */
  hash(text: string): string;
  /** For what must be shown again after a restart; only this server's key file opens it. */
  seal(text: string): string;
  /** Undefined if it was sealed with another key or changed since. */
  unseal(sealed: string): string | undefined;
}

const ID_ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** 16 of 36 letters: 82 bits, enough never to meet twice; ids are no secrets. */
const ID_LENGTH = 16;

const pick = (alphabet: string, length: number) =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

/** @param key 32 bytes. */
export function createSecrets(key: Uint8Array): Secrets {
  return {
    session: () => sessionId(pick(ID_ALPHABET, ID_LENGTH)),
    member: () => memberId(pick(ID_ALPHABET, ID_LENGTH)),
    code: () => pick(CODE_ALPHABET, CODE_LENGTH),
    token: () => randomBytes(16).toString('base64url'),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    seal(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    unseal(sealed) {
      try {
        const bytes = Buffer.from(sealed, 'base64url');
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
        decipher.setAuthTag(bytes.subarray(12, 28));
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
