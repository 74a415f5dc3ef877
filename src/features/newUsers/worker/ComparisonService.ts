import type { Outcome } from "../../../core/api/work.ts";
import { timeLeft } from "../../../core/worker/timeLeft.ts";
import type { Workspace } from "../../../core/worker/Workspace.ts";
import { adviceOn, whoDoesBest } from "../../../experiment/advice.ts";
import { compareWays } from "../../../experiment/compareWays.ts";
import type { Drift } from "../../../experiment/drift.ts";
import { driftCourse } from "../../../experiment/driftCourse.ts";
import type { Task } from "../../../experiment/experiment.ts";
import type { TakenIn } from "../../../experiment/Folds.ts";
import { train } from "../../../experiment/train.ts";
import type { Work } from "../../../experiment/Work.ts";
import type { Comparison, ComparisonProgress, ExperimentSetup, UpdateResult } from "../api.ts";
import { type KnownModel, SEED } from "./KnownModel.ts";

/** Epochs over each block of new interactions when drift is measured. */
const COURSE_EPOCHS = 5;

/** The phase each task of a comparison belongs to, and how far the whole is when the task ends. */
const STAGES: { task: Task; phase: ComparisonProgress["phase"]; until: number }[] = [
  { task: "Tuning", phase: "known", until: 0.08 },
  { task: "Training", phase: "known", until: 0.19 },
  { task: "fitPartial", phase: "fitPartial", until: 0.27 },
  { task: "Drift", phase: "drift", until: 0.29 },
  { task: "Folding in", phase: "foldIn", until: 0.31 },
  { task: "Retraining", phase: "retrain", until: 0.88 },
  { task: "Drift", phase: "drift", until: 0.97 },
  { task: "Taking in the new part", phase: "drift", until: 1 },
];

/** Updating, folding in and retraining, side by side. */
export class ComparisonService {
  readonly #workspace: Workspace;
  readonly #known: KnownModel;

  constructor(workspace: Workspace, known: KnownModel) {
    this.#workspace = workspace;
    this.#known = known;
  }

  async run(
    setup: ExperimentSetup,
    onProgress: (progress: ComparisonProgress) => void,
  ): Promise<Outcome<Comparison>> {
    const split = this.#known.split(setup);
    return this.#workspace.jobs.run(onProgress, async (signal, report) => {
      const validation = split.validation(SEED);
      const how = this.#known.training(setup);
      const { featureWeights } = how.settings;
      const features = split.features(featureWeights);
      const left = timeLeft();
      let stage = -1;
      const work = (task: Task): Work => {
        stage = STAGES.findIndex((candidate, i) => i > stage && candidate.task === task);
        const { phase, until } = STAGES[stage];
        const from = stage === 0 ? 0 : STAGES[stage - 1].until;
        return { signal, onProgress: (done) => report({ phase, ...left(from + (until - from) * done) }) };
      };
      const tuned = (await train(validation.train, features.whole, how, work("Tuning"))).model;
      const { model } = await this.#known.model(setup, work("Training"));
      const takingIn = await compareWays(split, validation, {
        tuned,
        model: model.clone(),
        how,
        work,
      });
      const course = await driftCourse(split, validation, tuned, {
        featureWeights,
        epochs: COURSE_EPOCHS,
        ...work("Taking in the new part"),
      });
      const { best, foldIn, retrained, thenUpdated, popularity, differences } = takingIn;
      return {
        fitPartial: { ...resultOf(best, best.drift), epochs: best.epochs },
        foldIn: resultOf(foldIn, null),
        retrain: resultOf(retrained, retrained.drift),
        retrainThenUpdate: withoutUsers(thenUpdated),
        popularity: resultOf(popularity, null),
        differences,
        claim: whoDoesBest(differences),
        advice: adviceOn(takingIn),
        course: course.map(({ drift, ...point }) => ({ ...point, drift: drift.intervals })),
      };
    });
  }
}

function resultOf(way: TakenIn, drift: Drift | null): UpdateResult {
  return { ...withoutUsers(way), drift: drift?.intervals ?? null };
}

/** Without the figures of each user, which nobody looks at on the page. */
function withoutUsers({ folds, seconds, intervals }: TakenIn): Omit<UpdateResult, "drift"> {
  return { folds, seconds, intervals };
}
