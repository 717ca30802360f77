import { describe, expect, it } from 'vitest';
import { until } from './support/until.ts';
import { firstHeard, nowIn, silent } from './support/ear.ts';
import type { Person } from './support/person.ts';
import {
  areHere,
  button,
  choose,
  inRoom,
  isReady,
  joinByLink,
  type OpenRoom,
  openRoom,
  playUntilHeard,
  sayWho,
  says,
  surface,
} from './support/scenes.ts';
import { ask, signIn } from './support/staff.ts';
import { setStage } from './support/stage.ts';
import { TABLET } from './support/person.ts';

const stage = setStage();

/** The facilitator's page, over the room. */
async function leading({ page }: Person): Promise<void> {
  await button(page, /^Lead/).click();
  await button(page, 'Play on').waitFor();
}

/** One of the pages of leading, from its drawer. */
async function leadingPage(facilitator: Person, name: string | RegExp): Promise<void> {
  const { page } = facilitator;
  const back = button(page, 'Back');
  while (await back.isVisible()) await back.click();
  await button(page, 'Everything else').click();
  await page.getByRole('button', { name }).last().click();
}

/** What can be done about one person. */
async function aboutPerson({ page }: Person, name: string): Promise<void> {
  const back = button(page, 'Back');
  while (await back.isVisible()) await back.click();
  await page
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .last()
    .click();
}

/** Someone comes to the door and waits there. */
async function knock(person: Person, room: OpenRoom, shape: string): Promise<void> {
  await person.page.goto(room.link);
  await sayWho(person, shape);
  await button(person.page, 'Play along').click();
  await button(person.page, 'Step into the room').click();
  await says(person.page, 'You are at the door');
}

const letIn = ({ page }: Person) =>
  button(page, /^Let in/)
    .first()
    .click();

