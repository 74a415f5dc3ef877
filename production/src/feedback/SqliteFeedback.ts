import { randomUUID } from "node:crypto";
import { StorageError } from "../../../src/errors.ts";
import { openSqlite, type Sqlite, sqliteReason } from "../sqlite.ts";
import type { FeedbackStore, KeptRating, Rating } from "./FeedbackStore.ts";
import type { Beginning } from "./readFeedbackLog.ts";
import { WriteQueue } from "./WriteQueue.ts";

const TABLES = `
  CREATE TABLE IF NOT EXISTS feedback (
    sequence INTEGER PRIMARY KEY,
    user_id TEXT NOT NULL,
    item_id TEXT NOT NULL,
    rating REAL NOT NULL,
    kept_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
  );
  CREATE TABLE IF NOT EXISTS feedback_log (id TEXT PRIMARY KEY);`;

/**
 * Feedback in a SQLite file, beside the lists that `batch` may write there. What `append` has resolved for survives a
 * crash of the process and of the machine: each commit is flushed to the disk. Requests that come while one is flushed
 * share the next commit. Other programs may read the file at any time.
 */
export class SqliteFeedback implements FeedbackStore {
  readonly #queue = new WriteQueue((ratings) => this.#write(ratings));
  #sequence: number;

  private constructor(
    readonly id: string,
    private readonly database: Sqlite,
    sequence: number,
  ) {
    this.#sequence = sequence;
  }

  /**
   * @param earlier what a file that is new begins with
   * @throws StorageError if the file cannot be opened, is damaged, or is not a SQLite database.
   */
  static async open(
    path: string,
    earlier?: Beginning,
  ): Promise<{ store: SqliteFeedback; ratings: KeptRating[] }> {
    const database = openSqlite(path);
    try {
      // Readers see the last commit while the next one is written.
      await database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
      await checkWhole(database);
      await database.exec(TABLES);
      const id = (await nameOf(database)) ?? (await begin(database, earlier));
      const ratings = await readRatings(database);
      const store = new SqliteFeedback(id, database, ratings.at(-1)?.sequence ?? 0);
      return { store, ratings };
    } catch (error) {
      database.close();
      throw new StorageError(
        `Feedback cannot be kept in ${path} (${sqliteReason(error) ?? (error as Error).message}). Restore it from a backup, or give another folder.`,
      );
    }
  }

  append(ratings: readonly Rating[]): Promise<KeptRating[]> {
    return this.#queue.append(ratings);
  }

  async close(): Promise<void> {
    await this.#queue.idle();
    this.database.close();
  }

  async #write(ratings: readonly Rating[]): Promise<KeptRating[]> {
    const kept = ratings.map((rating, i) => ({ ...rating, sequence: this.#sequence + 1 + i }));
    await this.database.exec(insertion(kept));
    this.#sequence += kept.length;
    return kept;
  }
}

/** SQLite itself notices damage only where it happens to read. */
async function checkWhole(database: Sqlite): Promise<void> {
  const check = await database.prepare("PRAGMA quick_check(1)");
  const [{ quick_check: found }] = await check.all();
  if (found !== "ok") throw new Error(`it is damaged: ${found}`);
}

/** @returns the name that was given to the store when it was begun; null if it is new */
async function nameOf(database: Sqlite): Promise<string | null> {
  const [row] = await (await database.prepare("SELECT id FROM feedback_log")).all();
  return row ? String(row.id) : null;
}

async function begin(
  database: Sqlite,
  { id, ratings }: Beginning = { id: randomUUID(), ratings: [] },
): Promise<string> {
  await database.exec("BEGIN IMMEDIATE");
  await (await database.prepare("INSERT INTO feedback_log VALUES (?)")).run(id);
  await database.exec(insertion(ratings.map((rating, i) => ({ ...rating, sequence: i + 1 }))));
  await database.exec("COMMIT");
  return id;
}

/**
 * All of them are kept, or none. Without parameters, since `exec` alone waits for the disk, and for other programs, off
 * this thread.
 */
function insertion(ratings: readonly KeptRating[]): string {
  const rows = ratings.map(({ sequence, user, item, rating }) => [sequence, user, item, rating]);
  return `
    INSERT INTO feedback (sequence, user_id, item_id, rating)
    SELECT value->>0, value->>1, value->>2, value->>3
    FROM json_each('${JSON.stringify(rows).replaceAll("'", "''")}')`;
}

async function readRatings(database: Sqlite): Promise<KeptRating[]> {
  const read = await database.prepare(
    'SELECT sequence, user_id AS "user", item_id AS item, rating FROM feedback ORDER BY sequence',
  );
  return (await read.all()) as unknown as KeptRating[];
}
