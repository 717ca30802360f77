import { type MemberId, seq, type SessionId, THE_ROOM } from '../../shared/base/ids.ts';
import { granted, refused, type Result } from '../../shared/base/result.ts';
import type { Entry } from '../../shared/event/entry.ts';
import type { Newcomer } from '../../shared/event/membership.ts';
import type { RoomPlan } from '../../shared/event/plan.ts';
import { facilitatorOf } from '../../shared/room/holding.ts';
import { type Seen, seenFromStored } from '../../shared/room/seen.ts';
import type { Farewell } from '../../shared/wire/down.ts';
import { readCode } from '../../shared/wire/code.ts';
import type { AtDoor, Opened, RoomKey } from '../../shared/wire/door.ts';
import { createLiveRoom } from './create-live-room.ts';
import type { RoomPast } from './live-room-deps.ts';
import { createFrontDoor, type Joining, type SeatGiven } from './front-door.ts';
import type { Broadcast, LiveRoom } from './live-room.ts';
import type { After, ServerClock, Store, StoredSession } from './ports.ts';
import type { Secrets } from './secrets.ts';

/** The rooms that are open now, their doors and their seats. */
export interface Registry {
  /** Opens a room with its facilitator in it; resolves when both are on disk. `account`: whose room it is. */
  open(
    plan: RoomPlan,
    facilitator: Newcomer,
    account: string,
  ): Promise<Result<Opened & { readonly token: string }>>;
  /** Undefined for a wrong, an old and a closed one alike. */
  byKey(key: RoomKey): LiveRoom | undefined;
  /** A seat at once, on disk when it resolves; or a place at the door. */
  join(room: LiveRoom, newcomer: Newcomer, isCompany: boolean): Promise<Result<Joining>>;
  /** How it stands with someone who waits; refused (`seatUnknown`) when they are not known there. */
  atDoor(session: SessionId, token: string): Promise<Result<AtDoor>>;
  leaveDoor(session: SessionId, token: string): void;
  /** A fresh token for the facilitator whose room it is, past the door; `noSuchRoom` for anyone else. */
  returnFacilitator(session: SessionId, account: string): Promise<Result<SeatGiven>>;
  openedBy(account: string): readonly SessionId[];
  /** The account holds no more: its facilitator loses every room at once. */
  disableAccount(account: string): void;
  room(session: SessionId): LiveRoom | undefined;
  /** Whose seat a token is, in that session and no other. */
  seatOf(session: SessionId, token: string): MemberId | undefined;
  keysOf(session: SessionId): RoomKeys | undefined;
  /** Rooms that were open when the server stopped, as they were. */
  restore(): Promise<void>;
  stopAll(why: Farewell): void;
}

export interface RoomKeys {
  readonly code: string;
  readonly invite: string;
}

export interface RegistryDeps {
  readonly clock: ServerClock;
  readonly store: Pick<Store, 'append' | 'openSessions' | 'onHealth'>;
  readonly secrets: Secrets;
  readonly after: After;
  readonly broadcastTo: (session: SessionId) => Broadcast;
  readonly onFault: (fault: unknown) => void;
  /** The company was asked into a room, or sent home. */
  readonly onCompany: (session: SessionId, isInvited: boolean) => void;
}

/** Rooms one server holds open (guess: far more than a service has, far less than memory holds). */
const MAX_ROOMS = 500;
/** A commit takes milliseconds; whoever waits longer waits for a disk that is full or broken. */
const MAX_WAIT_FOR_DISK_MS = 3000;

