import { CancelledError } from "../errors.ts";
import type { Features } from "../model/fitting.ts";
import { LightFM } from "../model/LightFM.ts";
import { rowLength } from "../model/memory/FeatureTable.ts";
import { picked, rankTestItems, type TestRanks } from "../model/rankTestItems.ts";
import { represent } from "../model/represent.ts";
import { nextTask } from "../nextTask.ts";
import type { FeatureWeights } from "./defaults.ts";
import { type Fold, type FoldRun, type Folds, type TakenIn, takenIn } from "./Folds.ts";
import { ownInteractions } from "./ownInteractions.ts";
import type { TimeSplit } from "./TimeSplit.ts";
import { partOf, type Work } from "./Work.ts";

/** Users folded in before other tasks get a turn. */
const USERS_A_SLICE = 8;

/**
 * Takes in the new part by folding in whoever did something in it, from all that they have done, with the
 * rest of the model frozen: new items are known by their features alone, and nobody else's list can change.
 * @param model has learnt the current part
 */
export async function takeInByFoldIn(
  split: TimeSplit,
  folds: Folds,
  model: LightFM,
  { featureWeights, ...work }: { featureWeights: FeatureWeights } & Work,
): Promise<TakenIn> {
  const features = split.features(featureWeights).whole;
  const still = knowingAll(model, features);
  const runs: FoldRun[] = [];
  for (const [i, fold] of folds.all.entries()) {
    const part = partOf(work, i / folds.all.length, (i + 1) / folds.all.length);
    const began = performance.now();
    const vectors = await foldInActive(still, features, fold, part);
    const seconds = (performance.now() - began) / 1000;
    runs.push(folds.examine(await ranksOf(still, features, vectors, fold), seconds));
  }
  return takenIn(split, runs);
}

/** The same model with rows for everybody: users and items it has not learnt are known by their features. */
export function knowingAll(model: LightFM, features: Required<Features>): LightFM {
  return LightFM.fromState({ ...model.clone().state, features });
}

/** All users' vectors, in the kernel's layout. */
async function foldInActive(
  model: LightFM,
  { userFeatures }: Required<Features>,
  { train, known }: Fold,
  { signal, onProgress }: Work,
): Promise<Float32Array> {
  const { tables, hyperparameters } = model.state;
  const { noComponents } = hyperparameters;
  const width = rowLength(noComponents);
  const vectors = await represent(tables.users, userFeatures);
  const active = new Set(train.userIds);
  const own = ownInteractions(known, (user) => active.has(user));
  let done = 0;
  for (const [user, theirs] of own) {
    const { embedding, bias } = await model.foldIn(theirs);
    vectors.set(embedding, user * width);
    vectors[user * width + noComponents] = bias;
    done++;
    if (done % USERS_A_SLICE > 0) continue;
    onProgress?.(done / own.size);
    await nextTask();
    if (signal?.aborted) throw new CancelledError("Folding in was stopped.");
  }
  return vectors;
}

async function ranksOf(
  model: LightFM,
  { itemFeatures }: Required<Features>,
  userVectors: Float32Array,
  { test, known }: Fold,
): Promise<TestRanks> {
  const { tables, hyperparameters } = model.state;
  const itemVectors = await represent(tables.items, itemFeatures);
  const width = rowLength(hyperparameters.noComponents);
  const scoring = { ...picked(userVectors, width), itemVectors, rowLength: width };
  return rankTestItems(scoring, test, known);
}
