import type { MemberId, SessionId } from '../../shared/base/ids.ts';
import { granted, refused, type Result } from '../../shared/base/result.ts';
import type { KnockNumber } from '../../shared/event/door.ts';
import type { Newcomer, Role } from '../../shared/event/membership.ts';
import { mustWait } from '../../shared/room/passing/at-the-door.ts';
import type { Knocker } from '../../shared/room/passing/passing.ts';
import { memberOf } from '../../shared/room/questions.ts';
import type { AtDoor, Seat } from '../../shared/wire/door.ts';
import type { LiveRoom } from './live-room.ts';
import type { Store } from './ports.ts';
import type { Secrets } from './secrets.ts';

/**
 * Seats and places at the door, by the token that opens them; only hashes are kept. One token leads all the way: with it
 * someone waits, with it they sit, and with it they wait again if they are sent back to the door.
 *
 *   join ──▶ at the door ──called──▶ seated ──put at the door──▶ at the door
 */
export interface FrontDoor {
  /** Takes a seat at once where nobody has to wait; resolves when it is on disk. */
  join(room: LiveRoom, newcomer: Newcomer, isCompany: boolean): Promise<Result<Joining>>;
  seat(room: LiveRoom, newcomer: Newcomer, role: Role, isCompany: boolean): Promise<Result<SeatGiven>>;
  /** A fresh token for a seat that is taken; the older one opens nothing any more. */
  reseat(room: LiveRoom, member: MemberId): Promise<SeatGiven>;
  /** How it stands with whoever has this token; someone who was called comes in by asking. */
  atDoor(room: LiveRoom, token: string): Promise<Result<AtDoor>>;
  leaveDoor(room: LiveRoom, token: string): void;
  seatOf(session: SessionId, token: string): MemberId | undefined;
  /** A seat as it was stored. */
  restore(seat: { readonly session: SessionId; readonly member: MemberId; readonly tokenHash: string }): void;
  /** From now on the token of their seat is one with which they wait. */
  onPutAtDoor(session: SessionId, member: MemberId, knock: KnockNumber): void;
  forget(session: SessionId): void;
}

export interface SeatGiven extends Seat {
  readonly token: string;
}

export type Joining =
  | ({ readonly type: 'seated' } & SeatGiven)
  | { readonly type: 'atDoor'; readonly at: AtDoor; readonly token: string };

export interface FrontDoorDeps {
  readonly secrets: Pick<Secrets, 'hash' | 'token' | 'member'>;
  readonly store: Pick<Store, 'append'>;
  readonly room: (session: SessionId) => LiveRoom | undefined;
  /** Resolves when something is on disk, or after a while on a disk that is full. */
  readonly storedOrSoon: (stored: Promise<void>) => Promise<void>;
}

