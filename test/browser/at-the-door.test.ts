import { describe, expect, it } from 'vitest';
import { button, inRoom, openRoom, says, sayWho } from './support/scenes.ts';
import { setStage } from './support/stage.ts';
import { until } from './support/until.ts';

const stage = setStage();

describe('Someone at a closed door', () => {
  it('[S3] [R6] can try an instrument alone, is remembered over a restart of the server, and comes in without a further tap', async () => {
    const maya = await stage.person('Maya', { size: { width: 1024, height: 768 } });
    const jon = await stage.person('Jon');
    const room = await openRoom(maya, stage.server, { hasDoor: true });
    await jon.page.goto(room.link);
    await sayWho(jon, 'Star');
    await button(jon.page, 'Play along').click();
    await button(jon.page, 'Step into the room').click();
    await says(jon.page, 'You are at the door');
    await button(jon.page, 'Try an instrument').click();
    await says(jon.page, 'You are still at the door');
    await button(jon.page, 'Back').click();
    // Nothing of the room has reached this page: no line to it was ever opened.
    expect(jon.sent).toEqual([]);

    await stage.server.kill();
    await says(jon.page, 'We keep asking by ourselves');
    await stage.server.startAgain();
    // The page says again by itself who is there.
    await jon.page.getByText('We keep asking by ourselves').waitFor({ state: 'detached' });
    await button(maya.page, /^Lead/).click();
    const letIn = maya.page.locator('[data-wish="callIn"]').first();
    await until(
      async () => {
        // Who waited before the restart may still be shown for a moment; their number opens nothing.
        if (await letIn.isVisible()) await letIn.click({ timeout: 1000 }).catch(() => undefined);
        return await button(jon.page, 'Say quietly').isVisible();
      },
      { what: 'Jon is let in' },
    );
    await inRoom(jon.page);
    expect(jon.sent.length).toBeGreaterThan(0);
  }, 120_000);
});
