import type { Locator, Page } from 'playwright-core';
import { bpm } from '../../../shared/base/units.ts';
import { ALL_INSTRUMENTS, type RoomPlan } from '../../../shared/event/plan.ts';
import type { BuiltServer } from './built-server.ts';
import { firstHeard, lastDown } from './ear.ts';
import type { Place } from './fingers.ts';
import type { Person } from './person.ts';
import { ask, FACILITATOR, signIn } from './staff.ts';
import { until } from './until.ts';

/** The steps that most scenes begin with, by the words a person reads on the page. */

export interface OpenRoom {
  readonly code: string;
  /** The link that others are sent. */
  readonly link: string;
  readonly session: string;
}

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

/** Chooses one of several cards or shelves by its word. */
export const choose = (page: Page, name: string): Promise<void> =>
  page.getByRole('radio', { name, exact: true }).click();

/** Comes to one's own page by hand: with the printed link for whoever is first, later with name and password. */
export async function comeToWork({ page }: Person, server: BuiltServer): Promise<void> {
  await page.goto(server.startLink());
  const isFirst = page.getByText('You are the first one here');
  await isFirst.or(page.getByText('This link has been used')).waitFor();
  if (await isFirst.isVisible()) {
    await page.getByRole('textbox', { name: 'Your name' }).fill(FACILITATOR.displayName);
    await writeSignIn(page, 'Make my account');
  } else {
    await button(page, 'Sign in').click();
    await writeSignIn(page);
  }
  await says(page, `Hello, ${FACILITATOR.displayName}`);
}

/** Writes the facilitator's name and password where they are asked for, and goes on. */
export async function writeSignIn(page: Page, goOn = 'Sign in'): Promise<void> {
  await page.getByRole('textbox', { name: 'Name for signing in' }).fill(FACILITATOR.loginName);
  await page.getByLabel(/password/i).fill(FACILITATOR.password);
  await button(page, goOn).click();
}

