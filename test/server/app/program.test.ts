import { type ChildProcess, spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBrowser, FACILITATOR, newcomer, PLAN } from '../support/browser.ts';

/** Inside node_modules, so that the program finds its packages from there. */
const BUILT = resolve('node_modules/.windchime-program-test');

interface Run {
  readonly child: ChildProcess;
  out: string;
  err: string;
  readonly exit: Promise<number | null>;
  /** Resolves with the first match in what it printed. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
}

describe('The program', () => {
  let folder: string;
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    await build({
      mode: 'server',
      logLevel: 'silent',
      build: { outDir: join(BUILT, 'server'), emptyOutDir: true },
    });
    await mkdir(join(BUILT, 'client'), { recursive: true });
    await writeFile(join(BUILT, 'client', 'index.html'), '<!doctype html><title>Windchime</title>');
  }, 60_000);
  afterAll(() => rm(BUILT, { recursive: true, force: true }));
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'windchime-run-'));
  });
  afterEach(async () => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  function run(env: Record<string, string>, words: readonly string[] = []): Run {
    const child = spawn(process.execPath, [join(BUILT, 'server', 'main.js'), ...words], {
      cwd: folder,
      env: { PATH: process.env['PATH'] ?? '', ...env },
    });
    running.push(child);
    const exit = new Promise<number | null>((done) => {
      child.once('exit', done);
    });
    const started: Run = {
      child,
      out: '',
      err: '',
      exit,
      async said(pattern) {
        await expect.poll(() => pattern.exec(started.out), { timeout: 10_000, interval: 20 }).toBeTruthy();
        return pattern.exec(started.out) as RegExpExecArray;
      },
    };
    child.stdout.on('data', (chunk: Buffer) => {
      started.out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      started.err += chunk.toString();
    });
    return started;
  }

  const START_LINK = /To make the first account: (http:\/\/localhost:\d+)\/#\/start\/([\w-]{22})\n/;

  it('with no more than a port it starts, prints its address and a start link, serves the page, and stops on request', async () => {
    const server = run({ PORT: '0' });
    const [, origin = '', startCode = ''] = await server.said(START_LINK);
    await server.said(/"event":"started"/);
    expect(server.out).toContain(`Windchime is at ${origin}\n`);
    const browser = createBrowser(origin);
    expect((await browser.get('/')).body).toContain('Windchime');
    expect((await browser.get('/readyz')).status).toBe(200);
    const account = { startCode, ...FACILITATOR };
    expect((await browser.post('/api/staff/first-account', account)).status).toBe(201);
    server.child.kill('SIGTERM');
    expect(await server.exit).toBe(0);
    expect(server.out).toContain('"event":"stopped"');
    expect(server.err).toBe('');
  });

  it('[R6] killed in mid-session it comes back with its rooms, their codes, seats and facilitators', async () => {
    const first = run({ PORT: '0' });
    const [, origin = '', startCode = ''] = await first.said(START_LINK);
    const browser = createBrowser(origin);
    await browser.post('/api/staff/first-account', { startCode, ...FACILITATOR });
    const opened = await browser.post('/api/rooms', { plan: PLAN, newcomer: newcomer('Ada') });
    expect(opened.status).toBe(201);
    first.child.kill('SIGKILL');
    await first.exit;

    const second = run({ PORT: new URL(origin).port });
    await second.said(/"event":"started"/);
    const { session, code, you } = opened.body as Record<string, string>;
    expect((await browser.get(`/api/rooms/${session}/door`)).body).toMatchObject({ code, you });
    expect((await browser.get('/api/staff/me')).body).toMatchObject({ rooms: [{ session, isOwn: true }] });
    expect((await createBrowser(origin).post('/api/look', { code })).status).toBe(200);
    expect(second.out).toContain(`Windchime is at ${origin}\n`);
    expect(second.out).not.toContain('#/start/');
  });

  it('the operator lets someone back in while it runs: a link for a new password, once', async () => {
    const server = run({ PORT: '0' });
    const [, origin = '', startCode = ''] = await server.said(START_LINK);
    const browser = createBrowser(origin);
    await browser.post('/api/staff/first-account', { startCode, ...FACILITATOR });
    const command = run({ PORT: new URL(origin).port }, ['account', 'reset', FACILITATOR.loginName]);
    expect(await command.exit).toBe(0);
    const [, token = ''] = await command.said(/http:\/\/localhost:\d+\/#\/welcome-staff\/([\w-]{22})\n/);
    const reset = { token, password: 'quite another one' };
    expect((await browser.post('/api/staff/reset-password', reset)).status).toBe(204);
    expect((await browser.post('/api/staff/reset-password', reset)).status).toBe(404);
    const { loginName } = FACILITATOR;
    const signedIn = await browser.post('/api/staff/sign-in', { loginName, password: 'quite another one' });
    expect(signedIn.status).toBe(200);
    const nobody = run({ PORT: '0' }, ['account', 'reset', 'nobody']);
    expect(await nobody.exit).toBe(1);
    expect(nobody.err).toContain('There is no account nobody');
    const list = run({ PORT: '0' }, ['account', 'list']);
    expect(await list.exit).toBe(0);
    expect(list.out).toBe('ada  facilitator  admin\n');
  });

  it('names every mistake in its settings at once and goes, without a stack', async () => {
    const server = run({ PORT: 'http', LOG_LEVEL: 'loud', DATA_DRI: '/srv' });
    expect(await server.exit).toBe(1);
    expect(server.err.split('\n')).toEqual([
      'Windchime cannot start, because of its settings:',
      '  - DATA_DRI is not a setting; did you mean DATA_DIR?',
      '  - PORT is "http"; it must be a whole number from 0 to 65535',
      '  - LOG_LEVEL is "loud"; it must be one of debug, info, warn, error, silent',
      '',
    ]);
    expect(await readdir(folder)).toEqual([]);
  });

  describe('says in one sentence what stands against it', () => {
    let other: Server;
    beforeAll(async () => {
      other = createServer();
      await new Promise<void>((done) => {
        other.listen(0, '127.0.0.1', done);
      });
    });
    afterAll(() => other.close());

    /** What it says before it goes: one line, without a stack. */
    async function lastWords(env: Record<string, string>): Promise<string> {
      const server = run({ PORT: '0', ...env });
      expect(await server.exit).toBe(1);
      expect(server.out).not.toContain('    at ');
      expect(server.err.trim().split('\n')).toHaveLength(1);
      return server.err;
    }

