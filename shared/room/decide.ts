import { assertNever } from '../base/assert.ts';
import type { Author } from '../base/ids.ts';
import { granted, refused } from '../base/result.ts';
import type { RoomMs } from '../base/units.ts';
import type { OwnWish, RoomWish } from '../event/wish.ts';
import { decideArc } from './decide-arc.ts';
import { decideDoor } from './decide-door.ts';
import { dueEvents } from './decide-due.ts';
import { decideDynamics } from './decide-dynamics.ts';
import { decideEnding } from './decide-ending.ts';
import { decideGrid } from './decide-grid.ts';
import { decideHolding } from './decide-holding.ts';
import { decideMembership } from './decide-membership.ts';
import { decideSetting } from './decide-setting.ts';
import type { Decision } from './decision.ts';
import { whyNot } from './permissions.ts';
import type { RoomState } from './state.ts';

/**
 * What comes of a wish: events, or a refusal with its reason. Pure; `now` is the room's time. The one place where
 * it is decided who may do what.
 */
export function decide(state: RoomState, wish: RoomWish | OwnWish, by: Author, now: RoomMs): Decision {
  const objection = whyNot(state, wish.type, by);
  if (objection) return refused(objection);
  switch (wish.type) {
    case 'admit':
    case 'leave':
    case 'loseLink':
    case 'goAway':
    case 'returnToSeat':
    case 'expireSeat':
    case 'disable':
    case 'chooseInstrument':
    case 'setKeeping':
    case 'inviteCompany':
    case 'sendCompanyHome':
      return decideMembership(state, wish, by);
    case 'reportReadiness':
    case 'setTempo':
    case 'setMetre':
    case 'startPulse':
    case 'stopPulse':
    case 'stopWaiting':
      return decideGrid(state, wish, by, now);
    case 'setFrame':
    case 'holdGround':
    case 'fixEcho':
    case 'proposeEcho':
    case 'closeRoom':
      return decideSetting(state, wish, now);
    case 'setDoor':
    case 'renewCode':
    case 'putAtDoor':
    case 'remove':
      return decideDoor(state, wish);
    case 'openToAll':
    case 'giveBack':
    case 'takeBack':
      return decideHolding(state, wish, by);
    case 'setArc':
    case 'moveArc':
    case 'setGoals':
      return decideArc(state, wish);
    case 'swell':
    case 'setDensity':
    case 'conduct':
    case 'soften':
    case 'endSoftening':
    case 'hush':
    case 'liftHush':
    case 'pause':
    case 'takeBreak':
    case 'endBreak':
      return decideDynamics(state, wish, by, now);
    case 'announceEnding':
    case 'callOffEnding':
    case 'stopNow':
      return decideEnding(state, wish, now);
    case 'doWhatIsDue':
      return granted(dueEvents(state, now));
    default:
      return assertNever(wish);
  }
}
