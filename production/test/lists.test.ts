import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { makeLists, type UserList } from "../src/lists/makeLists.ts";
import { openStore } from "../src/lists/openStore.ts";
import { connect } from "../src/postgres.ts";
import { withoutPassword } from "../src/postgresAddress.ts";
import { openSqlite } from "../src/sqlite.ts";
import { Recommender } from "../src/trained/Recommender.ts";
import type { TrainedModel } from "../src/trained/TrainedModel.ts";
import { inProcess, startMatinee, temporaryFolder } from "./support/matinee.ts";
import { type Postgres, postgresPrograms, startPostgres } from "./support/postgres.ts";
import { smallModel, writeModel } from "./support/smallModel.ts";

let trained: TrainedModel;
let expected: UserList[];
const titles = new Map([["6", "Heat (1995)"]]);
const about = { model: "abc", made: "2026-11-25T00:00:00.000Z", n: 20 };

beforeAll(async () => {
  trained = await smallModel();
  expected = [];
  for await (const some of makeLists(trained, 20)) expected.push(...some);
});

/** A user without any list is a row too. */
async function* lists(): AsyncGenerator<UserList[]> {
  yield expected;
  yield [{ user: "nobody's", items: [], scores: new Float32Array() }];
}

const plain = (list: UserList) => [list.user, list.items, Array.from(list.scores)] as const;

test("lists are what the model recommends", async () => {
  const recommender = await Recommender.create(trained);
  const [first] = expected;
  const answer = await recommender.recommend({ user: first.user }, { n: 20 });
  expect(first.items).toEqual(answer.map(({ item }) => item));
  expect(expected.map(({ user }) => user)).toEqual([...trained.mapping.users.keys()]);
});

test("SQLite holds them as JSON arrays or as rows, beside titles, what they are of, and what else the file holds", async () => {
  const path = join(temporaryFolder(), "matinee.sqlite");
  const database = openSqlite(path);
  onTestFinished(() => database.close());
  const read = async (sql: string) => (await database.prepare(sql)).all();
  await database.exec("CREATE TABLE orders (id INTEGER)");
  await (await openStore(path, { rows: false })).write(lists(), titles, about);
  const rows = await read("SELECT user_id, items, scores FROM recommendations ORDER BY rowid");
  expect(
    rows.map(({ user_id, items, scores }) => [
      user_id,
      JSON.parse(String(items)),
      JSON.parse(String(scores)),
    ]),
  ).toEqual([...expected.map(plain), ["nobody's", [], []]]);
  expect(await read("SELECT title FROM items WHERE id = '6'")).toEqual([{ title: "Heat (1995)" }]);
  expect(await read("SELECT value FROM about WHERE key = 'model'")).toEqual([{ value: "abc" }]);

  await (await openStore(path, { rows: true })).write(lists(), titles, about);
  const places = await read("SELECT * FROM recommendations ORDER BY place, user_id LIMIT 1");
  const first = expected.toSorted((a, b) => (a.user < b.user ? -1 : 1))[0];
  expect(places).toEqual([
    { user_id: first.user, place: 1, item_id: first.items[0], score: first.scores[0] },
  ]);
  expect(await read("SELECT * FROM orders")).toEqual([]);
});

test("a SQLite file that another program is writing, or has tables of its own in, is left as it was", async () => {
  const path = join(temporaryFolder(), "shop.sqlite");
  const store = await openStore(path, { rows: false });
  const other = openSqlite(path);
  await other.exec("CREATE TABLE orders (id INTEGER); BEGIN IMMEDIATE; INSERT INTO orders VALUES (1)");
  await expect(store.write(lists(), titles, about)).rejects.toThrow("(database is locked)");
  await other.exec("COMMIT; CREATE TABLE items (price REAL); INSERT INTO items VALUES (9.5)");
  await expect(store.write(lists(), titles, about)).rejects.toThrow(
    `${path} has a table “items” of another program. Name another file.`,
  );
  expect(await (await other.prepare("SELECT price, id FROM items, orders")).all()).toEqual([
    { price: 9.5, id: 1 },
  ]);
  other.close();
});

test("no password of a database stands in a message", () => {
  for (const address of ["postgres://me:p@ss@db/shop", "postgres://db/shop?user=me&password=p@ss"]) {
    expect(withoutPassword(address)).not.toContain("ss@");
    expect(withoutPassword(address)).not.toMatch(/p@?ss$/);
    expect(withoutPassword(address)).toContain("db/shop");
  }
});

test("Parquet holds them as lists, or as rows", async () => {
  const folder = temporaryFolder();
  const [arrays, rows] = [join(folder, "arrays.parquet"), join(folder, "rows.parquet")];
  await (await openStore(arrays, { rows: false })).write(lists(), titles, about);
  await (await openStore(rows, { rows: true })).write(lists(), titles, about);
  const read = await parquetReadObjects({ file: await asyncBufferFromFile(arrays) });
  expect(read.map(({ user_id, items, scores }) => [user_id, items, scores])).toEqual([
    ...expected.map(plain),
    ["nobody's", [], []],
  ]);
  const [first] = await parquetReadObjects({ file: await asyncBufferFromFile(rows), rowEnd: 1 });
  const { user, items, scores } = expected[0];
  expect(first).toEqual({ user_id: user, place: 1, item_id: items[0], score: scores[0] });
});

