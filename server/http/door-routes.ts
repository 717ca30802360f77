import { isFacilitator } from '../../shared/room/questions.ts';
import { type Request, type Response, Router } from 'express';
import {
  type AtDoor,
  type Door,
  joinSchema,
  keySchema,
  type Opened,
  type RoomKey,
  type Seat,
} from '../../shared/wire/door.ts';
import { PROTOCOL } from '../../shared/wire/protocol.ts';
import type { LiveRoom } from '../room/live-room.ts';
import { refuse } from './answers.ts';
import { cookieText, seatCookie } from './cookies.ts';
import type { Doorkeeper } from './doorkeeper.ts';
import type { HttpReport } from './reports.ts';
import { cleanNewcomer } from './newcomer.ts';
import { type Rooms, seatIn, tokenIn } from './seats.ts';

export interface DoorDeps {
  readonly rooms: Rooms;
  readonly doorkeeper: Doorkeeper;
  readonly addressOf: (request: Request) => string;
  /** Whether the request comes from this server's own simulated musicians. */
  readonly isCompany: (request: Request) => boolean;
  readonly isHttps: boolean;
  readonly report: (report: HttpReport) => void;
}

/** The routes of `shared/wire/door.ts`, for those without an account. */
export function doorRoutes(deps: DoorDeps): Router {
  const { rooms, doorkeeper, isHttps, report } = deps;
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
    const { value } = joined;
    setCookie(response, seatCookie(room.session), value.token);
    if (value.type === 'atDoor') {
      response.status(202).json(value.at satisfies AtDoor);
      return;
    }
    const { session, you } = value;
    report({ type: 'seatTaken', session, member: you });
    response.status(201).json({ session, you } satisfies Seat);
  });

  router.get('/rooms/:id/at-door', async (request, response) => {
    const known = tokenIn(request, request.params.id);
    if (!known) return refuse(response, 'seatUnknown');
    const at = await rooms.atDoor(known.session, known.token);
    if (at.type === 'refused') return refuse(response, at.reason);
    response.json(at.value satisfies AtDoor);
  });

  router.post('/rooms/:id/leave-door', (request, response) => {
    const known = tokenIn(request, request.params.id);
    if (known) rooms.leaveDoor(known.session, known.token);
    response.status(204).end();
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
