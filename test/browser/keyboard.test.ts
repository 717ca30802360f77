import { describe, expect, it } from 'vitest';
import { firstHeard, nowIn } from './support/ear.ts';
import { focusedName, keysOf } from './support/keys.ts';
import type { Person } from './support/person.ts';
import { areHere, fixEcho, inRoom, openRoom, peopleIn, says, surface, wishes } from './support/scenes.ts';
import { signIn } from './support/staff.ts';
import { setStage } from './support/stage.ts';
import { until } from './support/until.ts';

const stage = setStage();

const touches = ({ page }: Person) => page.evaluate(() => window.ear.downs.length);

describe('With a keyboard only', () => {
  it('one joins, chooses an instrument, plays, changes how loud it is, and leaves', async () => {
    const [maya, jon] = [await stage.person('Maya'), await stage.person('Jon')];
    const room = await openRoom(maya, stage.server);
    const { page } = jon;
    const keys = keysOf(page);
    await page.goto(stage.server.origin);
    await says(page, 'Come in');
    await keys.tabTo(/^The code of the room/);
    await keys.type(room.code);
    await says(page, 'Who are you today?');
    await until(async () => (await focusedName(page)) === 'Who are you today?', {
      what: 'the new page has the focus',
    });

    await keys.tabTo(/^(Circle|Triangle|Square|Diamond|Star|Drop|Leaf|Wave)$/);
    for (let shapes = 0; (await focusedName(page)) !== 'Wave' && shapes < 8; shapes++)
      await keys.press('ArrowRight');
    expect(await focusedName(page)).toBe('Wave');
    await keys.tabTo(/^Your name/);
    await keys.type('Jon');
    await keys.tabTo('Play along');
    await keys.press('Enter');
    await says(page, 'Only you can hear this');

    await keys.tabTo('Flute');
    for (let shelf = 0; (await focusedName(page)) !== 'Voice' && shelf < 4; shelf++)
      await keys.press('ArrowLeft');
    expect(await focusedName(page)).toBe('Voice');
    await keys.tabTo('Step into the room');
    await keys.press('Enter');
    await inRoom(page);
    await areHere(maya.page, 2);
    await surface(page).waitFor();

    // A field is one slider: arrows go along it, a held key holds the voice.
    await keys.tabTo('Voice: Field');
    await keys.press('ArrowRight');
    await page.keyboard.down(' ');
    await firstHeard(page, await nowIn(page));
    await page.keyboard.up(' ');
    await until(() => wishes(jon, 'releaseNote').length === 1, { what: 'the note ends with the key' });

    await keys.tabTo('My sound');
    await keys.press('Enter');
    await page.getByRole('dialog').waitFor();
    await keys.tabTo('How loud the room is for you');
    const slider = page.getByRole('slider', { name: 'How loud the room is for you' });
    expect(await slider.getAttribute('aria-valuetext')).toBe('50%');
    await keys.press('ArrowRight');
    expect(await slider.getAttribute('aria-valuetext')).toBe('55%');
    await keys.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focusedName(page), 'the focus is back where it was').toBe('My sound');

    await keys.tabTo('Quiet');
    await keys.press('Enter');
    await says(page, 'Quiet is on.');
    await keys.press('Enter');
    await keys.tabTo('Leave');
    await keys.press('Enter');
    await keys.tabTo('Leave quietly');
    await keys.press('Enter');
    await says(page, 'You have left quietly');
    await areHere(maya.page, 1);
    expect(await touches(jon)).toBe(0);
  });

  it('the stones of a page are one stop: arrows go between them, letters play at once', async () => {
    const maya = await stage.person('Maya');
    await openRoom(maya, stage.server);
    await surface(maya.page).waitFor();
    const keys = keysOf(maya.page);
    await keys.tabTo(/^D \d$/);
    const home = await focusedName(maya.page);
    await keys.press('ArrowRight');
    const next = await focusedName(maya.page);
    expect(next).toMatch(/^E \d$/);
    await keys.press('Enter');
    await until(() => wishes(maya, 'playNote').length === 1, { what: 'the stone plays' });
    await keys.press('ArrowLeft');
    expect(await focusedName(maya.page)).toBe(home);
    const before = await nowIn(maya.page);
    for (const key of ['a', 's', 'd']) await keys.press(key);
    await until(() => wishes(maya, 'playNote').length === 4, { what: 'three letters play' });
    expect(await firstHeard(maya.page, before)).toBeGreaterThan(before);
    await maya.picture('keyboard-focus');
  });
});

