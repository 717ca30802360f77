import { describe, expect, it } from 'vitest';
import { lookOver } from './support/look-over.ts';
import type { Person } from './support/person.ts';
import {
  areHere,
  button,
  choose,
  comeToWork,
  closeSheet,
  inRoom,
  isReady,
  joinByLink,
  lead,
  openRoom,
  openSheet,
  says,
  startPulse,
  surface,
  takeInstrument,
} from './support/scenes.ts';
import { setStage } from './support/stage.ts';

const stage = setStage();

/** Looks a page over and goes on; what was found is told together at the end. */
function looker() {
  const findings: string[] = [];
  return {
    look: async ({ page }: Person, state: string) => void findings.push(...(await lookOver(page, state))),
    findings,
  };
}

describe('The look', () => {
  it('finds what is unnamed, too small, too pale, or too wide', async () => {
    const page = await stage.browser.newPage();
    await page.setContent(
      `<html lang="en"><title>Bad</title><main><h1>Bad</h1><button style="width:20px;height:20px"></button>
       <button data-place="0" style="width:50px;height:50px">Play</button>
       <p style="color:#ccc;background:#fff;width:1200px">Pale and wide</p></main></html>`,
    );
    const findings = (await lookOver(page, 'bad')).join('\n');
    await page.close();
    expect(findings).toContain('bad, phone: axe button-name');
    expect(findings).toContain('bad, phone: axe color-contrast');
    expect(findings).toContain('bad, tablet at night: 20 x 20 px, less than 44');
    expect(findings).toContain('bad, phone: 50 x 50 px, less than 60: Play');
    expect(findings).toContain('bad, 320 px wide: scrolls across');
  });
});

describe('In every setting (phone, tablet, 320 px, forced colours, reduced motion, text of 200 %) nothing is found by axe, nothing is too small to touch, nothing runs over the edge', () => {
  it('on the pages before the room', async () => {
    const { look, findings } = looker();
    const [maya, jon] = [await stage.person('Maya'), await stage.person('Jon')];
    await maya.page.goto(`${stage.server.origin}/#/open`);
    await says(maya.page, 'For those who hold rooms here');
    await look(maya, 'sign in');
    await maya.page.goto(stage.server.startLink());
    await says(maya.page, 'You are the first one here');
    await look(maya, 'the first account');
    await comeToWork(maya, stage.server);
    await look(maya, 'home');
    for (const [page, shown] of [
      ['account', 'Change the password'],
      ['admin', 'Name of the service'],
    ] as const) {
      await maya.page.goto(`${stage.server.origin}/#/${page}`);
      await says(maya.page, shown);
      await look(maya, page);
    }
    await maya.page.goto(`${stage.server.origin}/#/open`);
    await button(maya.page, /^More/).click();
    for (const part of ['The music', 'Instruments', 'The door', 'The course']) {
      await maya.page.getByText(part, { exact: true }).click();
    }
    await maya.page.getByRole('radio', { name: /^A whole hour/ }).click();
    await look(maya, 'open a room');
    await button(maya.page, 'Open the room').click();
    const link = await maya.page.getByText(/#\/join\//).innerText();
    await look(maya, 'the room is open');

    await jon.page.goto(stage.server.origin);
    await jon.page.getByRole('textbox').fill('BBBBBB');
    await says(jon.page, 'That code opens no room.');
    await look(jon, 'welcome');
    await button(jon.page, 'Language and light').click();
    await jon.page.getByRole('dialog').waitFor();
    await look(jon, 'this device');
    await jon.page.goto(`${stage.server.origin}/#/join/${'x'.repeat(22)}`);
    await says(jon.page, 'This door is closed');
    await look(jon, 'door closed');
    await jon.page.goto(link);
    await jon.page.getByRole('textbox', { name: 'Your name' }).fill('---');
    await button(jon.page, 'Play along').click();
    await look(jon, 'who are you');
    await jon.page.getByRole('textbox', { name: 'Your name' }).fill('');
    await button(jon.page, 'Play along').click();
    await surface(jon.page).waitFor();
    await look(jon, 'try an instrument');
    expect(findings).toEqual([]);
  });

  it('in the room, on every surface', async () => {
    const { look, findings } = looker();
    const maya = await stage.person('Maya');
    await openRoom(maya, stage.server);
    await surface(maya.page).waitFor();
    await look(maya, 'stones');
    await choose(maya.page, 'Loop');
    await maya.page.locator('[data-bead="0 1"]').click();
    await look(maya, 'loop');
    let from = 'Kalimba';
    for (const instrument of ['Harp', 'Hand drum', 'Voice']) {
      await takeInstrument(maya.page, from, instrument);
      from = instrument;
      await surface(maya.page).locator('canvas').waitFor();
      await look(maya, instrument);
    }
    expect(findings).toEqual([]);
  });

  it('in every sheet and page over the room', async () => {
    const { look, findings } = looker();
    const [maya, jon] = [await stage.person('Maya'), await stage.person('Jon')];
    const room = await openRoom(maya, stage.server);
    await joinByLink(jon, room);
    await areHere(maya.page, 2);
    for (const sheet of ['Kalimba', 'My sound', /2 here/, 'Lead', 'Leave'] as const) {
      await openSheet(maya.page, sheet);
      await look(maya, `sheet ${String(sheet)}`);
      await closeSheet(maya.page);
    }
    for (const page of [
      /^Tempo/,
      /^Mood and beats/,
      /^Let others in/,
      /^Company/,
      /^How you hear/,
      /^End for/,
    ]) {
      await lead(maya.page, page);
      await look(maya, `lead ${String(page)}`);
      await closeSheet(maya.page);
    }
    await openSheet(maya.page, 'My sound');
    await maya.page.getByRole('switch', { name: /Draw my notes to the beat/ }).click();
    await button(maya.page, 'Tap along').click();
    await button(maya.page, 'Start the beat').click();
    await look(maya, 'tap along');
    expect(findings).toEqual([]);
  });

  it('while things happen, and after the room', async () => {
    const { look, findings } = looker();
    const [maya, jon, ola] = [
      await stage.person('Maya'),
      await stage.person('Jon'),
      await stage.person('Ola'),
    ];
    const room = await openRoom(maya, stage.server);
    await joinByLink(jon, room);
    await ola.page.goto(room.link);
    await button(ola.page, 'Just listen').click();
    await says(ola.page, 'You are listening');
    await look(ola, 'listening');
    await isReady(jon);
    await startPulse(maya.page);
    await button(jon.page, 'Quiet').click();
    await says(jon.page, 'Quiet is on.');
    await look(jon, 'quiet, with the pulse');
    await jon.page.evaluate(() => Promise.all(window.ear.contexts.map((context) => context.suspend())));
    await says(jon.page, 'The sound has stopped');
    await look(jon, 'sound stopped');

    await jon.page.reload();
    await says(jon.page, 'Your place is kept');
    await look(jon, 'return');
    await button(jon.page, 'Step back in').click();
    await inRoom(jon.page);
    await button(jon.page, 'Leave').click();
    await button(jon.page, 'Leave quietly').click();
    await says(jon.page, 'You have left quietly');
    await look(jon, 'left');
    await lead(maya.page, /^End for everyone/);
    await button(maya.page, 'Close the room').click();
    await says(maya.page, 'That was the last sound');
    await look(maya, 'closed');
    expect(findings).toEqual([]);
  });
});