describe('Holding a room', () => {
  it('a first session on a ward: people come through the door, one stays quiet, a listener is announced', async () => {
    const maya = await stage.person('Maya', { size: { width: 1024, height: 768 } });
    const [jon, bo, vera] = [
      await stage.person('Jon'),
      await stage.person('Bo', { size: TABLET }),
      await stage.person('Vera'),
    ];
    const sentence = 'Find your place, and listen to the room.';
    const room = await openRoom(maya, stage.server, {
      hasDoor: true,
      arc: [{ kind: 'arrive', length: { type: 'open' }, sentence }],
    });
    await knock(jon, room, 'Star');
    await jon.picture('at-the-door');
    expect(jon.sent.join()).not.toContain('"wish"');
    await leading(maya);
    await says(maya.page, 'At the door: Jon.');
    await maya.picture('holding-door');
    await letIn(maya);
    await inRoom(jon.page);
    await knock(bo, room, 'Drop');
    await says(maya.page, 'At the door: Bo.');
    await letIn(maya);
    await inRoom(bo.page);
    await areHere(jon.page, 3);

    await button(maya.page, 'Begin: Arrive').click();
    await says(jon.page, sentence);
    await says(bo.page, sentence);

    // Bo says nothing and is as large as the others; nowhere is a number about anyone.
    await isReady(jon);
    await isReady(maya);
    await playUntilHeard(jon, maya);
    await says(maya.page, 'Played just now');
    await says(maya.page, 'Not heard yet');
    await maya.picture('holding-quiet-person');

    await vera.page.goto(room.link);
    await sayWho(vera, 'Wave');
    await button(vera.page, 'Just listen').click();
    await says(maya.page, 'At the door: Vera');
    await letIn(maya);
    await says(bo.page, 'Vera would like to listen.');
    await bo.picture('listener-announced');
    await button(bo.page, 'Not today, please').click();
    await says(vera.page, 'The group would rather be by itself today');
    await vera.picture('group-said-no');
    await areHere(jon.page, 3);
  });

  it('a round where one passes: it goes on as if they had not been asked', async () => {
    const maya = await stage.person('Maya', { size: TABLET });
    const [jon, ida] = [await stage.person('Jon'), await stage.person('Ida')];
    const room = await openRoom(maya, stage.server);
    await joinByLink(jon, room);
    await joinByLink(ida, room, 'Leaf');
    await areHere(maya.page, 3);
    await leading(maya);
    await leadingPage(maya, /^Rounds/);
    await maya.page.getByRole('button', { name: /Ida$/ }).last().click();
    await maya.page.getByRole('button', { name: /Jon$/ }).last().click();
    await choose(maya.page, '2 bars');
    await button(maya.page, 'Begin the round').click();
    await says(ida.page, 'Would you like 2 bars of your own?');
    await ida.picture('round-asked');
    await button(ida.page, 'No, thanks').click();
    await says(jon.page, 'Would you like 2 bars of your own?');
    await button(jon.page, 'Yes').click();
    await says(ida.page, /Jon plays/);
    await ida.picture('round-turn');
    await says(jon.page, /These bars are yours/);
    // Nobody's page has a word about Ida's no; then the round is over.
    for (const { page } of [maya, jon])
      expect(await page.locator('body').innerText()).not.toMatch(/pass|declin/i);
    await ida.page
      .getByText(/Jon plays/)
      .first()
      .waitFor({ state: 'detached', timeout: 20_000 });
  });

  it('someone needs a break: silence and a restful page, and they come back', async () => {
    const maya = await stage.person('Maya');
    const ida = await stage.person('Ida', { size: TABLET });
    const room = await openRoom(maya, stage.server);
    await joinByLink(ida, room, 'Leaf');
    await Promise.all([isReady(maya), isReady(ida)]);
    await playUntilHeard(maya, ida);
    await maya.fingers.up();
    await button(ida.page, 'Say quietly').click();
    await ida.picture('say-quietly');
    await button(ida.page, 'Rest now').click();
    await says(ida.page, 'You are resting');
    await ida.picture('resting');
    await says(maya.page, 'Ida rests for a while.');
    await maya.fingers.down(surface(maya.page), [0.5, 0.2]);
    await silent(ida.page, 1500);
    await maya.fingers.up();
    await button(ida.page, 'Come back').click();
    await inRoom(ida.page);
    await says(maya.page, 'Ida is back from resting.');
    const { heardMs, touchedMs } = await playUntilHeard(maya, ida);
    expect(heardMs).toBeGreaterThan(touchedMs);
  });

  it('a co-facilitator leads the ending: announced, coming home, a last chord, silence', async () => {
    const maya = await stage.person('Maya', { size: { width: 1024, height: 768 } });
    const jon = await stage.person('Jon', { size: TABLET });
    const room = await openRoom(maya, stage.server, { bpm: 200 });
    await joinByLink(jon, room);
    await Promise.all([isReady(maya), isReady(jon)]);
    await leading(maya);
    await aboutPerson(maya, 'Jon');
    await button(maya.page, 'Invite to share the leading').click();
    await maya.picture('invite-to-lead');
    await button(maya.page, 'Ask them').click();
    await says(jon.page, 'Maya asks if you would like to lead');
    await jon.picture('invited-to-lead');
    await button(jon.page, 'Yes').click();
    await leading(jon);
    await leadingPage(jon, /^Ending/);
    await choose(jon.page, 'In 4 bars');
    await choose(jon.page, '2 bars');
    await button(jon.page, 'Announce the ending').click();
    const announced = await nowIn(maya.page);
    await says(maya.page, /The ending begins|Coming home/);
    await maya.picture('ending-announced');
    await firstHeard(maya.page, announced);
    await says(jon.page, /last chord/i);
    await says(maya.page, 'That was the last sound');
    await maya.picture('closing');
    await says(jon.page, 'That was the last sound');
    await silent(jon.page, 1000);
    expect(await jon.page.getByRole('button', { name: 'Leave' }).count()).toBe(0);
  });

  it('[R10] the facilitator’s tablet dies: everyone sees it, and she comes back from another, past the door', async () => {
    const maya = await stage.guest('Maya');
    const jon = await stage.person('Jon');
    const room = await openRoom(maya, stage.server);
    await joinByLink(jon, room);
    await areHere(jon.page, 2);
    const died = await nowIn(jon.page);
    await maya.context.close();
    await says(jon.page, 'The facilitator is away.');
    expect((await nowIn(jon.page)) - died, 'shown within 10 s').toBeLessThan(11_000);
    await jon.picture('facilitator-away');
    const again = await stage.person('Maya', { size: TABLET });
    await signIn(again.page, stage.server);
    const back = await ask(again.page, stage.server, `rooms/${room.session}/return`, {});
    expect(back.ok()).toBe(true);
    await again.page.goto(`${stage.server.origin}/#/room/${room.session}`);
    await button(again.page, 'Step back in').click();
    await inRoom(again.page);
    await until(
      async () => !(await jon.page.locator('body').innerText()).includes('The facilitator is away'),
      {
        what: 'the facilitator is back',
      },
    );
  });

  it('[S4] someone disrupts, is put back at the door with words, and comes in again', async () => {
    const maya = await stage.person('Maya', { size: TABLET });
    const [bo, jon] = [await stage.person('Bo'), await stage.person('Jon')];
    const room = await openRoom(maya, stage.server);
    await joinByLink(bo, room, 'Drop');
    await joinByLink(jon, room);
    await areHere(maya.page, 3);
    await leading(maya);
    await aboutPerson(maya, 'Bo');
    await button(maya.page, 'Softer').click();
    await says(bo.page, 'Maya has made your sound soft for now.');
    await bo.picture('softened');
    await says(jon.page, 'Maya has made the sound of Bo soft for now.');
    await aboutPerson(maya, 'Bo');
    await button(maya.page, 'Put back at the door').click();
    await maya.picture('put-at-door');
    await button(maya.page, 'Put back at the door').last().click();
    await says(bo.page, 'Maya has asked you to wait at the door for a moment');
    await bo.picture('put-back');
    await areHere(jon.page, 2);
    await says(maya.page, 'At the door: Bo.');
    await letIn(maya);
    expect(await areHere(jon.page, 3)).toBe(true);
  });
});
