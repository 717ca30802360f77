import type { Page } from 'playwright-core';
import type { BuiltServer } from './built-server.ts';

/** Who works at the service in the scenes. */
export interface StaffAccount {
  readonly loginName: string;
  readonly displayName: string;
  readonly password: string;
}

/** The account that the first scene makes and all others sign in with; facilitator and admin. */
export const FACILITATOR: StaffAccount = {
  loginName: 'maya',
  displayName: 'Maya',
  password: 'five warm chimes',
};

/** Asks the server as a page of it would, with the page's own cookies. */
export const ask = (page: Page, server: Pick<BuiltServer, 'origin'>, path: string, data: unknown) =>
  page.request.post(`${server.origin}/api/${path}`, { data, headers: { origin: server.origin } });

/**
 * This person's browser is signed in as the facilitator, any number of times on any number of browsers: the first makes
 * the account with the printed link, later ones sign in.
 */
export async function signIn(page: Page, server: BuiltServer, who = FACILITATOR): Promise<void> {
  const startCode = server.startCode();
  if (startCode !== undefined) {
    const made = await ask(page, server, 'staff/first-account', { startCode, ...who });
    if (made.status() === 201) return;
  }
  const { loginName, password } = who;
  const answer = await ask(page, server, 'staff/sign-in', { loginName, password });
  if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()} ${await answer.text()}`);
}

/** The link of a fresh invitation, for someone who is to make an account of their own. */
export async function inviteStaff(
  page: Page,
  server: BuiltServer,
  roles: readonly ('facilitator' | 'admin')[] = ['facilitator'],
): Promise<string> {
  const answer = await ask(page, server, 'staff/accounts/invite', { roles });
  if (!answer.ok()) throw new Error(`Inviting answered ${answer.status()} ${await answer.text()}`);
  return ((await answer.json()) as { link: string }).link;
}
