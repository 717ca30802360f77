import { type LocalMs, localMs } from '../../../shared/base/units.ts';
import { placeOfKey } from './key-rows.ts';
import { followKeys } from './keys.ts';

/** The button of a surface that plays whatever fits, for one switch. */
export const PLAY = 'play';
/** A place of a surface, from 0, or the button that plays whatever fits. */
export type Place = number | typeof PLAY;

export interface PlaceHands {
  /** How many places there are now, and how many steps an arrow up or down goes. */
  places(): number;
  columns(): number;
  /** An arrow that means something else here than going to another place; says whether it did. */
  onArrow?(code: string): boolean;
  onStrike(source: string, place: Place, atMs: LocalMs): void;
  onEnd(source: string, atMs: LocalMs): void;
  onLost(atMs: LocalMs): void;
}

/** A helper technology that only *presses* holds a note this long. */
const PRESS_MS = 350;
/** A click this soon after a finger is the same touch. */
const SAME_TOUCH_MS = 800;

/**
 * Plays the places of a surface by keys, switches and screen readers. Places are elements with `data-place`: the number of
 * the place, or `play`. One of them is in the tab order; arrows go to the others, Enter or Space strikes, and rows of letters
 * strike at once.
 */
export function followPlaces(root: HTMLElement, hands: PlaceHands): () => void {
  const presses = new Set<ReturnType<typeof setTimeout>>();
  let lastFingerMs = Number.NEGATIVE_INFINITY;

  const endKeys = followKeys(root, {
    onKeyDown(code, atMs, target) {
      const focused = placeOf(target);
      if (code === 'Space' || code === 'Enter') {
        if (focused === undefined) return false;
        hands.onStrike(`key ${code}`, focused, atMs);
        return true;
      }
      const played = placeOfKey(code, hands.places());
      if (played !== undefined) {
        hands.onStrike(`key ${code}`, played, atMs);
        return true;
      }
      if (focused !== undefined && hands.onArrow?.(code)) return true;
      return typeof focused === 'number' && moveFocus(root, code, focused, hands);
    },
    onKeyUp: (code, atMs) => hands.onEnd(`key ${code}`, atMs),
    onLost: (atMs) => hands.onLost(atMs),
  });

  const listening = new AbortController();
  root.addEventListener('pointerdown', (event) => (lastFingerMs = event.timeStamp), {
    signal: listening.signal,
    capture: true,
  });
  root.addEventListener(
    'click',
    (event) => {
      const place = placeOf(event.target);
      if (place === undefined || event.timeStamp - lastFingerMs < SAME_TOUCH_MS) return;
      hands.onStrike('press', place, localMs(event.timeStamp));
      const press = setTimeout(() => {
        presses.delete(press);
        hands.onEnd('press', localMs(performance.now()));
      }, PRESS_MS);
      presses.add(press);
    },
    { signal: listening.signal },
  );
  return () => {
    endKeys();
    listening.abort();
    for (const press of presses) clearTimeout(press);
  };
}

function placeOf(target: EventTarget | null): Place | undefined {
  if (!(target instanceof HTMLElement)) return undefined;
  const named = target.closest<HTMLElement>('[data-place]')?.dataset['place'];
  if (named === undefined) return undefined;
  return named === PLAY ? PLAY : Number(named);
}

/** Moves the focus by an arrow key, and the tab stop with it. */
function moveFocus(root: HTMLElement, code: string, from: number, hands: PlaceHands): boolean {
  const last = hands.places() - 1;
  const goals: Record<string, number> = {
    ArrowRight: from + 1,
    ArrowLeft: from - 1,
    ArrowUp: from + hands.columns(),
    ArrowDown: from - hands.columns(),
    Home: 0,
    End: last,
  };
  const goal = goals[code];
  if (goal === undefined) return false;
  const next = root.querySelector<HTMLElement>(`[data-place='${Math.min(last, Math.max(0, goal))}']`);
  if (!next) return false;
  for (const place of root.querySelectorAll<HTMLElement>("[data-place]:not([data-place='play'])")) {
    place.tabIndex = place === next ? 0 : -1;
  }
  next.focus();
  return true;
}
