import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.ts';
import { ensureChromium } from './support/ensure-chromium.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Before the first browser test: a Chromium, and a build that is not older than what it was made from. */
export default async function setup(): Promise<void> {
  ensureChromium({
    find: findChromium,
    has: (path) => existsSync(path),
    isRoot: process.getuid?.() === 0,
    run: (command, args) =>
      spawnSync(command, args, {
        stdio: 'inherit',
        timeout: 300_000,
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0,
    say: (line) => process.stdout.write(`${line}\n`),
  });
  if (isBuilt()) return;
  process.stdout.write('Building, since the build is older than its sources.\n');
  const built = spawnSync('npm', ['run', 'build'], { cwd: ROOT, stdio: 'inherit', timeout: 300_000 });
  if (built.status !== 0) throw new Error('The product could not be built; what is wrong stands above.');
}

const SOURCES = ['client', 'server', 'shared', 'package-lock.json', 'vite.config.ts'];
const MADE = ['dist/client/index.html', 'dist/server/main.js'];

function isBuilt(): boolean {
  const made = MADE.map((path) => join(ROOT, path));
  if (!made.every((path) => existsSync(path))) return false;
  const oldest = Math.min(...made.map((path) => statSync(path).mtimeMs));
  return SOURCES.every((path) => newestIn(join(ROOT, path)) <= oldest);
}

function newestIn(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
