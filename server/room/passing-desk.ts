import type { MemberId } from '../../shared/base/ids.ts';
import { granted, type Result } from '../../shared/base/result.ts';
import type { RoomMs } from '../../shared/base/units.ts';
import type { KnockNumber } from '../../shared/event/door.ts';
import type { RoomEvent } from '../../shared/event/entry.ts';
import type { PassingWish } from '../../shared/event/wish.ts';
import { asked, knocked, withoutKnock } from '../../shared/room/passing/at-the-door.ts';
import { decidePassing } from '../../shared/room/passing/decide-passing.ts';
import { type Knocker, NOTHING_PASSING, type Waiting } from '../../shared/room/passing/passing.ts';
import { passingDueMs, tidied } from '../../shared/room/passing/tidy.ts';
import { type PassingView, viewFor } from '../../shared/room/passing/view.ts';
import type { RoomState } from '../../shared/room/state.ts';
import { createDueWatch } from './due-watch.ts';
import type { After } from './ports.ts';

/** Where what passes between people lives while the room does: in memory alone, never in a log or on a disk. */
export interface PassingDesk {
  /** Granted with what is to be written of it; what only passes has taken effect already. */
  decide(wish: PassingWish, by: MemberId): Result<readonly RoomEvent[]>;
  knock(knocker: Knocker): Result<KnockNumber>;
  /** Someone at the door asks how it stands; undefined when they are not there any more. */
  ask(knock: KnockNumber): Waiting | undefined;
  forgetKnock(knock: KnockNumber): void;
  /** What one member may know of it; told to them again only when it changes. */
  viewFor(member: MemberId): PassingView;
  /** The room has changed: what follows for what passes, and whom it is told. */
  look(): void;
  forget(member: MemberId): void;
  stop(): void;
}

export interface PassingDeps {
  readonly state: () => RoomState;
  readonly now: () => RoomMs;
  readonly after: After;
  /** The room's own entries that follow from time passing. */
  readonly append: (events: readonly RoomEvent[]) => void;
  readonly tell: (member: MemberId, view: PassingView) => void;
  /** Those who have a link now. */
  readonly connected: () => Iterable<MemberId>;
}

export function createPassingDesk(deps: PassingDeps): PassingDesk {
  const { state, now } = deps;
  let passing = NOTHING_PASSING;
  const told = new Map<MemberId, string>();
  const due = createDueWatch(() => passingDueMs(state(), passing, now()), now, deps.after, look);

  function tellAll() {
    for (const member of deps.connected()) {
      const view = viewFor(state(), passing, member);
      const text = JSON.stringify(view);
      if (told.get(member) === text) continue;
      told.set(member, text);
      deps.tell(member, view);
    }
  }

  function look() {
    const { events, passing: after } = tidied(state(), passing, now());
    passing = after;
    // What is appended leads back here.
    if (events.length > 0) deps.append(events);
    due.watch();
    tellAll();
  }

  return {
    look,
    decide(wish, by) {
      const decided = decidePassing(state(), passing, wish, by, now());
      if (decided.type === 'refused') return decided;
      passing = decided.value.passing;
      if (decided.value.events.length === 0) look();
      return granted(decided.value.events);
    },
    knock(knocker) {
      const taken = knocked(state(), passing, knocker, now());
      if (taken.type === 'refused') return taken;
      passing = taken.value.passing;
      look();
      return granted(taken.value.knock);
    },
    ask(knock) {
      const answer = asked(passing, knock, now());
      passing = answer.passing;
      return answer.waiting;
    },
    forgetKnock(knock) {
      passing = withoutKnock(passing, knock);
      look();
    },
    viewFor(member) {
      const view = viewFor(state(), passing, member);
      told.set(member, JSON.stringify(view));
      return view;
    },
    forget: (member) => told.delete(member),
    stop: due.stop,
  };
}
