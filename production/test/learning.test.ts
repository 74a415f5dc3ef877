import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { SqliteFeedback } from "../src/feedback/SqliteFeedback.ts";
import { encodeTrained } from "../src/trained/modelFile.ts";
import type { TrainedModel } from "../src/trained/TrainedModel.ts";
import { startMatinee, temporaryFolder } from "./support/matinee.ts";
import { startService } from "./support/service.ts";
import { smallModel, writeModel } from "./support/smallModel.ts";

let trained: TrainedModel;
let other: TrainedModel;

beforeAll(async () => {
  trained = await smallModel(1, 1);
  other = await smallModel(1, 2);
});

const RATING = { user: "newcomer", item: "6", rating: 5 };

async function start() {
  const own = temporaryFolder();
  const started = await startService(writeModel(own, "model.npz", trained), join(own, "data"));
  onTestFinished(started.close);
  return started.service;
}

test("what was learnt while a candidate was opened takes over once that is done", async () => {
  const { versions } = await start();
  const { current } = versions;
  const second = await versions.add(encodeTrained(other), "upload");
  await versions.switchTo(current.version);
  const from = versions.current;
  const opening = versions.setCandidate(second, 0.5);
  const learnt = await versions.succeed(from, encodeTrained({ ...trained, likedFrom: 4 }));
  await opening;
  expect(versions.state).toMatchObject({ current: learnt, candidate: { version: second } });
  expect(await versions.succeed(from, encodeTrained(trained))).toBeNull();
});

test("a model that takes over while another learns the feedback learns it too", {
  tags: ["thorough"],
}, async () => {
  const service = await start();
  await service.addRatings([RATING]);
  const learning = service.learn();
  const uploaded = await service.versions.add(encodeTrained(other), "upload");
  const learnt = await learning;
  expect(service.unlearnt).toBe(0);
  expect(service.versions.current.version).toBe(learnt);
  const { newer, drift } = service.versions.current.facts;
  expect(newer).toBeCloseTo(1 / 10_001);
  expect(Math.abs(drift)).toBeLessThan(0.1);
  expect(service.versions.state.versions.map(({ version }) => version).slice(-2)).toEqual([uploaded, learnt]);
});

test("a service that is stopped while it learns ends, and keeps the feedback", {
  tags: ["thorough"],
}, async () => {
  const own = temporaryFolder();
  const data = join(own, "data");
  const model = writeModel(own, "model.npz", trained);
  const child = startMatinee(["serve", model, "--port", "0", "--data", data, "--threads", "1"]);
  const base = await new Promise<string>((resolve) => {
    child.stdout.on("data", (text) => {
      const found = /listening at (http:[^"]+)/.exec(String(text));
      if (found) resolve(found[1]);
    });
  });
  const ended = new Promise((resolve) => child.on("exit", resolve));
  const headers = { "content-type": "application/json" };
  await fetch(`${base}/ratings`, { method: "POST", headers, body: JSON.stringify({ ratings: [RATING] }) });
  expect((await fetch(`${base}/model/learn`, { method: "POST" })).status).toBe(202);
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  const { store, ratings } = await SqliteFeedback.open(join(data, "matinee.sqlite"));
  await store.close();
  expect(ratings).toHaveLength(1);
  expect(JSON.parse(readFileSync(join(data, "models.json"), "utf8")).versions).toHaveLength(1);
});

test("feedback that cannot be learnt is counted, and kept", async () => {
  const own = temporaryFolder();
  const started = await startService(writeModel(own, "model.npz", trained), join(own, "data"));
  onTestFinished(started.close);
  const { app, service } = started;
  await service.addRatings([RATING]);
  rmSync(service.versions.path(service.versions.current.version));
  await expect(service.learn()).rejects.toThrow("There is no model");
  expect((await app.inject("/metrics")).body).toContain("matinee_learn_failures_total 1");
  expect(service.unlearnt).toBe(1);
});
