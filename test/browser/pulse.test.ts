import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { nowIn, strokesSince } from './support/ear.ts';
import { TABLET } from './support/person.ts';
import { apart, beatOf, intervalOf } from './support/rhythm.ts';
import {
  areHere,
  button,
  choose,
  closeSheet,
  joinByLink,
  lead,
  openRoom,
  says,
  startPulse,
} from './support/scenes.ts';
import { setStage } from './support/stage.ts';
import { until } from './support/until.ts';

const stage = setStage();

/** The notes of the stones on a page, by their names. */
const stones = (page: Page): Promise<readonly string[]> =>
  page
    .locator('main [data-place]:not([data-place="play"])')
    .evaluateAll((places) =>
      places.map((place) => place.getAttribute('aria-label')?.replace(/ \d$/, '') ?? ''),
    );

const setOf = (names: readonly string[]) => [...new Set(names)].toSorted();

describe('The pulse', () => {
  it('[T12] begins with a count-in for all; [T8] what the facilitator changes holds for all from the next bar', async () => {
    const [maya, jon] = [await stage.person('Maya', { size: TABLET }), await stage.person('Jon')];
    const room = await openRoom(maya, stage.server, { bpm: 100 });
    await joinByLink(jon, room, 'Square');
    await Promise.all([areHere(maya.page, 2), areHere(jon.page, 2)]);
    const both = [maya.page, jon.page];

    await startPulse(maya.page);
    await Promise.all(both.map((page) => says(page, 'Counting in.')));
    await Promise.all([maya.picture('count-in-tablet'), jon.picture('count-in-phone')]);
    await Promise.all(both.map((page) => page.getByText('Counting in.').waitFor({ state: 'detached' })));
    await button(maya.page, 'Stop pulse').waitFor();

    const [began = 0] = await Promise.all(both.map(nowIn));
    const heard = await Promise.all(both.map((page) => strokes(page, began, 7)));
    for (const times of heard) expect(Math.abs(intervalOf(times) - 60_000 / 100)).toBeLessThan(4);
    const beatMs = 60_000 / 100;
    const [one = 0, other = 0] = heard.map((times) => beatOf(times, beatMs));
    expect(apart(one, other, beatMs), 'the two hear the beat together').toBeLessThan(25);

    // The tempo: made ready first, then set.
    await lead(maya.page, /^Tempo/);
    for (let step = 0; step < 10; step++) await button(maya.page, 'Faster').click();
    await maya.picture('tempo');
    await says(maya.page, 'Now: 100 beats a minute.');
    await button(maya.page, 'Set the tempo').click();
    await says(maya.page, 'Now: 120 beats a minute.');
    const faster = await nowIn(maya.page);
    const quick = await Promise.all(both.map((page) => strokes(page, faster + 600, 7)));
    for (const times of quick) expect(Math.abs(intervalOf(times) - 500)).toBeLessThan(4);
    const [first = 0, second = 0] = quick.map((times) => beatOf(times, 500));
    expect(apart(first, second, 500), 'and so they do in the new tempo').toBeLessThan(25);

    // The mood: every surface follows.
    const before = await Promise.all(both.map(stones));
    await button(maya.page, 'Back').click();
    await button(maya.page, /^Mood and beats/).click();
    await maya.page.getByText('Choose freely', { exact: true }).click();
    await choose(maya.page, 'B♭');
    await choose(maya.page, 'Tender and sad Natural minor');
    await maya.picture('mood');
    const natural = ['A♭', 'B♭', 'C', 'C♯', 'E♭', 'F', 'F♯'];
    await Promise.all(
      both.map((page) =>
        until(async () => setOf(await stones(page)).join() === natural.join(), { what: 'the stones follow' }),
      ),
    );
    const after = await Promise.all(both.map(stones));
    expect(after).not.toEqual(before);
    await closeSheet(maya.page);
    await jon.picture('new-mood');

    await button(maya.page, 'Stop pulse').click();
    await button(maya.page, 'Start pulse').waitFor();
    await until(async () => (await strokesSince(jon.page, (await nowIn(jon.page)) - 2000)).length === 0, {
      what: 'the pulse is still',
    });
  });

  it('[T13] waits for a device whose sound does not run, says for whom, and starts without it', async () => {
    const [maya, jon] = [await stage.person('Maya'), await stage.person('Jon')];
    const room = await openRoom(maya, stage.server);
    await joinByLink(jon, room, 'Square');
    await areHere(maya.page, 2);
    await jon.page.evaluate(() => Promise.all(window.ear.contexts.map((context) => context.suspend())));
    await says(jon.page, 'The sound has stopped');
    await startPulse(maya.page);
    await says(maya.page, 'Waiting for Jon to be ready. It starts by itself in a moment.');
    await maya.picture('waiting-for-jon');
    expect(await says(maya.page, 'Counting in.')).toBe(true);
  });
});

/** So many strokes of the pulse after a moment. */
const strokes = (page: Page, fromMs: number, count: number) =>
  until(
    async () => {
      const heard = await strokesSince(page, fromMs);
      return heard.length >= count && heard.slice(0, count);
    },
    { what: `${count} strokes of the pulse` },
  );
