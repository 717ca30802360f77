import type { MemberId, SessionId } from '../../shared/base/ids.ts';
import type { KnockNumber } from '../../shared/event/door.ts';
import type { Entry } from '../../shared/event/entry.ts';
import type { Seen } from '../../shared/room/seen.ts';
import type { Broadcast } from './live-room.ts';
import type { After, ServerClock, Store } from './ports.ts';

export interface LiveRoomDeps {
  readonly clock: ServerClock;
  readonly store: Pick<Store, 'append'>;
  readonly after: After;
  readonly broadcast: Broadcast;
  /** Something the store or a bug did; the room goes on. */
  readonly onFault: (fault: unknown) => void;
  /** The company was asked in or sent home. */
  readonly onCompany: (isInvited: boolean) => void;
  /** Someone was sent back to the door and stands there now. */
  readonly onPutAtDoor: (member: MemberId, knock: KnockNumber) => void;
  readonly onCodeRenewed: () => void;
  /** The room closed; its record has been told. */
  readonly onClosed: () => void;
}

/** What a room starts from: its log so far, and the wishes that are in it. */
export interface RoomPast {
  readonly session: SessionId;
  readonly entries: readonly Entry[];
  readonly seen: ReadonlyMap<MemberId, Seen>;
  /** Numbers of the wishes that are on disk, by sender. */
  readonly stored: ReadonlyMap<MemberId, Iterable<number>>;
  /** The highest number of each sender in the room's line: what they wished of the room before it has been decided. */
  readonly lastRoomWish: ReadonlyMap<MemberId, number>;
}