export function createRegistry(deps: RegistryDeps): Registry {
  const { clock, store, secrets } = deps;
  const rooms = new Map<SessionId, LiveRoom>();
  const keys = new Map<SessionId, RoomKeys>();
  const doors = new Map<string, SessionId>();
  const accounts = new Map<SessionId, string>();

  store.onHealth(({ type }) => {
    for (const room of rooms.values()) room.onDiskWell(type === 'well');
  });

  const start = (past: RoomPast, roomKeys: RoomKeys, account: string | undefined): LiveRoom => {
    const { session } = past;
    const room = createLiveRoom(past, {
      ...deps,
      broadcast: deps.broadcastTo(session),
      onCompany: (isInvited) => deps.onCompany(session, isInvited),
      onPutAtDoor: (member, knock) => frontDoor.onPutAtDoor(session, member, knock),
      onCodeRenewed: () => renewKeys(session),
      onClosed: () => forget(session),
    });
    rooms.set(session, room);
    if (account !== undefined) accounts.set(session, account);
    hang(session, roomKeys);
    return room;
  };

  /** These keys open the door from now on, and none before them. */
  const hang = (session: SessionId, roomKeys: RoomKeys) => {
    takeDown(session);
    keys.set(session, roomKeys);
    doors.set(secrets.hash(roomKeys.code), session);
    doors.set(secrets.hash(roomKeys.invite), session);
  };

  const takeDown = (session: SessionId) => {
    const former = keys.get(session);
    keys.delete(session);
    if (!former) return;
    doors.delete(secrets.hash(former.code));
    doors.delete(secrets.hash(former.invite));
  };

  const renewKeys = (session: SessionId) => {
    const fresh = freshKeys();
    hang(session, fresh);
    store.append([{ type: 'sessionKeys', session, ...sealed(fresh) }]).catch(deps.onFault);
  };

  const sealed = (roomKeys: RoomKeys) => ({
    codeHash: secrets.hash(roomKeys.code),
    inviteHash: secrets.hash(roomKeys.invite),
    sealedKeys: secrets.seal(JSON.stringify(roomKeys)),
  });

  const forget = (session: SessionId) => {
    takeDown(session);
    accounts.delete(session);
    rooms.delete(session);
    frontDoor.forget(session);
  };

  const freshKeys = (): RoomKeys => {
    const code = secrets.code();
    return doors.has(secrets.hash(code)) ? freshKeys() : { code, invite: secrets.token() };
  };

  const openedBy = (account: string) =>
    [...accounts].filter(([, owner]) => owner === account).map(([session]) => session);

  const storedOrSoon = (stored: Promise<void>) =>
    Promise.race([
      stored,
      new Promise<void>((done) => {
        const cancel = deps.after(MAX_WAIT_FOR_DISK_MS, done);
        stored.finally(cancel).catch(() => {});
      }),
    ]);

  const frontDoor = createFrontDoor({ secrets, store, room: (session) => rooms.get(session), storedOrSoon });

  return {
    async open(plan, facilitator, account) {
      if (rooms.size >= MAX_ROOMS) return refused('tooMany');
      const session = secrets.session();
      const roomKeys = freshKeys();
      const openedAt = clock.now();
      const opened: Entry = {
        seq: seq(1),
        at: openedAt,
        by: THE_ROOM,
        event: { type: 'sessionOpened', ...plan },
      };
      const room = start(
        { session, entries: [opened], seen: new Map(), stored: new Map(), lastRoomWish: new Map() },
        roomKeys,
        account,
      );
      const stored = store.append([
        {
          type: 'session',
          record: { session, openedAt, closedAt: undefined, account, ...sealed(roomKeys) },
        },
        { type: 'entry', session, entry: opened, n: undefined },
      ]);
      const seating = frontDoor.seat(room, facilitator, 'facilitator', false);
      const [seated] = await Promise.all([seating, stored]).catch((fault: unknown) => {
        // What could not be stored was never open: nobody has its keys yet.
        room.stop('roomClosed');
        forget(session);
        throw fault;
      });
      return seated.type === 'refused' ? seated : granted({ ...seated.value, ...roomKeys });
    },
    byKey(key) {
      const text = 'code' in key ? readCode(key.code) : key.invite;
      const session = text && doors.get(secrets.hash(text));
      return session ? rooms.get(session) : undefined;
    },
    join: frontDoor.join,
    async atDoor(session, token) {
      const room = rooms.get(session);
      return room ? frontDoor.atDoor(room, token) : refused('seatUnknown');
    },
    leaveDoor(session, token) {
      const room = rooms.get(session);
      if (room) frontDoor.leaveDoor(room, token);
    },
    async returnFacilitator(session, account) {
      const room = rooms.get(session);
      if (!room || accounts.get(session) !== account) return refused('noSuchRoom');
      const here = facilitatorOf(room.state());
      if (here) return granted(await frontDoor.reseat(room, here.id));
      const before = room.facilitatorBefore();
      if (!before) return refused('noSuchRoom');
      const newcomer: Newcomer = { ...before, role: 'player' };
      const seated = await frontDoor.seat(room, newcomer, 'facilitator', false);
      // Someone else may have their name by now: then they are here by their shape.
      return seated.type === 'refused' && seated.reason === 'nameTaken'
        ? frontDoor.seat(room, { ...newcomer, name: undefined }, 'facilitator', false)
        : seated;
    },
    openedBy,
    disableAccount(account) {
      for (const session of openedBy(account)) {
        const room = rooms.get(session);
        const facilitator = room && facilitatorOf(room.state());
        if (facilitator) room.disable(facilitator.id);
      }
    },
    room: (session) => rooms.get(session),
    seatOf: frontDoor.seatOf,
    keysOf: (session) => keys.get(session),
    async restore() {
      for (const stored of await store.openSessions()) {
        const roomKeys = unsealedKeys(stored.record.sealedKeys, secrets) ?? freshKeys();
        const room = start(pastOf(stored), roomKeys, stored.record.account);
        for (const seat of stored.seats) frontDoor.restore(seat);
        room.renewCompany();
      }
    },
    stopAll(why) {
      for (const room of rooms.values()) room.stop(why);
      rooms.clear();
    },
  };
}

function unsealedKeys(sealed: string, secrets: Secrets): RoomKeys | undefined {
  const text = secrets.unseal(sealed);
  if (text === undefined) return undefined;
  const { code, invite } = JSON.parse(text) as RoomKeys;
  return { code, invite };
}

function pastOf({ record, entries, numbers, lastRoomWish }: StoredSession): RoomPast {
  const seen = new Map<MemberId, Seen>();
  for (const [member, stored] of numbers) {
    seen.set(member, seenFromStored(stored));
  }
  return { session: record.session, entries, seen, stored: numbers, lastRoomWish };
}
