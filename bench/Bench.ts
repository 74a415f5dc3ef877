import { join } from "node:path";
import type { PythonProcess } from "../scripts/PythonProcess.ts";
import { randomTrainTestSplit } from "../src/dataset/splits.ts";
import { aucScore } from "../src/evaluation/evaluation.ts";
import type { Interactions } from "../src/matrix/Interactions.ts";
import { Scorer } from "../src/model/scorer/Scorer.ts";
import { alternate, type Rounds } from "./alternate.ts";
import type { BenchData } from "./BenchData.ts";
import type { Chromium } from "./Chromium.ts";
import { alone, besideTraining, forEverybody, forPairs, forVisitors } from "./calls.ts";
import {
  type Entrant,
  EPOCHS_BEFORE,
  each,
  epochEntrants,
  FOLD_IN_EPOCHS,
  foldInEntrants,
  ourEpochs,
  ourModel,
  ours,
  type Problem,
  timed,
  usersToFoldIn,
} from "./contestants.ts";
import { writeData } from "./dataFolder.ts";
import { memoryOfTraining } from "./memory.ts";
import { type NativeCommand, nativeEntrant, nativeName, startNative } from "./native.ts";
import { type Row, toLine, toRow } from "./Row.ts";
import { type TensorFlow, TensorFlowBpr } from "./TensorFlowBpr.ts";

export interface Peers {
  native: PythonProcess | null;
  chromium: Chromium | null;
  tensorFlow: TensorFlow | null;
}

const RECOMMENDED = 10;
const ASKING_USERS = 50;
const GOAL_BYTES_A_RATING = 24;

/** All workloads, over one set of data after the other; rows are printed as they come. */
export class Bench {
  readonly rows: Row[] = [];
  readonly #peers: Peers;
  readonly #threadCounts: number[];
  readonly #folder: string;
  #size = "";
  #data: BenchData | null = null;
  #chromium: Chromium | null = null;

  /** @param threadCounts 1, and the other numbers of threads that epochs run on. */
  constructor(peers: Peers, threadCounts: number[], folder: string) {
    this.#peers = peers;
    this.#threadCounts = threadCounts;
    this.#folder = folder;
  }

