import type { MemberId } from '../base/ids.ts';
import type { Member, RoomState } from './state.ts';

/** The room with something about one member changed. */
export function withMember(state: RoomState, id: MemberId, changed: Partial<Member>): RoomState {
  return {
    ...state,
    members: state.members.map((member) => (member.id === id ? { ...member, ...changed } : member)),
  };
}
