import type { Page } from 'playwright-core';

/** Someone who has only a keyboard, or only a switch: nothing here touches or points. */
export interface Keys {
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Tab by Tab to what bears this name; fails with all it met on the way. */
  tabTo(name: string | RegExp): Promise<void>;
}

/** More than any page has stops; one round meets each of them. */
const MOST_TABS = 120;

export function keysOf(page: Page): Keys {
  return {
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    async tabTo(name) {
      const met: string[] = [];
      for (let tabs = 0; tabs < MOST_TABS; tabs++) {
        await page.keyboard.press('Tab');
        const focused = await focusedName(page);
        if (typeof name === 'string' ? focused === name : name.test(focused)) return;
        met.push(focused);
      }
      throw new Error(`${String(name)} was not met by Tab, only: ${[...new Set(met)].join(' | ')}`);
    },
  };
}

/** What a screen reader would call the thing in focus, near enough for a test. */
export const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement)) return '';
    const labels =
      focused instanceof HTMLInputElement
        ? [...(focused.labels ?? [])].map((label) => label.textContent)
        : [];
    const name = focused.getAttribute('aria-label') ?? (labels.join(' ') || focused.textContent) ?? '';
    return name.trim().replaceAll(/\s+/g, ' ');
  });
