import type { Migration } from './migration.ts';

/** Whose room a session is, so that its facilitator returns past the door, and loses it with the account. */
export const whoseSession: Migration = {
  number: 3,
  name: 'whose session',
  // Without a reference: an account that is gone leaves its sessions to those who were in them.
  sql: 'ALTER TABLE sessions ADD COLUMN account TEXT;',
};
