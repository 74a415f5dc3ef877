import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { SqliteFeedback } from "../src/feedback/SqliteFeedback.ts";
import { encodeTrained } from "../src/trained/modelFile.ts";
import { Recommender } from "../src/trained/Recommender.ts";
import type { TrainedModel } from "../src/trained/TrainedModel.ts";
import { startMatinee, temporaryFolder } from "./support/matinee.ts";
import { startService } from "./support/service.ts";
import { smallModel, writeModel } from "./support/smallModel.ts";

let trained: TrainedModel;
let other: TrainedModel;
let recommender: Recommender;

/** Tests that leave it as it is share one. */
let shared: Awaited<ReturnType<typeof startService>>;
const folder = mkdtempSync(join(tmpdir(), "matinee-"));

beforeAll(async () => {
  trained = await smallModel(2, 1);
  other = await smallModel(1, 2);
  recommender = await Recommender.create(trained);
  shared = await startService(writeModel(folder, "model.npz", trained), join(folder, "data"), {
    apiKey: "secret",
  });
});

afterAll(async () => {
  await shared.close();
  rmSync(folder, { recursive: true });
});

async function start() {
  const own = temporaryFolder();
  const started = await startService(writeModel(own, "model.npz", trained), join(own, "data"));
  onTestFinished(started.close);
  return started;
}

const headers = { authorization: "Bearer secret" };
const ask = (url: string) => shared.app.inject({ url, headers });
const post = (url: string, payload: object) => shared.app.inject({ method: "POST", url, headers, payload });

const MINE = [
  ["6", 5],
  ["165", 4],
  ["356", 1],
] as const;
const asBody = (user: string) => ({ ratings: MINE.map(([item, rating]) => ({ user, item, rating })) });

describe("answers", () => {
  test("are the model's own, for a known user and for a stranger, with rules", async () => {
    const known = await ask("/users/27/recommendations?n=5");
    expect(known.headers["matinee-model"]).toBe(shared.service.versions.current.version);
    expect(known.json().items).toEqual(await recommender.recommend({ user: "27" }, { n: 5 }));

    const asked = vi.spyOn(shared.service.versions.current, "ask");
    expect((await ask("/users/27/recommendations?n=5")).json()).toEqual(known.json());
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();

    const ratings = MINE.map(([item, rating]) => ({ item, rating }));
    const rules = { labels: ["Comedy"], not: ["1"] };
    const stranger = await post("/recommendations", { ratings, rules });
    expect(stranger.json().items).toEqual(await recommender.recommend({ ratings: MINE }, rules));
    const varied = await ask("/users/27/recommendations?label=Comedy&diversity=0.4");
    expect(varied.json().items).toEqual(
      await recommender.recommend({ user: "27" }, { labels: ["Comedy"], diversity: 0.4 }),
    );
    const why = await post("/explanations", { ratings, item: "1" });
    expect(why.json()).toEqual({
      model: shared.service.versions.current.version,
      ...(await recommender.explain({ ratings: MINE }, "1")),
    });
    expect((await ask("/items/6/similar?n=3")).json().items).toEqual(await recommender.similar("6", 3));
  });

  test("say what is wrong with a question", async () => {
    const unknown = await ask("/users/nobody/recommendations");
    expect(unknown.statusCode).toBe(404);
    expect(unknown.json().message).toContain('user "nobody"');
    const wrong = await post("/recommendations", { ratings: [{ item: "6", rating: "x" }] });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.json().message).toContain("body/ratings/0/rating must be a number");
    expect((await ask("/users/27/recommendations?n=0")).statusCode).toBe(400);
    for (const rating of [null, "5", true]) {
      const refused = await post("/ratings", { ratings: [{ user: "a", item: "6", rating }] });
      expect(refused.statusCode).toBe(400);
    }
    const put = { method: "PUT", url: "/model", headers, payload: { version: "none" } } as const;
    expect((await shared.app.inject(put)).statusCode).toBe(404);
    const nothing = await shared.app.inject({ method: "POST", url: "/model", headers });
    expect([nothing.statusCode, nothing.json().message]).toEqual([
      400,
      expect.stringContaining("octet-stream"),
    ]);
    const deleted = await shared.app.inject({ method: "DELETE", url: "/users/27/recommendations" });
    expect([deleted.statusCode, deleted.headers.allow]).toEqual([405, "GET, HEAD"]);
    expect((await ask("/nowhere")).json().message).toContain("GET /nowhere");
  });

  test("need the key; health does not", async () => {
    const { app } = shared;
    const withKey = async (authorization: string) =>
      (await app.inject({ url: "/users/27/recommendations", headers: { authorization } })).statusCode;
    expect((await app.inject("/users/27/recommendations")).statusCode).toBe(401);
    expect([await withKey("Bearer other"), await withKey("Bearer secret")]).toEqual([401, 200]);
    expect((await app.inject("/readyz")).statusCode).toBe(200);
  });
});

