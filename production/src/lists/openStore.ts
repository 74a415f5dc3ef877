import { ArgumentError } from "../../../src/errors.ts";
import { isPostgres } from "../postgresAddress.ts";
import type { ListShape, ListStore } from "./ListStore.ts";

/** @throws ArgumentError if it is none of the stores there are */
export async function openStore(target: string, shape: ListShape): Promise<ListStore> {
  if (isPostgres(target)) return (await import("./postgres.ts")).postgresStore(target, shape);
  if (/\.(sqlite3?|db)$/i.test(target)) return (await import("./sqlite.ts")).sqliteStore(target, shape);
  if (/\.parquet$/i.test(target)) return (await import("./parquet.ts")).parquetStore(target, shape);
  throw new ArgumentError(
    `--to ${target}: give a file ending in .sqlite or .parquet, or a postgres:// address.`,
  );
}
