import { type LocalMs, localMs } from '../../../shared/base/units.ts';

export interface KeyHands {
  /** A key went down (not its repeats). Says whether it was meant for the surface. */
  onKeyDown(code: string, atMs: LocalMs, target: EventTarget | null): boolean;
  onKeyUp(code: string, atMs: LocalMs): void;
  /** Keys can no longer be followed: the page lost its focus. */
  onLost(atMs: LocalMs): void;
}

/** Follows the keys while the focus is inside an element, until the returned function is called. */
export function followKeys(element: HTMLElement, hands: KeyHands): () => void {
  const listening = new AbortController();
  const listen = { signal: listening.signal };
  element.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return;
      if (event.repeat && !event.code.startsWith('Arrow')) {
        if (event.code === 'Space' || event.code === 'Enter') event.preventDefault();
        return;
      }
      if (hands.onKeyDown(event.code, localMs(event.timeStamp), event.target)) event.preventDefault();
    },
    listen,
  );
  element.addEventListener(
    'keyup',
    (event) => {
      if (isElsewhere(event.target)) return;
      // Space would press a button once more when it comes up.
      if (event.code === 'Space') event.preventDefault();
      hands.onKeyUp(event.code, localMs(event.timeStamp));
    },
    listen,
  );
  const lost = (event: Event) => hands.onLost(localMs(event.timeStamp));
  window.addEventListener('blur', lost, listen);
  element.addEventListener(
    'focusout',
    (event) => {
      if (!(event.relatedTarget instanceof Node && element.contains(event.relatedTarget))) lost(event);
    },
    listen,
  );
  return () => listening.abort();
}

/** A control that lies on the surface keeps its own keys. */
const isElsewhere = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[data-control]') !== null;
