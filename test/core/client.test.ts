import { expose } from "comlink";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Trainer } from "../../src/core/api.ts";
import { type ConnectedTrainer, connectTrainer, type WorkerEnd } from "../../src/core/client/client.ts";
import { BusyError, type WorkerFailedError } from "../../src/errors.ts";

const SETTINGS = { noComponents: 10, learningRate: 0.05, epochs: 1, threads: 1 };

let trainer: ConnectedTrainer | undefined;
afterEach(() => trainer?.terminate());

/** A channel in the shape of a worker; `other` is the end that would be inside it. */
function line() {
  const { port1, port2 } = new MessageChannel();
  const events = new EventTarget();
  const worker: WorkerEnd = Object.assign(events, {
    postMessage: port1.postMessage.bind(port1) as WorkerEnd["postMessage"],
    terminate: vi.fn(() => port1.close()),
  });
  port1.onmessage = ({ data }) => events.dispatchEvent(new MessageEvent("message", { data }));
  return { worker, other: port2 };
}

function connect({ worker }: ReturnType<typeof line>, beat = 60_000) {
  const failures: WorkerFailedError[] = [];
  const heartbeat = { every: beat, patience: 3, patienceAtFirst: 3, attentive: () => true };
  trainer = connectTrainer(worker, heartbeat, (error) => failures.push(error));
  return { trainer, failures };
}

describe("a worker that works", () => {
  test("answers, tells of its progress, and its errors keep name and message", async () => {
    const ends = line();
    const inside: Pick<Trainer, "ping" | "search" | "train"> = {
      ping: async () => true,
      search: async (text) => [{ id: "1", title: text, year: 1995, genres: [], vector: new Float32Array(2) }],
      train: async (_settings, _mode, onProgress) => {
        await onProgress({
          done: 0.5,
          epoch: 1,
          lastEpoch: 1,
          secondsLeft: 1,
          report: null,
          popularity: { auc: 0.9, precisionAt10: 0.2 },
          recommends: false,
        });
        throw new BusyError("Something is being learnt already.");
      },
    };
    expose(inside, ends.other);
    const { trainer, failures } = connect(ends);

    expect(await trainer.search("Heat", 1)).toMatchObject([{ title: "Heat", vector: new Float32Array(2) }]);
    const heard: number[] = [];
    await expect(trainer.train(SETTINGS, "anew", ({ done }) => heard.push(done))).rejects.toMatchObject({
      name: "BusyError",
      message: "Something is being learnt already.",
    });
    expect(heard).toEqual([0.5]);
    expect(failures).toEqual([]);
    ends.other.close();
  });
});

describe("a worker that fails", () => {
  test.each([
    ["dies", () => Object.assign(new Event("error"), { message: "unreachable" }), /failed: unreachable/],
    ["cannot be loaded", () => new Event("error"), /could not be loaded/],
    ["sends what cannot be read", () => new Event("messageerror"), /cannot be read/],
  ])("%s: all that was asked rejects, and the page is told once", async (_how, event, message) => {
    const ends = line();
    const { trainer, failures } = connect(ends);
    const asked = [trainer.adopt(), trainer.films(["1"])];

    (ends.worker as unknown as EventTarget).dispatchEvent(event());
    (ends.worker as unknown as EventTarget).dispatchEvent(event());

    for (const question of asked) {
      await expect(question).rejects.toMatchObject({ name: "WorkerFailedError" });
    }
    await expect(trainer.stop()).rejects.toMatchObject({ name: "WorkerFailedError" });
    expect(failures).toHaveLength(1);
    expect(failures[0].message).toMatch(message);
    expect(ends.worker.terminate).toHaveBeenCalledOnce();
    ends.other.close();
  });

  test("hangs: the heartbeat finds out", async () => {
    const ends = line();
    const { trainer, failures } = connect(ends, 1);

    await expect(trainer.adopt()).rejects.toThrow(/stopped answering/);
    expect(failures).toHaveLength(1);
    ends.other.close();
  });

  test("was ended by the page: what was asked rejects, and nobody is alarmed", async () => {
    const ends = line();
    const { trainer, failures } = connect(ends);
    const asked = trainer.adopt();
    trainer.terminate();

    await expect(asked).rejects.toMatchObject({ name: "WorkerFailedError" });
    expect(failures).toEqual([]);
    ends.other.close();
  });
});
