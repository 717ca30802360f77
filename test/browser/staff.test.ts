import { describe, expect, it } from 'vitest';
import { bytesOfBase32, codeOf } from '../../server/http/staff/totp.ts';
import type { Person } from './support/person.ts';
import { button, comeToWork, says } from './support/scenes.ts';
import { setStage } from './support/stage.ts';

const stage = setStage();

const LEA = { loginName: 'lea', password: 'a quiet river bend' };

/** The numbers an app shows for a secret, now or in so many half minutes: each can be used once. */
const sixNumbers = (secret: string, later = 0) =>
  codeOf(bytesOfBase32(secret), Math.floor(Date.now() / 30_000) + later);

async function signInAsLea({ page }: Person): Promise<void> {
  await page.goto(`${stage.server.origin}/#/sign-in`);
  await page.getByRole('textbox', { name: 'Name for signing in' }).fill(LEA.loginName);
  await page.getByLabel(/password/i).fill(LEA.password);
  await button(page, 'Sign in').click();
}

describe('Those who work here', () => {
  it('are invited by a link that works once, may ask for a second step, and lose all when their account is closed', async () => {
    const maya = await stage.person('Maya');
    await comeToWork(maya, stage.server);
    await maya.page.goto(`${stage.server.origin}/#/admin`);
    await button(maya.page, 'Invite someone').click();
    await button(maya.page, 'Make a link').click();
    const link = await maya.page
      .getByText(/#\/welcome-staff\//)
      .first()
      .innerText();
    await maya.picture('staff-invitation');

    const lea = await stage.person('Lea');
    await lea.page.goto(link);
    await lea.page.getByRole('textbox', { name: 'Your name' }).fill('Lea');
    await lea.page.getByRole('textbox', { name: 'Name for signing in' }).fill(LEA.loginName);
    await lea.page.getByLabel(/password/i).fill(LEA.password);
    await button(lea.page, 'Make my account').click();
    await says(lea.page, 'Hello, Lea');
    const other = await stage.person('Other');
    await other.page.goto(link);
    await says(other.page, 'This link is over');

    await lea.page.goto(`${stage.server.origin}/#/account`);
    await button(lea.page, 'Set it up').click();
    const secret = (await lea.page.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{4}){7}$/).innerText()).replaceAll(
      ' ',
      '',
    );
    await lea.picture('second-factor');
    await lea.page.getByRole('textbox', { name: 'The six numbers' }).fill(sixNumbers(secret));
    await says(lea.page, 'It is on.');
    await button(lea.page, 'On this device').click();

    await signInAsLea(lea);
    await says(lea.page, 'The six numbers');
    await lea.page.getByRole('textbox', { name: 'The six numbers' }).fill('000000');
    await says(lea.page, 'Those numbers do not fit.');
    await lea.page.getByRole('textbox', { name: 'The six numbers' }).fill(sixNumbers(secret, 1));
    await says(lea.page, 'Hello, Lea');

    await maya.page.reload();
    await maya.page.getByText('Lea', { exact: true }).click();
    await button(maya.page, 'Close the account').click();
    await maya.page.getByRole('dialog').getByRole('button', { name: 'Close the account' }).click();
    await says(maya.page, 'closed for now');
    await lea.page.reload();
    await says(lea.page, 'Name for signing in');
    expect(await lea.page.getByText('Hello, Lea').count()).toBe(0);
  });
});
