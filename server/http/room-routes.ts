import { type Response, Router } from 'express';
import { type SessionId, sessionId } from '../../shared/base/ids.ts';
import { cleanPlan } from '../../shared/event/plan.ts';
import { emptySchema } from '../../shared/wire/account.ts';
import { type Opened, openRoomSchema, type Seat } from '../../shared/wire/door.ts';
import { refuse } from './answers.ts';
import { cookieText, seatCookie } from './cookies.ts';
import { cleanNewcomer } from './newcomer.ts';
import type { HttpReport } from './reports.ts';
import { type Rooms, sessionSchema } from './seats.ts';
import type { Gate } from './staff/gate.ts';

export interface RoomRoutesDeps {
  readonly rooms: Rooms;
  readonly gate: Gate;
  /** Whether an account may still hold rooms: it may have been disabled while the disk was awaited. */
  readonly mayHold: (account: string) => boolean;
  /** It may not: whatever it holds is taken away again. */
  readonly disable: (account: string) => void;
  readonly isHttps: boolean;
  readonly report: (report: HttpReport) => void;
}

/** Opening a room and coming back to it, for facilitators. */
export function roomRoutes({ rooms, gate, mayHold, disable, isHttps, report }: RoomRoutesDeps): Router {
  const router = Router();

  /** Answers with a seat, unless the account has lost its right to one meanwhile. */
  const seat = (
    response: Response,
    account: string,
    session: SessionId,
    token: string,
    answer: () => unknown,
  ) => {
    if (!mayHold(account)) {
      disable(account);
      return refuse(response, 'notAllowed');
    }
    response.append('Set-Cookie', cookieText(seatCookie(session), token, isHttps));
    answer();
  };

  router.post('/rooms', async (request, response) => {
    const record = gate.enter(request, response, 'facilitator');
    if (!record) return;
    const asked = openRoomSchema.safeParse(request.body);
    if (!asked.success) return refuse(response, 'malformed');
    const plan = cleanPlan(asked.data.plan);
    if (plan.type === 'refused') return refuse(response, plan.reason);
    const newcomer = cleanNewcomer(asked.data.newcomer);
    if (newcomer.type === 'refused') return refuse(response, newcomer.reason);
    const opened = await rooms.open(plan.value, newcomer.value, record.account);
    if (opened.type === 'refused') return refuse(response, opened.reason);
    const { session, you, code, invite, token } = opened.value;
    report({ type: 'roomOpened', session, member: you });
    seat(response, record.account, session, token, () =>
      response.status(201).json({ session, you, code, invite } satisfies Opened),
    );
  });

  router.post('/rooms/:id/return', async (request, response) => {
    const record = gate.enter(request, response, 'facilitator');
    if (!record) return;
    const id = sessionSchema.safeParse(request.params.id);
    if (!id.success || !emptySchema.safeParse(request.body).success) return refuse(response, 'malformed');
    // The rooms refuse someone else's room like one that is not there.
    const returned = await rooms.returnFacilitator(sessionId(id.data), record.account);
    if (returned.type === 'refused') return refuse(response, returned.reason);
    const { session, you, token } = returned.value;
    report({ type: 'seatTaken', session, member: you });
    seat(response, record.account, session, token, () => response.json({ session, you } satisfies Seat));
  });

  return router;
}
