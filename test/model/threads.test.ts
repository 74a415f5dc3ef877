import { EventEmitter } from "node:events";
import { Worker } from "node:worker_threads";
import { afterEach, expect, it, vi } from "vitest";
import { toGenreFeatures } from "../../src/dataset/matrices.ts";
import { CancelledError, WorkerFailedError } from "../../src/errors.ts";
import { aucScore } from "../../src/evaluation/evaluation.ts";
import { mean } from "../../src/evaluation/rankMetrics.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";
import { LightFM } from "../../src/model/LightFM.ts";
import { HelperThreads } from "../../src/model/threads/HelperThreads.ts";
import { VisitClaims } from "../../src/model/threads/visitClaims.js";
import { examine } from "../support/heldOut.ts";
import { inLockstep } from "../support/lockstep.ts";
import { readEmbedded } from "../support/movielens.ts";
import { twoTastes } from "../support/problems.ts";

const interactions = twoTastes(400, 300);

afterEach(() => vi.restoreAllMocks());

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

// Where what threads learn was added up and held at 0, four of them lost .039 here and two .0055; where they heard of
// each other every 512 visits, four lost .007.
it("loses nothing by threads under adadelta, on films with genres", async () => {
  inLockstep();
  const catalogue = await readEmbedded();
  const hyperparameters = { loss: "logistic", learningSchedule: "adadelta" } as const;
  const auc = async (threads: number, seed: number) => {
    const setup = { hyperparameters, epochs: 10, itemFeatures: toGenreFeatures, threads };
    return (await examine(catalogue, seed, setup)).model.auc;
  };
  const alone = [await auc(1, 1), await auc(1, 2), await auc(1, 3)];
  for (const [threads, seeds] of [
    [2, 3],
    [4, 1],
  ]) {
    let difference = 0;
    for (let seed = 1; seed <= seeds; seed++) {
      difference += ((await auc(threads, seed)) - alone[seed - 1]) / seeds;
    }
    expect(difference, "no other thread took part").not.toBe(0);
    expect(difference, `${threads} threads`).toBeGreaterThan(-0.0025);
  }
});

it("deals every visit out once, and takes from those who are late only what they have laid open", () => {
  const parts = [
    { from: 0, to: 3000 },
    { from: 3000, to: 3700 },
    { from: 3700, to: 3700 },
  ];
  const { buffer } = new Int32Array(parts.length);
  const [first, second, third] = parts.map((_, own) => new VisitClaims(buffer, 0, parts, own));
  const visited = new Array<number>(3700).fill(0);
  const work = (claims: VisitClaims, most = Number.POSITIVE_INFINITY) => {
    for (let done = 0; done < most; done++) {
      const slice = claims.claim();
      if (!slice) return;
      for (let visit = slice.from; visit < slice.to; visit++) visited[visit]++;
    }
  };
  first.close();
  third.open();
  work(third);
  expect(first.claimed()).toBe(0);
  first.open();
  work(first, 1);
  work(third, 2);
  work(first);
  expect(visited.indexOf(0)).toBe(3000);
  expect(first.claimed()).toBe(3000);
  second.open();
  for (const claims of [first, second, third]) work(claims);
  expect(visited.every((times) => times === 1)).toBe(true);

  first.close();
  first.open();
  first.stop();
  second.open();
  expect([first, second, third].map((claims) => claims.claim())).toEqual([null, null, null]);
});

it("learns from every user on as many threads, the busy and the idle", async () => {
  const userIds = Int32Array.from({ length: 900 }, (_, i) => (i < 800 ? 3 : i % 10));
  const itemIds = Int32Array.from({ length: 900 }, (_, i) => (i < 800 ? i : i % 37));
  const uneven = new Interactions(10, 800, userIds, itemIds, new Float32Array(900).fill(1));
  for (const threads of [1, 2, 4]) {
    const model = new LightFM({ loss: "logistic", noComponents: 2, seed: 1 });
    await model.fit(uneven, { epochs: 1, threads });
    expect((await model.userRepresentations()).biases.every((bias) => bias > 0)).toBe(true);
  }
});

