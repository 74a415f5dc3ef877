import type { Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import { UnsupportedError } from "../../../errors.ts";

let loaded: Promise<Sqlite3Static> | null = null;

/** SQLite, loaded on first use; after a failure the next call tries again. */
export function loadSqlite(): Promise<Sqlite3Static> {
  loaded ??= load().catch(() => {
    loaded = null;
    throw new UnsupportedError(
      "Couldn’t load SQLite, which this site sends the first time you need it. Check your connection and try again.",
    );
  });
  return loaded;
}

async function load(): Promise<Sqlite3Static> {
  // Databases live in memory here, so none of the storage that SQLite would set up, in a worker of its own, is wanted.
  const vfs = { opfs: true, "opfs-vfs": true, "opfs-wl": true, "opfs-sahpool": true, kvvfs: true };
  Object.assign(globalThis, { sqlite3ApiConfig: { disable: { vfs } } });
  const { default: init } = await import("@sqlite.org/sqlite-wasm");
  return init();
}
