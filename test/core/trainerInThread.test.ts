import { afterAll, expect, test } from "vitest";
import { connectTrainer } from "../../src/core/client/client.ts";
import { ratingsFile, tasteRatings } from "../support/tasteFiles.ts";
import { trainerBehaviours } from "../support/trainerBehaviours.ts";
import { startTrainerThread } from "../support/trainerInThread.ts";

let watching = false;
const failures: Error[] = [];
const { thread, worker } = startTrainerThread();
const heartbeat = { every: 20, patience: 5, patienceAtFirst: 5, attentive: () => watching };
const trainer = connectTrainer(worker, heartbeat, (error) => failures.push(error));
afterAll(() => trainer.terminate());

trainerBehaviours("a trainer in a worker", trainer);

test("a worker that dies while it learns: the run is rejected, and whatever is asked of it later", async () => {
  await trainer.stage({ kind: "files", files: [ratingsFile(tasteRatings)] }, () => {});
  await trainer.adopt();
  const settings = { noComponents: 8, learningRate: 0.1, epochs: 100_000, threads: 1 };
  const run = trainer.train(settings, "anew", ({ report }) => {
    if (report?.epoch !== 2) return;
    watching = true;
    void thread.terminate();
  });

  await expect(run).rejects.toMatchObject({ name: "WorkerFailedError" });
  await expect(trainer.stop()).rejects.toMatchObject({ name: "WorkerFailedError" });
  expect(failures).toHaveLength(1);
});
