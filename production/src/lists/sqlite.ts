import { existsSync, rmSync, statSync } from "node:fs";
import { StorageError } from "../../../src/errors.ts";
import { openSqlite, type Sqlite, sqliteReason } from "../sqlite.ts";
import type { ListShape, ListStore } from "./ListStore.ts";
import type { UserList } from "./makeLists.ts";

const ABOUT = "CREATE TABLE about (key TEXT PRIMARY KEY, value)";
const ITEMS = "CREATE TABLE items (id TEXT PRIMARY KEY, title TEXT NOT NULL)";
const ARRAYS =
  "CREATE TABLE recommendations (user_id TEXT PRIMARY KEY, items TEXT NOT NULL, scores TEXT NOT NULL)";
const ROWS = `CREATE TABLE recommendations
  (user_id TEXT, place INTEGER, item_id TEXT NOT NULL, score REAL NOT NULL, PRIMARY KEY (user_id, place)) WITHOUT ROWID`;

/**
 * Three tables of a SQLite file: `recommendations` (arrays as JSON, which `json_each` takes apart, or rows), `items` with
 * titles, and `about`. The lists are made in a temporary table and take the old ones' place in one transaction, so that
 * readers see either, and whatever else the file holds stays.
 */
export function sqliteStore(path: string, { rows }: ListShape): ListStore {
  return {
    async write(lists, titles, about) {
      const isNew = !existsSync(path);
      const database = openSqlite(path);
      try {
        await checkTables(database, path);
        await database.exec(
          `CREATE TEMP TABLE made (${rows ? "user, place, item, score" : "user, items, scores"})`,
        );
        const add = await database.prepare(
          `INSERT INTO made SELECT value->>0, value->>1, value->>2 ${rows ? ", value->>3" : ""} FROM json_each(?)`,
        );
        for await (const some of lists)
          await add.run(JSON.stringify(rows ? some.flatMap(placesOf) : some.map(arraysOf)));
        await database.exec(
          [
            "BEGIN IMMEDIATE",
            ...["recommendations", "items", "about"].map((table) => `DROP TABLE IF EXISTS ${table}`),
            ABOUT,
            ITEMS,
            rows ? ROWS : ARRAYS,
            "INSERT INTO recommendations SELECT * FROM made ORDER BY made.rowid",
          ].join(";"),
        );
        await addPairs(database, "items", [...titles]);
        await addPairs(database, "about", Object.entries(about));
        await database.exec("COMMIT");
      } catch (error) {
        const reason = sqliteReason(error);
        if (reason === null) throw error;
        throw new StorageError(
          `${path} could not be written (${reason}). Check that there is room and that you may write there, or name another file.`,
        );
      } finally {
        database.close();
        if (isNew && existsSync(path) && statSync(path).size === 0) rmSync(path);
      }
    },
  };
}

/** @throws StorageError if another program has a table of one of these names in the file. */
async function checkTables(database: Sqlite, path: string): Promise<void> {
  const read = await database.prepare(
    "SELECT name, sql FROM sqlite_schema WHERE name IN ('recommendations', 'items', 'about')",
  );
  const own = [ABOUT, ITEMS, ARRAYS, ROWS];
  const other = (await read.all()).find(({ sql }) => !own.includes(String(sql)));
  if (!other) return;
  throw new StorageError(`${path} has a table “${other.name}” of another program. Name another file.`);
}

function arraysOf({ user, items, scores }: UserList) {
  return [user, items, Array.from(scores)];
}

function placesOf({ user, items, scores }: UserList) {
  return items.map((item, i) => [user, i + 1, item, scores[i]]);
}

async function addPairs(database: Sqlite, table: string, pairs: [string, unknown][]): Promise<void> {
  const add = await database.prepare(`INSERT INTO ${table} SELECT value->>0, value->>1 FROM json_each(?)`);
  await add.run(JSON.stringify(pairs));
}
