import type { Catalogue } from "../../dataset/Catalogue.ts";
import { RECOMMENDED_EPOCHS } from "../../model/recommended.ts";
import { DEFAULT_SETTINGS, type ModelSettings } from "../defaults.ts";
import type { Work } from "../Work.ts";
import { type AccuracyFindings, examineAccuracy } from "./accuracy.ts";
import { type RobustnessFindings, runAttacks } from "./attacks.ts";
import { type ClosedLoopFindings, runClosedLoop } from "./closedLoop.ts";
import { type BeyondAccuracyFindings, measureFrontier } from "./frontier.ts";
import { measurePopularityBias, type PopularityBiasFindings } from "./popularityBias.ts";
import type { AttackSettings, LoopSettings } from "./settings.ts";
import { TrialData } from "./TrialData.ts";

/** What each part found. */
export interface ChallengeFindings {
  /** How good the lists are, for whom and of what. */
  accuracy: AccuracyFindings;
  /** What variety and less popularity cost. */
  beyondAccuracy: BeyondAccuracyFindings;
  /** Whose taste popularity serves. */
  popularityBias: PopularityBiasFindings;
  /** What a model does to itself that learns from its own lists. */
  closedLoop: ClosedLoopFindings;
  /** What false profiles achieve, and what stops them. */
  robustness: RobustnessFindings;
}

/** The parts of `runChallenges`, as progress names them. */
export type ChallengeTask =
  | "Training"
  | "Accuracy"
  | "Beyond accuracy"
  | "Popularity bias"
  | "Closed loop"
  | "Attacks";

/** Settings of `runChallenges`. */
export interface ChallengeOptions {
  /** Makes the split, the models and all chance; the same seed gives the same findings. */
  seed: number;
  /** The recommended settings if left out. */
  settings?: ModelSettings;
  /** Epochs of the model that is examined. */
  epochs?: number;
  loop?: Partial<LoopSettings>;
  attacks?: Partial<AttackSettings>;
  signal?: AbortSignal | undefined;
  /** Told which part is under way and the share of it that is done. */
  onProgress?: ((task: ChallengeTask, done: number) => void) | undefined;
  /** Told what a part found as soon as it is done. */
  onStep?: { [Part in keyof ChallengeFindings]?: (found: ChallengeFindings[Part]) => void } | undefined;
}

/**
 * The challenges of putting a recommender into production that accuracy does not answer: what lists are like,
 * whom popularity serves, what a model does to itself that learns from its own recommendations, and fraud.
 * One model is trained on a share of the data and examined on the rest; the simulations train their own.
 * @throws NotReadyError if the data is too small to hold some of it out, CancelledError if the signal stops it.
 */
export async function runChallenges(
  catalogue: Catalogue,
  { seed, settings = DEFAULT_SETTINGS, epochs = RECOMMENDED_EPOCHS, ...options }: ChallengeOptions,
): Promise<ChallengeFindings> {
  const { signal, onProgress, onStep = {} } = options;
  const work = (task: ChallengeTask): Work => ({ signal, onProgress: (done) => onProgress?.(task, done) });
  const data = new TrialData(catalogue, seed);
  const model = await data.learn({ settings, seed, epochs }, work("Training"));
  onProgress?.("Accuracy", 0);
  const accuracy = await examineAccuracy(data, model);
  onStep.accuracy?.(accuracy);
  const beyondAccuracy = await measureFrontier(data, model, work("Beyond accuracy"));
  onStep.beyondAccuracy?.(beyondAccuracy);
  const popularityBias = await measurePopularityBias(data, model, work("Popularity bias"));
  onStep.popularityBias?.(popularityBias);
  const closedLoop = await runClosedLoop(data, settings, options.loop, work("Closed loop"));
  onStep.closedLoop?.(closedLoop);
  const robustness = await runAttacks(data, settings, options.attacks, work("Attacks"));
  onStep.robustness?.(robustness);
  return { accuracy, beyondAccuracy, popularityBias, closedLoop, robustness };
}
