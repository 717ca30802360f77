import { describe, expect, it } from 'vitest';
import { fillSeats, takeSeat } from './support/company-of-many.ts';
import { firstHeard, lastDown } from './support/ear.ts';
import { PHONE, TABLET } from './support/person.ts';
import {
  areHere,
  button,
  choose,
  comeToWork,
  fixEcho,
  inRoom,
  isReady,
  joinByLink,
  lead,
  openRoom,
  openRoomByHand,
  openSheet,
  peopleIn,
  playUntilHeard,
  sayWho,
  says,
  surface,
  wishes,
  writeSignIn,
} from './support/scenes.ts';
import { FACILITATOR, signIn } from './support/staff.ts';
import { setStage } from './support/stage.ts';

const stage = setStage();

describe('The door', () => {
  it('the printed link makes the first account, works once, and lets whoever used it sign in', async () => {
    const [maya, other] = [await stage.person('Maya', { size: TABLET }), await stage.person('Other')];
    await maya.page.goto(stage.server.startLink());
    await says(maya.page, 'You are the first one here');
    expect(await maya.page.getByText(/both: a facilitator, .* and an admin/).isVisible()).toBe(true);
    await maya.picture('first-account');
    await comeToWork(maya, stage.server);
    expect(maya.page.url()).not.toContain('start');
    await maya.picture('home');

    await other.page.goto(stage.server.startLink());
    await says(other.page, 'This link has been used');
    await says(other.page, /A start link makes the first account, once/);
    await other.picture('link-used');
    await button(other.page, 'Sign in').click();
    await other.page.getByRole('textbox', { name: 'Name for signing in' }).fill('maya');
    await other.page.getByLabel(/password/i).fill('not her password');
    await button(other.page, 'Sign in').click();
    await says(other.page, 'That name and password do not go together.');
    expect(await other.page.getByRole('textbox', { name: 'Name for signing in' }).inputValue()).toBe('maya');
  });

  it('from the front door someone who works here comes to where they wanted, after signing in', async () => {
    const maya = await stage.person('Maya', { size: TABLET });
    await maya.page.goto(stage.server.origin);
    await button(maya.page, 'I work here').click();
    await writeSignIn(maya.page);
    await says(maya.page, 'Hello, Maya');
    await maya.context.clearCookies();
    await maya.page.goto(`${stage.server.origin}/#/plan`);
    await maya.page.reload();
    await writeSignIn(maya.page);
    expect(await says(maya.page, 'Change what matters to you.')).toBe(true);
    expect(maya.page.url()).toContain('#/plan');
  });

  it('a sign-in that has run out is asked for over the page, loses nothing, and goes on', async () => {
    const maya = await stage.person('Maya', { size: TABLET });
    await signIn(maya.page, stage.server);
    await maya.page.goto(`${stage.server.origin}/#/plan`);
    await maya.page.getByRole('textbox', { name: 'Name of this session' }).fill('Quiet Tuesday');
    await maya.context.clearCookies();
    await button(maya.page, 'Keep it').click();
    const sheet = maya.page.getByRole('dialog');
    await sheet.getByText('Everything you wrote is still here').waitFor();
    await maya.picture('sign-in-again');
    await sheet.getByLabel(/password/i).fill(FACILITATOR.password);
    await sheet.getByRole('button', { name: 'Sign in' }).click();
    await says(maya.page, 'Hello, Maya');
    await maya.page.getByRole('article', { name: 'Quiet Tuesday' }).waitFor();
    await button(maya.page, 'Delete').click();
    await says(maya.page, 'Quiet Tuesday is deleted.');
    await button(maya.page, 'Take it back').click();
    await maya.page.getByRole('article', { name: 'Quiet Tuesday' }).waitFor();
    await maya.page.reload();
    expect(await maya.page.getByRole('article', { name: 'Quiet Tuesday' }).waitFor()).toBeUndefined();
  });

  it('the facilitator comes back on another device, past the door, with one tap', async () => {
    const [maya, again] = [await stage.person('Maya', { size: TABLET }), await stage.person('Maya again')];
    const room = await openRoom(maya, stage.server, { title: 'Monday circle', hasDoor: true });
    await maya.context.close();
    await signIn(again.page, stage.server);
    await again.page.goto(`${stage.server.origin}/#/staff`);
    await button(again.page, 'Go back in: Monday circle').click();
    await inRoom(again.page);
    expect(again.page.url()).toContain(room.session);
    expect((await peopleIn(again.page)).join()).toMatch(/Maya/);
  });

  it('[D1] a second person types the code, with spaces and in small letters, and comes in', async () => {
    const [maya, jon] = [await stage.person('Maya', { size: TABLET }), await stage.person('Jon')];
    const room = await openRoomByHand(maya, stage.server);
    await jon.page.goto(stage.server.origin);
    await jon.picture('welcome');
    const typed = `${room.code.slice(0, 3)} ${room.code.slice(3)}`.toLowerCase();
    await jon.page.getByRole('textbox', { name: 'The code of the room' }).pressSequentially(typed);
    await says(jon.page, 'Who are you today?');
    await sayWho(jon, 'Star');
    await jon.picture('who-are-you');
    await button(jon.page, 'Play along').click();
    await says(jon.page, 'Only you can hear this');
    await button(jon.page, 'Step into the room').click();
    await inRoom(jon.page);
    await Promise.all([areHere(maya.page, 2), areHere(jon.page, 2)]);
    expect((await peopleIn(maya.page)).join()).toMatch(/Maya.*Jon/);
    await Promise.all([maya.picture('room-tablet'), jon.picture('room-phone')]);
  });

  it('[D1] a third comes by the invitation link, a fourth pastes it where the code goes', async () => {
    const maya = await stage.person('Maya');
    const room = await openRoom(maya, stage.server);
    await joinByLink(await stage.person('Jon'), room);
    const ada = await stage.person('Ada');
    await ada.page.goto(stage.server.origin);
    await ada.page.getByRole('textbox', { name: 'The code of the room' }).fill(room.link);
    expect(await says(ada.page, 'Who are you today?')).toBe(true);
    await areHere(maya.page, 2);
  });

  it('a listener comes in with one tap and is shown to everyone as listening', async () => {
    const [maya, ola] = [await stage.person('Maya'), await stage.person('Ola')];
    const room = await openRoom(maya, stage.server);
    await ola.page.goto(room.link);
    await sayWho(ola, 'Leaf');
    await button(ola.page, 'Just listen').click();
    await says(ola.page, 'You are listening');
    await ola.picture('listening');
    await areHere(maya.page, 2);
    const sheet = await openSheet(maya.page, /2 here/);
    expect(await sheet.getByRole('listitem').filter({ hasText: 'Ola' }).allInnerTexts()).toContainEqual(
      expect.stringContaining('Listening'),
    );
  });
});

