import type { Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import { UnsupportedError } from "../../../errors.ts";

let loaded: Promise<Sqlite3Static> | null = null;

/** SQLite, loaded when it is first asked for; a failure is not remembered, so that it can be tried again. */
export function loadSqlite(): Promise<Sqlite3Static> {
  loaded ??= load().catch((error: unknown) => {
    loaded = null;
    throw new UnsupportedError(
      `SQLite could not be loaded (${(error as Error).message}). Check the connection and try again; the model answers without it.`,
    );
  });
  return loaded;
}

async function load(): Promise<Sqlite3Static> {
  // Databases live in memory here: none of the storage that SQLite would set up, with a worker more, is wanted.
  const vfs = { opfs: true, "opfs-vfs": true, "opfs-wl": true, "opfs-sahpool": true, kvvfs: true };
  Object.assign(globalThis, { sqlite3ApiConfig: { disable: { vfs } } });
  const { default: init } = await import("@sqlite.org/sqlite-wasm");
  return init();
}
