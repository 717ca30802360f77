import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchChromium } from '../chromium.ts';
import { type BuiltServer, startServer } from './built-server.ts';
import { createPerson, type Person, type PersonOptions } from './person.ts';

/** What the scenes of one file are played on: one server, one Chromium, and whoever comes. */
export interface Stage<Server extends BuiltServer = BuiltServer> {
  readonly server: Server;
  readonly browser: Browser;
  /** Someone new, with a device of their own, until the end of the scene. */
  person(name: string, options?: PersonOptions): Promise<Person>;
  /** Someone who stays for all scenes of the file. */
  guest(name: string, options?: PersonOptions): Promise<Person>;
}

/** Sets the stage for a file. After each scene everyone goes, and none of their pages may have had trouble. */
export function setStage(): Stage;
export function setStage<Server extends BuiltServer>(open: () => Promise<Server>): Stage<Server>;
export function setStage(open: () => Promise<BuiltServer> = () => startServer()): Stage {
  let server: BuiltServer | undefined;
  let browser: Browser | undefined;
  let people: Person[] = [];
  const guests: Person[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([open(), launchChromium({ maySoundWithoutTap: false })]);
  });
  afterEach(async () => {
    const leaving = people;
    people = [];
    await Promise.all(leaving.map(({ context }) => context.close()));
    expect(
      [...leaving, ...guests].flatMap(({ name, troubles }) =>
        troubles.map((trouble) => `${name}: ${trouble}`),
      ),
    ).toEqual([]);
  });
  afterAll(async () => {
    await Promise.all(guests.map(({ context }) => context.close()));
    await browser?.close();
    await server?.close();
  });

  return {
    get server() {
      return present(server);
    },
    get browser() {
      return present(browser);
    },
    async person(name, more) {
      const person = await createPerson(present(browser), name, more);
      people.push(person);
      return person;
    },
    async guest(name, more) {
      const guest = await createPerson(present(browser), name, more);
      guests.push(guest);
      return guest;
    },
  };
}

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The stage is set before the first scene');
  return value;
}