test("each address may ask so often; behind a proxy that is trusted, each address before it", async () => {
  const own = temporaryFolder();
  const model = writeModel(own, "model.npz", trained);
  for (const [trustProxy, expected] of [
    [undefined, [200, 429]],
    [["127.0.0.1"], [200, 200]],
  ] as const) {
    const options = { rateLimit: 1, ...(trustProxy && { trustProxy: [...trustProxy] }) };
    const { app, close } = await startService(model, join(own, "data"), options);
    const from = (address: string) =>
      app.inject({ url: "/model", headers: { "x-forwarded-for": address }, remoteAddress: "127.0.0.1" });
    const statuses = [await from("192.0.2.1"), await from("192.0.2.2")].map(({ statusCode }) => statusCode);
    await close();
    expect(statuses).toEqual(expected);
  }
});

describe("feedback", () => {
  test("counts in the next answer, is learnt by a clone, and is folded in again after a roll back", async () => {
    const { app, service } = await start();
    const before = service.versions.current.version;
    const kept = await app.inject({ method: "POST", url: "/ratings", payload: asBody("newcomer") });
    expect(kept.statusCode).toBe(201);
    const folded = await app.inject("/users/newcomer/recommendations");
    expect(folded.json().items).toEqual(await recommender.recommend({ ratings: MINE }));

    const learnt = await service.learn();
    expect(learnt).not.toBe(before);
    expect((await app.inject("/model")).json()).toMatchObject({
      current: learnt,
      users: trained.mapping.users.size + 1,
      feedback: { total: 3, unlearnt: 0 },
    });
    const known = await app.inject("/users/newcomer/recommendations");
    expect(known.headers["matinee-model"]).toBe(learnt);
    const items = known.json().items.map(({ item }: { item: string }) => item);
    for (const [item] of MINE) expect(items).not.toContain(item);

    await app.inject({ method: "PUT", url: "/model", payload: { version: before } });
    expect((await app.inject("/users/newcomer/recommendations")).json()).toEqual(folded.json());
  });

  test("that was acknowledged survives kill -9", async () => {
    const own = temporaryFolder();
    const model = writeModel(own, "model.npz", trained);
    const data = join(own, "data");
    const child = startMatinee(["serve", model, "--port", "0", "--data", data, "--threads", "1"]);
    const port = await new Promise<string>((resolve) => {
      child.stdout.on("data", (text) => {
        const found = /listening at http:\/\/127\.0\.0\.1:(\d+)/.exec(String(text));
        if (found) resolve(found[1]);
      });
    });
    const acknowledged: string[] = [];
    let stopped = false;
    const sender = async (name: number) => {
      for (let i = 0; !stopped; i++) {
        const user = `${name}-${i}`;
        const body = JSON.stringify(asBody(user));
        const headers = { "content-type": "application/json" };
        const sent = await fetch(`http://127.0.0.1:${port}/ratings`, { method: "POST", headers, body }).catch(
          () => null,
        );
        if (sent?.status === 201) acknowledged.push(user);
        if (acknowledged.length > 60) child.kill("SIGKILL");
      }
    };
    child.on("exit", () => {
      stopped = true;
    });
    await Promise.all([1, 2, 3, 4].map(sender));
    const { store, ratings } = await SqliteFeedback.open(join(data, "matinee.sqlite"));
    await store.close();
    const users = new Set(ratings.map(({ user }) => user));
    expect(acknowledged.length).toBeGreaterThan(60);
    expect(acknowledged.filter((user) => !users.has(user))).toEqual([]);
  });
});

