/** The library: everything of Matinee that needs no screen. */

export type { FeatureList } from "./dataset/buildFeatures.ts";
export { Dataset } from "./dataset/Dataset.ts";
export type { Id } from "./dataset/Side.ts";
export {
  kFolds,
  leaveLastOut,
  randomTrainTestSplit,
  type TrainTest,
  timeSplit,
} from "./dataset/splits.ts";
export * from "./errors.ts";
export * from "./evaluation/metrics.ts";
export type {
  AccuracyFindings,
  ContestantFigures,
  ItemGroup,
  PeerFigures,
  UserGroup,
} from "./experiment/challenges/accuracy.ts";
export type {
  AttackOutcome,
  GuardOutcome,
  RobustnessFindings,
} from "./experiment/challenges/attacks.ts";
export type {
  ClosedLoopFindings,
  LoopRound,
  PolicyCourse,
  PolicyName,
} from "./experiment/challenges/closedLoop.ts";
export type { BeyondAccuracyFindings, FrontierPoint, GenreShare } from "./experiment/challenges/frontier.ts";
export type { ListFigures } from "./experiment/challenges/listFigures.ts";
export type { ChallengeTask } from "./experiment/challenges/parts.ts";
export type {
  Decile,
  PopularityBiasFindings,
  TasteGroup,
  TasteGroupName,
} from "./experiment/challenges/popularityBias.ts";
export {
  type ChallengeFindings,
  type ChallengeOptions,
  runChallenges,
} from "./experiment/challenges/runChallenges.ts";
export type {
  AttackGoal,
  AttackKind,
  AttackSettings,
  LoopSettings,
} from "./experiment/challenges/settings.ts";
export type { Detection, RocPoint } from "./experiment/challenges/shilling/detector.ts";
export type { GuardName } from "./experiment/challenges/shilling/guards.ts";
export type { FeatureWeights, ModelSettings } from "./experiment/defaults.ts";
export type { FigureIntervals, HeldOutFigures } from "./experiment/heldOut.ts";
export {
  halvingSearch,
  randomSearch,
  SEARCH_SPACE,
  type SearchedHyperparameters,
  type SearchOptions,
  type SearchResult,
  type SearchTrial,
} from "./experiment/search/hyperparameterSearch.ts";
export type { Range, SearchSpace } from "./experiment/search/SearchSpace.ts";
export { FeatureMatrix } from "./matrix/FeatureMatrix.ts";
export { Interactions, type InteractionValues } from "./matrix/Interactions.ts";
export type { Mapping } from "./matrix/Mapping.ts";
export type { SeededRandom } from "./matrix/random.ts";
export type { Rows } from "./matrix/rows.ts";
export type { EarlyStopping } from "./model/earlyStopping.ts";
export type { Explanation } from "./model/explain.ts";
export { loadModel, type SavedModel } from "./model/file/loadModel.ts";
export { saveModel } from "./model/file/saveModel.ts";
export type { EpochEnd, EpochOptions, Features } from "./model/fitting.ts";
export type { FoldInOptions } from "./model/foldIn.ts";
export type { Dislikes, Hyperparameters, LearningSchedule } from "./model/hyperparameters.ts";
export type { Ranked } from "./model/ItemIndex.ts";
export {
  type FitOptions,
  LightFM,
  type ModelState,
  type OwnInteractions,
  type Representation,
  type Representations,
  type UserReference,
} from "./model/LightFM.ts";
export type { Loss } from "./model/losses.ts";
export type { Tables } from "./model/ModelState.ts";
export type { FeatureTable, Side } from "./model/memory/FeatureTable.ts";
export type { NeighbourRows } from "./model/neighbours/NeighbourVectors.ts";
export type { LearntParameters } from "./model/parameters.ts";
export type { RankOptions } from "./model/predict.ts";
export type { Manifest, PublishedFile } from "./model/published/Manifest.ts";
export { openPublished, type PublishedModel } from "./model/published/openPublished.ts";
export type { TestRanks } from "./model/rankTestItems.ts";
export type { RecommendOptions } from "./model/recommend.ts";
export type {
  Recommendations,
  RecommendationsById,
  RecommendManyOptions,
} from "./model/recommendMany.ts";
export type { ScorerOptions } from "./model/scorer/additions.ts";
export { Scorer, type Stranger } from "./model/scorer/Scorer.ts";
export type { IdMapping, ListOptions, RankedIds, Selection } from "./model/selection.ts";
export type { SimilarUsers, WithIds, WithoutIds } from "./model/similar.ts";
export { type CertaintyOptions, certainty } from "./ranking/certainty.ts";
