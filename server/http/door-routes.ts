import { isFacilitator } from '../../shared/room/questions.ts';
import { type Request, type Response, Router } from 'express';
import * as z from 'zod/mini';
import { sessionId, type MemberId, type SessionId } from '../../shared/base/ids.ts';
import { granted, refused, type Result } from '../../shared/base/result.ts';
import { cleanName, cleanTitle } from '../../shared/base/text.ts';
import type { Newcomer } from '../../shared/event/membership.ts';
import type { RoomPlan } from '../../shared/event/setting.ts';
import {
  type Door,
  joinSchema,
  keySchema,
  type Opened,
  openRoomSchema,
  type RoomKey,
  type Seat,
  startSchema,
} from '../../shared/wire/door.ts';
import { PROTOCOL } from '../../shared/wire/protocol.ts';
import type { LiveRoom } from '../room/live-room.ts';
import type { Registry } from '../room/registry.ts';
import { refuse } from './answers.ts';
import { cookiesOf, cookieText, readCookie, seatCookie, STAFF_COOKIE } from './cookies.ts';
import type { Doorkeeper } from './doorkeeper.ts';
import type { HttpReport } from './reports.ts';
import type { Staff } from './staff.ts';

export type Rooms = Pick<Registry, 'open' | 'byKey' | 'join' | 'room' | 'seatOf' | 'keysOf'>;

export interface DoorDeps {
  readonly rooms: Rooms;
  readonly staff: Staff;
  readonly doorkeeper: Doorkeeper;
  readonly addressOf: (request: Request) => string;
  /** Whether the request comes from this server's own simulated musicians. */
  readonly isCompany: (request: Request) => boolean;
  readonly isHttps: boolean;
  readonly report: (report: HttpReport) => void;
}

/** The routes of `shared/wire/door.ts`. */
export function doorRoutes(deps: DoorDeps): Router {
  const { rooms, staff, doorkeeper, isHttps, report } = deps;
  const router = Router();

  const setCookie = (response: Response, name: string, token: string) =>
    response.append('Set-Cookie', cookieText(name, token, isHttps));

  /** Opens the door with a key, or answers why not. */
  const roomFor = (key: RoomKey, request: Request, response: Response): LiveRoom | undefined => {
    const address = deps.addressOf(request);
    const isTyped = 'code' in key;
    if (isTyped && doorkeeper.isTired(address)) {
      report({ type: 'throttled', what: 'codes' });
      response.set('Retry-After', '60');
      refuse(response, 'tryLater');
      return undefined;
    }
    const room = rooms.byKey(key);
    if (room && !room.state().isClosed) return room;
    if (isTyped) doorkeeper.onWrong(address);
    refuse(response, 'noSuchRoom');
    return undefined;
  };

  router.get('/hello', (_request, response) => {
    response.json({ protocol: PROTOCOL });
  });

  router.post('/facilitator', async (request, response) => {
    const asked = startSchema.safeParse(request.body);
    if (!asked.success) return refuse(response, 'malformed');
    const token = await staff.signIn(asked.data.startCode);
    if (token === undefined) {
      report({ type: 'startCodeWrong' });
      return refuse(response, 'notAllowed');
    }
    report({ type: 'facilitatorSignedIn' });
    setCookie(response, STAFF_COOKIE, token);
    response.status(204).end();
  });

  router.get('/facilitator', async (request, response) => {
    if (!(await isStaff(request, deps))) return refuse(response, 'notAllowed', 401);
    response.json({ rooms: roomsSeatedIn(request, rooms) });
  });

  router.post('/rooms', async (request, response) => {
    if (!(await isStaff(request, deps))) return refuse(response, 'notAllowed', 401);
    const asked = openRoomSchema.safeParse(request.body);
    if (!asked.success) return refuse(response, 'malformed');
    const plan = cleanPlan(asked.data.plan);
    if (plan.type === 'refused') return refuse(response, plan.reason);
    const newcomer = cleanNewcomer(asked.data.newcomer);
    if (newcomer.type === 'refused') return refuse(response, newcomer.reason);
    const opened = await rooms.open(plan.value, newcomer.value);
    if (opened.type === 'refused') return refuse(response, opened.reason);
    const { session, you, code, invite, token } = opened.value;
    report({ type: 'roomOpened', session, member: you });
    setCookie(response, seatCookie(session), token);
    response.status(201).json({ session, you, code, invite } satisfies Opened);
  });

  router.post('/look', (request, response) => {
    const key = keySchema.safeParse(request.body);
    if (!key.success) return refuse(response, 'malformed');
    const room = roomFor(key.data, request, response);
    if (room) response.json({ session: room.session, title: room.state().title } satisfies Door);
  });

  router.post('/join', async (request, response) => {
    const asked = joinSchema.safeParse(request.body);
    if (!asked.success) return refuse(response, 'malformed');
    const room = roomFor(asked.data.key, request, response);
    if (!room) return;
    const newcomer = cleanNewcomer(asked.data.newcomer);
    if (newcomer.type === 'refused') return refuse(response, newcomer.reason);
    const former = seatIn(request, room.session, rooms);
    if (former) {
      // A facilitator who follows their own link is back where they were; anyone else starts anew in one seat, not two.
      if (isFacilitator(room.state(), former.you)) {
        response.status(201).json(former satisfies Seat);
        return;
      }
      room.vacate(former.you);
    }
    const joined = await rooms.join(room, newcomer.value, deps.isCompany(request));
    if (joined.type === 'refused') {
      return refuse(response, joined.reason === 'roomClosed' ? 'noSuchRoom' : joined.reason);
    }
    const { session, you, token } = joined.value;
    report({ type: 'seatTaken', session, member: you });
    setCookie(response, seatCookie(session), token);
    response.status(201).json({ session, you } satisfies Seat);
  });

  router.get('/rooms/:id/seat', (request, response) => {
    const seat = seatIn(request, request.params.id, rooms);
    if (seat) response.json(seat satisfies Seat);
    else refuse(response, 'seatUnknown');
  });

  router.get('/rooms/:id/door', (request, response) => {
    const seat = seatIn(request, request.params.id, rooms);
    const keys = seat && rooms.keysOf(seat.session);
    if (seat && keys) response.json({ ...seat, code: keys.code, invite: keys.invite } satisfies Opened);
    else refuse(response, 'seatUnknown');
  });

  return router;
}

