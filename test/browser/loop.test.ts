import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { firstHeard, nowIn, silent, strokesSince } from './support/ear.ts';
import { TABLET } from './support/person.ts';
import { apart, beatOf } from './support/rhythm.ts';
import {
  areHere,
  BPM,
  button,
  choose,
  fixEcho,
  isReady,
  joinByLink,
  openRoom,
  surface,
  wishes,
} from './support/scenes.ts';
import { setStage } from './support/stage.ts';
import { until } from './support/until.ts';

const stage = setStage();

const BAR_MS = (4 * 60_000) / BPM;

const bead = (page: Page, step: number, row: number) => page.locator(`[data-bead="${step} ${row}"]`);

describe('A loop of beads', () => {
  it('[N7] set by a finger and by keys goes round, and both hear it at the same moment, without the echo', async () => {
    const [maya, jon] = [await stage.person('Maya'), await stage.person('Jon', { size: TABLET })];
    const room = await openRoom(maya, stage.server);
    await joinByLink(jon, room, 'Square');
    await Promise.all([areHere(maya.page, 2), isReady(maya), isReady(jon)]);
    await fixEcho(maya.page);
    await surface(jon.page).waitFor();
    await choose(jon.page, 'Loop');
    await bead(jon.page, 0, 0).waitFor();
    await jon.picture('loop-empty');

    await bead(jon.page, 0, 1).tap();
    expect(await bead(jon.page, 0, 1).getAttribute('aria-pressed')).toBe('true');
    expect(await bead(jon.page, 0, 1).getAttribute('aria-label')).toMatch(
      /^Step 1, line 2, .* (soft|medium|strong)$/,
    );
    const set = await nowIn(maya.page);
    await firstHeard(maya.page, set);
    const heard = await Promise.all([maya, jon].map(({ page }) => strokes(page, set, 3)));
    const [one = 0, other = 0] = heard.map((times) => beatOf(times.slice(-2), BAR_MS));
    expect(apart(one, other, BAR_MS)).toBeLessThan(25);
    await jon.picture('loop-going');

    // By keys: the tab stop is one bead, arrows go on from there.
    const sent = wishes(jon, 'setLoop').length;
    await bead(jon.page, 0, 0).focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'Enter']) {
      await jon.page.keyboard.press(key);
    }
    expect(await bead(jon.page, 4, 1).getAttribute('aria-pressed')).toBe('true');
    await until(() => wishes(jon, 'setLoop').length === sent + 1, { what: 'the new bead is sent' });
    const twice = await nowIn(maya.page);
    const both = await strokes(maya.page, twice + BAR_MS, 4);
    expect(both.slice(1).map((time, i) => Math.round((time - (both[i] ?? 0)) / (BAR_MS / 2)))).toEqual([
      1, 1, 1,
    ]);

    await button(jon.page, 'Stop').click();
    await Promise.all([silent(maya.page, 2000), silent(jon.page, 2000)]);
  });

  it('[R5] ends at the bar line when its player leaves', async () => {
    const [maya, jon] = [await stage.person('Maya'), await stage.person('Jon')];
    const room = await openRoom(maya, stage.server);
    await joinByLink(jon, room, 'Square');
    await Promise.all([areHere(maya.page, 2), isReady(maya), isReady(jon)]);
    await choose(jon.page, 'Loop');
    await bead(jon.page, 0, 1).tap();
    await firstHeard(maya.page, await nowIn(maya.page));
    await jon.picture('loop-phone');
    await button(jon.page, 'Leave').click();
    await button(jon.page, 'Leave quietly').click();
    const left = await nowIn(maya.page);
    await areHere(maya.page, 1);
    expect((await silent(maya.page, 2 * BAR_MS)) - left).toBeLessThan(2 * BAR_MS);
  });
});

const strokes = (page: Page, fromMs: number, count: number) =>
  until(
    async () => {
      const heard = await strokesSince(page, fromMs);
      return heard.length >= count && heard.slice(0, count);
    },
    { what: `${count} strokes of the loop`, withinMs: 30_000 },
  );
