import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const CLIENT = new URL('../../../../client/', import.meta.url).pathname;
/** What only those who work here need. */
const OF_STAFF =
  /^(?:screens\/(?:staff|start)\/|hooks\/use-staff\.ts$|session\/(?:staff-client|signing-in-again)\.ts$)/;
const STATIC = /^(?:import|export)\s(?!type\b)[^;]*?from\s+'([^']+)'/gm;

/** Files and words of the staff that a page outside of them would bring along. */
function broughtAlong(path: string): readonly string[] {
  const from = new URL(path, `file://${CLIENT}`);
  const imported = [...readFileSync(join(CLIENT, path), 'utf8').matchAll(STATIC)].map(
    ([, file]) => file ?? '',
  );
  return imported
    .filter((file) => file.startsWith('.'))
    .map((file) => new URL(file, from).pathname.slice(CLIENT.length))
    .filter((file) => OF_STAFF.test(file) || file.endsWith('staff.ftl'));
}

describe('the pages of those who work here', () => {
  const files = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.tsx?$/.test(path),
  );
  const others = files.filter((path) => !OF_STAFF.test(path));

  it('weigh nothing for anyone else: they and their words are fetched apart', () => {
    expect(others.flatMap((path) => broughtAlong(path).map((file) => `${path} → ${file}`))).toEqual([]);
  });

  it('and the look for that would find one', () => {
    expect(broughtAlong('screens/staff/staff-pages.tsx')).toContain('screens/start/start.tsx');
    expect(others).toContain('app.tsx');
  });
});