const sessionSchema = z.string().check(z.regex(/^[a-z0-9]{10,32}$/));

/** The seat this browser holds in a session, if it does. */
function seatIn(request: Request, id: unknown, rooms: Rooms): Seat | undefined {
  const session = sessionSchema.safeParse(id);
  if (!session.success) return undefined;
  const token = readCookie(request.headers.cookie, seatCookie(sessionId(session.data)));
  const you = token === undefined ? undefined : liveSeat(rooms, sessionId(session.data), token);
  return you && { session: sessionId(session.data), you };
}

function liveSeat(rooms: Rooms, session: SessionId, token: string): MemberId | undefined {
  return rooms.room(session)?.state().isClosed ? undefined : rooms.seatOf(session, token);
}

/** Open rooms in which this browser has a seat: where a facilitator may go back to without the door. */
function roomsSeatedIn(request: Request, rooms: Rooms): readonly Door[] {
  return cookiesOf(request.headers.cookie).flatMap(({ name }) => {
    const seat = name.startsWith('seat_') ? seatIn(request, name.slice('seat_'.length), rooms) : undefined;
    const room = seat && rooms.room(seat.session);
    return room ? [{ session: room.session, title: room.state().title }] : [];
  });
}

async function isStaff(request: Request, { staff, rooms }: DoorDeps): Promise<boolean> {
  const token = readCookie(request.headers.cookie, STAFF_COOKIE);
  return token !== undefined && staff.holds(token, roomsSeatedIn(request, rooms).length > 0);
}

function cleanPlan(plan: RoomPlan): Result<RoomPlan> {
  const title = cleanTitle(plan.title);
  return title.type === 'refused' ? title : granted({ ...plan, title: title.value });
}

/** A symbol alone is enough; a name that is given must be one. */
function cleanNewcomer(newcomer: Newcomer): Result<Newcomer> {
  if (newcomer.name === undefined) return granted(newcomer);
  const name = cleanName(newcomer.name);
  return name.type === 'refused' ? refused(name.reason) : granted({ ...newcomer, name: name.value });
}
