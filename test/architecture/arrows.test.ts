import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  againstArrows,
  barrels,
  circles,
  danglingImports,
  defaultExports,
  knowsTooMuch,
  type SourceFile,
  tooLong,
  wrongPackages,
} from './findings.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

const house: readonly SourceFile[] = ['shared', 'server', 'client']
  .flatMap((top) =>
    readdirSync(`${root}${top}`, { recursive: true, encoding: 'utf8' }).map(
      (path) => `${top}/${path.replaceAll('\\', '/')}`,
    ),
  )
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
  .map((path) => ({ path, text: readFileSync(`${root}${path}`, 'utf8') }));

const declared = Object.keys(
  (JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { dependencies: Record<string, string> })
    .dependencies,
);

const file = (path: string, ...lines: string[]): SourceFile => ({ path, text: lines.join('\n') });

const lines = (count: number) => Array.from({ length: count }, () => 'a;');

describe('the house', () => {
  it('is read: its files are found, with their imports', () => {
    expect(house.length).toBeGreaterThan(50);
    expect(house.map(({ path }) => path)).toContain('shared/room/decide.ts');
  });

  it('has its arrows pointing one way, as the table says', () => {
    expect(againstArrows(house)).toEqual([]);
  });

  it('has no circle of imports, types included', () => {
    expect(circles(house)).toEqual([]);
  });

  it('has a shared/ that knows no clock, timer, chance, console, page or Node', () => {
    expect(knowsTooMuch(house)).toEqual([]);
  });

  it('imports Tone, Socket.IO and SQLite only in their adapters, and only declared packages', () => {
    expect(wrongPackages(house, declared)).toEqual([]);
  });

  it('has no barrel files', () => {
    expect(barrels(house)).toEqual([]);
  });

  it('has no default exports but of what is loaded later', () => {
    expect(defaultExports(house)).toEqual([]);
  });

  it('has small files', () => {
    expect(tooLong(house)).toEqual([]);
  });

  it('imports files that are there', () => {
    expect(danglingImports(house, (path) => existsSync(`${root}${path}`))).toEqual([]);
  });
});

