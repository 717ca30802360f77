import { createHmac, randomBytes } from 'node:crypto';
import { SECOND_FACTOR_DIGITS } from '../../../shared/wire/account.ts';
import { isSame } from '../same.ts';

/**
 * Codes from a device, RFC 6238 with what every such app knows: SHA-1, half minutes, six digits.
 *
 *   step = ⌊unix time / 30 s⌋        code = HOTP(secret, step)      (RFC 4226)
 */
const STEP_MS = 30_000;
/** A device's clock may be this many steps off. */
const STEPS_OFF = 1;
/** As long as SHA-1's output (RFC 4226, section 4). */
const SECRET_BYTES = 20;

/** A fresh secret, in Base32 as apps want it. */
export const newSecret = (): string => base32(randomBytes(SECRET_BYTES));

/** The code of a half minute. @param secret its bytes. */
export function codeOf(secret: Uint8Array, step: number, digits = SECOND_FACTOR_DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/**
 * The half minute whose code this is, of those around `nowMs` and after `usedStep`; undefined when it is none.
 *
 * @param secret in Base32. @param typed with or without spaces.
 */
export function stepOfCode(
  secret: string,
  typed: string,
  nowMs: number,
  usedStep: number,
): number | undefined {
  const code = typed.replaceAll(/\s/g, '');
  const bytes = bytesOfBase32(secret);
  const now = Math.floor(nowMs / STEP_MS);
  const steps = Array.from({ length: 2 * STEPS_OFF + 1 }, (_, index) => now - STEPS_OFF + index);
  // All are compared, so that the time taken does not tell which it was.
  const fitting = steps.filter((step) => isSame(codeOf(bytes, step), code));
  return fitting.find((step) => step > usedStep);
}

/** What a QR for an app says (the Key Uri Format of Google Authenticator). */
export function secondFactorUri(secret: string, serviceName: string, loginName: string): string {
  const issuer = serviceName || 'Windchime';
  // A colon parts the two in the label.
  const label = [issuer, loginName].map((part) => encodeURIComponent(part.replaceAll(':', ' '))).join(':');
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, without padding. Whole for the 20 bytes of a secret: 32 letters. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

export function bytesOfBase32(text: string): Uint8Array {
  const bits = [...text].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
