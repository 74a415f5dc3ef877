import { checkWritable } from "../../../scripts/experiment/checkWritable.ts";
import { ArgumentError } from "../../../src/errors.ts";
import { isPostgres } from "../postgresAddress.ts";
import type { ListShape, ListStore } from "./ListStore.ts";

/** @throws ArgumentError if it is none of the stores there are, or cannot be written */
export async function openStore(target: string, shape: ListShape): Promise<ListStore> {
  if (isPostgres(target)) return (await import("./postgres.ts")).postgresStore(target, shape);
  const [ending] = /\.(sqlite3?|db|parquet)$/i.exec(target) ?? [];
  if (ending === undefined) {
    throw new ArgumentError(
      `--to ${target}: give a file ending in .sqlite or .parquet, or a postgres:// address.`,
    );
  }
  checkWritable("--to", target);
  return ending.toLowerCase() === ".parquet"
    ? (await import("./parquet.ts")).parquetStore(target, shape)
    : (await import("./sqlite.ts")).sqliteStore(target, shape);
}
