import {
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openFeedback } from "../src/feedback/openFeedback.ts";
import { SqliteFeedback } from "../src/feedback/SqliteFeedback.ts";
import { openSqlite } from "../src/sqlite.ts";
import { temporaryFolder } from "./support/matinee.ts";

const RATING = { user: `Zoë's "27"`, item: "6", rating: 0.1 };

test("ratings are numbered from 1 on, and are there again under the same name", async () => {
  const path = join(temporaryFolder(), "matinee.sqlite");
  const first = await SqliteFeedback.open(path);
  const kept = await Promise.all([first.store.append([RATING]), first.store.append([RATING, RATING])]);
  expect(kept.flat()).toEqual([1, 2, 3].map((sequence) => ({ ...RATING, sequence })));
  await first.store.close();
  const second = await SqliteFeedback.open(path);
  expect(second.store.id).toBe(first.store.id);
  expect(second.ratings).toEqual(kept.flat());
  expect(await second.store.append([RATING])).toEqual([{ ...RATING, sequence: 4 }]);
  await second.store.close();
});

test("where there is no room a request is refused whole, and goes on when there is room again", async () => {
  const path = join(temporaryFolder(), "matinee.sqlite");
  const { store } = await SqliteFeedback.open(path);
  await store.append([RATING]);
  const { database } = store as unknown as { database: ReturnType<typeof openSqlite> };
  await database.exec("PRAGMA max_page_count = 1");
  const many = Array.from({ length: 10_000 }, () => RATING);
  await expect(store.append(many)).rejects.toThrow(
    "The ratings could not be kept (database or disk is full). Send them again later.",
  );
  await database.exec("PRAGMA max_page_count = 100000");
  expect(await store.append([RATING])).toEqual([{ ...RATING, sequence: 2 }]);
  await store.close();
});

test("another program may read meanwhile, and one that is writing is waited for", async () => {
  const path = join(temporaryFolder(), "matinee.sqlite");
  const { store } = await SqliteFeedback.open(path);
  const other = openSqlite(path);
  await other.exec("CREATE TABLE orders (id INTEGER); BEGIN IMMEDIATE; INSERT INTO orders VALUES (1)");
  const kept = store.append([RATING]);
  await other.exec("COMMIT");
  expect(await kept).toEqual([{ ...RATING, sequence: 1 }]);
  expect(await (await other.prepare("SELECT user_id, rating FROM feedback")).all()).toEqual([
    { user_id: RATING.user, rating: RATING.rating },
  ]);
  other.close();
  await store.close();
});

test("what a crash cut short is dropped, and what is damaged is refused", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "matinee.sqlite");
  const { store } = await SqliteFeedback.open(path);
  await store.append([RATING]);
  // What a crash leaves: a file beside the database, with all commits and half of another.
  const wal = readFileSync(`${path}-wal`);
  const before = readFileSync(path);
  await store.append([RATING]);
  await store.close();
  const crashed = join(temporaryFolder(), "matinee.sqlite");
  writeFileSync(crashed, before);
  writeFileSync(
    `${crashed}-wal`,
    Buffer.concat([wal, readFileSync(`${path}-wal`).subarray(wal.length, -100)]),
  );
  const again = await SqliteFeedback.open(crashed);
  expect(again.ratings).toEqual([{ ...RATING, sequence: 1 }]);
  await again.store.append(Array.from({ length: 5000 }, () => RATING));
  await again.store.close();

  const database = openSqlite(crashed);
  await database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  database.close();
  const file = openSync(crashed, "r+");
  writeSync(file, Buffer.alloc(4096, 7), 0, 4096, 8 * 4096);
  await expect(SqliteFeedback.open(crashed)).rejects.toThrow(/Feedback cannot be kept in .* damaged/);
  truncateSync(crashed, 0);
  writeFileSync(crashed, "notes ".repeat(1000));
  await expect(SqliteFeedback.open(crashed)).rejects.toThrow("(file is not a database)");
  expect(statSync(crashed).size).toBe(6000);
});

test("the log of a service from before there was a database is taken in once, with its name", async () => {
  const folder = temporaryFolder();
  const log = join(folder, "feedback.log");
  writeFileSync(log, `{"log":"old"}\n${`${JSON.stringify(RATING)}\n`.repeat(2)}{"user":"a","it`);
  for (const _ of ["taken in", "there already"]) {
    const { store, ratings } = await openFeedback(folder, undefined);
    await store.close();
    expect(store.id).toBe("old");
    expect(ratings).toEqual([1, 2].map((sequence) => ({ ...RATING, sequence })));
  }
  expect(readdirSync(folder)).toContain("feedback.log");
  writeFileSync(log, "noise\n");
  await expect(openFeedback(folder, undefined)).rejects.toThrow("damaged on line 1");
});
