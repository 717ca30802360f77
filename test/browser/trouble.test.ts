import { beforeEach, describe, expect, it } from 'vitest';
import { firstHeard, lastDown, loudestBetween, nowIn, SILENCE, silent, strokesSince } from './support/ear.ts';
import { startLinedServer } from './support/lined-server.ts';
import type { Person } from './support/person.ts';
import { apart, beatOf } from './support/rhythm.ts';
import {
  allReady,
  areHere,
  BPM,
  button,
  fixEcho,
  inRoom,
  isReady,
  joinByLink,
  type OpenRoom,
  openRoom,
  openSheet,
  peopleIn,
  playUntilHeard,
  says,
  startPulse,
  surface,
  wishes,
} from './support/scenes.ts';
import { setStage } from './support/stage.ts';
import { until } from './support/until.ts';

const stage = setStage(startLinedServer);

// A scene that fails in the middle leaves the line as it was.
beforeEach(() => stage.server.line.mend());

const ALONE = 'You are on your own for a moment. Keep playing. We are finding the others.';
const BEAT_MS = 60_000 / BPM;

async function two(
  shape: string,
): Promise<{ readonly maya: Person; readonly jon: Person; readonly room: OpenRoom }> {
  const [maya, jon] = [await stage.person('Maya'), await stage.person('Jon')];
  const room = await openRoom(maya, stage.server);
  await joinByLink(jon, room, shape);
  await Promise.all([areHere(maya.page, 2), areHere(jon.page, 2), isReady(maya), isReady(jon)]);
  await Promise.all([surface(maya.page).waitFor(), surface(jon.page).waitFor()]);
  await fixEcho(maya.page);
  return { maya, jon, room };
}

/** How a person is shown in the circle of another's page: here, lost, away; with their colour and shape. */
const shownOn = (page: Person['page'], name: string) =>
  page
    .locator('header li', { hasText: name })
    .evaluate((person) => ({ part: person.dataset['part'], presence: person.dataset['presence'] }));

/** From now on, each way in which someone was shown to be here, in order and without repeats. */
async function watchPresence(page: Person['page'], name: string): Promise<() => Promise<readonly string[]>> {
  await page.evaluate((who) => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    setInterval(() => {
      const people = [...document.querySelectorAll<HTMLElement>('header li')];
      const now = people.find((person) => person.textContent?.includes(who))?.dataset['presence'] ?? 'gone';
      if (now !== seen.at(-1)) seen.push(now);
    }, 20);
  }, name);
  return () => page.evaluate(() => (window as unknown as { seen: string[] }).seen);
}

const aloneIsOver = ({ page }: Person) => page.getByText(ALONE).waitFor({ state: 'detached' });

describe('A line that drops and comes back', () => {
  it('[R4] [R5] [P3] own sound goes on, the place is kept, no note hangs, and what was missed is no burst', async () => {
    const { maya, jon } = await two('Wave');
    const asItWas = await shownOn(maya.page, 'Jon');
    await playUntilHeard(jon, maya);

    const seen = await watchPresence(maya.page, 'Jon');
    stage.server.line.cut('Jon');
    const cut = await nowIn(maya.page);
    await says(jon.page, ALONE);
    await jon.picture('on-your-own');
    expect((await silent(maya.page, 200)) - cut, 'the held note ends').toBeLessThan(4000);
    await jon.fingers.up();
    await silent(jon.page);
    for (let note = 0; note < 12; note++) {
      await jon.fingers.down(surface(jon.page), [0.2 + note / 20, 0.2]);
      await firstHeard(jon.page, await lastDown(jon.page));
      await jon.fingers.up();
    }
    await until(async () => (await seen()).at(-1) === 'away', { what: 'Jon is shown as away' });
    expect(await seen()).toEqual(['here', 'lost', 'away']);
    await maya.picture('other-away');
    const people = await openSheet(maya.page, /2 here/);
    await people.getByText(/Flute · Away, place kept/).waitFor();
    await button(maya.page, 'Close').click();

    const mended = await nowIn(maya.page);
    stage.server.line.mend();
    await aloneIsOver(jon);
    await until(async () => (await shownOn(maya.page, 'Jon')).presence === 'here', {
      what: 'Jon is shown as here',
    });
    const back = await nowIn(maya.page);
    expect(await shownOn(maya.page, 'Jon')).toEqual(asItWas);
    await button(jon.page, 'Flute').waitFor();
    expect(await loudestBetween(maya.page, mended, back + 1500), 'nothing of what was missed').toBeLessThan(
      SILENCE,
    );

    await playUntilHeard(jon, maya);
    expect(await peopleIn(maya.page)).toHaveLength(2);
  });

  it('[R4] for a moment only is not shown to the others', async () => {
    const { maya, jon } = await two('Star');
    const seen = await watchPresence(maya.page, 'Jon');
    stage.server.line.cut('Jon');
    await says(jon.page, ALONE);
    stage.server.line.mend();
    await aloneIsOver(jon);
    await playUntilHeard(jon, maya);
    expect(await seen()).toEqual(['here']);
  });

  it('where a network blocks WebSocket the slower way is used, and it says so', async () => {
    const [maya, jon] = [await stage.person('Maya'), await stage.person('Polly')];
    const room = await openRoom(maya, stage.server);
    stage.server.line.forbidWebSockets('Polly');
    await joinByLink(jon, room);
    await areHere(maya.page, 2);
    const told = 'The network here blocks the fast way to the others. We use a slower one.';
    expect(await says(jon.page, told)).toBe(true);
    await jon.picture('slow-line');
    await isReady(maya);
    await surface(maya.page).waitFor();
    await fixEcho(maya.page);
    await playUntilHeard(maya, jon);
  });
});