  /** @param size names the data, such as "100k ratings". */
  async use(size: string, data: BenchData, { inChromium = true } = {}): Promise<void> {
    this.#size = size;
    this.#data = data;
    this.#chromium = inChromium ? this.#peers.chromium : null;
    await this.#peers.native?.ask({ do: "forget" });
    writeData(join(this.#folder, size), data);
    await this.#chromium?.load(size);
  }

  /** An epoch with all that a user waits for in each; every side has learnt as many before. */
  async epochs(problem: Problem, rounds: Rounds): Promise<void> {
    const count = runsOf(rounds);
    const inNode = epochEntrants(this.#loaded(), problem, count, this.#threadCounts);
    const inChromium = await this.#chromium?.epochs(problem, count, this.#threadCounts);
    const natives: Entrant[] = [];
    for (const threads of this.#threadCounts) {
      natives.push(...(await this.#native(problem, threads, (model) => ({ do: "epoch", model }))));
    }
    await this.#compete(`epoch ${named(problem)}`, rounds, inNode, natives, inChromium);
  }

  async bprEpochs(components: number, rounds: Rounds): Promise<void> {
    const { tensorFlow } = this.#peers;
    if (!tensorFlow) return;
    const data = this.#loaded();
    const problem = { components, hybrid: false };
    const theirs = new TensorFlowBpr(tensorFlow, data.interactions, components);
    await this.#compete(`epoch bpr ${named(problem)}`, rounds, [
      ours(ourEpochs(data, problem, "bpr", runsOf(rounds), 1)),
      { peer: "TensorFlow.js BPR, wasm", threads: 1, contestant: timed(() => theirs.epoch()) },
    ]);
  }

  /** A new user of 20 ratings, in a model that has learnt. */
  async foldIn(problem: Problem, rounds: Rounds): Promise<void> {
    const data = this.#loaded();
    const inNode = await foldInEntrants(data, problem);
    const inChromium = await this.#chromium?.foldIns(problem);
    const users = usersToFoldIn(data.interactions).map(({ itemIds, values }) => [[...itemIds], [...values]]);
    const command = (model: string) => ({ do: "fold_in", model, users, epochs: FOLD_IN_EPOCHS });
    const natives = await this.#native(problem, 1, command, { epochsBefore: EPOCHS_BEFORE });
    await this.#compete(`fold-in ${named(problem)}`, rounds, inNode, natives, inChromium);
  }

  /** What is asked of a model that has learnt: the AUC of all users, all scores, the best items of one user. */
  async questions(problem: Problem, rounds: Rounds): Promise<void> {
    const { interactions, itemFeatures } = this.#loaded();
    const { train, test } = randomTrainTestSplit(interactions, { testShare: 0.2, seed: 1 });
    const [trainSize, testSize] = [`${this.#size}, train`, `${this.#size}, test`];
    writeData(join(this.#folder, trainSize), { interactions: train, itemFeatures });
    writeData(join(this.#folder, testSize), { interactions: test, itemFeatures });
    const model = await ourModel({ interactions: train, itemFeatures }, problem);
    const ask = (command: (model: string) => NativeCommand) =>
      this.#native(problem, 1, command, { size: trainSize, epochsBefore: EPOCHS_BEFORE });

    const testFolder = join(this.#folder, testSize);
    await this.#compete(
      `evaluate auc ${named(problem)}`,
      rounds,
      [ours(timed(() => aucScore(model, test, { train, checkIntersections: false })))],
      await ask((own) => ({ do: "auc", model: own, test: testFolder })),
    );
    const pairs = allPairs(train);
    await this.#compete(
      `score all pairs ${named(problem)}`,
      rounds,
      [ours(timed(() => model.predict(pairs.userIds, pairs.itemIds)))],
      await ask((own) => ({ do: "score_all", model: own })),
    );
    const users = Array.from({ length: ASKING_USERS }, (_, i) =>
      Math.floor((i * train.users) / ASKING_USERS),
    );
    const asking = users.map((user) => {
      return { user, exclude: train.itemIds.filter((_, i) => train.userIds[i] === user) };
    });
    await this.#compete(
      `recommend ${RECOMMENDED} ${named(problem)}`,
      rounds,
      [ours(each(asking, ({ user, exclude }) => model.recommend(user, { n: RECOMMENDED, exclude })))],
      await ask((own) => ({ do: "recommend", model: own, users, n: RECOMMENDED })),
    );
  }

  /** Everybody's list at once, on each number of threads. */
  async everybody(problem: Problem, rounds: Rounds): Promise<void> {
    const data = this.#loaded();
    const { interactions } = data;
    const model = await ourModel(data, problem);
    const users = Array.from({ length: interactions.users }, (_, user) => user);
    const command = (own: string) => ({ do: "recommend", model: own, users, n: RECOMMENDED });
    await this.#compete(
      `recommendMany ${RECOMMENDED}, a user, ${named(problem)}`,
      rounds,
      this.#threadCounts.map((threads) =>
        ours(forEverybody(model, interactions, RECOMMENDED, threads), threads),
      ),
      await this.#native(problem, 1, command, { epochsBefore: EPOCHS_BEFORE }),
    );
  }

  /** Visitors with 20 ratings, by the model with what the scorer adds: folded in and given a list. */
  async visitors(problem: Problem, rounds: Rounds): Promise<void> {
    const data = this.#loaded();
    const model = await ourModel(data, problem);
    const visitors = usersToFoldIn(data.interactions).map(({ itemIds }) => itemIds);
    const [all, plain] = await Promise.all([
      Scorer.create(model, data.interactions),
      Scorer.create(model, data.interactions, { neighbours: false }),
    ]);
    const without = forVisitors(plain, visitors, RECOMMENDED);
    await this.#compete(`fold-in and recommend ${RECOMMENDED} ${named(problem)}`, rounds, [
      ours(forVisitors(all, visitors, RECOMMENDED)),
      { peer: "ours, no neighbours", threads: 1, contestant: without },
    ]);
  }

  /** A list while the model is being trained, beside one without. */
  async calls(problem: Problem, rounds: Rounds): Promise<void> {
    const data = this.#loaded();
    const { interactions } = data;
    const model = await ourModel(data, problem);
    const idle = { peer: "ours, no training", threads: 1, contestant: alone(model, RECOMMENDED) };
    const busy = besideTraining(model.clone(), interactions, RECOMMENDED);
    const workload = `recommend ${RECOMMENDED} beside training ${named(problem)}`;
    await this.#compete(workload, rounds, [ours(busy), idle]);
  }

  /** The scores of three pairs, in a model of however many users. */
  async fewPairs(problem: Problem, rounds: Rounds): Promise<void> {
    const data = this.#loaded();
    const { users: count, items: most } = data.interactions;
    const [users, items] = [count, most].map((end) => [0, end >> 1, end - 1]);
    const model = await ourModel(data, problem);
    const command = (own: string) => ({ do: "predict", model: own, users, items });
    await this.#compete(
      `predict 3 pairs ${named(problem)}`,
      rounds,
      [ours(forPairs(model, users, items))],
      await this.#native(problem, 1, command, { epochsBefore: 1 }),
    );
  }