test("a store that cannot be written says so", async () => {
  const folder = join(temporaryFolder(), "folder");
  const path = join(folder, "lists.parquet");
  await expect(openStore(path, { rows: false })).rejects.toThrow(`there is no folder ${folder}`);
  mkdirSync(folder);
  const store = await openStore(path, { rows: false });
  rmSync(folder, { recursive: true });
  await expect(store.write(lists(), titles, about)).rejects.toThrow(/could not be written \(ENOENT\)/);
  await expect(openStore("lists.txt", { rows: false })).rejects.toThrow("--to lists.txt");
});

const bin = postgresPrograms();
if (!bin) console.warn("PostgreSQL is not among the system's packages: its tests are skipped.");

describe.skipIf(!bin)("PostgreSQL", () => {
  let server: Postgres;

  beforeAll(async () => {
    server = await startPostgres(bin as string);
  });

  afterAll(() => server.stop());

  async function query(text: string): Promise<pg.QueryResult> {
    const client = await connect(server.url);
    try {
      return await client.query(text);
    } finally {
      await client.end();
    }
  }

  test("holds the same lists as arrays, and replaces them", async () => {
    const store = await openStore(server.url, { rows: false });
    for (const model of ["first", "second"]) await store.write(lists(), titles, { ...about, model });
    const { rows } = await query("SELECT * FROM matinee_recommendations");
    const byUser = new Map(rows.map(({ user_id, items, scores }) => [user_id, [user_id, items, scores]]));
    expect(byUser.size).toBe(expected.length + 1);
    for (const list of expected) {
      const [user, items, scores] = byUser.get(list.user) ?? [];
      expect([user, items, Array.from(Float32Array.from(scores as number[]))]).toEqual(plain(list));
    }
    expect((await query("SELECT value FROM matinee_about WHERE key = 'model'")).rows).toEqual([
      { value: "second" },
    ]);
  });

  test("lets those read the new lists who could read the old ones", async () => {
    const store = await openStore(server.url, { rows: false });
    await store.write(lists(), titles, about);
    await query('CREATE ROLE "the shop"');
    await query('GRANT SELECT ON matinee_recommendations, matinee_about TO "the shop"');
    await query("GRANT SELECT ON matinee_items TO PUBLIC");
    await store.write(lists(), titles, about);
    for (const table of ["matinee_recommendations", "matinee_items", "matinee_about"]) {
      const { rows } = await query(`SELECT has_table_privilege('the shop', '${table}', 'SELECT') AS may`);
      expect(rows, table).toEqual([{ may: true }]);
    }
  });

  test("keeps the old lists whole when a batch is cut off", async () => {
    const store = await openStore(server.url, { rows: true });
    await store.write(lists(), titles, about);
    async function* cutOff(): AsyncGenerator<UserList[]> {
      yield expected;
      // The command may be on its way still, and a process takes a moment to end.
      await vi.waitUntil(async () => {
        const { rows } = await query(
          "SELECT pg_terminate_backend(pid, 10000) AS ended FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND query LIKE 'COPY%'",
        );
        return rows.some(({ ended }) => ended);
      });
      yield expected.map((list) => ({ ...list, user: `${list.user} again` }));
    }
    await expect(store.write(cutOff(), titles, about)).rejects.toThrow("The existing lists are unchanged");
    const { rows } = await query("SELECT count(*)::int AS count FROM matinee_recommendations");
    expect(rows).toEqual([{ count: expected.reduce((sum, { items }) => sum + items.length, 0) }]);
    await store.write(lists(), titles, about);
  });

  test("that goes in mid-batch comes back with the old lists, and takes new ones", async () => {
    const store = await openStore(server.url, { rows: false });
    await store.write(lists(), titles, { ...about, model: "old" });
    async function* whileItGoes(): AsyncGenerator<UserList[]> {
      yield expected;
      await server.crash();
      yield expected;
    }
    await expect(store.write(whileItGoes(), titles, about)).rejects.toThrow(
      "The existing lists are unchanged",
    );
    await expect(store.write(lists(), titles, about)).rejects.toThrow("once the database answers");
    await server.start();
    const model = async () => (await query("SELECT value FROM matinee_about WHERE key = 'model'")).rows;
    expect(await model()).toEqual([{ value: "old" }]);
    const { rows } = await query("SELECT count(*)::int AS count FROM matinee_recommendations");
    expect(rows).toEqual([{ count: expected.length + 1 }]);
    await store.write(lists(), titles, { ...about, model: "new" });
    expect(await model()).toEqual([{ value: "new" }]);
  });
});

test("a batch that is killed leaves the old lists whole, and the next one clears up", {
  tags: ["thorough"],
}, async () => {
  const folder = temporaryFolder();
  const model = writeModel(folder, "model.npz", trained);
  const path = join(folder, "lists.parquet");
  writeFileSync(path, "the old lists");
  const child = startMatinee(["batch", model, "--to", path, "--n", "5000"]);
  const watcher = watch(folder, () => {
    if (readdirSync(folder).some((file) => file.endsWith(".partial"))) child.kill("SIGKILL");
  });
  await new Promise((resolve) => child.on("exit", resolve));
  watcher.close();
  expect(child.signalCode).toBe("SIGKILL");
  expect(readFileSync(path, "utf8")).toBe("the old lists");
  expect(readdirSync(folder)).toHaveLength(3);
  expect(await inProcess("batch", model, "--to", path, "--n", "5")).toMatchObject({ code: 0 });
  expect(readdirSync(folder).sort()).toEqual(["lists.parquet", "model.npz"]);
});
