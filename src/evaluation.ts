/** Metrics, intervals, and the challenges of production that accuracy does not answer: `matinee/evaluation`. */

export { coverageDifference, coverageInterval, giniInterval } from "./evaluation/exposureIntervals.ts";
export { type Bounds, jackknifeInterval } from "./evaluation/jackknife.ts";
export * from "./evaluation/metrics.ts";
export { proportionInterval } from "./evaluation/proportion.ts";
export type {
  AccuracyFindings,
  ContestantFigures,
  ItemGroup,
  UserGroup,
} from "./experiment/challenges/accuracy.ts";
export {
  type AttackOutcome,
  type GuardOutcome,
  type RobustnessFindings,
  runAttacks,
} from "./experiment/challenges/attacks.ts";
export {
  type ClosedLoopFindings,
  type LoopRound,
  type PolicyCourse,
  type PolicyName,
  runClosedLoop,
} from "./experiment/challenges/closedLoop.ts";
export {
  type BeyondAccuracyFindings,
  type FrontierPoint,
  type GenreShare,
  measureFrontier,
} from "./experiment/challenges/frontier.ts";
export type { ListFigures } from "./experiment/challenges/listFigures.ts";
export type { ChallengeTask } from "./experiment/challenges/parts.ts";
export {
  type Decile,
  measurePopularityBias,
  type PopularityBiasFindings,
  type TasteGroup,
} from "./experiment/challenges/popularityBias.ts";
export {
  type ChallengeFindings,
  type ChallengeOptions,
  runChallenges,
} from "./experiment/challenges/runChallenges.ts";
export {
  ATTACK_SETTINGS,
  type AttackGoal,
  type AttackKind,
  type AttackSettings,
  LOOP_SETTINGS,
  type LoopSettings,
} from "./experiment/challenges/settings.ts";
export {
  type Detection,
  detectionOf,
  type RocPoint,
  suspicion,
} from "./experiment/challenges/shilling/detector.ts";
export { GUARDS, type Guard, type GuardName } from "./experiment/challenges/shilling/guards.ts";
export type { Attack } from "./experiment/challenges/shilling/profiles.ts";
export { type Labels, TrialData } from "./experiment/challenges/TrialData.ts";
export type { ModelSettings } from "./experiment/defaults.ts";
export { htmlReport, type ReportInput } from "./experiment/report/htmlReport.ts";
export { modelCard } from "./experiment/report/modelCard.ts";
export type { Training } from "./experiment/train.ts";
export type { Work } from "./experiment/Work.ts";
