import { type MemberId, seq, type SessionId, THE_ROOM } from '../../shared/base/ids.ts';
import { granted, refused, type Result } from '../../shared/base/result.ts';
import type { Entry } from '../../shared/event/entry.ts';
import type { Newcomer, Role } from '../../shared/event/membership.ts';
import type { RoomPlan } from '../../shared/event/setting.ts';
import { type Seen, seenFromStored } from '../../shared/room/seen.ts';
import type { Farewell } from '../../shared/wire/down.ts';
import { readCode } from '../../shared/wire/code.ts';
import type { Opened, RoomKey, Seat } from '../../shared/wire/door.ts';
import { createLiveRoom, type RoomPast } from './create-live-room.ts';
import type { Broadcast, LiveRoom } from './live-room.ts';
import type { After, ServerClock, Store, StoredSession } from './ports.ts';
import type { Secrets } from './secrets.ts';

/** The rooms that are open now, their doors and their seats. */
export interface Registry {
  /** Opens a room with its facilitator in it; resolves when both are on disk. */
  open(plan: RoomPlan, facilitator: Newcomer): Promise<Result<Opened & { readonly token: string }>>;
  /** Undefined for a wrong, an old and a closed one alike. */
  byKey(key: RoomKey): LiveRoom | undefined;
  /** Takes a seat at once; resolves when it is on disk. */
  join(
    room: LiveRoom,
    newcomer: Newcomer,
    isCompany: boolean,
  ): Promise<Result<Seat & { readonly token: string }>>;
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
  const seats = new Map<string, { readonly session: SessionId; readonly member: MemberId }>();

  store.onHealth(({ type }) => {
    for (const room of rooms.values()) room.onDiskWell(type === 'well');
  });

  const start = (past: RoomPast, roomKeys: RoomKeys): LiveRoom => {
    const { session } = past;
    const room = createLiveRoom(past, {
      ...deps,
      broadcast: deps.broadcastTo(session),
      onCompany: (isInvited) => deps.onCompany(session, isInvited),
      onClosed: () => forget(session),
    });
    rooms.set(session, room);
    keys.set(session, roomKeys);
    doors.set(secrets.hash(roomKeys.code), session);
    doors.set(secrets.hash(roomKeys.invite), session);
    return room;
  };

  const forget = (session: SessionId) => {
    const { code, invite } = keys.get(session) ?? { code: '', invite: '' };
    doors.delete(secrets.hash(code));
    doors.delete(secrets.hash(invite));
    keys.delete(session);
    rooms.delete(session);
    for (const [hash, seat] of seats) if (seat.session === session) seats.delete(hash);
  };

  const freshKeys = (): RoomKeys => {
    const code = secrets.code();
    return doors.has(secrets.hash(code)) ? freshKeys() : { code, invite: secrets.token() };
  };

  const storedOrSoon = (stored: Promise<void>) =>
    Promise.race([
      stored,
      new Promise<void>((done) => {
        const cancel = deps.after(MAX_WAIT_FOR_DISK_MS, done);
        stored.finally(cancel).catch(() => {});
      }),
    ]);

  async function seat(
    room: LiveRoom,
    newcomer: Newcomer,
    role: Role,
    isCompany: boolean,
  ): Promise<Result<Seat & { readonly token: string }>> {
    const member = secrets.member();
    const token = secrets.token();
    const tokenHash = secrets.hash(token);
    const admitted = room.admit({ ...newcomer, role, member, isCompany, tokenHash });
    if (admitted.type === 'refused') return admitted;
    seats.set(tokenHash, { session: room.session, member });
    // On a full disk the music goes on: people come in, and their seats are kept when it is back (L9).
    await storedOrSoon(admitted.value);
    return granted({ session: room.session, you: member, token });
  }

  return {
    async open(plan, facilitator) {
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
      );
      const stored = store.append([
        {
          type: 'session',
          record: {
            session,
            openedAt,
            closedAt: undefined,
            codeHash: secrets.hash(roomKeys.code),
            inviteHash: secrets.hash(roomKeys.invite),
            sealedKeys: secrets.seal(JSON.stringify(roomKeys)),
          },
        },
        { type: 'entry', session, entry: opened, n: undefined },
      ]);
      const [seated] = await Promise.all([seat(room, facilitator, 'facilitator', false), stored]).catch(
        (fault: unknown) => {
          // What could not be stored was never open: nobody has its keys yet.
          room.stop('roomClosed');
          forget(session);
          throw fault;
        },
      );
      return seated.type === 'refused' ? seated : granted({ ...seated.value, ...roomKeys });
    },
    byKey(key) {
      const text = 'code' in key ? readCode(key.code) : key.invite;
      const session = text && doors.get(secrets.hash(text));
      return session ? rooms.get(session) : undefined;
    },
    join: (room, newcomer, isCompany) => seat(room, newcomer, newcomer.role, isCompany),
    room: (session) => rooms.get(session),
    seatOf(session, token) {
      const found = seats.get(secrets.hash(token));
      const state = rooms.get(session)?.state();
      const isSeated = found?.session === session && state?.members.some(({ id }) => id === found.member);
      return isSeated ? found?.member : undefined;
    },
    keysOf: (session) => keys.get(session),
    async restore() {
      for (const stored of await store.openSessions()) {
        const roomKeys = unsealedKeys(stored.record.sealedKeys, secrets) ?? freshKeys();
        const room = start(pastOf(stored), roomKeys);
        for (const { tokenHash, session, member } of stored.seats) seats.set(tokenHash, { session, member });
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
