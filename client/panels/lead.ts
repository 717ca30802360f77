import type { SessionId } from '../../shared/base/ids.ts';
import type { Member, RoomState } from '../../shared/room/state.ts';
import type { RoomNow } from '../hooks/use-room-now.ts';
import type { Session } from '../session/session.ts';

/** What whoever leads a room has before them. */
export interface Lead {
  readonly session: Session;
  readonly sessionId: SessionId;
  readonly room: RoomState;
  readonly you: Member;
  /** What holds at this moment, while other things may be set for a coming bar. */
  readonly now: RoomNow;
}