describe('What has the focus', () => {
  it('is never hidden under something else, on the longest page of all', async () => {
    const maya = await stage.person('Maya');
    await signIn(maya.page, stage.server);
    await maya.page.goto(`${stage.server.origin}/#/open`);
    await says(maya.page, 'Everything here can be changed later');
    const hidden: string[] = [];
    const met: string[] = [];
    const goOn = async (key: string) => {
      await maya.page.keyboard.press(key);
      const name = await focusedName(maya.page);
      met.push(name);
      if (await maya.page.evaluate(isFocusHidden)) hidden.push(name);
      return name;
    };
    while ((await goOn('Tab')) !== 'Open the room' && met.length < 100) {
      const isChoice = await maya.page.evaluate(
        () => document.activeElement?.matches('[type=radio]') ?? false,
      );
      for (let choice = isChoice ? 5 : 0; choice > 0; choice--) await goOn('ArrowDown');
    }
    expect(met.length).toBeGreaterThan(15);
    expect(hidden).toEqual([]);
  });
});

/** In the page: whether the middle of what has the focus lies out of view or under something that is not its own. */
function isFocusHidden(): boolean {
  const focused = document.activeElement;
  const target = focused?.closest('label') ?? focused;
  if (!target) return true;
  const { left, top, width, height } = target.getBoundingClientRect();
  const seen = document.elementFromPoint(left + width / 2, top + height / 2);
  return !(seen && (target.contains(seen) || seen.contains(target)));
}

describe('With one switch, which goes on and presses', () => {
  it('one opens a room, invites company, plays, and leaves', async () => {
    const maya = await stage.person('Maya');
    const { page } = maya;
    const keys = keysOf(page);
    const press = async (name: string | RegExp) => {
      await keys.tabTo(name);
      await keys.press('Enter');
    };
    await signIn(page, stage.server);
    await page.goto(`${stage.server.origin}/#/open`);
    await says(page, 'Everything here can be changed later');
    await press('Open the room');
    await press('Step into the room');
    await inRoom(page);
    await surface(page).waitFor();
    await press('Lead');
    await press('Everything else');
    await press(/^Company/);
    await press('Invite the company');
    await press('Play on');
    await areHere(page, 4);
    await press('Start pulse');
    await says(page, /Counting in|Waiting for/);
    const before = wishes(maya, 'playNote').length;
    await press('Play');
    await keys.press('Enter');
    await keys.press(' ');
    await until(() => wishes(maya, 'playNote').length === before + 3, { what: 'each press is a note' });
    await press('Leave');
    await press('Leave quietly');
    expect(await says(page, 'You have left quietly')).toBe(true);
    expect(await touches(maya)).toBe(0);
  });

  it('one joins with what is offered, is heard by the others, and leaves', async () => {
    const [maya, jon] = [await stage.person('Maya'), await stage.person('Jon')];
    const room = await openRoom(maya, stage.server);
    await fixEcho(maya.page);
    const { page } = jon;
    const keys = keysOf(page);
    const press = async (name: string | RegExp) => {
      await keys.tabTo(name);
      await keys.press(' ');
    };
    await page.goto(room.link);
    await press('Play along');
    await says(page, 'Only you can hear this');
    await surface(page).waitFor();
    await press('Play');
    await firstHeard(page, 0);
    await press('Step into the room');
    await inRoom(page);
    await surface(page).waitFor();
    await keys.tabTo('Play');
    await until(
      async () => {
        const pressed = await nowIn(maya.page);
        await keys.press(' ');
        return firstHeard(maya.page, pressed, 3000).catch(() => undefined);
      },
      { what: 'Maya hears Jon' },
    );
    await press('Leave');
    await press('Leave quietly');
    await says(page, 'You have left quietly');
    await areHere(maya.page, 1);
    expect(await peopleIn(maya.page)).toHaveLength(1);
    expect(await touches(jon)).toBe(0);
  });
});
