import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { end, newFolder, startProgram, startServer } from './support/built-server.ts';

const folders: string[] = [];
const folder = () => {
  const made = newFolder();
  folders.push(made);
  return made;
};
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

/** Starts the program and waits for its end: what it said, and its exit code. */
async function tryToStart(settings: Readonly<Record<string, string>>) {
  let said = '';
  const child = startProgram({ PORT: '0', ...settings }, (text) => {
    said += text;
  });
  const late = setTimeout(() => void end(child, 'SIGKILL'), 30_000);
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(late);
  return { said, exitCode };
}

/** A data folder a server has used, with the path of its database. */
async function usedFolder(): Promise<{ readonly dataDir: string; readonly database: string }> {
  const dataDir = folder();
  const server = await startServer({ dataDir });
  await server.kill();
  const database = join(dataDir, 'windchime.db');
  // Everything into the one file, as after a calm end.
  const opened = new DatabaseSync(database);
  opened.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  opened.close();
  return { dataDir, database };
}

/** One or two sentences for a person: no stack, no file of the program. */
const UNPLAIN = / at .*\.js|Error:|node:internal|undefined/;

describe('Someone starts the server and', () => {
  it('the port is in use: it names the port and what to do', async () => {
    const first = await startServer();
    const { said, exitCode } = await tryToStart({ PORT: String(first.port), DATA_DIR: folder() });
    await first.close();
    expect(said).toContain(`Port ${first.port} is in use by another program.`);
    expect(said).toContain('set PORT to another number');
    expect(said).not.toMatch(UNPLAIN);
    expect(exitCode).toBe(1);
  });

  it('another server uses the same data folder: it leaves that one alone', async () => {
    const first = await startServer();
    const { said, exitCode } = await tryToStart({ DATA_DIR: first.dataDir });
    const health = await fetch(`${first.origin}/readyz`);
    await first.close();
    expect(said).toContain(`Another server is using the data folder ${first.dataDir}. Stop it first.`);
    expect(said).not.toMatch(UNPLAIN);
    expect(exitCode).toBe(1);
    expect(health.status).toBe(200);
  });

  it('the data folder cannot be written: it names the folder', async () => {
    const file = join(folder(), 'a-file');
    writeFileSync(file, 'no folder');
    const { said, exitCode } = await tryToStart({ DATA_DIR: join(file, 'data') });
    expect(said).toContain(`The data folder ${join(file, 'data')} cannot be written.`);
    expect(said).not.toMatch(UNPLAIN);
    expect(exitCode).toBe(1);
  });

  it.for([
    [
      'overwritten in the middle',
      (path: string) => {
        const bytes = readFileSync(path);
        bytes.fill(0xa5, 2048, bytes.length - 512);
        writeFileSync(path, bytes);
      },
    ],
    ['another kind of file', (path: string) => writeFileSync(path, 'A letter to a friend.\n'.repeat(400))],
    ['empty', (path: string) => truncateSync(path, 0)],
  ] as const)(
    'the database is %s: it says so and never puts a fresh one in its place',
    async ([, damage]) => {
      const { dataDir, database } = await usedFolder();
      damage(database);
      const before = readFileSync(database);
      const { said, exitCode } = await tryToStart({ DATA_DIR: dataDir });
      expect(said).toContain(database);
      expect(said).toMatch(/is damaged|is empty|is not a database of this program/);
      expect(said).toMatch(/Restore it from a backup|Nothing in it was changed/);
      expect(said).not.toMatch(UNPLAIN);
      expect(exitCode).toBe(1);
      expect(readFileSync(database).equals(before)).toBe(true);
    },
  );

  it('the database comes from a newer version: it is not touched', async () => {
    const { dataDir, database } = await usedFolder();
    const newer = new DatabaseSync(database);
    newer.exec('PRAGMA user_version = 4000');
    newer.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    newer.close();
    const before = readFileSync(database);
    const { said, exitCode } = await tryToStart({ DATA_DIR: dataDir });
    expect(said).toContain(`${database} was written by a newer version (shape 4000;`);
    expect(said).not.toMatch(UNPLAIN);
    expect(exitCode).toBe(1);
    expect(readFileSync(database).equals(before)).toBe(true);
  });

  it('several settings are mistyped: all are told at once, each with what is allowed', async () => {
    const { said, exitCode } = await tryToStart({
      PORT: 'eighty',
      DATA_DIRR: '/somewhere',
      LOG_LEVEL: 'loud',
      PUBLIC_ORIGIN: 'music.example.org',
    });
    expect(said).toContain('PORT is "eighty"; it must be a whole number from 0 to 65535');
    expect(said).toContain('DATA_DIRR is not a setting; did you mean DATA_DIR?');
    expect(said).toContain('LOG_LEVEL is "loud"; it must be one of debug, info, warn, error, silent');
    expect(said).toContain('PUBLIC_ORIGIN is "music.example.org"; it must be the address people type');
    expect(said).not.toMatch(UNPLAIN);
    expect(exitCode).toBe(1);
  });
});
