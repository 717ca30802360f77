import type { ByteReader, ByteWriter } from './bytes.ts';

/**
 * A number in the fewest bytes that give back exactly the same number. Which form was taken is two bits, kept apart by
 * the caller: whole (as pitches are), thousandths (as screens round), a 32-bit float, a 64-bit one.
 */
export type NumberForm = 0 | 1 | 2 | 3;

const THOUSANDTHS_LIMIT = 2 ** 40;

export function formOf(value: number): NumberForm {
  if (Object.is(value, -0)) return 3;
  if (Number.isSafeInteger(value) && value >= 0) return 0;
  const thousandths = Math.round(value * 1000);
  if (thousandths >= 0 && thousandths < THOUSANDTHS_LIMIT && thousandths / 1000 === value) return 1;
  return Math.fround(value) === value ? 2 : 3;
}

export function writeNumber(to: ByteWriter, form: NumberForm, value: number): void {
  if (form === 0) to.whole(value);
  else if (form === 1) to.whole(Math.round(value * 1000));
  else if (form === 2) to.float32(value);
  else to.float64(value);
}

export function readNumber(from: ByteReader, form: NumberForm): number {
  if (form === 0) return from.whole();
  if (form === 1) return from.whole() / 1000;
  return form === 2 ? from.float32() : from.float64();
}

/**
 * Room time against a base of whole ms. A Unix time in ms is a double of which the last bit is worth 2^-12 ms until the
 * year 2039, so counting in 4096ths is exact.
 */
const GRAINS_PER_MS = 4096;

export function timeFormOf(atMs: number, baseMs: number): NumberForm {
  const sinceMs = atMs - baseMs;
  if (sinceMs < 0 || baseMs + sinceMs !== atMs) return 3;
  if (Number.isSafeInteger(sinceMs)) return 0;
  return Number.isSafeInteger(sinceMs * GRAINS_PER_MS) ? 1 : 3;
}

export function writeTime(to: ByteWriter, form: NumberForm, atMs: number, baseMs: number): void {
  if (form === 0) to.whole(atMs - baseMs);
  else if (form === 1) to.whole((atMs - baseMs) * GRAINS_PER_MS);
  else to.float64(atMs);
}

export function readTime(from: ByteReader, form: NumberForm, baseMs: number): number {
  if (form === 0) return baseMs + from.whole();
  return form === 1 ? baseMs + from.whole() / GRAINS_PER_MS : from.float64();
}
