import type { Request } from 'express';
import * as z from 'zod/mini';
import { type MemberId, type SessionId, sessionId } from '../../shared/base/ids.ts';
import type { RoomToReturnTo } from '../../shared/wire/account.ts';
import type { Seat } from '../../shared/wire/door.ts';
import type { Registry } from '../room/registry.ts';
import { cookiesOf, readCookie, seatCookie } from './cookies.ts';

/** The rooms as HTTP meets them. */
export type Rooms = Pick<
  Registry,
  | 'open'
  | 'byKey'
  | 'join'
  | 'room'
  | 'seatOf'
  | 'keysOf'
  | 'atDoor'
  | 'leaveDoor'
  | 'returnFacilitator'
  | 'openedBy'
>;

type Seats = Pick<Rooms, 'room' | 'seatOf'>;

export const sessionSchema = z.string().check(z.regex(/^[a-z0-9]{10,32}$/));

/** The seat this browser holds in a session, if it does. */
export function seatIn(request: Request, id: unknown, rooms: Seats): Seat | undefined {
  const session = sessionSchema.safeParse(id);
  if (!session.success) return undefined;
  const token = readCookie(request.headers.cookie, seatCookie(sessionId(session.data)));
  const you = token === undefined ? undefined : liveSeat(rooms, sessionId(session.data), token);
  return you && { session: sessionId(session.data), you };
}

function liveSeat(rooms: Seats, session: SessionId, token: string): MemberId | undefined {
  return rooms.room(session)?.state().isClosed ? undefined : rooms.seatOf(session, token);
}

/** Open rooms in which this browser has a seat. */
export function seatsIn(request: Request, rooms: Seats): readonly SessionId[] {
  return cookiesOf(request.headers.cookie).flatMap(({ name }) => {
    const seat = name.startsWith('seat_') ? seatIn(request, name.slice('seat_'.length), rooms) : undefined;
    return seat ? [seat.session] : [];
  });
}

/** Where someone who works here may go back to, without the door: rooms of theirs, and those this browser sits in. */
export function roomsToReturnTo(
  request: Request,
  account: string,
  rooms: Seats & Pick<Rooms, 'openedBy'>,
): readonly RoomToReturnTo[] {
  const own = rooms.openedBy(account);
  const seated = seatsIn(request, rooms);
  return [...new Set([...own, ...seated])].flatMap((session) => {
    const state = rooms.room(session)?.state();
    if (!state || state.isClosed) return [];
    const { title } = state;
    return [{ session, title, isOwn: own.includes(session), isSeatedHere: seated.includes(session) }];
  });
}

/** The session a path names and the token this browser has for it, of a seat or of a place at the door. */
export function tokenIn(
  request: Request,
  id: unknown,
): { readonly session: SessionId; readonly token: string } | undefined {
  const parsed = sessionSchema.safeParse(id);
  if (!parsed.success) return undefined;
  const session = sessionId(parsed.data);
  const token = readCookie(request.headers.cookie, seatCookie(session));
  return token === undefined ? undefined : { session, token };
}
