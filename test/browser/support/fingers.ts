import type { CDPSession, Locator, Page } from 'playwright-core';

/** Fingers on a glass: several at once, as the device reports them. */
export interface Fingers {
  /** Puts finger `id` down at a place of an element, from 0 to 1 across and down. */
  down(on: Locator, place?: Place, id?: number): Promise<void>;
  move(on: Locator, place: Place, id?: number): Promise<void>;
  up(id?: number): Promise<void>;
  /** Down and up again. */
  tap(on: Locator, place?: Place, id?: number): Promise<void>;
}

export type Place = readonly [across: number, down: number];
const MIDDLE: Place = [0.5, 0.5];

export async function fingersOn(page: Page): Promise<Fingers> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  const touching = new Map<number, { x: number; y: number }>();
  const points = () => [...touching].map(([id, point]) => ({ id, ...point }));
  const put = async (on: Locator, [across, down]: Place, id: number) => {
    const box = await on.boundingBox();
    if (!box) throw new Error('There is nothing to touch');
    touching.set(id, { x: box.x + across * box.width, y: box.y + down * box.height });
  };
  const fingers: Fingers = {
    async down(on, place = MIDDLE, id = 1) {
      await put(on, place, id);
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points() });
    },
    async move(on, place, id = 1) {
      await put(on, place, id);
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points() });
    },
    async up(id = 1) {
      touching.delete(id);
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: points() });
    },
    async tap(on, place, id) {
      await fingers.down(on, place, id);
      await fingers.up(id);
    },
  };
  return fingers;
}
