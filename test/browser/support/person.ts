import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { installEar } from './ear.ts';
import { type Fingers, fingersOn } from './fingers.ts';

declare global {
  interface Window {
    tellTrouble(trouble: string): void;
  }
}

export const PHONE = { width: 390, height: 844 };
export const TABLET = { width: 768, height: 1024 };

/** Someone with a device of their own: a browser context, one page in it, fingers on its glass. */
export interface Person {
  readonly name: string;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly fingers: Fingers;
  /** What went wrong in the page, what it asked for elsewhere, what its policy forbade. Empty, or a test fails. */
  readonly troubles: readonly string[];
  /** Everything the page sent over its sockets. */
  readonly sent: readonly string[];
  /** A further page on the same device. */
  secondPage(): Promise<Page>;
  /** Keeps a picture where `PICTURES_DIR` says so; does nothing without it. */
  picture(name: string): Promise<void>;
}

export interface PersonOptions extends BrowserContextOptions {
  readonly size?: { readonly width: number; readonly height: number };
}

/** Answers a browser tells of as if they were faults, and lines that tests cut on purpose. */
const EXPECTED = /Failed to load resource|WebSocket connection to|net::ERR_|ERR_CONNECTION/;

export async function createPerson(
  browser: Browser,
  name: string,
  { size = PHONE, ...options }: PersonOptions = {},
): Promise<Person> {
  const context = await browser.newContext({
    viewport: size,
    hasTouch: true,
    locale: 'en-GB',
    userAgent: `Windchime/test (${name})`,
    ...options,
  });
  const troubles: string[] = [];
  const sent: string[] = [];
  await context.addInitScript(installEar);
  await context.exposeBinding('tellTrouble', (_, trouble: string) => troubles.push(trouble));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      window.tellTrouble(`policy: ${violatedDirective} forbade ${blockedURI || sourceFile}`);
    });
  });
  context.on('page', (page) => watch(page, troubles, sent));
  const page = await context.newPage();
  return {
    name,
    context,
    page,
    fingers: await fingersOn(page),
    troubles,
    sent,
    secondPage: () => context.newPage(),
    async picture(of) {
      const folder = process.env['PICTURES_DIR'];
      if (!folder) return;
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${of}.png`) });
    },
  };
}

function watch(page: Page, troubles: string[], sent: string[]): void {
  page.on('pageerror', (fault) => troubles.push(`fault: ${fault.message}`));
  page.on('console', (line) => {
    const text = line.text();
    if (line.type() === 'error' && !EXPECTED.test(text)) troubles.push(`console: ${text}`);
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost')
      troubles.push(`asked elsewhere: ${request.url()}`);
  });
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).hostname !== 'localhost') troubles.push(`socket elsewhere: ${socket.url()}`);
    socket.on('framesent', ({ payload }) => sent.push(String(payload)));
  });
}
