/** One step of the database's shape, never changed once released. Runs in a transaction of its own. */
export interface Migration {
  /** From 1 without gaps; the database's `user_version` is the number of the last one it has. */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}
