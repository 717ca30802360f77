import { DatabaseSync } from '@photostructure/sqlite';

/** What a statement binds. `undefined` is none of it: say null. */
export type Bound = string | number | null | Uint8Array;

/** A prepared statement. */
export interface Statement {
  run(...values: Bound[]): { readonly changes: number; readonly lastInsertRowid: number | bigint };
  /** The first row, by column name. */
  get(...values: Bound[]): unknown;
  all(...values: Bound[]): unknown[];
}

export interface DatabaseOptions {
  readonly isReadOnly?: boolean;
  /** How long a lock of someone else is waited for. */
  readonly busyMs?: number;
}

/** One SQLite connection, and the only place that knows the library. Errors are the library's own: see `faultOf`. */
export class Database {
  private readonly connection: InstanceType<typeof DatabaseSync>;

  /** Makes the file if it is not there. */
  constructor(path: string, { isReadOnly = false, busyMs = 0 }: DatabaseOptions = {}) {
    this.connection = new DatabaseSync(path, {
      readOnly: isReadOnly,
      timeout: busyMs,
      enableForeignKeyConstraints: true,
    });
  }

  /** Any number of statements, nothing bound. */
  exec(sql: string): void {
    this.connection.exec(sql);
  }

  /** A statement to be used again and again. */
  prepare(sql: string): Statement {
    return this.connection.prepare(sql);
  }

  /** The first row of a statement that is used once. */
  ask(sql: string, ...values: Bound[]): unknown {
    return this.connection.prepare(sql).get(...values) as unknown;
  }

  /** What a pragma says, as a number. */
  pragma(name: string): number {
    return Number(Object.values(this.ask(`PRAGMA ${name}`) ?? {})[0]);
  }

  get isTransaction(): boolean {
    return this.connection.isTransaction;
  }

  /**
   * Gives everything back once its statements are garbage, at the latest when the thread ends: the library has no other
   * way to free them. So empty the write-ahead log first; an empty file of it may stay for that while.
   */
  close(): void {
    if (this.connection.isOpen) this.connection.close();
  }
}
