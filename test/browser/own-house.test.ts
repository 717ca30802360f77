import { describe, expect, it } from 'vitest';
import { nowIn, strokesSince } from './support/ear.ts';
import { areHere, isReady, joinByLink, openRoom, says, startPulse } from './support/scenes.ts';
import { setStage } from './support/stage.ts';
import { until } from './support/until.ts';

const stage = setStage();

describe('The page is its own house', () => {
  it('from the door to the playing room it asks nobody else for anything, and its clock ticks under its policy', async () => {
    const [maya, jon] = [await stage.person('Maya'), await stage.person('Jon')];
    const asked: string[] = [];
    jon.page.on('request', (request) => asked.push(request.url()));
    jon.page.on('websocket', (socket) => asked.push(socket.url().replace(/^ws/, 'http')));
    jon.page.on('worker', (worker) => asked.push(worker.url()));
    const room = await openRoom(maya, stage.server);
    await joinByLink(jon, room);
    await Promise.all([areHere(jon.page, 2), isReady(maya), isReady(jon)]);
    await startPulse(maya.page);
    await says(jon.page, 'Counting in.');
    const from = await nowIn(jon.page);
    await until(async () => (await strokesSince(jon.page, from)).length >= 4, { what: 'the clock ticks' });

    const elsewhere = asked.filter((url) => new URL(url).origin !== stage.server.origin);
    expect(elsewhere).toEqual([]);
    const kinds = [/\.js$/, /\.css$/, /\.woff2$/, /\/socket\//];
    const paths = asked.map((url) => url.replace(/\?.*$/, ''));
    expect(kinds.filter((kind) => !paths.some((path) => kind.test(path)))).toEqual([]);
    expect(jon.troubles).toEqual([]);
  });

  it('and its policy forbids what is not its own', async () => {
    const page = await stage.browser.newPage();
    const answer = await page.goto(stage.server.origin);
    expect(answer?.headers()['content-security-policy']).toMatch(/default-src 'none'.*script-src 'self'/);
    const forbidden = await page.evaluate(async () => {
      const told: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        told.push(event.effectiveDirective);
      });
      const script = document.createElement('script');
      script.textContent = 'window.slippedIn = true';
      document.head.append(script);
      await fetch('https://elsewhere.test/').catch(() => undefined);
      new Image().src = 'https://elsewhere.test/picture.png';
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { told, slippedIn: 'slippedIn' in window };
    });
    expect(forbidden.slippedIn).toBe(false);
    expect(forbidden.told.toSorted()).toEqual(['connect-src', 'img-src', 'script-src-elem']);
    await page.close();
  });
});
