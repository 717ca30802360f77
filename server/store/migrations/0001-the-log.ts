import type { Migration } from './migration.ts';

/**
 * Sessions, the room's line of each, the players' lines apart from it and from each other, and who may come in.
 * Ids are written once and numbered, so that a note's row names its line in a byte or two.
 */
export const theLog: Migration = {
  number: 1,
  name: 'the log',
  sql: `
    CREATE TABLE sessions (
      number INTEGER PRIMARY KEY,
      session TEXT NOT NULL UNIQUE,
      opened_at REAL NOT NULL,
      closed_at REAL,
      code_hash TEXT NOT NULL,
      invite_hash TEXT NOT NULL,
      sealed_keys TEXT NOT NULL
    ) STRICT;

    -- The room's line. n is the number of the wish that made the entry, when a member's wish did.
    CREATE TABLE entries (
      session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE,
      seq INTEGER NOT NULL,
      at REAL NOT NULL,
      author TEXT NOT NULL,
      n INTEGER,
      event TEXT NOT NULL,
      PRIMARY KEY (session, seq)
    ) STRICT, WITHOUT ROWID;

    -- One player's line in one session; deleting the row takes everything they played there with it.
    CREATE TABLE lines (
      line INTEGER PRIMARY KEY,
      session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE,
      member TEXT NOT NULL,
      base_ms REAL NOT NULL,
      UNIQUE (session, member)
    ) STRICT;

    CREATE TABLE line_entries (
      line INTEGER NOT NULL REFERENCES lines ON DELETE CASCADE,
      seq INTEGER NOT NULL,
      packed BLOB NOT NULL,
      PRIMARY KEY (line, seq)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE seats (
      session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE,
      member TEXT NOT NULL,
      token_hash TEXT NOT NULL,
      PRIMARY KEY (session, member)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE staff (
      token_hash TEXT PRIMARY KEY,
      expires_at REAL NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- latest_ms: the latest time in any log; it stays when a session is deleted, so that the clock never runs back.
    CREATE TABLE meta (
      only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
      created TEXT NOT NULL,
      latest_ms REAL NOT NULL
    ) STRICT;
    INSERT INTO meta VALUES (1, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 0);
  `,
};
