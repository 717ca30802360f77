import type { Refusal } from '../../shared/base/refusal.ts';
import type { DoorSentence } from '../../shared/event/door.ts';
import { ASK_AT_DOOR_MS, type AtDoor, type Seat } from '../../shared/wire/door.ts';
import type { DoorAnswer } from './door-client.ts';

/**
 * What someone at a door sees of it.
 *
 *   asking ──▶ waiting ◀──▶ announced ──▶ in
 *                │  ├──▶ notNow ──knock──▶ waiting
 *                │  └──▶ turnedAway, groupSaidNo
 *                └──not known there──▶ (knocks again by itself) ──▶ waiting | refused
 *                                  └──nothing to say────────────▶ unknown
 */
export type AtDoorView =
  | { readonly type: 'asking' }
  | { readonly type: 'waiting'; readonly sentence: DoorSentence | undefined }
  | { readonly type: 'announced' }
  | { readonly type: 'in'; readonly seat: Seat }
  | { readonly type: 'notNow' | 'turnedAway' | 'groupSaidNo' | 'unknown' }
  | { readonly type: 'refused'; readonly reason: Refusal };

export interface DoorWatchDeps {
  readonly ask: () => Promise<DoorAnswer<AtDoor | undefined>>;
  /** Says again who is there; undefined where this page does not know what was said. */
  readonly knock: (() => Promise<DoorAnswer<AtDoor>>) | undefined;
  readonly after: (delayMs: number, task: () => void) => () => void;
  /** `isAlone`: nobody answers just now; what was seen last still stands. */
  readonly onView: (view: AtDoorView, isAlone: boolean) => void;
}

export interface DoorWatch {
  /** After a no for now: knocks once more. */
  knockAgain(): void;
  stop(): void;
}

/** A door that forgets whoever knocks is not knocked at for ever. */
const MAX_KNOCKS_IN_A_ROW = 3;
/** While nobody answers one asks less and less often, up to this. */
const MAX_ASK_MS = 6000;

/** Waits at a door until there is an answer. A server that began anew knows nobody at its door: then it knocks again. */
export function watchDoor(deps: DoorWatchDeps, first?: AtDoor): DoorWatch {
  const { ask, knock, after, onView } = deps;
  let view: AtDoorView = { type: 'asking' };
  let isOver = false;
  let knocks = 0;
  let waitMs = ASK_AT_DOOR_MS;
  let cancel: () => void = () => undefined;

  const show = (next: AtDoorView) => {
    view = next;
    onView(next, false);
  };
  const askLater = () => {
    cancel = after(waitMs, () => void look());
  };

  async function look() {
    const answer = await ask();
    if (isOver) return;
    if (answer.type === 'granted' && answer.value) {
      knocks = 0;
      return take(answer.value);
    }
    if (answer.type === 'granted') return knockIfKnown();
    return alone();
  }

  function alone() {
    waitMs = Math.min(MAX_ASK_MS, waitMs * 2);
    onView(view, true);
    askLater();
  }

  function take(answer: AtDoor) {
    waitMs = ASK_AT_DOOR_MS;
    show(seen(answer));
    if (answer.type === 'waiting' || answer.type === 'announced') askLater();
  }

  async function knockIfKnown() {
    if (!knock || knocks >= MAX_KNOCKS_IN_A_ROW) return show({ type: 'unknown' });
    knocks += 1;
    const answer = await knock();
    if (isOver) return undefined;
    if (answer.type === 'granted') return take(answer.value);
    if (answer.type === 'unreachable') return alone();
    return show({ type: 'refused', reason: answer.reason });
  }

  if (first) take(first);
  else void look();

  return {
    knockAgain() {
      cancel();
      knocks = 0;
      show({ type: 'asking' });
      void knockIfKnown();
    },
    stop() {
      isOver = true;
      cancel();
    },
  };
}

function seen(answer: AtDoor): AtDoorView {
  if (answer.type === 'waiting') return { type: 'waiting', sentence: answer.sentence };
  if (answer.type === 'in') return { type: 'in', seat: { session: answer.session, you: answer.you } };
  return { type: answer.type };
}
