import { checkOptions, checkSeed, optionalFunction, optionalSignal, wholeNumber } from "../../arguments.ts";
import type { Catalogue } from "../../dataset/Catalogue.ts";
import { checkCatalogue } from "../../dataset/checkCatalogue.ts";
import { toInteractions } from "../../dataset/matrices.ts";
import { recommendedForLikes } from "../../model/recommendedForLikes.ts";
import { Scorer } from "../../model/scorer/Scorer.ts";
import { checkSettings, DEFAULT_SETTINGS, type ModelSettings } from "../defaults.ts";
import type { Training } from "../train.ts";
import type { Work } from "../Work.ts";
import { type AccuracyFindings, examineAccuracy } from "./accuracy.ts";
import { type RobustnessFindings, runAttacks } from "./attacks.ts";
import { type ClosedLoopFindings, runClosedLoop } from "./closedLoop.ts";
import { type BeyondAccuracyFindings, measureFrontier } from "./frontier.ts";
import { CHALLENGE_PARTS, CHALLENGE_TASKS, type ChallengeTask } from "./parts.ts";
import { measurePopularityBias, type PopularityBiasFindings } from "./popularityBias.ts";
import { type AttackSettings, checkAttacks, checkLoop, type LoopSettings } from "./settings.ts";
import { TrialData } from "./TrialData.ts";

/** What each part found. */
export interface ChallengeFindings {
  /** How good the lists are, for which users and for which items. */
  accuracy: AccuracyFindings;
  /** What variety and less popularity cost. */
  beyondAccuracy: BeyondAccuracyFindings;
  /** Whose taste popularity serves best. */
  popularityBias: PopularityBiasFindings;
  /** What happens to a model that learns from its own lists. */
  closedLoop: ClosedLoopFindings;
  /** What false profiles achieve, and what stops them. */
  robustness: RobustnessFindings;
}

/** Settings of `runChallenges`. */
export interface ChallengeOptions {
  /** Decides the split, the models and every random draw; the same seed gives the same findings. */
  seed: number;
  /** The settings recommended for the data if left out. */
  settings?: ModelSettings;
  /** Epochs of the model that is examined; what is recommended for the data if left out. */
  epochs?: number;
  loop?: Partial<LoopSettings>;
  attacks?: Partial<AttackSettings>;
  signal?: AbortSignal | undefined;
  /** Called with the part under way and the share of it that is done. */
  onProgress?: ((task: ChallengeTask, done: number) => void) | undefined;
  /** Called with what a part found as soon as it is done. */
  onStep?: { [Part in keyof ChallengeFindings]?: (found: ChallengeFindings[Part]) => void } | undefined;
}

/**
 * The challenges of one data set, split and trained with one seed. Parts can be run one by one, again and with
 * other settings: each finds what it would have found in a whole run. Most examine one model with what the
 * `Scorer` adds, which is trained when the first of them is run; the simulations train smaller models of their own,
 * without additions.
 */
export class Challenges {
  readonly training: Training;
  readonly #data: TrialData;
  #scorer: Scorer | null = null;

  /** @throws NotReadyError if the data is too small to hold some of it out. */
  constructor(catalogue: Catalogue, training: Training) {
    this.#data = new TrialData(catalogue, training.seed);
    this.training = training;
  }

  /** What running these parts takes, in order. */
  tasksOf(parts: readonly (keyof ChallengeFindings)[]): ChallengeTask[] {
    const needsTraining = this.#scorer === null && parts.some((part) => !SIMULATIONS.includes(part));
    const tasks = CHALLENGE_PARTS.filter((part) => parts.includes(part)).map((part) => CHALLENGE_TASKS[part]);
    return needsTraining ? ["Training", ...tasks] : tasks;
  }