it("has nothing to learn where nobody likes anything, on any number of threads", async () => {
  const { users, items, userIds, itemIds, length } = interactions;
  const disliked = new Interactions(users, items, userIds, itemIds, new Float32Array(length).fill(-1));
  for (const threads of [1, 2]) {
    const losses: number[] = [];
    const model = new LightFM({ loss: "warp", noComponents: 2 });
    await model.fit(disliked, { threads, onEpoch: ({ meanLoss }) => void losses.push(meanLoss) });
    expect(losses).toEqual([0]);
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
  const part = { from: 0, to: 10 };
  const start = { module, memory, epoch: "warp", plan: 0, claims: 0, parts: [part], own: 0, chunk: 512 };
  const helpers = await HelperThreads.start([start], "Train again.");
  await expect(helpers?.run()).rejects.toBeInstanceOf(WorkerFailedError);
  await expect(helpers?.run()).rejects.toThrow(/helper thread crashed .* Train again/);
  helpers?.terminate();
});

// A thread that never pauses can only be ended by force, for which Chromium waits: meanwhile its memory stays.
it("hears what it is told in the middle of a long epoch", async () => {
  const { postMessage } = Worker.prototype;
  let start: unknown;
  vi.spyOn(Worker.prototype, "postMessage").mockImplementation(function (this: Worker, message, list) {
    postMessage.call(this, message, list as []);
    if (message === "run") postMessage.call(this, start);
    else start = message;
  });
  const heard = { ready: -1, done: 0 };
  const inTheMiddle = new AbortController();
  vi.spyOn(Worker.prototype, "on").mockImplementation(function (this: Worker, event, listener) {
    const hear = (message: "ready" | "done") => {
      heard[message]++;
      // That it is ready again answers what nobody else has told it.
      if (message === "done" || heard.ready === 0) listener(message);
      else if (heard.ready > heard.done) inTheMiddle.abort();
    };
    EventEmitter.prototype.on.call(this, event, event === "message" ? hear : listener);
    return this;
  });
  const likes = 1_000_000;
  const ids = Int32Array.from({ length: likes }, (_, i) => i % 1000);
  const long = new Interactions(1000, 1000, ids, ids, new Int8Array(likes).fill(1));
  // Once the likes are learnt, a thousand draws to each make an epoch of many seconds on any machine.
  const fit = new LightFM({ loss: "warp", noComponents: 64, maxSampled: 1000 }).fit(long, {
    threads: 2,
    signal: inTheMiddle.signal,
  });
  await expect(fit).rejects.toThrow(CancelledError);
});

/** Resolves once as many threads have said that they are ready. */
function helpersReady(count: number): Promise<void> {
  if (count === 0) return Promise.resolve();
  let left = count;
  return new Promise((resolve) => {
    vi.spyOn(Worker.prototype, "on").mockImplementation(function (this: Worker, event, listener) {
      const heard = (message: unknown) => {
        listener(message);
        if (--left === 0) resolve();
      };
      EventEmitter.prototype.on.call(this, event, event === "message" ? heard : listener);
      return this;
    });
  });
}

/** More than are left: lists that take long enough to choose for four threads to join. */
const MANY = 300;

/**
 * What each user is recommended, in the order in which it came.
 * @param joined awaited after the first block, so that helpers make the others
 */
async function listsOn(
  threads: number,
  n = MANY,
  joined = helpersReady(n && threads - 1),
): Promise<string[]> {
  const users = Int32Array.from({ length: 3500 }, (_, i) => (i * 7) % interactions.users);
  const model = await new LightFM({ loss: "warp", noComponents: 3, seed: 1 }).fit(interactions);
  const lists: string[] = [];
  for await (const block of model.recommendMany(users, {
    n,
    exclude: interactions,
    where: (item) => item !== 5,
    itemBiasWeight: 0.5,
    threads,
  })) {
    for (const { user, items, scores } of block) lists.push(`${user}: ${items} ${scores}`);
    await joined;
  }
  return lists;
}

it("makes the lists of many users on several threads, the same and in order", async () => {
  const alone = await listsOn(1);
  expect(alone).toHaveLength(3500);
  expect(await listsOn(2)).toEqual(alone);
  expect(await listsOn(4)).toEqual(alone);
  for (const n of [200, 0]) expect(await listsOn(2, n)).toEqual(await listsOn(1, n));
});

it("starts no thread for lists that one thread has made before another is there", async () => {
  const started = vi.spyOn(Worker.prototype, "on");
  const lists = await listsOn(4, 12, Promise.resolve());
  expect(lists).toHaveLength(3500);
  expect(started).not.toHaveBeenCalled();
});

it("stops making lists on several threads", async () => {
  const stop = new AbortController();
  const model = await new LightFM({ loss: "warp", noComponents: 3 }).fit(interactions);
  const users = Array<number>(3500).fill(7);
  const joined = helpersReady(1);
  const blocks = model.recommendMany(users, { n: MANY, threads: 2, signal: stop.signal });
  await blocks.next();
  await joined;
  stop.abort();
  await expect(blocks.next()).rejects.toBeInstanceOf(CancelledError);
});

it("rejects where a thread dies that makes lists", async () => {
  const { postMessage } = Worker.prototype;
  vi.spyOn(Worker.prototype, "postMessage").mockImplementation(function (this: Worker, message, list) {
    if (message === "run") void this.terminate();
    else postMessage.call(this, message, list as []);
  });
  await expect(listsOn(2)).rejects.toThrow(/helper thread crashed .* Ask again/);
});

it("does all the work on one thread where no other can be started, and says so", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const vectorsOn = async (threads: number) => {
    const model = new LightFM({ loss: "warp", noComponents: 4, seed: 1 });
    await model.fit(interactions, { epochs: 2, threads });
    return (await model.userRepresentations()).embeddings;
  };
  const [vectors, lists] = [await vectorsOn(1), await listsOn(1)];
  vi.spyOn(process.getBuiltinModule("node:worker_threads"), "Worker").mockImplementation(
    class {
      constructor() {
        throw new Error("forbidden");
      }
    } as unknown as () => Worker,
  );
  expect(await vectorsOn(3)).toEqual(vectors);
  const told = vi.waitFor(() => expect(warn).toHaveBeenCalledTimes(2));
  expect(await listsOn(3, MANY, told)).toEqual(lists);
  expect(warn.mock.calls).toEqual(
    Array(2).fill(["Helper threads couldn't be started (forbidden), so 1 thread does all the work."]),
  );
});
