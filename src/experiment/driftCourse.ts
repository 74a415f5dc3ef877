import type { Timestamps } from "../dataset/RatingsTable.ts";
import { allPositions } from "../matrix/countingSort.ts";
import type { LightFM } from "../model/LightFM.ts";
import type { FeatureWeights } from "./defaults.ts";
import { bystandersOf, type Drift, driftBetween } from "./drift.ts";
import type { TimeSplit } from "./TimeSplit.ts";
import { trainOn } from "./train.ts";
import type { Validation } from "./Validation.ts";
import { partOf, type Work } from "./Work.ts";

/** How far a model that keeps learning has drifted after a number of new interactions. */
export interface DriftPoint {
  interactions: number;
  /** Unix seconds of the last of them. */
  time: number;
  drift: Drift;
}

const BLOCKS = 10;

/**
 * The drift as the new part comes in, block by block in order of time, each learnt once with `fitPartial`: how
 * long a model may go on like this before it should be retrained.
 * @param model has learnt the training part of the validation; it stays as it is
 */
export async function driftCourse(
  split: TimeSplit,
  validation: Validation,
  model: LightFM,
  { featureWeights, epochs, ...work }: { featureWeights: FeatureWeights; epochs: number } & Work,
): Promise<DriftPoint[]> {
  const { added, later, catalogue } = split;
  const timestamps = catalogue.ratings.timestamps as Timestamps;
  const { whole } = split.features(featureWeights);
  const bystanders = bystandersOf(split);
  const before = await validation.perUser(model);
  const learner = model.clone();
  const order = allPositions(added.length);
  const points: DriftPoint[] = [];
  for (let block = 0; block < BLOCKS; block++) {
    const from = Math.floor((block / BLOCKS) * added.length);
    const to = Math.floor(((block + 1) / BLOCKS) * added.length);
    if (from === to) continue;
    const part = partOf(work, block / BLOCKS, (block + 1) / BLOCKS);
    await trainOn(learner, added.pick(order.subarray(from, to)), whole, epochs, part);
    const drift = driftBetween(await validation.perUser(learner), before, bystanders);
    points.push({ interactions: to, time: timestamps[later[to - 1]], drift });
  }
  return points;
}
