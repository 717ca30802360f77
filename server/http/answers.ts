import type { Response } from 'express';
import type { Refusal } from '../../shared/base/refusal.ts';
import type { RefusedBody } from '../../shared/wire/door.ts';

/** HTTP's word for a refusal. The page goes by the reason; the status is for everyone between. */
const STATUS: Readonly<Partial<Record<Refusal, number>>> = {
  malformed: 400,
  textTooLong: 400,
  passwordTooShort: 400,
  signInNeeded: 401,
  signInWrong: 401,
  secondFactorNeeded: 401,
  secondFactorWrong: 401,
  secondFactorMissing: 403,
  passwordWrong: 403,
  linkUsed: 404,
  noSuchAccount: 404,
  nameEmpty: 400,
  nameTooLong: 400,
  notAllowed: 403,
  noSuchRoom: 404,
  seatUnknown: 404,
  tooLarge: 413,
  tooMany: 429,
  tryLater: 429,
};

/** Something in the room stands against it: full, closed, a name that is taken. */
const CONFLICT = 409;

export function refuse(response: Response, reason: Refusal, status = STATUS[reason] ?? CONFLICT): void {
  const body: RefusedBody = { reason };
  response.status(status).json(body);
}
