export interface ChromiumHouse {
  /** The path of an installed one; throws, in words, if there is none. */
  readonly find: () => string;
  readonly has: (path: string) => boolean;
  readonly isRoot: boolean;
  /** Runs a program to its end; whether it did what it was asked. */
  readonly run: (command: string, args: readonly string[]) => boolean;
  readonly say: (line: string) => void;
}

const APT = '/usr/bin/apt-get';

/** Finds a Chromium; where there is none and this may be done, installs Debian's. Else throws what to do, in words. */
export function ensureChromium(house: ChromiumHouse): string {
  try {
    return house.find();
  } catch (fault) {
    if (!house.isRoot || !house.has(APT)) throw fault;
  }
  house.say('No Chromium was found. Installing one with apt-get.');
  const install = () => house.run(APT, ['install', '--yes', '--no-install-recommends', 'chromium']);
  // A fresh container knows no packages until it has asked.
  if (!install() && house.run(APT, ['update'])) install();
  return house.find();
}
