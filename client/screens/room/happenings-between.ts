import type { Author, MemberId } from '../../../shared/base/ids.ts';
import { CONTROLS, type Control } from '../../../shared/event/holding.ts';
import { isHushed } from '../../../shared/room/questions.ts';
import type { Holder, Member, RoomState } from '../../../shared/room/state.ts';

/** Something that is worth saying once. */
export type Happening =
  /** About another person. */
  | {
      readonly type: 'came' | 'listens' | 'left' | 'lost' | 'away' | 'back' | 'instrument';
      readonly member: Member;
    }
  | { readonly type: 'rests' | 'returned'; readonly member: Member }
  | { readonly type: 'softened'; readonly member: Member; readonly by: Author }
  | { readonly type: 'unsoftened'; readonly member: Member; readonly isYou: boolean }
  | {
      readonly type: 'given';
      readonly controls: readonly Control[];
      readonly to: Member | 'everyone';
      readonly isYou: boolean;
    }
  | { readonly type: 'returned-controls'; readonly controls: readonly Control[] }
  | {
      readonly type:
        | 'tempo'
        | 'frame'
        | 'calledOff'
        | 'unhushed'
        | 'roundOver'
        | 'doorLocked'
        | 'doorHeld'
        | 'doorOpen';
    };

/** What happened between two pictures of a room that is worth saying, to one who is in it. */
export function happeningsBetween(
  before: RoomState,
  after: RoomState,
  you: MemberId | undefined,
): readonly Happening[] {
  if (before === after) return [];
  return [
    ...peopleBetween(before.members, after.members, you),
    ...holdingBetween(before, after, you),
    ...roomBetween(before, after),
  ];
}

function peopleBetween(
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
  return [
    ...left,
    ...after.flatMap((member) => {
      const last = was.get(member.id);
      return member.id === you ? ofOneself(last, member) : ofAnother(last, member);
    }),
  ];
}

function ofOneself(last: Member | undefined, member: Member): readonly Happening[] {
  return last?.softened && !member.softened ? [{ type: 'unsoftened', member, isYou: true }] : [];
}

function ofAnother(last: Member | undefined, member: Member): readonly Happening[] {
  if (!last) return [{ type: member.role === 'listener' ? 'listens' : 'came', member }];
  if (last.presence !== member.presence)
    return [{ type: member.presence === 'here' ? 'back' : member.presence, member }];
  if (last.isOnBreak !== member.isOnBreak) return [{ type: member.isOnBreak ? 'rests' : 'returned', member }];
  if (!last.softened && member.softened) return [{ type: 'softened', member, by: member.softened.by }];
  if (last.softened && !member.softened) return [{ type: 'unsoftened', member, isYou: false }];
  return last.instrument === member.instrument ? [] : [{ type: 'instrument', member }];
}

/** Controls that went to the same hands are said together. */
function holdingBetween(
  before: RoomState,
  after: RoomState,
  you: MemberId | undefined,
): readonly Happening[] {
  if (before.holding === after.holding) return [];
  const moved = CONTROLS.filter((control) => !isSame(before.holding[control], after.holding[control]));
  const byHolder = new Map<string, Control[]>();
  for (const control of moved) {
    const key = keyOf(after.holding[control]);
    byHolder.set(key, [...(byHolder.get(key) ?? []), control]);
  }
  return [...byHolder.values()].flatMap((controls): readonly Happening[] => {
    const holder = controls[0] && after.holding[controls[0]];
    if (!holder || holder.type === 'facilitator') return [{ type: 'returned-controls', controls }];
    if (holder.type === 'everyone') return [{ type: 'given', controls, to: 'everyone', isYou: false }];
    const to = after.members.find(({ id }) => id === holder.member);
    return to ? [{ type: 'given', controls, to, isYou: to.id === you }] : [];
  });
}

const keyOf = (holder: Holder) =>
  holder.type === 'member' ? `${holder.member} ${holder.until ?? ''}` : holder.type;
const isSame = (one: Holder, other: Holder) => keyOf(one) === keyOf(other);

function roomBetween(before: RoomState, after: RoomState): readonly Happening[] {
  const isAboutEnding = isOther(before.ending, after.ending);
  const isNewMusic = !isAboutEnding && before.stoppedAt === after.stoppedAt;
  const said: readonly (Happening | false)[] = [
    isNewMusic && isOther(before.tempo, after.tempo) && { type: 'tempo' },
    isNewMusic && isOther(before.frames, after.frames) && { type: 'frame' },
    before.ending !== undefined && after.ending === undefined && { type: 'calledOff' },
    isHushed(before) && !isHushed(after) && { type: 'unhushed' },
    before.round !== undefined && after.round === undefined && !after.ending && { type: 'roundOver' },
    isOther(before.door, after.door) && { type: doorOf(after) },
  ];
  return said.filter((happening) => happening !== false);
}

/** By what it is: after a reconnect the same room is made of other objects. */
const isOther = (one: unknown, other: unknown) =>
  one !== other && JSON.stringify(one) !== JSON.stringify(other);

const doorOf = ({ door }: RoomState) =>
  door.isLocked ? 'doorLocked' : door.hasDoor ? 'doorHeld' : 'doorOpen';
