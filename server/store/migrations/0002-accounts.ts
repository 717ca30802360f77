import type { Migration } from './migration.ts';

/**
 * Accounts of those who work here, their signed-in browsers, links that work once, plans, and what the service has set.
 * Browsers signed in before there were accounts belong to nobody and are forgotten. Links name accounts by id without a
 * reference where they only tell who made them.
 */
export const accounts: Migration = {
  number: 2,
  name: 'accounts',
  sql: `
    DROP TABLE staff;

    CREATE TABLE accounts (
      account TEXT PRIMARY KEY,
      login_name TEXT NOT NULL,
      login_key TEXT NOT NULL UNIQUE,
      display_name TEXT NOT NULL,
      password_hash TEXT NOT NULL,
      -- JSON array.
      roles TEXT NOT NULL,
      sealed_second_factor TEXT,
      second_factor_step INTEGER NOT NULL,
      is_disabled INTEGER NOT NULL CHECK (is_disabled IN (0, 1))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE staff (
      token_hash TEXT PRIMARY KEY,
      account TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE,
      expires_at REAL NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX staff_of_account ON staff (account);

    -- An invitation has roles (JSON array), a reset the account it is for.
    CREATE TABLE staff_links (
      token_hash TEXT PRIMARY KEY,
      made_by TEXT NOT NULL,
      expires_at REAL NOT NULL,
      roles TEXT,
      account TEXT REFERENCES accounts ON DELETE CASCADE,
      CHECK ((roles IS NULL) <> (account IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX links_of_account ON staff_links (account);

    CREATE TABLE plans (
      account TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE,
      id TEXT NOT NULL,
      saved_at REAL NOT NULL,
      plan TEXT NOT NULL,
      PRIMARY KEY (account, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE service_settings (
      only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
      settings TEXT NOT NULL
    ) STRICT;
  `,
};
