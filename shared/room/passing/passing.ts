import type { MemberId } from '../../base/ids.ts';
import type { RoomMs } from '../../base/units.ts';
import type { DoorSentence, KnockNumber } from '../../event/door.ts';
import type { Control } from '../../event/holding.ts';
import type { Shape } from '../../event/look.ts';
import type { RoundKind } from '../../event/round.ts';
import type { Proposal, Signal } from '../../event/signal.ts';
import type { InstrumentId } from '../../music/instrument.ts';

/**
 * What passes between people before anything comes of it: who waits, who was asked, quiet words, proposals, the order of a
 * round. It lives as long as the room is live, in memory alone; what comes of it is an entry, and of what comes to nothing
 * (a no, a pass) there is no trace.
 */
export interface Passing {
  /** Numbers given so far, to knocks, invitations, signals and proposals alike. */
  readonly numbers: number;
  readonly waiting: readonly Waiting[];
  readonly invitations: readonly Invitation[];
  readonly signals: readonly SignalSent[];
  readonly proposals: readonly Proposed[];
  readonly round: RoundCourse | undefined;
}

export const NOTHING_PASSING: Passing = {
  numbers: 0,
  waiting: [],
  invitations: [],
  signals: [],
  proposals: [],
  round: undefined,
};

/** Who stands at the door and how they would come in. */
export interface Knocker {
  readonly name: string | undefined;
  readonly shape: Shape;
  readonly role: 'player' | 'listener';
  readonly isKept: boolean;
}

export interface Waiting extends Knocker {
  readonly knock: KnockNumber;
  readonly since: RoomMs;
  /** Their page asked last then; one that stops asking has gone. */
  readonly askedAt: RoomMs;
  readonly sentence: DoorSentence | undefined;
  readonly answer: DoorAnswer;
}

/**
 *   waiting ──callIn──▶ called ──▶ (comes in)          waiting ──notNow, turnAway──▶ notNow, turnedAway
 *      └─ a listener ─▶ announced ──▶ called                announced ──an objection──▶ groupSaidNo
 */
export type DoorAnswer =
  | { readonly type: 'waiting' }
  | { readonly type: 'announced'; readonly until: RoomMs }
  | { readonly type: 'called'; readonly until: RoomMs }
  | { readonly type: 'notNow' | 'turnedAway' | 'groupSaidNo' };

export interface Invitation {
  readonly number: number;
  readonly from: MemberId;
  readonly to: MemberId;
  readonly until: RoomMs;
  readonly what: Invited;
}

export type Invited =
  | { readonly type: 'hold'; readonly controls: readonly Control[]; readonly bars: number | null }
  | { readonly type: 'instrument'; readonly instrument: InstrumentId }
  /** Some bars of one's own. */
  | { readonly type: 'turn'; readonly bars: number }
  | { readonly type: 'call' | 'answer'; readonly bars: number };

export interface SignalSent {
  readonly number: number;
  readonly signal: Signal;
  /** Undefined for one sent without a name; then nobody can know. */
  readonly from: MemberId | undefined;
  readonly at: RoomMs;
}

export interface Proposed {
  readonly number: number;
  readonly by: MemberId;
  readonly what: Proposal;
  readonly seconded: readonly MemberId[];
  readonly until: RoomMs;
}

/** A round on its way: who is still to be asked, in order. */
export interface RoundCourse {
  readonly kind: RoundKind;
  readonly bars: number;
  readonly queue: readonly MemberId[];
  /** Call and answer: whose yes is still missing; then the turns are set, `times` each. */
  readonly pair: CallAndAnswer | undefined;
}

export interface CallAndAnswer {
  readonly caller: MemberId;
  readonly answerer: MemberId | 'all';
  readonly times: number;
  readonly agreed: readonly MemberId[];
}

/** A wish was decided: what is kept of it, and what passes now. */
export interface PassingDecision<Event> {
  readonly events: readonly Event[];
  readonly passing: Passing;
}