export function createFrontDoor({ secrets, store, room: roomOf, storedOrSoon }: FrontDoorDeps): FrontDoor {
  const seats = new Map<string, { readonly session: SessionId; readonly member: MemberId }>();
  const knocks = new Map<string, { readonly session: SessionId; readonly knock: KnockNumber }>();

  const hashOf = (session: SessionId, member: MemberId) =>
    [...seats].find(([, seat]) => seat.session === session && seat.member === member)?.[0];

  async function sit(
    room: LiveRoom,
    newcomer: Omit<Newcomer, 'role'>,
    role: Role,
    isCompany: boolean,
    token: string,
  ): Promise<Result<SeatGiven>> {
    const member = secrets.member();
    const tokenHash = secrets.hash(token);
    const { name, shape, isKept } = newcomer;
    const admitted = room.admit({ name, shape, isKept, role, member, isCompany, tokenHash });
    if (admitted.type === 'refused') return admitted;
    seats.set(tokenHash, { session: room.session, member });
    // On a full disk the music goes on: people come in, and their seats are kept when it is back (L9).
    await storedOrSoon(admitted.value);
    return granted({ session: room.session, you: member, token });
  }

  const isIn = (session: SessionId, member: MemberId) =>
    memberOf(roomOf(session)?.state() ?? NO_MEMBERS, member) !== undefined;

  const seatOf = (session: SessionId, token: string): MemberId | undefined => {
    const found = seats.get(secrets.hash(token));
    return found?.session === session && isIn(session, found.member) ? found.member : undefined;
  };

  const leave = (room: LiveRoom, tokenHash: string, knock: KnockNumber) => {
    knocks.delete(tokenHash);
    room.forgetKnock(knock);
  };

  return {
    seatOf,
    seat: (room, newcomer, role, isCompany) => sit(room, newcomer, role, isCompany, secrets.token()),
    async join(room, newcomer, isCompany) {
      if (isCompany || !mustWait(room.state(), newcomer)) {
        const seated = await sit(room, newcomer, newcomer.role, isCompany, secrets.token());
        return seated.type === 'refused' ? seated : granted({ type: 'seated', ...seated.value });
      }
      const { name, shape, role, isKept } = newcomer;
      const knocker: Knocker = { name, shape, role, isKept };
      const knock = room.knock(knocker);
      if (knock.type === 'refused') return knock;
      const token = secrets.token();
      const { session } = room;
      knocks.set(secrets.hash(token), { session, knock: knock.value });
      const isAnnounced = room.askAtDoor(knock.value)?.answer.type === 'announced';
      const at: AtDoor = isAnnounced
        ? { type: 'announced', session }
        : { type: 'waiting', session, sentence: undefined };
      return granted({ type: 'atDoor', at, token });
    },
    async reseat(room, member) {
      const { session } = room;
      const former = hashOf(session, member);
      if (former !== undefined) seats.delete(former);
      const token = secrets.token();
      const tokenHash = secrets.hash(token);
      seats.set(tokenHash, { session, member });
      await storedOrSoon(store.append([{ type: 'seat', seat: { session, member, tokenHash } }]));
      return { session, you: member, token };
    },
    async atDoor(room, token) {
      const { session } = room;
      const you = seatOf(session, token);
      if (you !== undefined) return granted({ type: 'in', session, you });
      const tokenHash = secrets.hash(token);
      const found = knocks.get(tokenHash);
      const waiting = found?.session === session ? room.askAtDoor(found.knock) : undefined;
      if (!found || !waiting) {
        knocks.delete(tokenHash);
        return refused('seatUnknown');
      }
      const { answer, sentence } = waiting;
      switch (answer.type) {
        case 'waiting':
          return granted({ type: 'waiting', session, sentence });
        case 'announced':
          return granted({ type: 'announced', session });
        case 'called': {
          // Let go of first: of two pages that ask at once with one token, one comes in.
          leave(room, tokenHash, found.knock);
          const seated = await sit(room, waiting, waiting.role, false, token);
          return seated.type === 'refused' ? seated : granted({ type: 'in', session, you: seated.value.you });
        }
        default:
          leave(room, tokenHash, found.knock);
          return granted({ type: answer.type, session });
      }
    },
    leaveDoor(room, token) {
      const tokenHash = secrets.hash(token);
      const found = knocks.get(tokenHash);
      if (found?.session === room.session) leave(room, tokenHash, found.knock);
    },
    restore({ session, member, tokenHash }) {
      seats.set(tokenHash, { session, member });
    },
    onPutAtDoor(session, member, knock) {
      const tokenHash = hashOf(session, member);
      if (tokenHash === undefined) return;
      seats.delete(tokenHash);
      knocks.set(tokenHash, { session, knock });
    },
    forget(session) {
      for (const [hash, seat] of seats) if (seat.session === session) seats.delete(hash);
      for (const [hash, knock] of knocks) if (knock.session === session) knocks.delete(hash);
    },
  };
}

const NO_MEMBERS = { members: [] };