/** A facilitator comes to work, opens a room as it is offered but without a door, and steps in. */
export async function openRoomByHand(facilitator: Person, server: BuiltServer): Promise<OpenRoom> {
  const { page } = facilitator;
  await comeToWork(facilitator, server);
  await button(page, 'Open a room').click();
  await page.getByRole('textbox', { name: 'Your name' }).fill(facilitator.name);
  await choose(page, 'Triangle');
  await button(page, /^More/).click();
  await page.getByText('The door', { exact: true }).click();
  await page.getByRole('radio', { name: /^Whoever has the code comes in/ }).click();
  await button(page, 'Open the room').click();
  const link = await page.getByText(/#\/join\//).innerText();
  const spoken = await page.getByText('The code, one by one').textContent();
  const code = (spoken ?? '').replace(/^.*:/, '').replaceAll(' ', '');
  await button(page, 'Step into the room').click();
  await inRoom(page);
  return { code, link, session: page.url().replace(/^.*#\/room\//, '') };
}

/** Beats a minute in rooms where nothing else is said: a beat is half a second, a bar two. */
export const BPM = 120;

/** What a scene wants otherwise; the tempo as a plain number. */
type PlanChanges = Partial<Omit<RoomPlan, 'bpm'>> & { readonly bpm?: number };

/** A room for all who follow its link: no door, every instrument. */
const PLAN: RoomPlan = {
  title: '',
  place: 'together',
  bpm: bpm(BPM),
  metre: '4/4',
  frame: { tonic: 2, scale: 'majorPentatonic', feel: 'straight' },
  instruments: ALL_INSTRUMENTS,
  hasDoor: false,
  listening: 'announced',
  arc: [],
  goals: '',
};

/** The same in short, for scenes that begin in the room: opened as the page would, entered as after a reload. */
export async function openRoom(
  { page, name }: Person,
  server: BuiltServer,
  changes: PlanChanges = {},
): Promise<OpenRoom> {
  const { origin } = server;
  await signIn(page, server);
  const newcomer = { name, shape: 'triangle', role: 'player', isKept: false };
  const answer = await ask(page, server, 'rooms', { plan: { ...PLAN, ...changes }, newcomer });
  if (!answer.ok()) throw new Error(`Opening answered ${answer.status()} ${await answer.text()}`);
  const { code, invite, session } = (await answer.json()) as Record<'code' | 'invite' | 'session', string>;
  await page.goto(`${origin}/#/room/${session}`);
  await button(page, 'Step back in').click();
  await inRoom(page);
  return { code, link: `${origin}/#/join/${invite}`, session };
}

/** Someone follows an invitation, says who they are, and steps in with the instrument of their shape. */
export async function joinByLink(person: Person, room: OpenRoom, shape = 'Star'): Promise<void> {
  await person.page.goto(room.link);
  await sayWho(person, shape);
  await button(person.page, 'Play along').click();
  await button(person.page, 'Step into the room').click();
  await inRoom(person.page);
}

export async function sayWho({ page, name }: Person, shape: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await choose(page, shape);
}

/** Resolves when the page shows the room with its surface. */
export async function inRoom(page: Page): Promise<void> {
  await button(page, 'Leave').waitFor();
  await page.getByRole('button', { name: /\d+ here/ }).waitFor();
}

/** What hands touch now. */
export const surface = (page: Page): Locator => page.locator('main section').first();

/** Takes another instrument in the room. */
export async function takeInstrument(page: Page, from: string, to: string): Promise<void> {
  await button(page, from).click();
  await page.getByRole('dialog').waitFor();
  await choose(page, to);
  await closeSheet(page);
  await button(page, to).waitFor();
}

export async function openSheet(page: Page, name: string | RegExp): Promise<Locator> {
  await button(page, name).click();
  const sheet = page.getByRole('dialog');
  await sheet.waitFor();
  return sheet;
}

/** Closes a sheet, or goes on playing from the page of leading. */
export async function closeSheet(page: Page): Promise<void> {
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(Close|Play on)$/ })
    .click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Opens what a facilitator leads the room with, and one of the pages in its drawer. */
export async function lead(page: Page, what: RegExp): Promise<Locator> {
  const sheet = await openSheet(page, /^Lead/);
  await button(page, 'Everything else').click();
  await sheet.getByRole('button', { name: what }).click();
  return sheet;
}

/** The facilitator fixes how others are heard, so that a busy machine does not lose notes that come too late for less. */
export async function fixEcho(page: Page, echo = 'Half a bar'): Promise<void> {
  await lead(page, /How you hear each other/);
  await choose(page, echo);
  await says(page, /You hear each other .* later, in time/);
  await closeSheet(page);
}

/**
 * Puts a finger down and leaves it there once the other hears it; what comes too late to be heard [N4] is played again.
 * Gives when the finger came down and when the other heard it.
 */
export async function playUntilHeard(
  player: Person,
  listener: Person,
  place: Place = [0.5, 0.2],
): Promise<{ readonly touchedMs: number; readonly heardMs: number }> {
  for (let tries = 1; ; tries++) {
    await player.fingers.down(surface(player.page), place);
    const touchedMs = await lastDown(player.page);
    try {
      return { touchedMs, heardMs: await firstHeard(listener.page, touchedMs, 4000) };
    } catch (fault) {
      if (tries === 5) throw fault;
      await player.fingers.up();
    }
  }
}

export const startPulse = (page: Page): Promise<void> => button(page, 'Start pulse').click();

/** Resolves when this person's device has told the room that its sound runs and its clock is settled. */
export const isReady = ({ sent, name }: Person): Promise<boolean> =>
  until(() => sent.some((frame) => frame.includes('"reportReadiness","isReady":true')), {
    what: `${name} is ready`,
  });

/** The wishes of one kind that a page has sent. */
export const wishes = ({ sent }: Person, type: string): readonly string[] =>
  sent.filter((frame) => frame.includes(`"type":"${type}"`));

/** The people a page shows in its corner, by what a screen reader is told. */
export const peopleIn = (page: Page): Promise<readonly string[]> =>
  page
    .locator('header ul[aria-label="Who is here"] > li')
    .evaluateAll((people) => people.map((each) => each.textContent?.trim().replaceAll(/\s+/g, ' ') ?? ''));

/** Waits until everyone on a page is ready to play. */
export const allReady = (page: Page): Promise<boolean> =>
  until(async () => !(await peopleIn(page)).join().includes('Getting ready'), { what: 'everyone is ready' });

/** Waits for a sentence anywhere on the page. */
export async function says(page: Page, sentence: string | RegExp): Promise<true> {
  await page.getByText(sentence).first().waitFor({ timeout: 20_000 });
  return true;
}

/** Waits until both pages show so many people. */
export const areHere = (page: Page, count: number): Promise<boolean> =>
  until(async () => (await peopleIn(page)).length === count, { what: `${count} people are here` });
