/**
 * The folder table of the design: what each folder may import besides itself. The test's data is the table.
 * A path that ends in `.ts` names that one file. A row holds for everything below its folder; the longest row wins.
 */
export const HOUSE: Readonly<Record<string, readonly string[]>> = {
  'shared/base': [],
  'shared/music': ['shared/base'],
  'shared/time': ['shared/base'],
  'shared/event': ['shared/base', 'shared/music', 'shared/time'],
  'shared/room': ['shared/base', 'shared/music', 'shared/time', 'shared/event'],
  'shared/recording': ['shared/base', 'shared/music', 'shared/time', 'shared/event', 'shared/room'],
  'shared/wire': [
    'shared/base',
    'shared/music',
    'shared/time',
    'shared/event',
    'shared/room',
    'shared/recording',
  ],

  'server/room': ['shared'],
  'server/store': ['shared', 'server/room/ports.ts', 'server/room/account-ports.ts'],
  'server/socket': ['shared', 'server/room'],
  'server/http': ['shared', 'server/room'],
  'server/company': ['shared'],
  // Composition: main, app, config and the clock.
  server: ['shared', 'server'],

  'client/player': ['shared'],
  'client/audio': ['shared', 'client/player'],
  'client/session': ['shared', 'client/player'],
  'client/replay': ['shared', 'client/player'],
  'client/surfaces': ['shared'],
  'client/ui': [],
  'client/words': [],
  'client/hooks': [
    'shared',
    'client/player',
    'client/session',
    'client/surfaces',
    'client/ui',
    'client/words',
  ],
  'client/panels': [
    'shared',
    'client/player',
    'client/session',
    'client/surfaces',
    'client/ui',
    'client/words',
    'client/hooks',
  ],
  'client/screens': [
    'shared',
    'client/player',
    'client/session',
    'client/surfaces',
    'client/ui',
    'client/words',
    'client/hooks',
    'client/panels',
  ],
  // Composition: main, app, routes.
  client: ['shared', 'client'],
};

/** Packages only some may import: the rest of the house does not know them. */
export const GUARDED_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  tone: ['client/audio'],
  'socket.io': ['server/socket'],
  'socket.io-client': ['client/session/socket-link.ts', 'server/company/link.ts'],
  '@photostructure/sqlite': ['server/store'],
  '@node-rs/argon2': ['server/http/staff/passwords.ts'],
};

/** Folders that may import these packages and no others. */
export const ONLY_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  shared: ['zod/mini'],
  'client/words': ['@fluent/bundle', 'react'],
  'server/company': ['socket.io-client', 'node:http', 'node:https', 'node:worker_threads'],
};

/** What `shared/` must not know, as it would stand in code. */
export const UNKNOWN_TO_SHARED: readonly RegExp[] = [
  /\bDate\b/,
  /\bperformance\b/,
  /\bset(?:Timeout|Interval|Immediate)\b/,
  /\bqueueMicrotask\b/,
  /\brequest(?:AnimationFrame|IdleCallback)\b/,
  /\bMath\s*\.\s*random\b/,
  /\bcrypto\b/,
  /\bconsole\b/,
  /\b(?:document|window|navigator|globalThis|localStorage|sessionStorage)\b/,
  /\b(?:fetch|XMLHttpRequest|WebSocket|Worker)\b/,
  /\b(?:process|Buffer|require|__dirname)\b/,
  /\bimport\s*\.\s*meta\b/,
  /\b(?:AudioContext|React|Tone)\b/,
];

/** Source files stay small. Words of a language are a list, as long as what there is to say. */
export const MAX_LINES = 300;
export const MAY_BE_LONG: readonly string[] = ['client/words/table/room.ts'];
