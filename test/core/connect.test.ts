import { expose } from "comlink";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type Connection, connect, type WorkerEnd } from "../../src/core/client/connect.ts";
import { BusyError, WorkerFailedError } from "../../src/errors.ts";

/** Services of the kinds that cross the boundary. */
class Films {
  #found = 0;
  async search(title: string) {
    this.#found++;
    return [{ title, vector: new Float32Array(2), found: this.#found }];
  }
  async train(onProgress: (done: number) => unknown): Promise<void> {
    await onProgress(0.5);
    throw new BusyError("Something else is running.");
  }
}
interface Services {
  films: Films;
}

let connection: Connection<Services> | undefined;
afterEach(() => connection?.terminate());

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

function connectTo({ worker: end }: ReturnType<typeof line>, beat = 60_000) {
  const failures: WorkerFailedError[] = [];
  const heartbeat = { every: beat, patience: 3, attentive: () => true };
  connection = connect<Services>(end, heartbeat, (error) => failures.push(error));
  return { worker: connection.worker, terminate: connection.terminate, failures };
}

describe("a worker that works", () => {
  test("answers by service and method, calls back, and its errors keep their class", async () => {
    const ends = line();
    expose({ films: new Films(), ping: () => true }, ends.other);
    const { worker, failures } = connectTo(ends);

    await worker.films.search("Heat");
    expect(await worker.films.search("Heat")).toEqual([
      { title: "Heat", vector: new Float32Array(2), found: 2 },
    ]);
    const heard: number[] = [];
    const run = worker.films.train((done) => heard.push(done));
    await expect(run).rejects.toThrow(BusyError);
    await expect(run).rejects.toThrow("Something else is running.");
    expect(heard).toEqual([0.5]);
    expect(failures).toEqual([]);
    ends.other.close();
  });
});

describe("a worker that fails", () => {
  test.each([
    ["dies", () => Object.assign(new Event("error"), { message: "unreachable" }), /failed: unreachable/],
    ["cannot be loaded", () => new Event("error"), /Couldn’t load/],
    ["sends what cannot be read", () => new Event("messageerror"), /can’t be read/],
  ])("%s: all that was asked rejects, and the page is told once", async (_how, event, message) => {
    const ends = line();
    const { worker, failures } = connectTo(ends);
    const asked = [worker.films.search("Heat"), worker.films.train(() => {})];

    (ends.worker as unknown as EventTarget).dispatchEvent(event());
    (ends.worker as unknown as EventTarget).dispatchEvent(event());

    for (const question of asked) {
      await expect(question).rejects.toThrow(WorkerFailedError);
    }
    await expect(worker.films.search("Heat")).rejects.toThrow(WorkerFailedError);
    expect(failures).toHaveLength(1);
    expect(failures[0].message).toMatch(message);
    expect(ends.worker.terminate).toHaveBeenCalledOnce();
    ends.other.close();
  });

  test("hangs: the heartbeat finds out", async () => {
    const ends = line();
    const { worker, failures } = connectTo(ends, 1);

    await expect(worker.films.search("Heat")).rejects.toThrow(/stopped responding/);
    expect(failures).toHaveLength(1);
    ends.other.close();
  });

  test("was ended by the page: what was asked rejects, and nobody is alarmed", async () => {
    const ends = line();
    const { worker, terminate, failures } = connectTo(ends);
    const asked = worker.films.search("Heat");
    terminate();

    await expect(asked).rejects.toThrow(WorkerFailedError);
    expect(failures).toEqual([]);
    ends.other.close();
  });
});
