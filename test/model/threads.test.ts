import { expect, it } from "vitest";
import { WorkerFailedError } from "../../src/errors.ts";
import { aucScore } from "../../src/evaluation/evaluation.ts";
import { mean } from "../../src/evaluation/rankMetrics.ts";
import { HelperThreads } from "../../src/model/HelperThreads.ts";
import { LightFM } from "../../src/model/LightFM.ts";
import { twoTastes } from "../support/problems.ts";

const interactions = twoTastes(400, 300);

it("learns as well on two threads as on one", async () => {
  for (const loss of ["warp", "bpr"] as const) {
    const auc = async (threads: number) => {
      const model = new LightFM({ loss, noComponents: 8, seed: 1, itemAlpha: 1e-5, userAlpha: 1e-5 });
      await model.fit(interactions, { epochs: 10, threads });
      return mean(await aucScore(model, interactions));
    };
    expect(await auc(2)).toBeGreaterThan((await auc(1)) - 0.02);
  }
});

it("stops on several threads and trains on", async () => {
  const stop = new AbortController();
  const model = new LightFM({ loss: "warp", noComponents: 8, seed: 1 });
  const onEpoch = ({ epoch }: { epoch: number }) => {
    if (epoch === 2) stop.abort();
  };
  await expect(
    model.fit(interactions, { epochs: 9, threads: 3, signal: stop.signal, onEpoch }),
  ).rejects.toThrow("Training was stopped.");
  expect(model.epochs).toBe(2);
  await model.fitPartial(interactions, { epochs: 2, threads: 2 });
  expect(model.epochs).toBe(4);
});

it("fails the epoch when a helper dies, and every one after it", async () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  // A module without the kernel's exports: the helper dies of the first call.
  const module = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  const start = { module, memory, epoch: "warp", plan: 0, counter: 0, length: 10, chunk: 5 };
  const helpers = await HelperThreads.start([start]);
  await expect(helpers.run()).rejects.toBeInstanceOf(WorkerFailedError);
  await expect(helpers.run()).rejects.toThrow(/helper thread died/);
  helpers.terminate();
});
