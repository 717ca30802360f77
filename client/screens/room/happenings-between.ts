import type { MemberId } from '../../../shared/base/ids.ts';
import type { Member } from '../../../shared/room/state.ts';

/** Something about another person that is worth saying once. */
export interface Happening {
  readonly type: 'came' | 'left' | 'lost' | 'away' | 'back' | 'instrument';
  readonly member: Member;
}

/** What happened between two pictures of who is here, to everyone but oneself. */
export function happeningsBetween(
  before: readonly Member[],
  after: readonly Member[],
  you: MemberId | undefined,
): readonly Happening[] {
  if (before === after) return [];
  const was = new Map(before.map((member) => [member.id, member]));
  const isStill = new Set(after.map((member) => member.id));
  const left = before
    .filter((member) => !isStill.has(member.id) && member.id !== you)
    .map((member): Happening => ({ type: 'left', member }));
  const others = after.filter((member) => member.id !== you);
  const changed = others.flatMap((member): readonly Happening[] => {
    const last = was.get(member.id);
    if (!last) return [{ type: 'came', member }];
    if (last.presence !== member.presence)
      return [{ type: member.presence === 'here' ? 'back' : member.presence, member }];
    return last.instrument === member.instrument ? [] : [{ type: 'instrument', member }];
  });
  return [...left, ...changed];
}
