import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface ChromiumOptions {
  /** Whether sound may start without a tap; false where the tap itself is tested. */
  readonly maySoundWithoutTap?: boolean;
  readonly flags?: readonly string[];
}

/** An installed Chromium: the one named by `CHROMIUM_PATH`, one in a usual place, or the one playwright-core installed. */
export function findChromium(): string {
  const named = process.env['CHROMIUM_PATH'];
  const candidates = [...(named ? [named] : []), ...PLACES, chromium.executablePath()];
  const found = candidates.find((path) => path !== '' && existsSync(path));
  if (found) return found;
  throw new Error(
    'No Chromium was found. Install one (Debian: apt-get install chromium; elsewhere: npx playwright-core install chromium), ' +
      'or name one in CHROMIUM_PATH.',
  );
}

/** Headless, with a profile of its own. Close it when done. */
export function launchChromium({
  maySoundWithoutTap = true,
  flags = [],
}: ChromiumOptions = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    headless: true,
    args: [...FLAGS, ...(maySoundWithoutTap ? ['--autoplay-policy=no-user-gesture-required'] : []), ...flags],
  });
}
