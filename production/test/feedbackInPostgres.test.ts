import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PostgresFeedback } from "../src/feedback/PostgresFeedback.ts";
import { temporaryFolder } from "./support/matinee.ts";
import { type Postgres, postgresPrograms, startPostgres } from "./support/postgres.ts";
import { startService } from "./support/service.ts";
import { smallModel, writeModel } from "./support/smallModel.ts";

const programs = postgresPrograms();

describe.skipIf(programs === null)("feedback in PostgreSQL (skipped where there is none)", () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres(programs as string);
  });
  afterAll(() => server.stop());

  const rating = (user: string) => ({ user, item: "6", rating: 5 });

  test("survives the database's end: refused while it is gone, and nothing acknowledged is lost", async () => {
    const folder = temporaryFolder();
    const model = writeModel(folder, "model.npz", await smallModel(1));
    const { app, close } = await startService(model, folder, { database: server.url });
    const send = (user: string) =>
      app.inject({ method: "POST", url: "/ratings", payload: { ratings: [rating(user)] } });
    const list = async (user: string) => (await app.inject(`/users/${user}/recommendations`)).json();
    expect((await send("before")).statusCode).toBe(201);
    const before = await list("before");

    const acknowledged: string[] = ["before"];
    const sender = async (name: number) => {
      for (let i = 0; i < 40; i++) {
        const user = `${name}-${i}`;
        if ((await send(user)).statusCode === 201) acknowledged.push(user);
      }
    };
    const sending = Promise.all([1, 2, 3].map(sender));
    await server.crash();
    await sending;
    const refused = await send("meanwhile");
    expect([refused.statusCode, refused.headers["retry-after"]]).toEqual([503, "1"]);
    expect(refused.json().message).toMatch(
      /^The ratings could not be kept \(the database: .*Send them again/,
    );
    expect(await list("before")).toEqual(before);
    expect((await app.inject("/users/meanwhile/recommendations")).statusCode).toBe(404);

    await server.start();
    expect((await send("meanwhile")).statusCode).toBe(201);
    acknowledged.push("meanwhile");
    await close();
    const { store, ratings: kept } = await PostgresFeedback.open(server.url);
    await store.close();
    expect(kept.map(({ sequence }) => sequence)).toEqual(kept.map((_, i) => i + 1));
    const users = new Set(kept.map(({ user }) => user));
    expect(acknowledged.filter((user) => !users.has(user))).toEqual([]);
  });

  test("is shared: who writes after another service is told of what that one kept", async () => {
    const [one, other] = [await PostgresFeedback.open(server.url), await PostgresFeedback.open(server.url)];
    expect(one.store.id).toBe(other.store.id);
    const from = one.ratings.length;
    const told = await Promise.all(
      [one.store, other.store].map(async (store, who) => {
        const lists = [];
        for (let i = 0; i < 20; i++)
          lists.push(...(await store.append([rating(`${who}`), rating(`${who}`)])));
        return lists.map(({ sequence }) => sequence);
      }),
    );
    for (const sequences of told) expect(sequences).toEqual(sequences.map((_, i) => from + 1 + i));
    expect(Math.max(told[0].length, told[1].length)).toBe(80);
    await Promise.all([one.store.close(), other.store.close()]);
  });

  test("needs a database at the start", async () => {
    const nobody = "postgres://matinee:secret@127.0.0.1:1/shop";
    await expect(PostgresFeedback.open(nobody)).rejects.toThrow(
      /^Feedback cannot be kept in postgres:\/\/matinee@127\.0\.0\.1:1\/shop \(.*ECONNREFUSED/,
    );
  });
});