  /** Bytes a rating while an epoch is learnt, the parameters and the ratings that are handed in left out. */
  async memory(components: number): Promise<void> {
    const { length } = this.#loaded().interactions;
    const folder = join(this.#folder, this.#size);
    const { training, growth, parameters } = await memoryOfTraining(folder, components);
    const what = `memory ${named({ components, hybrid: false })}`;
    const report = (workload: string, peer: string, bytes: number, theirs: number) =>
      this.#report(toRow(`${workload}, ${this.#size}`, peer, bytes, theirs, "bytes/rating"));
    report(what, "the goal", training / length, GOAL_BYTES_A_RATING);

    // A process that has worked before keeps memory which it would fill first.
    const native = growth === null ? null : startNative();
    if (!native || growth === null) return;
    const theirs = await native.ask<number>({ do: "memory", folder, components });
    native.close();
    report(`${what}, whole process`, nativeName(1), growth / length, (theirs - parameters) / length);
  }

  #loaded(): BenchData {
    if (!this.#data) throw new Error("The bench has no data yet.");
    return this.#data;
  }

  /** The native code with a model that has learnt some epochs; nothing if there is no such peer. */
  async #native(
    problem: Problem,
    threads: number,
    command: (model: string) => NativeCommand,
    { size = this.#size, epochsBefore = 0 } = {},
  ): Promise<Entrant[]> {
    const { native } = this.#peers;
    if (!native) return [];
    const folder = join(this.#folder, size);
    return [await nativeEntrant(native, folder, problem, threads, { command, epochsBefore })];
  }

  /** All run in turn. Ours meet the peers of as many threads in their place, and the native code in both. */
  async #compete(
    workload: string,
    rounds: Rounds,
    inNode: Entrant[],
    natives: Entrant[] = [],
    inChromium: Entrant[] = [],
  ): Promise<void> {
    const all = [...inNode, ...natives, ...inChromium];
    const medians = await alternate(
      all.map(({ contestant }) => contestant),
      rounds,
    );
    const milliseconds = new Map(all.map((entrant, i) => [entrant, medians[i] * 1000]));
    const compare = (own: Entrant, place: string, peers: Entrant[]) => {
      const where = own.threads === 1 ? place : `, ${own.threads} threads${place}`;
      for (const peer of peers) {
        const name = peer.peer ?? "ours, 1 thread";
        const [our, their] = [milliseconds.get(own) ?? 0, milliseconds.get(peer) ?? 0];
        this.#report(toRow(`${workload}, ${this.#size}${where}`, name, our, their, "ms"));
      }
    };
    for (const [place, entrants] of [
      ["", inNode],
      [", Chromium", inChromium],
    ] as const) {
      for (const own of entrants.filter(({ peer }) => peer === null)) {
        const alone = entrants.filter(({ peer, threads }) => peer === null && threads < own.threads);
        const peers = [...entrants, ...natives].filter(({ peer, threads }) => {
          return peer !== null && threads === own.threads;
        });
        compare(own, place, [...alone, ...peers]);
      }
    }
  }

  #report(row: Row): void {
    this.rows.push(row);
    console.log(toLine(row));
  }
}

function runsOf({ dropped, measured, inARow = 1 }: Rounds): number {
  return (dropped + measured) * inARow;
}

function named({ components, hybrid, recommended }: Problem): string {
  const kind = hybrid ? "hybrid" : "identity";
  return `${recommended ? "recommended" : kind} k=${components}`;
}

function allPairs({ users, items }: Interactions): { userIds: Int32Array; itemIds: Int32Array } {
  const userIds = new Int32Array(users * items);
  const itemIds = new Int32Array(users * items);
  for (let i = 0; i < userIds.length; i++) {
    userIds[i] = Math.floor(i / items);
    itemIds[i] = i % items;
  }
  return { userIds, itemIds };
}
