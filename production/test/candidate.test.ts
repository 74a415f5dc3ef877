import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { encodeTrained } from "../src/trained/modelFile.ts";
import type { TrainedModel } from "../src/trained/TrainedModel.ts";
import { temporaryFolder } from "./support/matinee.ts";
import { startService } from "./support/service.ts";
import { smallModel, writeModel } from "./support/smallModel.ts";

let trained: TrainedModel;
let other: TrainedModel;

beforeAll(async () => {
  trained = await smallModel(1, 1);
  other = await smallModel(1, 2);
});

test("a candidate survives a restart, and is one no more once it takes over", {
  tags: ["thorough"],
}, async () => {
  const own = temporaryFolder();
  const model = writeModel(own, "model.npz", trained);
  const data = join(own, "data");
  const first = await startService(model, data);
  const current = first.service.versions.current.version;
  const candidate = await first.service.versions.add(encodeTrained(other), "upload");
  await first.service.versions.switchTo(current);
  await first.service.versions.setCandidate(candidate, 0.5);
  await first.close();
  // As a process that is killed while it takes a model in, or opens it.
  const left = [`${candidate}.npz.host.123.partial`, "0123456789ab.npz"];
  for (const name of left) writeFileSync(join(data, "models", name), "PK");

  const { app, service, close } = await startService(model, data);
  onTestFinished(close);
  expect(readdirSync(join(data, "models")).sort()).toEqual([`${candidate}.npz`, `${current}.npz`].sort());
  expect(service.versions.state).toMatchObject({ current, candidate: { version: candidate, share: 0.5 } });
  const users = [...trained.mapping.users.keys()];
  const modelsOf = async () =>
    new Set(
      await Promise.all(
        users.map(
          async (user) => (await app.inject(`/users/${user}/recommendations`)).headers["matinee-model"],
        ),
      ),
    );
  expect(await modelsOf()).toEqual(new Set([current, candidate]));

  const put = (payload: object) => app.inject({ method: "PUT", url: "/model", payload });
  expect((await put({ version: candidate })).statusCode).toBe(200);
  expect(service.versions.state).toMatchObject({ current: candidate, candidate: null });
  expect(await modelsOf()).toEqual(new Set([candidate]));
  const itself = await put({ version: candidate, share: 0.5 });
  expect([itself.statusCode, itself.json().message]).toEqual([
    409,
    `${candidate} answers everybody already. Name another version.`,
  ]);
});