describe('the checker', () => {
  it.each([
    ['shared/base/a.ts', '../music/scale.ts'],
    ['shared/music/a.ts', '../time/metre.ts'],
    ['shared/event/a.ts', '../room/state.ts'],
    ['shared/room/a.ts', '../wire/up.ts'],
    ['server/store/a.ts', '../room/live-room.ts'],
    ['server/room/a.ts', '../store/store-fault.ts'],
    ['server/socket/a.ts', '../http/http.ts'],
    ['server/company/a.ts', '../room/ports.ts'],
    ['client/player/a.ts', '../audio/audio.ts'],
    ['client/surfaces/a.ts', '../session/session.ts'],
    ['client/ui/a.ts', '../../shared/base/units.ts'],
    ['client/words/a.ts', '../../shared/base/refusal.ts'],
    ['client/session/a.ts', '../../server/clock.ts'],
    ['server/http/a.ts', '../app.ts'],
    ['elsewhere/a.ts', './b.ts'],
  ])('finds that %s must not import %s', (path, from) => {
    expect(againstArrows([file(path, `import type { A } from '${from}';`)])).toHaveLength(1);
  });

  it.each([
    ['shared/room/a.ts', '../event/entry.ts'],
    ['server/store/a.ts', '../room/ports.ts'],
    ['client/screens/a.tsx', '../panels/b.tsx'],
    ['client/audio/sound/a.ts', '../voice.ts'],
    ['server/main.ts', './http/http.ts'],
    ['client/app.tsx', './audio/audio.ts'],
  ])('lets %s import %s', (path, from) => {
    expect(againstArrows([file(path, `import { a } from '${from}';`)])).toEqual([]);
  });

  it('reads every way of importing, over several lines too, and none in comments', () => {
    const bad = file(
      'shared/base/a.ts',
      'import {',
      '  one,',
      "} from '../music/one.ts';",
      "export { two } from '../music/two.ts';",
      "export * from '../music/three.ts';",
      "import '../music/four.ts';",
      "type Five = import('../music/five.ts').Five;",
      "// import { six } from '../music/six.ts';",
      "/* import { seven } from '../music/seven.ts'; */",
      "const slashes = /[/*']/; const eight = () => import('../music/eight.ts');",
    );
    expect(againstArrows([bad]).map((finding) => /music\/(\w+)/.exec(finding)?.[1])).toEqual([
      'one',
      'two',
      'three',
      'four',
      'five',
      'eight',
    ]);
    expect(againstArrows([bad])[0]).toContain('shared/base/a.ts:3 ');
  });

  it('finds a circle of three files, though it is of types alone', () => {
    const found = circles([
      file('shared/base/a.ts', "import type { B } from './b.ts';"),
      file('shared/base/b.ts', "import type { C } from './c.ts';"),
      file('shared/base/c.ts', "import type { A } from './a.ts';"),
      file('shared/base/d.ts', "import type { A } from './a.ts';"),
    ]);
    expect(found).toEqual(['shared/base/a.ts → shared/base/b.ts → shared/base/c.ts → shared/base/a.ts']);
  });

  it.each([
    'const at = Date.now();',
    'const at = performance.now();',
    'setTimeout(() => {}, 1);',
    'const chance = Math.random();',
    'console.log(1);',
    'document.title;',
    'window.close();',
    "await fetch('x');",
    'process.exit();',
    'crypto.getRandomValues(a);',
    'const text = `at ${Date.now()}`;',
  ])('finds in shared/: %s', (code) => {
    expect(knowsTooMuch([file('shared/base/a.ts', 'const a = 1;', code)])).toEqual([
      expect.stringContaining('shared/base/a.ts:2 knows'),
    ]);
  });

  it('takes neither a comment nor a string for knowledge, nor cares outside shared/', () => {
    const harmless = file(
      'shared/base/a.ts',
      '/** Milliseconds of `performance.now()`. */',
      "const words = 'the window of the console'; // Date.now()",
      'const more = `no window: ${words} and no document`;',
      'const windowMs = 3; const seen = /window/.test(words);',
    );
    expect(knowsTooMuch([harmless, file('server/clock.ts', 'Date.now();')])).toEqual([]);
  });

  it.each([
    ['client/player/a.ts', 'tone'],
    ['client/session/session.ts', 'socket.io-client'],
    ['server/http/a.ts', 'socket.io'],
    ['server/room/a.ts', '@photostructure/sqlite'],
    ['shared/event/a.ts', 'zod'],
    ['shared/event/a.ts', 'react'],
    ['shared/base/a.ts', 'node:crypto'],
    ['client/ui/a.tsx', 'node:fs'],
    ['client/words/a.tsx', 'zod/mini'],
    ['server/company/a.ts', 'express'],
    ['client/audio/a.ts', 'left-pad'],
    ['server/socket/a.ts', 'fast-check'],
  ])('finds that %s must not import %s', (path, from) => {
    expect(wrongPackages([file(path, `import { a } from '${from}';`)], declared)).toHaveLength(1);
  });

  it.each([
    ['client/audio/a.ts', 'tone/build/esm/core/context/Gain.js'],
    ['client/session/socket-link.ts', 'socket.io-client'],
    ['server/company/link.ts', 'socket.io-client'],
    ['shared/event/a.ts', 'zod/mini'],
    ['server/store/a.ts', 'node:worker_threads'],
  ])('lets %s import %s', (path, from) => {
    expect(wrongPackages([file(path, `import { a } from '${from}';`)], declared)).toEqual([]);
  });

  it('finds barrels, whatever they are called', () => {
    const found = barrels([
      file('shared/base/index.ts', 'export const a = 1;'),
      file('shared/base/all.ts', "export { a } from './a.ts';", "export type { B } from './b.ts';"),
      file('shared/base/star.ts', "export * from './a.ts';", 'export const c = 1;'),
      file('shared/base/fine.ts', "import { a } from './a.ts';", 'export const b = a;'),
      file('client/audio/tone.ts', "export { Gain } from 'tone/build/esm/core/context/Gain.js';"),
    ]);
    expect(found).toHaveLength(3);
  });

  it('finds default exports, but for what is loaded later', () => {
    const found = defaultExports([
      file('client/ui/a.tsx', 'export default function A() {}'),
      file('client/ui/b.tsx', 'const B = 1;', 'export { B as default };'),
      file('client/screens/c.tsx', 'export default function C() {}'),
      file('client/app.tsx', "const C = lazy(() => import('./screens/c.tsx'));"),
    ]);
    expect(found).toEqual(['client/ui/a.tsx has a default export', 'client/ui/b.tsx has a default export']);
  });

  it('finds a file of 301 lines and lets one of 300 be', () => {
    expect(tooLong([file('client/ui/a.ts', ...lines(300), '')])).toEqual([]);
    expect(tooLong([file('client/ui/a.ts', ...lines(301))])).toHaveLength(1);
  });

  it('finds an import of what is not there', () => {
    const found = danglingImports([file('shared/base/a.ts', "import { b } from './b.ts';")], () => false);
    expect(found).toEqual(['shared/base/a.ts:1 imports shared/base/b.ts, which is not there']);
  });
});
