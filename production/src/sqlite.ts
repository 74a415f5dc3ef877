import Database from "libsql/promise";
import { StorageError } from "../../src/errors.ts";

/** Milliseconds to wait for another program that is writing; less than an answer of the service may take by default. */
const PATIENCE = 4000;

/** What is asked of a connection; the library's own types are empty. */
export interface Sqlite {
  /** Off this thread, which goes on meanwhile; what a statement does, it does on this one. */
  exec(sql: string): Promise<void>;
  prepare(sql: string): Promise<SqliteStatement>;
  close(): void;
}

export interface SqliteStatement {
  run(...values: unknown[]): Promise<unknown>;
  all(...values: unknown[]): Promise<Record<string, unknown>[]>;
}

/**
 * The connection to a SQLite file, which is created with the first table. Other programs may read and write it meanwhile.
 * @throws StorageError if the file system refuses.
 */
export function openSqlite(path: string): Sqlite {
  try {
    return new Database(path, { timeout: PATIENCE });
  } catch {
    throw new StorageError(
      `${path} cannot be opened. Check that its folder exists, with its permissions, or name another file.`,
    );
  }
}

/** Why SQLite refused, such as "database or disk is full"; null if the error is not its own. */
export function sqliteReason(error: unknown): string | null {
  return error instanceof (Database.SqliteError as unknown as ErrorConstructor) ? error.message : null;
}
