import type { Browser, Page } from 'playwright-core';
import { installTap } from './tap.ts';

/** Someone who joins by the link with a page of their own and steps into the room, with a tap at their loudspeaker. */
export async function visit(browser: Browser, inviteLink: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 768, height: 1024 },
    hasTouch: true,
    bypassCSP: true,
    locale: 'en',
  });
  const page = await context.newPage();
  await installTap(page);
  await page.goto(inviteLink);
  await walkIn(page);
  return page;
}

/** From the first page to the room, by what is written on the buttons. */
export async function walkIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Play along' }).click();
  await page.getByRole('button', { name: 'Step into the room' }).click();
  await page.getByRole('button', { name: 'Leave' }).waitFor();
}