  /** @throws CancelledError if the signal stops it. */
  async run<Part extends keyof ChallengeFindings>(
    part: Part,
    options: Pick<ChallengeOptions, "loop" | "attacks" | "signal" | "onProgress"> = {},
  ): Promise<ChallengeFindings[Part]> {
    const { signal, onProgress, loop, attacks } = options;
    const work = (task: ChallengeTask): Work => ({ signal, onProgress: (done) => onProgress?.(task, done) });
    const { settings } = this.training;
    const data = this.#data;
    const runs: { [One in keyof ChallengeFindings]: () => Promise<ChallengeFindings[One]> } = {
      accuracy: async () => {
        const scorer = await this.#trained(work("Training"));
        onProgress?.("Accuracy", 0);
        return examineAccuracy(data, scorer, work("Accuracy"));
      },
      beyondAccuracy: async () =>
        measureFrontier(data, await this.#trained(work("Training")), work("Beyond accuracy")),
      popularityBias: async () =>
        measurePopularityBias(data, await this.#trained(work("Training")), work("Popularity bias")),
      closedLoop: () => runClosedLoop(data, settings, loop, work("Closed loop")),
      robustness: () => runAttacks(data, settings, attacks, work("Attacks")),
    };
    return runs[part]();
  }

  async #trained(work: Work): Promise<Scorer> {
    if (!this.#scorer) {
      const model = await this.#data.learn(this.training, work);
      this.#scorer = await Scorer.create(model, this.#data.train, { itemTags: this.#data.itemTags });
    }
    return this.#scorer;
  }
}

/** They train their own models. */
const SIMULATIONS: readonly (keyof ChallengeFindings)[] = ["closedLoop", "robustness"];

const CHALLENGE_OPTIONS: readonly string[] = [
  "seed",
  "settings",
  "epochs",
  "loop",
  "attacks",
  "signal",
  "onProgress",
  "onStep",
] satisfies (keyof ChallengeOptions)[];

/**
 * The challenges of putting a recommender into production that accuracy does not answer: what lists are like, whom
 * popularity serves, what happens to a model that learns from its own recommendations, and fraud. One model is
 * trained on part of the data and evaluated on the rest; the simulations train their own.
 * @throws ArgumentError if an option is unknown or out of range, NotReadyError if the data is too small to hold some
 * of it out, CancelledError if the signal stops it.
 */
export async function runChallenges(catalogue: Catalogue, all: ChallengeOptions): Promise<ChallengeFindings> {
  checkOptions(all, CHALLENGE_OPTIONS);
  const { onStep = {}, ...options } = all;
  checkSeed(options.seed);
  optionalSignal(options.signal);
  optionalFunction("onProgress", options.onProgress);
  if (options.settings !== undefined) checkSettings(options.settings);
  if (options.epochs !== undefined) wholeNumber("epochs", options.epochs, 1, 1_000_000);
  checkOptions(onStep, CHALLENGE_PARTS, "onStep");
  for (const part of CHALLENGE_PARTS) optionalFunction(`onStep.${part}`, onStep[part]);
  checkLoop(options.loop);
  checkAttacks(options.attacks);
  checkCatalogue(catalogue);
  const challenges = new Challenges(catalogue, await trainingOf(catalogue, options));
  const run = async <Part extends keyof ChallengeFindings>(part: Part) => {
    const found = await challenges.run(part, options);
    onStep[part]?.(found);
    return found;
  };
  return {
    accuracy: await run("accuracy"),
    beyondAccuracy: await run("beyondAccuracy"),
    popularityBias: await run("popularityBias"),
    closedLoop: await run("closedLoop"),
    robustness: await run("robustness"),
  };
}

async function trainingOf(
  catalogue: Catalogue,
  { seed, settings, epochs }: Pick<ChallengeOptions, keyof Training>,
): Promise<Training> {
  if (settings && epochs !== undefined) return { seed, settings, epochs };
  const recommended = await recommendedForLikes(toInteractions(catalogue));
  return {
    seed,
    settings: settings ?? { ...DEFAULT_SETTINGS, hyperparameters: recommended.hyperparameters },
    epochs: epochs ?? recommended.epochs,
  };
}