describe('[D1] A code that opens nothing', () => {
  it('is told in plain words, and what was typed stays', async () => {
    const jon = await stage.person('Jon');
    await jon.page.goto(stage.server.origin);
    const field = jon.page.getByRole('textbox', { name: 'The code of the room' });
    await field.pressSequentially('kkk kkk');
    await says(jon.page, 'That code opens no room. Look at it once more');
    expect(await field.inputValue()).toBe('KKKKKK');
    await jon.picture('code-unknown');
  });

  it('is told as too short while letters are missing, and as unknown with a letter no code has', async () => {
    const jon = await stage.person('Jon');
    await jon.page.goto(stage.server.origin);
    const field = jon.page.getByRole('textbox', { name: 'The code of the room' });
    await field.fill('BCDF');
    await field.press('Enter');
    await says(jon.page, '2 letters are still missing.');
    await field.fill('BCDFGO');
    await says(jon.page, 'That code opens no room.');
    expect(await field.inputValue()).toBe('BCDFGO');
  });

  it('looks the same when the room has closed, by code and by link', async () => {
    const [maya, jon] = [await stage.person('Maya'), await stage.person('Jon')];
    const room = await openRoom(maya, stage.server);
    await lead(maya.page, /End for everyone/);
    await button(maya.page, 'Close the room').click();
    await says(maya.page, 'That was the last sound');

    await jon.page.goto(stage.server.origin);
    const field = jon.page.getByRole('textbox', { name: 'The code of the room' });
    await field.fill(room.code);
    await says(jon.page, 'That code opens no room.');
    expect(await field.inputValue()).toBe(room.code);
    await jon.page.goto(room.link);
    await says(jon.page, 'This door is closed');
    await button(jon.page, 'Type a code').click();
    await says(jon.page, 'Come in');
  });

  it('[D2] tried too often asks for a minute of rest, and an invitation still opens', async () => {
    const [maya, jon] = [await stage.person('Maya'), await stage.person('Jon')];
    const room = await openRoom(maya, stage.server);
    await jon.page.goto(stage.server.origin);
    const field = jon.page.getByRole('textbox', { name: 'The code of the room' });
    const rest = jon.page.getByText('Too many tries just now. Wait a minute, then try again.');
    for (let tries = 0; tries < 12 && !(await rest.isVisible()); tries++) {
      await field.fill('');
      await field.fill(`ZZZZZ${'BCDFGHJKMNPQ'[tries]}`);
      await jon.page.getByText(/opens no room|Too many tries/).waitFor();
    }
    expect(await rest.isVisible()).toBe(true);
    await joinByLink(jon, room);
  });
});

