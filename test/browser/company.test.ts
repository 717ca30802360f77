import { describe, expect, it } from 'vitest';
import { firstHeard, nowIn, silent } from './support/ear.ts';
import {
  areHere,
  BPM,
  button,
  closeSheet,
  isReady,
  lead,
  openRoom,
  openSheet,
  says,
} from './support/scenes.ts';
import { setStage } from './support/stage.ts';

const stage = setStage();

describe('Company', () => {
  it('[R11] invited, three simulated musicians sit down, are shown as what they are, and play; sent home they go', async () => {
    const maya = await stage.person('Maya');
    await openRoom(maya, stage.server);
    await isReady(maya);
    await lead(maya.page, /^Company/);
    await maya.picture('company');
    await button(maya.page, 'Invite the company').click();
    const invited = await nowIn(maya.page);
    await closeSheet(maya.page);
    await areHere(maya.page, 4);
    const satDown = await nowIn(maya.page);
    expect(satDown - invited).toBeLessThan(10_000);
    const heard = await firstHeard(maya.page, invited);
    const barMs = (4 * 60_000) / BPM;
    expect(heard - satDown, 'heard within two bars').toBeLessThan(2 * barMs + 1000);
    await maya.picture('company-plays');

    const people = await openSheet(maya.page, /4 here/);
    expect(await people.getByText('Simulated musician').count()).toBe(3);
    await maya.picture('company-people');
    await closeSheet(maya.page);

    await lead(maya.page, /^Company/);
    await button(maya.page, 'Send the company home').click();
    await says(maya.page, 'Invite the company');
    await closeSheet(maya.page);
    await areHere(maya.page, 1);
    await silent(maya.page, 1000);
  });
});
