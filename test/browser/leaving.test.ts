import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Person } from './support/person.ts';
import {
  allReady,
  areHere,
  button,
  inRoom,
  joinByLink,
  lead,
  type OpenRoom,
  openRoom,
  peopleIn,
  says,
} from './support/scenes.ts';
import { setStage } from './support/stage.ts';

const stage = setStage();

async function two(): Promise<{ readonly maya: Person; readonly jon: Person; readonly room: OpenRoom }> {
  const [maya, jon] = [await stage.person('Maya'), await stage.person('Jon')];
  const room = await openRoom(maya, stage.server);
  await joinByLink(jon, room);
  await areHere(maya.page, 2);
  return { maya, jon, room };
}

describe('Leaving', () => {
  it('is quiet, one may think again, and one can come back in', async () => {
    const { maya, jon } = await two();
    await button(jon.page, 'Leave').click();
    await says(jon.page, 'You can go quietly at any time. Nobody is told why.');
    await jon.picture('leave');
    await button(jon.page, 'Stay').click();
    await inRoom(jon.page);
    expect(await peopleIn(maya.page)).toHaveLength(2);

    await button(jon.page, 'Leave').click();
    await button(jon.page, 'Leave quietly').click();
    await says(jon.page, 'You have left quietly');
    await jon.picture('left');
    await areHere(maya.page, 1);
    await button(jon.page, 'Come back in').click();
    await says(jon.page, 'Who are you today?');
    await button(jon.page, 'Play along').click();
    await button(jon.page, 'Step into the room').click();
    await inRoom(jon.page);
    await areHere(maya.page, 2);
  });

  it('for everyone is asked once more, and ends with a word of thanks on every page', async () => {
    const { maya, jon } = await two();
    await lead(maya.page, /End for everyone/);
    await says(maya.page, 'The room closes for all. Say goodbye first.');
    await maya.picture('close-room');
    await button(maya.page, 'Keep it open').click();
    await button(maya.page, /End for everyone/).click();
    await button(maya.page, 'Close the room').click();
    for (const { page } of [maya, jon]) {
      await says(page, 'That was the last sound');
      await says(page, 'Thank you for being here.');
    }
    await jon.picture('room-closed');
    await button(jon.page, 'To the front door').click();
    expect(await says(jon.page, 'Come in')).toBe(true);
  });
});

describe('One’s place', () => {
  it('waits for a page that is loaded again, with instrument, colour and shape', async () => {
    const { maya, jon } = await two();
    await allReady(maya.page);
    const before = await peopleIn(maya.page);
    await jon.page.reload();
    await says(jon.page, 'Your place is kept');
    await jon.picture('return');
    await button(jon.page, 'Step back in').click();
    await inRoom(jon.page);
    await button(jon.page, 'Harp').waitFor();
    await allReady(maya.page);
    expect(await peopleIn(maya.page)).toEqual(before);
  });

  it('[R6] moves to the page that took it last, and the other says so and can take it back', async () => {
    const { maya, jon } = await two();
    const second = await jon.secondPage();
    await second.goto(jon.page.url());
    await button(second, 'Step back in').click();
    await inRoom(second);
    await says(jon.page, 'You are playing in another place');
    await jon.picture('taken-elsewhere');
    await button(jon.page, 'Play here').click();
    await inRoom(jon.page);
    await says(second, 'You are playing in another place');
    expect(await peopleIn(maya.page)).toHaveLength(2);
  });

  it('that one never had, or that was given back, leads to the front door', async () => {
    const { room } = await two();
    const ada = await stage.person('Ada');
    await ada.page.goto(`${stage.server.origin}/#/room/${room.session}`);
    await says(ada.page, 'Your place was given back');
    await ada.picture('seat-unknown');
    await button(ada.page, 'To the front door').click();
    expect(await says(ada.page, 'Come in')).toBe(true);
  });
});

describe('[D7] A page that does not fit its server', () => {
  it('because it is too old says so at the door and fetches the new one', async () => {
    const jon = await stage.person('Jon');
    let asked = 0;
    await jon.page.route('**/api/hello', async (route) => {
      asked++;
      await (asked === 1 ? route.fulfill({ json: { protocol: 99 } }) : route.continue());
    });
    await jon.page.goto(stage.server.origin);
    await says(jon.page, 'A newer page is ready');
    await jon.picture('page-too-old');
    await button(jon.page, 'Fetch the new page').click();
    expect(await says(jon.page, 'Come in')).toBe(true);
  });

  it('is told so by the room as well, and its place is kept until the new page is there', async () => {
    const [maya, jon] = [await stage.person('Maya'), await stage.person('Jon')];
    const room = await openRoom(maya, stage.server);
    const speak = await speaksAs(jon.page, 0);
    await jon.page.goto(room.link);
    await button(jon.page, 'Play along').click();
    await button(jon.page, 'Step into the room').click();
    await says(jon.page, 'A newer page is ready');
    await says(jon.page, 'It takes a moment to fetch. Your place is kept.');
    speak(undefined);
    await button(jon.page, 'Fetch the new page').click();
    await says(jon.page, 'Your place is kept');
    await button(jon.page, 'Step back in').click();
    await inRoom(jon.page);
    expect(await peopleIn(maya.page)).toHaveLength(2);
  });

  it('because it is too new says that the room’s computer needs an update', async () => {
    const [maya, jon] = [await stage.person('Maya'), await stage.person('Jon')];
    const room = await openRoom(maya, stage.server);
    await speaksAs(jon.page, 99);
    await jon.page.goto(room.link);
    await button(jon.page, 'Play along').click();
    await button(jon.page, 'Step into the room').click();
    expect(await says(jon.page, 'This page is ahead of the room')).toBe(true);
    await jon.picture('page-too-new');
  });
});

/** Lets a page introduce itself to the room as one that speaks another version; `undefined`: as it is. */
async function speaksAs(page: Page, protocol: number): Promise<(protocol: number | undefined) => void> {
  let spoken: number | undefined = protocol;
  await page.routeWebSocket(/\/socket\//, (near) => {
    const far = near.connectToServer();
    near.onMessage((message) => {
      const isHello = typeof message === 'string' && message.startsWith('40{') && spoken !== undefined;
      far.send(isHello ? message.replace(/"protocol":\d+/, `"protocol":${spoken}`) : message);
    });
  });
  return (next) => {
    spoken = next;
  };
}
