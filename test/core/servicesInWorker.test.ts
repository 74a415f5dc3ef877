import { afterAll, expect, test } from "vitest";
import { connect } from "../../src/core/client/connect.ts";
import { WorkerFailedError } from "../../src/errors.ts";
import type { Services } from "../../src/services.ts";
import { serviceBehaviours } from "../support/serviceBehaviours.ts";
import { ratingsFile, tasteRatings } from "../support/tasteFiles.ts";
import { startWorkerThread } from "../support/workerThread.ts";

let watching = false;
const failures: Error[] = [];
const { thread, end } = startWorkerThread();
const heartbeat = { every: 20, patience: 5, attentive: () => watching };
const { worker, terminate } = connect<Services>(end, heartbeat, (error) => failures.push(error));
afterAll(terminate);

serviceBehaviours("services in a worker", worker);

test("a worker that dies while training: the run is rejected, and whatever is asked of it later", async () => {
  await worker.opening.open([ratingsFile(tasteRatings)], {});
  await worker.data.stage({ kind: "opened", choices: {} }, () => {});
  await worker.data.adopt();
  const settings = { noComponents: 8, learningRate: 0.1, epochs: 100_000, threads: 1 };
  const run = worker.training.train(settings, "new", ({ report }) => {
    if (report?.epoch !== 2) return;
    watching = true;
    void thread.terminate();
  });

  await expect(run).rejects.toThrow(WorkerFailedError);
  await expect(worker.job.cancel()).rejects.toThrow(WorkerFailedError);
  expect(failures).toHaveLength(1);
});