describe("another model", () => {
  test("takes over under load: no answer fails, and none mixes two", async () => {
    const { app, service } = await start();
    const first = service.versions.current.version;
    const base = await app.listen({ port: 0 });
    const expected = new Map([[first, await recommender.recommend({ user: "27" })]]);
    let done = false;
    let answers = 0;
    const seen = new Set<string>();
    const asker = async () => {
      while (!done) {
        const response = await fetch(`${base}/users/27/recommendations`);
        const { model, items } = (await response.json()) as { model: string; items: unknown };
        expect(response.headers.get("matinee-model")).toBe(model);
        if (seen.has(model)) expect(items).toEqual(expected.get(model));
        else if (expected.has(model)) seen.add(model);
        answers++;
      }
    };
    const bytes = encodeTrained(other);
    const swaps = async () => {
      const headers = { "content-type": "application/octet-stream" };
      const upload = await fetch(`${base}/model`, { method: "POST", headers, body: new Uint8Array(bytes) });
      const { model } = (await upload.json()) as { model: string };
      expected.set(model, await (await Recommender.create(other)).recommend({ user: "27" }));
      for (const version of [first, model]) {
        await service.versions.switchTo(version);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      done = true;
    };
    await Promise.all([swaps(), asker(), asker(), asker(), asker()]);
    expect(answers).toBeGreaterThan(20);
    expect(seen.size).toBe(2);
  });

  test("that cannot be opened is refused, and the old one goes on", async () => {
    const before = shared.service.versions.state;
    const damaged = encodeTrained(other).slice();
    damaged.fill(0, 5000, 6000);
    const binary = { ...headers, "content-type": "application/octet-stream" };
    for (const payload of [Buffer.from("no model"), Buffer.from(damaged)]) {
      const refused = await shared.app.inject({ method: "POST", url: "/model", headers: binary, payload });
      expect(refused.statusCode).toBe(422);
      expect(refused.json().error).toBe("ModelFileError");
      expect(refused.json().message).not.toMatch(/[0-9a-f]{12}/);
    }
    expect(shared.service.versions.state).toEqual(before);
    expect((await ask("/users/27/recommendations")).statusCode).toBe(200);
  });

  test("answers its share of the users, and always the same ones", async () => {
    const { app, service } = await start();
    const current = service.versions.current.version;
    const candidate = await service.versions.add(encodeTrained(other), "upload");
    await service.versions.switchTo(current);
    await app.inject({ method: "PUT", url: "/model", payload: { version: candidate, share: 0.3 } });
    const modelFor = async (user: string) =>
      (await app.inject(`/users/${user}/recommendations`)).headers["matinee-model"];
    const users = [...trained.mapping.users.keys()];
    const first = await Promise.all(users.map(modelFor));
    const share = first.filter((model) => model === candidate).length / users.length;
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.5);
    expect(await Promise.all(users.map(modelFor))).toEqual(first);
  });
});

test("the OpenAPI document describes every route, and /metrics counts them", async () => {
  const document = (await ask("/openapi.json")).json();
  expect(document.openapi).toBe("3.1.0");
  expect(Object.keys(document.paths).sort()).toEqual([
    "/explanations",
    "/healthz",
    "/items/{item}/similar",
    "/metrics",
    "/model",
    "/model/learn",
    "/ratings",
    "/readyz",
    "/recommendations",
    "/users/{user}/recommendations",
  ]);
  await ask("/users/27/recommendations?n=3");
  const { body } = await ask("/metrics");
  expect(body).toMatch(
    /^matinee_http_request_duration_seconds_count\{route="\/users\/:user\/recommendations",status="200"\} \d+$/m,
  );
});
