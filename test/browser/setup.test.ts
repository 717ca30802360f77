import { describe, expect, it } from 'vitest';
import { type ChromiumHouse, ensureChromium } from './support/ensure-chromium.ts';

/** A machine on which a Chromium appears once a certain command has been run. */
function machine(change: Partial<ChromiumHouse> & { readonly comesWith?: string } = {}) {
  const { comesWith, ...rest } = change;
  const ran: string[] = [];
  const house: ChromiumHouse = {
    find() {
      if (comesWith !== undefined && ran.some((line) => line.includes(comesWith))) return '/usr/bin/chromium';
      throw new Error('No Chromium was found. Install one.');
    },
    has: () => true,
    isRoot: true,
    run(command, args) {
      ran.push([command, ...args].join(' '));
      return true;
    },
    say: () => undefined,
    ...rest,
  };
  return { house, ran };
}

describe('Before the browser tests a Chromium is looked for', () => {
  it('and the one that is installed is taken', () => {
    const { house, ran } = machine({ find: () => '/opt/chrome' });
    expect(ensureChromium(house)).toBe('/opt/chrome');
    expect(ran).toEqual([]);
  });

  it('and installed with apt-get where there is none', () => {
    const { house, ran } = machine({ comesWith: 'install' });
    expect(ensureChromium(house)).toBe('/usr/bin/chromium');
    expect(ran).toEqual(['/usr/bin/apt-get install --yes --no-install-recommends chromium']);
  });

  it('and the package list is fetched first where there is none yet', () => {
    const { house, ran } = machine({ comesWith: 'update' });
    const run: ChromiumHouse['run'] = (command, args) => {
      house.run(command, args);
      return args[0] === 'update';
    };
    expect(ensureChromium({ ...house, run })).toBe('/usr/bin/chromium');
    expect(ran.map((line) => line.split(' ')[1])).toEqual(['install', 'update', 'install']);
  });

  it('and where it may not be installed one is told what to do', () => {
    const { house, ran } = machine({ isRoot: false });
    expect(() => ensureChromium(house)).toThrow(/Install one/);
    expect(() => ensureChromium({ ...house, isRoot: true, has: () => false })).toThrow(/Install one/);
    expect(ran).toEqual([]);
  });
});
