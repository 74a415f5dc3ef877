import { checkOptions, optionalBoolean, show, wholeNumber } from "../arguments.ts";
import { ArgumentError } from "../errors.ts";
import type { Interactions } from "../matrix/Interactions.ts";
import type { Features } from "../model/fitting.ts";
import type { LightFM } from "../model/LightFM.ts";
import type { TestRanks } from "../model/rankTestItems.ts";
import { auc, ndcg, type PerUser, precision, recall, reciprocal } from "./rankMetrics.ts";

/**
 * Options of the metrics, whose figures go from 0 to 1; higher is better. They throw ArgumentError if an option is
 * unknown, a shape differs from the model's, or a like is in both test and train.
 */
export interface EvaluationOptions extends Features {
  /** Interactions the model was trained on; their items are left out of the ranking. */
  train?: Interactions;
  /**
   * Whether to refuse a like that is in both test and train; true if left out, as in LightFM. Otherwise it is ranked among
   * the items that are not in train, so that several can share a place, and figures can exceed 1.
   */
  checkIntersections?: boolean;
  /**
   * Whether users without test items keep their row: 0.5 for the AUC, 0 otherwise. By default they are dropped, and
   * the figures are those of users with test items, in the order of their rows.
   */
  preserveRows?: boolean;
}

export interface TopKOptions extends EvaluationOptions {
  /** How many of the best items count, 1 or more; 10 if left out. */
  k?: number;
}

/** LightFM's `precision_at_k`: the share of each user's k best items that is liked in test. */
export async function precisionAtK(
  model: LightFM,
  test: Interactions,
  options: TopKOptions = {},
): Promise<PerUser> {
  return figures(model, test, options, precision, 0);
}

/** LightFM's `recall_at_k`: the share of what each user likes in test that is among their k best items. */
export async function recallAtK(
  model: LightFM,
  test: Interactions,
  options: TopKOptions = {},
): Promise<PerUser> {
  return figures(model, test, options, recall, 0);
}

/**
 * Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002) of each user's k best items: every like in
 * test gains 1 / log2(1 + place), and the sum is divided by what the best order would gain.
 */
export async function ndcgAtK(
  model: LightFM,
  test: Interactions,
  options: TopKOptions = {},
): Promise<PerUser> {
  return figures(model, test, options, ndcg, 0);
}

/**
 * LightFM's `reciprocal_rank`: 1 divided by the place, counted from 1, of the highest item that each user likes in
 * test.
 */
export async function reciprocalRank(
  model: LightFM,
  test: Interactions,
  options: EvaluationOptions = {},
): Promise<PerUser> {
  return figures(model, test, options, reciprocal, 0);
}

/**
 * LightFM's `auc_score`: the chance that an item a user likes in test ranks above one they have not interacted with.
 */
export async function aucScore(
  model: LightFM,
  test: Interactions,
  options: EvaluationOptions = {},
): Promise<PerUser> {
  return figures(model, test, options, auc, 0.5);
}

const OPTIONS: readonly string[] = [
  "k",
  "train",
  "checkIntersections",
  "preserveRows",
  "userFeatures",
  "itemFeatures",
];

/** @param metric of the k best; one that takes no k has no such option */
async function figures(
  model: LightFM,
  test: Interactions,
  options: TopKOptions,
  metric: (ranks: TestRanks, k: number) => PerUser,
  withoutTestItems: number,
): Promise<PerUser> {
  if (!model?.predictRank) {
    throw new ArgumentError(`model must be a LightFM, not ${show(model)}.`);
  }
  checkOptions(options, OPTIONS.slice(metric.length === 2 ? 0 : 1));
  const { k = 10, preserveRows, ...ranking } = options;
  wholeNumber("k", k, 1, 0x7fffffff);
  optionalBoolean("preserveRows", preserveRows);
  const perUser = metric(await model.predictRank(test, { checkIntersections: true, ...ranking }), k);
  return preserveRows
    ? perUser.map((figure) => (Number.isNaN(figure) ? withoutTestItems : figure))
    : perUser.filter((figure) => !Number.isNaN(figure));
}