describe('A server that is killed and started again', () => {
  it('[L2] [T5] everyone is back by themselves, in the same room, and the pulse never lost its place', async () => {
    const { maya, jon } = await two('Square');
    const both = [maya, jon];
    await startPulse(maya.page);
    await Promise.all(both.map(({ page }) => says(page, 'Counting in.')));
    await Promise.all(both.map(({ page }) => page.getByText('Counting in.').waitFor({ state: 'detached' })));
    const before = await Promise.all(both.map(({ page }) => phase(page)));
    const people = await peopleIn(maya.page);

    await stage.server.kill();
    await Promise.all(both.map(({ page }) => says(page, ALONE)));
    await Promise.all([maya.picture('server-gone-maya'), jon.picture('server-gone-jon')]);
    const alone = await Promise.all(both.map(({ page }) => phase(page)));
    await jon.fingers.tap(surface(jon.page), [0.5, 0.5]);

    await stage.server.startAgain();
    await Promise.all(both.map(aloneIsOver));
    await Promise.all(both.map(({ page }) => allReady(page)));
    const after = await Promise.all(both.map(({ page }) => phase(page)));
    for (const [i, person] of both.entries()) {
      const [then = 0, meanwhile = 0, now = 0] = [before[i], alone[i], after[i]];
      expect(apart(then, meanwhile, BEAT_MS), `${person.name}: the pulse while alone`).toBeLessThan(25);
      expect(apart(then, now, BEAT_MS), `${person.name}: the pulse after the return`).toBeLessThan(25);
    }
    expect(await peopleIn(maya.page)).toEqual(people);
    await button(jon.page, 'Marimba').waitFor();
    await jon.fingers.tap(surface(jon.page), [0.5, 0.5]);
    await until(() => wishes(jon, 'playNote').length > 0);
    await button(maya.page, 'Stop pulse').waitFor();
  });
});

/** Where the beat lies on a page, from six strokes from now on. */
async function phase(page: Person['page']): Promise<number> {
  const from = await nowIn(page);
  const strokes = await until(
    async () => {
      const heard = await strokesSince(page, from);
      return heard.length >= 6 && heard;
    },
    { what: 'six strokes of the pulse' },
  );
  return beatOf(strokes, BEAT_MS);
}

describe('Sound that stops', () => {
  it('comes back with one large button, and on the beat', async () => {
    const jon = await stage.person('Jon');
    await openRoom(jon, stage.server);
    await isReady(jon);
    await startPulse(jon.page);
    await says(jon.page, 'Counting in.');
    await jon.page.getByText('Counting in.').waitFor({ state: 'detached' });
    const before = await phase(jon.page);
    await jon.page.evaluate(() => Promise.all(window.ear.contexts.map((context) => context.suspend())));
    await says(jon.page, 'The sound has stopped');
    await jon.picture('sound-stopped');
    const again = button(jon.page, 'Sound again');
    const box = await again.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(60);
    await again.tap();
    await again.waitFor({ state: 'detached' });
    expect(apart(before, await phase(jon.page), BEAT_MS)).toBeLessThan(25);
  });

  it('or never came: without a loudspeaker one is told, and can play for the others', async () => {
    const [maya, jon] = [await stage.person('Maya'), await stage.person('Jon')];
    await jon.context.addInitScript(() => {
      window.AudioContext = new Proxy(AudioContext, {
        construct() {
          throw new DOMException('There is no device', 'NotSupportedError');
        },
      });
    });
    const room = await openRoom(maya, stage.server);
    await isReady(maya);
    await jon.page.goto(room.link);
    await button(jon.page, 'Play along').click();
    await button(jon.page, 'Step into the room').click();
    await inRoom(jon.page);
    await button(jon.page, 'Sound again').click();
    expect(await says(jon.page, 'This device has no sound')).toBe(true);
    await jon.picture('no-sound');
    await button(jon.page, 'Play without sound').click();
    await fixEcho(maya.page);
    await playUntilHeard(jon, maya);
  });

  it('a browser without what is needed is told what it lacks, before anything else', async () => {
    const jon = await stage.person('Jon');
    await jon.context.addInitScript(() => {
      Reflect.deleteProperty(window, 'AudioContext');
    });
    await jon.page.goto(stage.server.origin);
    await says(jon.page, 'This browser cannot play');
    expect(await says(jon.page, 'What is missing: sound made in the page (Web Audio).')).toBe(true);
    await jon.picture('unsupported');
  });
});

describe('A server that cannot be reached', () => {
  it('is said in words at the door, and one more try finds it', async () => {
    const [maya, jon] = [await stage.person('Maya'), await stage.person('Jon')];
    const room = await openRoom(maya, stage.server);
    await jon.page.goto(stage.server.origin);
    await says(jon.page, 'Come in');
    stage.server.line.cut('Jon');
    const field = jon.page.getByRole('textbox', { name: 'The code of the room' });
    await field.fill(room.code);
    await says(
      jon.page,
      'We cannot reach the room just now. Check that this device is online, then try once more.',
    );
    expect(await field.inputValue()).toBe(room.code);
    await jon.picture('unreachable');
    stage.server.line.mend();
    await button(jon.page, 'Open the door').click();
    await says(jon.page, 'Who are you today?');
  });
});
