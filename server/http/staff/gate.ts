import type { Request, Response } from 'express';
import type { SessionId } from '../../../shared/base/ids.ts';
import type { StaffRole } from '../../../shared/wire/account.ts';
import type { AccountRecord } from '../../room/account-ports.ts';
import { refuse } from '../answers.ts';
import { readCookie, STAFF_COOKIE } from '../cookies.ts';
import type { StaffParts } from './parts.ts';

/**
 * Who may come in. `anyone`: every signed-in browser; `complete`: with the second factor set up, where the service asks
 * for one; a role: complete, and in that role.
 */
export type Needs = 'anyone' | 'complete' | StaffRole;

export interface Gate {
  /** The account that asks, as it is now; otherwise the request has been answered. Counts as use of the session. */
  enter(request: Request, response: Response, needs: Needs): AccountRecord | undefined;
  /** Whether the service asks this account for a second factor it has not set up. */
  isIncomplete(record: AccountRecord): boolean;
}

export function createGate(
  { book, sessions }: Pick<StaffParts, 'book' | 'sessions'>,
  seatsOf: (request: Request) => readonly SessionId[],
): Gate {
  const isIncomplete = ({ sealedSecondFactor }: AccountRecord) =>
    book.settings().isSecondFactorRequired && sealedSecondFactor === undefined;

  return {
    isIncomplete,
    enter(request, response, needs) {
      const token = readCookie(request.headers.cookie, STAFF_COOKIE);
      const account = token === undefined ? undefined : sessions.use(token, seatsOf(request));
      const record = account === undefined ? undefined : book.of(account);
      if (!record || record.isDisabled) {
        refuse(response, 'signInNeeded');
        return undefined;
      }
      if (needs !== 'anyone' && isIncomplete(record)) {
        refuse(response, 'secondFactorMissing');
        return undefined;
      }
      if (needs !== 'anyone' && needs !== 'complete' && !record.roles.includes(needs)) {
        refuse(response, 'notAllowed');
        return undefined;
      }
      return record;
    },
  };
}
