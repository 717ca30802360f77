import { assertNever } from '../base/assert.ts';
import type { Author } from '../base/ids.ts';
import { granted, refused } from '../base/result.ts';
import type { Control } from '../event/holding.ts';
import type { RoomWish } from '../event/wish.ts';
import type { Decision } from './decision.ts';
import type { RoomState } from './state.ts';

type HoldingWish = Extract<RoomWish, { type: 'openToAll' | 'giveBack' | 'takeBack' }>;

/** Who holds what, apart from what is accepted by invitation. Permission has been given before. */
export function decideHolding(state: RoomState, wish: HoldingWish, by: Author): Decision {
  switch (wish.type) {
    case 'openToAll':
      return state.holding[wish.control].type === 'everyone'
        ? granted([])
        : granted([{ type: 'controlsGiven', controls: [wish.control], to: 'everyone', until: null }]);
    case 'giveBack': {
      const theirs = wish.controls.filter((control) => isOwn(state, control, by));
      return theirs.length === 0 ? refused('alreadySo') : returned(theirs);
    }
    case 'takeBack': {
      const elsewhere = wish.controls.filter((control) => state.holding[control].type !== 'facilitator');
      return elsewhere.length === 0 ? granted([]) : returned(elsewhere);
    }
    default:
      return assertNever(wish);
  }
}

const returned = (controls: readonly Control[]): Decision =>
  granted([{ type: 'controlsReturned', controls: [...new Set(controls)] }]);

function isOwn(state: RoomState, control: Control, by: Author): boolean {
  const holder = state.holding[control];
  return holder.type === 'member' && holder.member === by;
}
