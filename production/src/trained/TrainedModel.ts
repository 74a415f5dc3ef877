import type { ItemTags } from "../../../src/dataset/ItemTags.ts";
import type { LightFM, Mapping } from "../../../src/index.ts";
import type { Baseline } from "./drift.ts";
import type { RatedItems } from "./RatedItems.ts";

/** A model with what it takes to serve it: ids, titles, and who rated what. */
export interface TrainedModel {
  model: LightFM;
  mapping: Mapping<string, string>;
  /** By item row; the id of an item that has no title. */
  titles: readonly string[];
  /** What places items that nobody likes yet; null if the data has no tags. */
  tags: ItemTags | null;
  /** Empty for a model from elsewhere, such as Python: then nothing can be left out as already rated. */
  rated: RatedItems;
  /** Ratings from this value on are likes. */
  likedFrom: number;
  /** How many ratings the last training from scratch learnt from. */
  trainedOn: number;
  /** What drift is measured from; null for a model from elsewhere. */
  baseline: Baseline | null;
  /** The mean drift since then; null if none was measured. */
  drift: number | null;
  /** The map that folds strangers in; null if it is learnt each time the model is opened. */
  foldInMap: Float32Array | null;
  /** Up to where it has learnt a service's feedback; null if it has learnt none. */
  feedback: { log: string; sequence: number } | null;
}

/** The ids of one side by row. */
export function idsByRow(rows: ReadonlyMap<string, number>): string[] {
  const ids = new Array<string>(rows.size);
  for (const [id, row] of rows) ids[row] = id;
  return ids;
}