    it('a port in use', async () => {
      const { port } = other.address() as AddressInfo;
      expect(await lastWords({ PORT: String(port) })).toMatch(
        /^Windchime cannot start\. Port \d+ is in use by another program\./,
      );
    });

    it('a data folder that cannot be written', async () => {
      await writeFile(join(folder, 'file'), '');
      expect(await lastWords({ DATA_DIR: './file/data' })).toMatch(
        /^Windchime cannot start\. The data folder .*cannot be written/,
      );
    });

    it('a database that is damaged, and leaves it as it is', async () => {
      await mkdir(join(folder, 'data'));
      await copyFile('package.json', join(folder, 'data', 'windchime.db'));
      expect(await lastWords({})).toMatch(/^Windchime cannot start\. .*damaged/);
    });

    it('a data folder that another server uses', async () => {
      const first = run({ PORT: '0' });
      await first.said(/"event":"started"/);
      expect(await lastWords({})).toMatch(
        /^Windchime cannot start\. Another server is using the data folder/,
      );
    });

    it('a key file that is damaged', async () => {
      await mkdir(join(folder, 'data'));
      await writeFile(join(folder, 'data', 'server.key'), 'short');
      expect(await lastWords({})).toMatch(/^Windchime cannot start\. The key file .* is damaged/);
    });
  });
});
