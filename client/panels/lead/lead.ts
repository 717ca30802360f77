import type { MemberId, SessionId } from '../../../shared/base/ids.ts';
import type { Refusal } from '../../../shared/base/refusal.ts';
import { type Beats, type RoomMs } from '../../../shared/base/units.ts';
import { CONTROLS } from '../../../shared/event/holding.ts';
import type { PassingWish, RoomWish } from '../../../shared/event/wish.ts';
import { holds } from '../../../shared/room/holding.ts';
import type { PassingView } from '../../../shared/room/passing/view.ts';
import { whyNot } from '../../../shared/room/permissions.ts';
import type { Member, RoomState } from '../../../shared/room/state.ts';
import { roomMsAt } from '../../../shared/time/tempo-map.ts';
import type { LastHeard } from '../../hooks/use-last-heard.ts';
import type { RoomNow } from '../../hooks/use-room-now.ts';
import type { Session } from '../../session/session.ts';
import type { PageName } from './page-name.ts';

/** What whoever leads a room has before them. */
export interface Lead {
  readonly session: Session;
  readonly sessionId: SessionId;
  readonly room: RoomState;
  readonly you: Member;
  readonly passing: PassingView;
  /** What holds at this moment, while other things may be set for a coming bar. */
  readonly now: RoomNow;
  readonly heard: LastHeard;
  /** The beat the room is at, about once a second. */
  readonly beat: Beats;
  /** Opens a page of leading; a person's page is opened by who they are. */
  readonly onPage: (page: PageName, person?: MemberId) => void;
  /** Goes back to where one came from. */
  readonly onBack: () => void;
}

export type LeadWish = RoomWish | PassingWish;
export type WishType = LeadWish['type'];

/** Why one may not wish for something now, by the room's own table; undefined when one may. */
export const hindrance = ({ room, you }: Pick<Lead, 'room' | 'you'>, wish: WishType): Refusal | undefined =>
  whyNot(room, wish, you.id);

/** Whether something is among what one holds at all: if not it is not shown, else it is shown and perhaps resting. */
export const isTheirs = (lead: Pick<Lead, 'room' | 'you'>, wish: WishType): boolean => {
  const reason = hindrance(lead, wish);
  return reason !== 'notAllowed' && reason !== 'notHere';
};

export const may = (lead: Pick<Lead, 'room' | 'you'>, wish: WishType): boolean =>
  hindrance(lead, wish) === undefined;

/** Whether someone has anything to lead: what opens the facilitator's page for them. */
export const mayLead = (room: RoomState, { id, role }: Member): boolean =>
  role === 'facilitator' || CONTROLS.some((control) => holds(room, control, id));

/** The room's time at the beat that is shown. */
export const roomMsOf = ({ room, beat }: Pick<Lead, 'room' | 'beat'>): RoomMs => roomMsAt(room.tempo, beat);
