import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { TrainerSession } from "../../src/core/worker/TrainerSession.ts";
import { ratingsFile, tasteRatings } from "../support/tasteFiles.ts";
import { trainerBehaviours } from "../support/trainerBehaviours.ts";

trainerBehaviours("a trainer in process", new TrainerSession());

test("helper threads end with the run, one that is stopped too", async () => {
  const exits: Promise<unknown>[] = [];
  const noteExit = (thread: Worker) => exits.push(once(thread, "exit"));
  process.on("worker", noteExit);
  onTestFinished(() => void process.off("worker", noteExit));
  const trainer = new TrainerSession();
  await trainer.stage({ kind: "files", files: [ratingsFile(tasteRatings)] }, () => {});
  await trainer.adopt();

  const settings = { noComponents: 8, learningRate: 0.1, epochs: 2, threads: 2 };
  await trainer.train(settings, "anew", () => {});
  await trainer.train(settings, "on", ({ report }) => {
    if (report !== null) void trainer.stop();
  });

  // One for the model and one for its twin, in each run.
  expect(exits).toHaveLength(4);
  await Promise.all(exits);
});
