import type { MemberId, SessionId } from '../../shared/base/ids.ts';
import type { Result } from '../../shared/base/result.ts';
import type { LagSummary } from '../../shared/time/lag-summary.ts';
import type { KnockNumber } from '../../shared/event/door.ts';
import type { Joined, Newcomer, Role } from '../../shared/event/membership.ts';
import type { Knocker, Waiting } from '../../shared/room/passing/passing.ts';
import type { RoomState } from '../../shared/room/state.ts';
import type { Batch, DownEvents, Farewell } from '../../shared/wire/down.ts';
import type { WishMessage } from '../../shared/wire/up.ts';

/** One member's way out of the server: what is for them alone. The adapter's `close` also cuts the link. */
export interface Connection {
  welcome: DownEvents['welcome'];
  granted: DownEvents['granted'];
  refused: DownEvents['refused'];
  durable: DownEvents['durable'];
  passing: DownEvents['passing'];
  /** Says why, then cuts the link. */
  close(why: Farewell): void;
}

/** What is for everyone who has a connection in the room, encoded once. */
export type Broadcast = (batch: Batch) => void;

export type Disconnected = (silentForMs: number) => void;

/** Someone who comes in, with their name cleaned. */
export interface Admission extends Omit<Newcomer, 'role'> {
  readonly member: MemberId;
  readonly role: Role;
  readonly isCompany: boolean;
  readonly tokenHash: string;
}

/** The room that is live while its session is open. Nothing here awaits; what it asks of others comes back by itself. */
export interface LiveRoom {
  readonly session: SessionId;
  state(): RoomState;
  /**
   * A seat for a newcomer, or why there is none. The seat is taken before this returns; the promise resolves when that
   * is on disk.
   */
  admit(admission: Admission): Result<Promise<void>>;
  /**
   * A link into a seat: sends the welcome, counts the member as here, and closes an older connection to the same seat.
   * Returns the function to call when the link is gone,
   * with how long nothing had been heard over it. Refused (`seatUnknown`, `roomClosed`) without any effect.
   */
  connect(
    member: MemberId,
    connection: Connection,
    have: { readonly seq: number; readonly epoch: string | undefined },
  ): Result<Disconnected>;
  /** Validated already; authorised, sequenced, appended and broadcast here. Answers through the member's connection. */
  accept(member: MemberId, message: WishMessage): void;
  /** Someone stands at the door and will ask how it is; their number. Never written down. */
  knock(knocker: Knocker): Result<KnockNumber>;
  /** How it stands with someone at the door; undefined when they are not there any more. */
  askAtDoor(knock: KnockNumber): Waiting | undefined;
  /** They came in, went away, or have heard the answer. */
  forgetKnock(knock: KnockNumber): void;
  /** How the facilitator came in last, for when they come back to a room whose chair they gave up. */
  facilitatorBefore(): Joined | undefined;
  /** The account behind the facilitator's seat holds no more. */
  disable(member: MemberId): void;
  /** Gives up a seat, as if its person had left by themselves. */
  vacate(member: MemberId): void;
  /** After a restart: simulated musicians of before are gone; if the company was invited, it is asked in again. */
  renewCompany(): void;
  /** The disk can be written, or no longer can: everyone is told (L9). */
  onDiskWell(isWell: boolean): void;
  onLags(member: MemberId, lags: LagSummary): void;
  /** Says farewell to all and stops every timer; the log is left as it is, so that a restarted server goes on from it. */
  stop(why: Farewell): void;
}
