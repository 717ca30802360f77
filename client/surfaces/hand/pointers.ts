import { type LocalMs, localMs } from '../../../shared/base/units.ts';
import { createFeel } from './feel.ts';

/** One reading of one finger, in css pixels from the top left of the surface. */
export interface PointerSample {
  readonly source: string;
  readonly x: number;
  readonly y: number;
  readonly atMs: LocalMs;
  /** How strong the device says the touch was, 0 to 1; `undefined` where it tells nothing. */
  readonly felt: number | undefined;
}

export interface PointerHands {
  onDown(sample: PointerSample): void;
  /** All readings since the last event, in order. */
  onMove(samples: readonly PointerSample[]): void;
  onUp(source: string, atMs: LocalMs): void;
}

/**
 * Follows every finger, pen and mouse on an element, until the returned function is called. A mouse counts while its first
 * button is down. Places are taken from the element, so a finger may slide over whatever lies in it.
 */
export function followPointers(element: HTMLElement, hands: PointerHands): () => void {
  const boxes = new Map<number, { readonly left: number; readonly top: number }>();
  const feel = createFeel();
  const listening = new AbortController();
  const listen = { signal: listening.signal };

  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || isControl(event.target, element)) return;
      const box = element.getBoundingClientRect();
      boxes.set(event.pointerId, box);
      hands.onDown(sampleOf(event, box, feel(event)));
      // A finger is followed beyond the edge, where a mouse would be lost.
      if (event.pointerType === 'mouse') element.setPointerCapture(event.pointerId);
    },
    listen,
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      const box = boxes.get(event.pointerId);
      if (!box) return;
      const events = event.getCoalescedEvents?.() ?? [];
      hands.onMove((events.length > 0 ? events : [event]).map((each) => sampleOf(each, box, undefined)));
    },
    listen,
  );
  const up = (event: PointerEvent) => {
    if (boxes.delete(event.pointerId)) hands.onUp(sourceOf(event), localMs(event.timeStamp));
  };
  element.addEventListener('pointerup', up, listen);
  element.addEventListener('pointercancel', up, listen);
  element.addEventListener(
    'lostpointercapture',
    (event) => event.pointerType === 'mouse' && up(event),
    listen,
  );
  element.addEventListener('contextmenu', (event) => event.preventDefault(), listen);
  return () => listening.abort();
}

const sourceOf = (event: PointerEvent) => `pointer ${event.pointerId}`;

const sampleOf = (
  event: PointerEvent,
  box: { readonly left: number; readonly top: number },
  felt: number | undefined,
): PointerSample => ({
  source: sourceOf(event),
  x: event.clientX - box.left,
  y: event.clientY - box.top,
  atMs: localMs(event.timeStamp),
  felt,
});

/** A button that lies on the surface and is no part of the instrument. */
function isControl(target: EventTarget | null, element: HTMLElement): boolean {
  return target instanceof Element && element.contains(target) && target.closest('[data-control]') !== null;
}