describe('At the door of a room', () => {
  it('[R1] the twenty-fifth person is told that all chairs are taken, and keeps their name', async () => {
    const [maya, jon] = [await stage.person('Maya'), await stage.person('Jon')];
    const room = await openRoom(maya, stage.server);
    await fillSeats(stage.server.origin, room, 23);
    await areHere(maya.page, 24);
    await maya.picture('full-circle');
    await jon.page.goto(room.link);
    await sayWho(jon, 'Star');
    await button(jon.page, 'Play along').click();
    await button(jon.page, 'Step into the room').click();
    await says(
      jon.page,
      'All the chairs are taken just now. Wait a little, or ask the person who invited you.',
    );
    await jon.picture('room-full');
    await button(jon.page, 'Back').click();
    expect(await jon.page.getByRole('textbox', { name: 'Your name' }).inputValue()).toBe('Jon');
    expect(await jon.page.getByRole('radio', { name: 'Star' }).isChecked()).toBe(true);
  });

  it('[D4] a name that is too long or has no letters is told at its field, and stays as it was typed', async () => {
    const [maya, jon] = [await stage.person('Maya'), await stage.person('Jon')];
    const room = await openRoom(maya, stage.server);
    await jon.page.goto(room.link);
    const field = jon.page.getByRole('textbox', { name: 'Your name' });
    for (const [typed, told] of [
      ['Bartholomew the Magnificent of Trondheim', 'That is a long one. Up to 24 letters fit.'],
      ['---', 'That name has no letters. Write another, or leave it empty.'],
    ] as const) {
      await field.fill(typed);
      await button(jon.page, 'Play along').click();
      await says(jon.page, told);
      expect(await field.inputValue()).toBe(typed);
      expect(await field.getAttribute('aria-invalid')).toBe('true');
    }
    await jon.picture('name-empty');
  });

  it('[R2] a name that looks like another is sent back to its field with everything else as it was', async () => {
    const [maya, jon] = [await stage.person('Maya'), await stage.person('Jon')];
    const room = await openRoom(maya, stage.server);
    await jon.page.goto(room.link);
    // The first letter is Cyrillic.
    await jon.page.getByRole('textbox', { name: 'Your name' }).fill('Мaya');
    await choose(jon.page, 'Drop');
    await choose(jon.page, 'Yes, you may');
    await button(jon.page, 'Play along').click();
    await button(jon.page, 'Step into the room').click();
    await says(
      jon.page,
      'Someone here has a name that looks like this one. Add a letter, or choose another.',
    );
    const field = jon.page.getByRole('textbox', { name: 'Your name' });
    expect(await field.inputValue()).toBe('Мaya');
    expect(await jon.page.getByRole('radio', { name: 'Drop' }).isChecked()).toBe(true);
    expect(await jon.page.getByRole('radio', { name: 'Yes, you may' }).isChecked()).toBe(true);
    await jon.picture('name-taken');
    await field.fill('Maja B');
    await button(jon.page, 'Play along').click();
    await button(jon.page, 'Step into the room').click();
    await inRoom(jon.page);
  });

  it('[R2] two of the same shape get colours of their own, and no name is a name too', async () => {
    const maya = await stage.person('Maya');
    const room = await openRoom(maya, stage.server);
    await takeSeat(stage.server.origin, room, { shape: 'leaf' });
    await takeSeat(stage.server.origin, room, { shape: 'leaf' });
    await areHere(maya.page, 3);
    const leaves = (await peopleIn(maya.page)).filter((name) => / leaf/.test(name));
    expect(new Set(leaves).size).toBe(2);
  });
});

describe('From the cold page', () => {
  it('the first note is heard at the second tap, alone, and in the room after a third; before that nothing is sent', async () => {
    const [maya, jon] = [
      await stage.person('Maya', { size: TABLET }),
      await stage.person('Jon', { size: PHONE }),
    ];
    const room = await openRoom(maya, stage.server);
    await fixEcho(maya.page);
    await jon.page.goto(room.link);
    await button(jon.page, 'Play along').waitFor();
    await jon.page.evaluate(() => {
      const asked: string[] = [];
      Object.assign(window, { asked });
      const { fetch } = window;
      window.fetch = (...args) => {
        asked.push(args[0] instanceof Request ? args[0].url : args[0].toString());
        return fetch(...args);
      };
    });

    await button(jon.page, 'Play along').tap();
    await says(jon.page, 'Only you can hear this');
    await surface(jon.page).waitFor();
    await jon.fingers.tap(surface(jon.page), [0.4, 0.4]);
    const alone = await lastDown(jon.page);
    expect((await firstHeard(jon.page, alone)) - alone).toBeLessThan(1000);
    await jon.picture('try-alone');
    expect(jon.sent, 'nothing goes over any socket').toEqual([]);
    expect(await jon.page.evaluate(() => (window as unknown as { asked: string[] }).asked)).toEqual([]);
    const before = await maya.page.evaluate(() => window.ear.frames.every(({ rms }) => rms === 0));
    expect(before).toBe(true);

    await button(jon.page, 'Step into the room').tap();
    await inRoom(jon.page);
    await surface(jon.page).waitFor();
    await isReady(jon);
    expect(await jon.page.evaluate(() => window.ear.downs.length)).toBe(3);
    await jon.fingers.tap(surface(jon.page), [0.4, 0.4]);
    await firstHeard(jon.page, await lastDown(jon.page));
    expect(wishes(jon, 'playNote')).toHaveLength(1);
    await playUntilHeard(jon, maya, [0.4, 0.4]);
  });
});
