import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/**
 * Takes the README's pictures of the real pages into client/pictures: `npm run pictures`. Starts the built server on a data
 * folder of its own, opens a room as a facilitator would, and lets two people and the company play.
 */
const file = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const OUT = file('client/pictures');
const SIZES = {
  tablet: { width: 768, height: 1024 },
  wide: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
};

const dataDir = mkdtempSync(join(tmpdir(), 'windchime-pictures-'));
mkdirSync(OUT, { recursive: true });
const server = spawn(process.execPath, [file('dist/server/main.js')], {
  env: { PATH: process.env.PATH, PORT: '18290', DATA_DIR: dataDir },
});
let printed = '';
server.stdout.on('data', (chunk) => (printed += chunk));
server.stderr.on('data', (chunk) => (printed += chunk));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--autoplay-policy=no-user-gesture-required',
  ],
});

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function visitor(size, colorScheme = 'dark') {
  const context = await browser.newContext({
    viewport: SIZES[size],
    hasTouch: true,
    locale: 'en',
    colorScheme,
    deviceScaleFactor: 1,
  });
  return context.newPage();
}

const shoot = async (page, name) => {
  await pause(600);
  await page.screenshot({ path: join(OUT, `${name}.png`) });
};

const button = (page, name) => page.getByRole('button', { name, exact: true });

async function startLink() {
  for (let tries = 0; tries < 100; tries++) {
    const found = printed.match(/http:\S+#\/start\/\S+/);
    if (found) return found[0];
    await pause(100);
  }
  throw new Error(printed);
}

try {
  const link = await startLink();
  const { origin } = new URL(link);

  const door = await visitor('phone', 'light');
  await door.goto(origin);
  await shoot(door, 'welcome');

  const maya = await visitor('tablet');
  await maya.goto(link);
  await maya.getByRole('textbox', { name: 'Your name' }).fill('Maya');
  await maya.getByRole('textbox', { name: 'Name for signing in' }).fill('maya');
  await shoot(maya, 'first-account');
  await maya.getByLabel(/password/i).fill('five warm chimes');
  await button(maya, 'Make my account').click();
  await button(maya, 'Open a room').click();
  await shoot(maya, 'open-a-room');
  // The others of these pictures come straight in.
  await maya.getByRole('button', { name: /^More/ }).click();
  await maya.getByText('The door', { exact: true }).click();
  await maya.getByRole('radio', { name: /^Whoever has the code/ }).click();
  await button(maya, 'Open the room').click();
  await button(maya, 'Step into the room').waitFor();
  await shoot(maya, 'opened');
  const address = await maya.evaluate(() => document.body.innerText.match(/http:\S+#\/join\/\S+/)?.[0]);
  await button(maya, 'Step into the room').click();
  await button(maya, 'Leave').waitFor();

  const bo = await visitor('phone');
  await bo.goto(address);
  await bo.getByRole('textbox', { name: 'Your name' }).fill('Bo');
  await shoot(bo, 'who-are-you');
  await button(bo, 'Play along').click();
  await pause(1500);
  await shoot(bo, 'try-alone');
  await button(bo, 'Step into the room').click();
  await button(bo, 'Leave').waitFor();

  await maya.getByRole('button', { name: /^Lead/ }).click();
  await pause(800);
  await shoot(maya, 'leading');
  await maya.getByRole('button', { name: 'Everything else' }).click();
  await shoot(maya, 'leading-more');
  await maya.getByRole('button', { name: /^Company/ }).click();
  await button(maya, 'Invite the company').click();
  await pause(2500);
  await button(maya, 'Back').click();
  await maya
    .getByRole('button', { name: /^Rounds/ })
    .last()
    .click();
  await shoot(maya, 'rounds');
  await button(maya, 'Play on').click();
  await pause(600);
  await button(maya, 'Start pulse').click();
  await pause(9000);
  for (let touch = 0; touch < 6; touch++) {
    await bo.touchscreen.tap(120 + 40 * (touch % 4), 320 + 60 * (touch % 5));
    await maya.touchscreen.tap(300 + 60 * (touch % 4), 400 + 70 * (touch % 5));
    await pause(180);
  }
  await maya.screenshot({ path: join(OUT, 'room.png') });
  await button(bo, 'Say quietly').click();
  await shoot(bo, 'say-quietly');
  await bo.keyboard.press('Escape');
  await pause(400);
  await bo.screenshot({ path: join(OUT, 'room-phone.png') });
} finally {
  await browser.close();
  server.kill('SIGTERM');
  rmSync(dataDir, { recursive: true, force: true });
}
