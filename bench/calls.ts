import { CancelledError } from "../src/errors.ts";
import { FeatureMatrix } from "../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../src/matrix/Interactions.ts";
import { SeededRandom } from "../src/matrix/random.ts";
import type { LightFM } from "../src/model/LightFM.ts";
import type { Scorer } from "../src/model/scorer/Scorer.ts";
import type { Contestant } from "./alternate.ts";
import type { BenchData } from "./BenchData.ts";
import { each, timed } from "./contestants.ts";

// What a program asks of a model that has learnt, call by call.

const CALLS = 100;
/** Asked while a training runs. */
const ASKED = 40;

/** One call of `recommendMany` for everybody; its seconds are those of a user. */
export function forEverybody(model: LightFM, train: Interactions, n: number, threads: number): Contestant {
  const all = timed(async () => {
    for await (const _ of model.recommendMany("all", { n, exclude: train, threads }));
  });
  return { run: async () => (await all.run()) / train.users };
}

/** Somebody who likes these items is folded in and gets a list; its seconds are those of a visitor. */
export function forVisitors(scorer: Scorer, visitors: readonly ArrayLike<number>[], n: number): Contestant {
  return each(visitors, (itemIds) => scorer.recommend({ itemIds }, { n, exclude: Array.from(itemIds) }));
}

/** A call for a few pairs. */
export function forPairs(model: LightFM, users: readonly number[], items: readonly number[]): Contestant {
  return each(Array.from({ length: CALLS }), () => model.predict(Int32Array.from(users), items));
}

/** A list for one user, of a model that is asked for nothing else. */
export function alone(model: LightFM, n: number): Contestant {
  return each(Array.from({ length: ASKED }), (_) => model.recommend(0, { n }));
}

/** The same while the model is being trained: each call waits for its turn between the slices of an epoch. */
export function besideTraining(model: LightFM, train: Interactions, n: number): Contestant {
  return {
    async run() {
      const stop = new AbortController();
      let training: Promise<unknown> | undefined;
      await new Promise<void>((resolve) => {
        training = model.fitPartial(train, { epochs: 1000, signal: stop.signal, onSlice: () => resolve() });
        training.catch(resolve);
      });
      const seconds = await alone(model, n).run();
      stop.abort();
      await training?.catch((error) => {
        if (!(error instanceof CancelledError)) throw error;
      });
      return seconds;
    },
  };
}

/** Many users of few items, of whom each likes one. */
export function manyUsers(users: number, items: number): BenchData {
  const random = new SeededRandom(1);
  const userIds = Int32Array.from({ length: users }, (_, user) => user);
  const itemIds = userIds.map(() => random.below(items));
  return {
    interactions: new Interactions(users, items, userIds, itemIds, new Float32Array(users).fill(1)),
    itemFeatures: FeatureMatrix.fromRows(
      Array.from({ length: items }, (_, item) => [[item, 1]]),
      items,
    ),
  };
}
