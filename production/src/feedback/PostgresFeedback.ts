import { randomUUID } from "node:crypto";
import type pg from "pg";
import { StorageError } from "../../../src/errors.ts";
import { connect, reasonOf } from "../postgres.ts";
import { withoutPassword } from "../postgresAddress.ts";
import type { FeedbackStore, KeptRating, Rating } from "./FeedbackStore.ts";
import { WriteQueue } from "./WriteQueue.ts";

/** Milliseconds; less than an answer may take by default, so that whoever sends ratings is told why. */
const PATIENCE = { connectionTimeoutMillis: 4000, query_timeout: 4000 };
/** Rows in one answer of the database. */
const AT_ONCE = 50_000;
const UNIQUE_VIOLATION = "23505";
/** Held while tables are created, so that two services come one after the other. */
const CREATE_LOCK = 0x6d617466;
/** Held while ratings are written, so that services take turns. */
const WRITE_LOCK = 0x6d617467;

const TABLES = `
  CREATE TABLE IF NOT EXISTS matinee_feedback (
    sequence bigint PRIMARY KEY,
    user_id text NOT NULL,
    item_id text NOT NULL,
    rating double precision NOT NULL,
    kept_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE IF NOT EXISTS matinee_feedback_log (id text PRIMARY KEY);`;

/**
 * Feedback in PostgreSQL. What `append` has resolved for is committed. While the database is gone every append is
 * refused; the next one after it is back connects again. The numbers of the ratings are the service's own, so that
 * after a connection was cut, or another service has written, it reads what it has not seen before it writes.
 */
export class PostgresFeedback implements FeedbackStore {
  readonly #queue = new WriteQueue((ratings) => this.#write(ratings));
  #client: pg.Client | null = null;
  /** The number of the last rating that was reported. */
  #sequence = 0;

  private constructor(
    readonly id: string,
    private readonly url: string,
  ) {}

  /** @throws StorageError if the database does not answer, or does not let this user create tables. */
  static async open(url: string): Promise<{ store: PostgresFeedback; ratings: KeptRating[] }> {
    try {
      const store = new PostgresFeedback(await createTables(url), url);
      return { store, ratings: await store.#unseen(await store.#connected()) };
    } catch (error) {
      throw new StorageError(
        `Feedback cannot be kept in ${withoutPassword(url)} (${reasonOf(error)}). Check the address and the database.`,
      );
    }
  }

  append(ratings: readonly Rating[]): Promise<KeptRating[]> {
    return this.#queue.append(ratings);
  }

  async close(): Promise<void> {
    await this.#queue.idle();
    await this.#client?.end();
  }

  async #write(ratings: readonly Rating[]): Promise<KeptRating[]> {
    const told = this.#sequence;
    try {
      const isFresh = this.#client === null;
      const client = await this.#connected();
      // A commit whose answer was lost stands before what comes now.
      const others = isFresh ? await this.#unseen(client) : [];
      try {
        return [...others, ...(await this.#insert(client, ratings))];
      } catch (error) {
        if ((error as pg.DatabaseError).code !== UNIQUE_VIOLATION) throw error;
      }
      // Another service has written: with the lock held, nobody comes between what it kept and this.
      await client.query("BEGIN");
      await client.query("SELECT pg_advisory_xact_lock($1)", [WRITE_LOCK]);
      others.push(...(await this.#unseen(client)));
      const kept = await this.#insert(client, ratings);
      await client.query("COMMIT");
      return [...others, ...kept];
    } catch (error) {
      this.#drop();
      this.#sequence = told;
      throw new Error(`the database: ${reasonOf(error)}`);
    }
  }

  /** All of them or none, numbered from the last one on. */
  async #insert(client: pg.Client, ratings: readonly Rating[]): Promise<KeptRating[]> {
    const kept = ratings.map((rating, i) => ({ ...rating, sequence: this.#sequence + 1 + i }));
    await client.query(
      `INSERT INTO matinee_feedback (sequence, user_id, item_id, rating)
       SELECT kept.* FROM unnest($1::bigint[], $2::text[], $3::text[], $4::double precision[]) AS kept,
         (SELECT pg_advisory_xact_lock(${WRITE_LOCK})) AS alone`,
      [
        kept.map(({ sequence }) => sequence),
        kept.map(({ user }) => user),
        kept.map(({ item }) => item),
        kept.map(({ rating }) => rating),
      ],
    );
    this.#sequence += kept.length;
    return kept;
  }

  /** What is kept beyond what was told, in order. */
  async #unseen(client: pg.Client): Promise<KeptRating[]> {
    const all: KeptRating[] = [];
    for (;;) {
      const { rows } = await client.query<{ sequence: string; user: string; item: string; rating: number }>(
        `SELECT sequence, user_id AS "user", item_id AS item, rating FROM matinee_feedback
         WHERE sequence > $1 ORDER BY sequence LIMIT ${AT_ONCE}`,
        [this.#sequence],
      );
      for (const row of rows) all.push({ ...row, sequence: Number(row.sequence) });
      this.#sequence += rows.length;
      if (rows.length < AT_ONCE) return all;
    }
  }

  async #connected(): Promise<pg.Client> {
    if (this.#client) return this.#client;
    const client = await connect(this.url, PATIENCE);
    client.on("end", () => {
      if (this.#client === client) this.#client = null;
    });
    this.#client = client;
    // Acknowledged is on the disk, whatever the database does for others.
    await client.query(
      "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'",
    );
    return client;
  }

  /** A connection that failed may still hold half a conversation. */
  #drop(): void {
    this.#client?.end().catch(() => {});
    this.#client = null;
  }
}

/** @returns the name of the store, given to it when it was begun */
async function createTables(url: string): Promise<string> {
  const client = await connect(url, PATIENCE);
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [CREATE_LOCK]);
    await client.query(TABLES);
    await client.query(
      "INSERT INTO matinee_feedback_log SELECT $1::text WHERE NOT EXISTS (SELECT FROM matinee_feedback_log)",
      [randomUUID()],
    );
    const { rows } = await client.query<{ id: string }>("SELECT id FROM matinee_feedback_log");
    await client.query("COMMIT");
    return rows[0].id;
  } finally {
    await client.end().catch(() => {});
  }
}
