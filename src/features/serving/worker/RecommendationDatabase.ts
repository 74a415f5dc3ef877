import type { Database, PreparedStatement, Sqlite3Static } from "@sqlite.org/sqlite-wasm";
import { loadSqlite } from "./sqlite.ts";

/** Changes with the tables: a file with another number is from another version. */
const SCHEMA = 1;

const TABLES = `
  PRAGMA user_version = ${SCHEMA};
  CREATE TABLE about (key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
  CREATE TABLE items (id TEXT PRIMARY KEY, title TEXT NOT NULL, year INTEGER) WITHOUT ROWID;
  CREATE TABLE recommendations (
    user_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    item_id TEXT NOT NULL REFERENCES items (id),
    score REAL NOT NULL,
    PRIMARY KEY (user_id, place)
  ) WITHOUT ROWID;
`;

const LOOK_UP = "SELECT item_id FROM recommendations WHERE user_id = ? ORDER BY place";

/** What a database says about itself. */
export interface About {
  /** The name of the data. */
  data: string;
  madeAt: number;
  users: number;
  perUser: number;
  seconds: number;
  epochs: number;
}

/** Everyone's recommendations as a SQLite database in memory. */
export class RecommendationDatabase {
  readonly #sqlite: Sqlite3Static;
  readonly #database: Database;
  #lookUp: PreparedStatement | null = null;

  private constructor(sqlite: Sqlite3Static) {
    this.#sqlite = sqlite;
    this.#database = new sqlite.oo1.DB(":memory:");
  }

  /** An empty database. */
  static async create(): Promise<RecommendationDatabase> {
    const made = new RecommendationDatabase(await loadSqlite());
    made.#database.exec(TABLES);
    return made;
  }

  /** One from a file; null if the file is damaged or has another schema. */
  static async open(bytes: Uint8Array<ArrayBuffer>): Promise<RecommendationDatabase | null> {
    const sqlite = await loadSqlite();
    const opened = new RecommendationDatabase(sqlite);
    const { capi, wasm } = sqlite;
    const database = opened.#database;
    const content = wasm.allocFromTypedArray(bytes);
    const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
    try {
      database.checkRc(
        capi.sqlite3_deserialize(
          database.pointer as number,
          "main",
          content,
          bytes.length,
          bytes.length,
          flags,
        ),
      );
      const sound = database.selectValue("PRAGMA quick_check") === "ok";
      if (sound && database.selectValue("PRAGMA user_version") === SCHEMA) return opened;
    } catch {
      // Whatever SQLite objects to, there is nothing to serve from in this database.
    }
    opened.close();
    return null;
  }

  get about(): About {
    const entries = this.#database.selectArrays("SELECT key, value FROM about");
    return Object.fromEntries(entries) as unknown as About;
  }

  get rows(): number {
    return Number(this.#database.selectValue("SELECT count(*) FROM recommendations"));
  }

  /** Its file. */
  get file(): Uint8Array<ArrayBuffer> {
    return this.#sqlite.capi.sqlite3_js_db_export(this.#database.pointer as number);
  }

  addItems(items: readonly { id: string; title: string; year: number | null }[]): void {
    this.#database.transaction(() => {
      this.#insert("INSERT INTO items VALUES (?, ?, ?)", (insert) => {
        for (const { id, title, year } of items) insert.bind([id, title, year]).stepReset();
      });
    });
  }

  /** Adds lists, best first, in one transaction. */
  addLists(lists: readonly { userId: string; items: readonly string[]; scores: Float32Array }[]): void {
    this.#database.transaction(() => {
      this.#insert("INSERT INTO recommendations VALUES (?, ?, ?, ?)", (insert) => {
        for (const { userId, items, scores } of lists) {
          items.forEach((id, i) => {
            insert.bind([userId, i + 1, id, scores[i]]).stepReset();
          });
        }
      });
    });
  }

  describe(about: About): void {
    this.#insert("INSERT INTO about VALUES (?, ?)", (insert) => {
      for (const entry of Object.entries(about)) insert.bind(entry).stepReset();
    });
  }

  /** Ids of the items recommended to a user, best first. */
  lookUp(userId: string): string[] {
    this.#lookUp ??= this.#database.prepare(LOOK_UP);
    const ids: string[] = [];
    this.#lookUp.bind([userId]);
    while (this.#lookUp.step()) ids.push(this.#lookUp.getString(0) as string);
    this.#lookUp.reset();
    return ids;
  }

  close(): void {
    this.#lookUp?.finalize();
    this.#database.close();
  }

  #insert(sql: string, fill: (insert: PreparedStatement) => void): void {
    const insert = this.#database.prepare(sql);
    try {
      fill(insert);
    } finally {
      insert.finalize();
    }
  }
}
