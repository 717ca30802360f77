import type { Author, MemberId } from '../base/ids.ts';
import { CONTROLS, type Control } from '../event/holding.ts';
import type { Holder, Member, RoomState } from './state.ts';

/** Questions about who holds the room. At each instant every control has exactly one holder or is everyone's (H1). */

export const FACILITATOR_HOLDS: Holder = { type: 'facilitator' };

export const HELD_BY_FACILITATOR: RoomState['holding'] = {
  door: FACILITATOR_HOLDS,
  people: FACILITATOR_HOLDS,
  tempo: FACILITATOR_HOLDS,
  frame: FACILITATOR_HOLDS,
  dynamics: FACILITATOR_HOLDS,
  rounds: FACILITATOR_HOLDS,
  arc: FACILITATOR_HOLDS,
  ending: FACILITATOR_HOLDS,
};

export const facilitatorOf = (state: RoomState): Member | undefined =>
  state.members.find(({ role }) => role === 'facilitator');

/** Whether `by` may use a control now. Of what everyone may, listeners may not: they came to listen. */
export function holds(state: RoomState, control: Control, by: Author): boolean {
  const member = state.members.find(({ id }) => id === by);
  if (!member) return false;
  const holder = state.holding[control];
  switch (holder.type) {
    case 'facilitator':
      return member.role === 'facilitator';
    case 'member':
      return holder.member === by;
    default:
      return member.role !== 'listener';
  }
}

/** The controls someone holds for themselves alone. */
export const controlsOf = (state: RoomState, by: Author): readonly Control[] =>
  CONTROLS.filter((control) => {
    const holder = state.holding[control];
    return holder.type !== 'everyone' && holds(state, control, by);
  });

/** A member, other than the facilitator, who accepted to share the holding. */
export const isCoFacilitator = (state: RoomState, id: MemberId): boolean =>
  CONTROLS.some((control) => {
    const holder = state.holding[control];
    return holder.type === 'member' && holder.member === id;
  });

/** Whether somebody is here who holds something of the room: else all see that the facilitator is away. */
export const isHeld = (state: RoomState): boolean =>
  state.members.some(
    ({ id, role, presence, isCompany }) =>
      presence !== 'away' && !isCompany && (role === 'facilitator' || isCoFacilitator(state, id)),
  );

/** The holding with some controls given on. */
export const withHolder = (
  holding: RoomState['holding'],
  controls: readonly Control[],
  holder: Holder,
): RoomState['holding'] => ({
  ...holding,
  ...Object.fromEntries(controls.map((control) => [control, holder])),
});

/** The holding with what a member held back with the facilitator. The same object if they held nothing. */
export function withoutHolder(holding: RoomState['holding'], member: MemberId): RoomState['holding'] {
  const theirs = CONTROLS.filter((control) => {
    const holder = holding[control];
    return holder.type === 'member' && holder.member === member;
  });
  return theirs.length === 0 ? holding : withHolder(holding, theirs, FACILITATOR_HOLDS);
}
