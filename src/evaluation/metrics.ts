/** Metrics and intervals that `matinee` and `matinee/evaluation` both export. */

export {
  catalogueCoverage,
  diversityPerUser,
  exposureGini,
  intraListDiversity,
  longTailShare,
  novelty,
  noveltyPerUser,
  popularityLift,
  popularityPerUser,
  type RecommendationLists,
} from "./beyondAccuracy.ts";
export { genreShares, miscalibration } from "./calibration.ts";
export {
  aucScore,
  type EvaluationOptions,
  ndcgAtK,
  precisionAtK,
  recallAtK,
  reciprocalRank,
  type TopKOptions,
} from "./evaluation.ts";
export {
  type BootstrapOptions,
  bootstrapInterval,
  type Interval,
  meanPerUser,
  pairedDifference,
  type Verdict,
  verdictOn,
} from "./intervals.ts";
export { likeCounts, popularityRanks } from "./popularity.ts";
export { mean, type PerUser } from "./rankMetrics.ts";
export { serendipity } from "./serendipity.ts";
