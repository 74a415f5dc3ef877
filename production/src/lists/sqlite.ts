import { existsSync } from "node:fs";
import { StorageError } from "../../../src/errors.ts";
import { writeWhole } from "../writeWhole.ts";
import type { ListShape, ListStore } from "./ListStore.ts";

const ARRAYS =
  "CREATE TABLE recommendations (user_id TEXT PRIMARY KEY, items TEXT NOT NULL, scores TEXT NOT NULL)";
const ROWS = `CREATE TABLE recommendations
  (user_id TEXT, place INTEGER, item_id TEXT NOT NULL, score REAL NOT NULL, PRIMARY KEY (user_id, place)) WITHOUT ROWID`;

/**
 * What another program has written beside a database belongs to that very file: SQLite would mix it into a new one.
 * @throws StorageError if another program is writing to it, or was cut short
 */
function checkUnused(path: string): void {
  const beside = ["-wal", "-journal"].map((ending) => path + ending).find((file) => existsSync(file));
  if (beside === undefined) return;
  throw new StorageError(
    `Another program has written to ${path} and not finished: ${beside} is there. Close that program, or name another file.`,
  );
}

/** A SQLite file: arrays as JSON (`json_each` takes them apart), beside them `items` with titles, and `about`. */
export function sqliteStore(path: string, { rows }: ListShape): ListStore {
  checkUnused(path);
  return {
    async write(lists, titles, about) {
      const { default: init } = await import("@sqlite.org/sqlite-wasm");
      const sqlite = await init();
      const database = new sqlite.oo1.DB(":memory:");
      try {
        database.exec(
          [
            "CREATE TABLE about (key TEXT PRIMARY KEY, value)",
            "CREATE TABLE items (id TEXT PRIMARY KEY, title TEXT NOT NULL)",
            rows ? ROWS : ARRAYS,
            "BEGIN",
          ].join(";"),
        );
        for (const entry of Object.entries(about))
          database.exec("INSERT INTO about VALUES (?, ?)", { bind: entry });
        const addItem = database.prepare("INSERT INTO items VALUES (?, ?)");
        for (const entry of titles) addItem.bind([...entry]).stepReset();
        addItem.finalize();
        const add = database.prepare(
          `INSERT INTO recommendations VALUES (${rows ? "?, ?, ?, ?" : "?, ?, ?"})`,
        );
        for await (const some of lists) {
          for (const { user, items, scores } of some) {
            if (!rows)
              add.bind([user, JSON.stringify(items), JSON.stringify(Array.from(scores))]).stepReset();
            else
              for (const [i, item] of items.entries()) add.bind([user, i + 1, item, scores[i]]).stepReset();
          }
        }
        add.finalize();
        database.exec("COMMIT");
        checkUnused(path);
        writeWhole(path, sqlite.capi.sqlite3_js_db_export(database));
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        if (code === undefined && !/SQLITE/.test(message)) throw error;
        throw new StorageError(
          `${path} could not be written (${code ?? message}). Is there room and permission?`,
        );
      } finally {
        database.close();
      }
    },
  };
}
