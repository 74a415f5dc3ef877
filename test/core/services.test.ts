import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { createServices } from "../../src/services.ts";
import { openInto } from "../support/openInto.ts";
import { serviceBehaviours } from "../support/serviceBehaviours.ts";
import { ratingsFile, tasteRatings } from "../support/tasteFiles.ts";

serviceBehaviours("services in process", createServices());

test("helper threads end with the run, one that is stopped too", async () => {
  const exits: Promise<unknown>[] = [];
  const noteExit = (thread: Worker) => exits.push(once(thread, "exit"));
  process.on("worker", noteExit);
  onTestFinished(() => void process.off("worker", noteExit));
  const services = createServices();
  await openInto(services, [ratingsFile(tasteRatings)]);

  const settings = { noComponents: 8, learningRate: 0.1, epochs: 2, threads: 2 };
  await services.training.train(settings, "new", () => {});
  await services.training.train(settings, "continue", ({ report }) => {
    if (report !== null) void services.job.cancel();
  });

  // One for the model and one for its validation model, in each run.
  expect(exits).toHaveLength(4);
  await Promise.all(exits);
});
