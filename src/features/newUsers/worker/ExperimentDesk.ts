import type { Ground } from "../../../core/worker/Ground.ts";
import { timeLeft } from "../../../core/worker/timeLeft.ts";
import { driftCourse } from "../../../experiment/driftCourse.ts";
import { compareWays, type Task } from "../../../experiment/experiment.ts";
import { accuracy } from "../../../experiment/heldOut.ts";
import { replay } from "../../../experiment/replay.ts";
import { search } from "../../../experiment/search.ts";
import { TimeSplit } from "../../../experiment/TimeSplit.ts";
import { type Training, train } from "../../../experiment/train.ts";
import { tune } from "../../../experiment/tune.ts";
import type { Work } from "../../../experiment/Work.ts";
import { modelSettingsOf, trainingSettingsOf } from "../../training/worker/modelSettings.ts";
import type {
  Comparison,
  ComparisonProgress,
  ExperimentGround,
  ExperimentTrainer,
  Hits,
  Pace,
  ReplayPoint,
  ReplayProgress,
  SearchProgress,
  Trial,
  TuningPoint,
  TuningProgress,
} from "../api.ts";
import { Metronome } from "./Metronome.ts";

const SEED = 42;
/** Numbers of epochs at which tuning examines: closer where the figures still move fast. */
const EXAMINED = [1, 2, 3, 4, 5, 7, 10, 13, 16, 20, 25, 30, 35, 40, 45, 50, 55, 60];
/** Epochs of each block of new interactions, when the drift of learning along is measured. */
const COURSE_EPOCHS = 5;
/** Milliseconds between two pieces of news of a replay. */
const BETWEEN_NEWS = 100;
/** Points of a replay's curve: more cannot be told apart. */
const POINTS = 400;
const NO_DRIFT = { auc: 0, precisionAt10: 0 };

/** What each task of a comparison is part of, and how far the whole is when it ends. */
const STAGES: { task: Task; phase: ComparisonProgress["phase"]; until: number }[] = [
  { task: "Tuning", phase: "current", until: 0.08 },
  { task: "Training", phase: "current", until: 0.19 },
  { task: "fitPartial", phase: "fitPartial", until: 0.27 },
  { task: "Drift", phase: "drift", until: 0.29 },
  { task: "Folding in", phase: "foldIn", until: 0.31 },
  { task: "Retraining", phase: "retrain", until: 0.88 },
  { task: "Drift", phase: "drift", until: 0.97 },
  { task: "Taking in the new part", phase: "drift", until: 1 },
];

/** The article's experiment, step by step as the page asks for it. */
export class ExperimentDesk implements ExperimentTrainer {
  readonly #ground: Ground;
  /** Of the replay, which may still be waiting for its model. */
  #metronome = new Metronome({ perSecond: 1, paused: true });

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  async tune(ground: ExperimentGround, onProgress: (progress: TuningProgress) => void): Promise<boolean> {
    const { catalogue } = this.#ground.data();
    const ended = await this.#ground.alone(onProgress, async (signal, tell) => {
      const split = new TimeSplit(catalogue, ground.currentShare);
      const validation = split.validation(SEED);
      const popularity = accuracy(await validation.popularity());
      const left = timeLeft();
      const points: TuningPoint[] = [];
      const epochs = EXAMINED.filter((count) => count <= Math.max(ground.settings.epochs, 40));
      const steps = tune(split, validation, modelSettingsOf(ground.settings), {
        seed: SEED,
        epochs,
        signal,
        onProgress: (done) => tell({ ...left(done), popularity, points: [...points] }),
      });
      for await (const { point } of steps) points.push({ ...accuracy(point), epochs: point.epochs });
      tell({ ...left(1), popularity, points });
      return true;
    });
    return ended ?? false;
  }

  async searchSettings(
    ground: ExperimentGround,
    seconds: number,
    onProgress: (progress: SearchProgress) => void,
  ): Promise<boolean> {
    const { catalogue } = this.#ground.data();
    const { epochs, threads } = ground.settings;
    const ended = await this.#ground.alone(onProgress, async (signal, tell) => {
      const split = new TimeSplit(catalogue, ground.currentShare);
      const trials = new Map<number, Trial>();
      let best: number | null = null;
      const tellAll = (done: number) =>
        tell({ done, secondsLeft: seconds * (1 - done), trials: [...trials.values()], best });
      const steps = search(split, split.validation(SEED), modelSettingsOf(ground.settings), {
        seed: SEED,
        seconds,
        epochs,
        signal,
        onProgress: tellAll,
      });
      for await (const step of steps) {
        const { trial } = step;
        const settings = trainingSettingsOf(trial.settings, trial.epochs, threads);
        trials.set(trial.number, { ...accuracy(trial), number: trial.number, settings });
        best = step.best.number;
      }
      tellAll(1);
      return true;
    });
    return ended ?? false;
  }

  compareWays(
    ground: ExperimentGround,
    onProgress: (progress: ComparisonProgress) => void,
  ): Promise<Comparison | null> {
    const { catalogue } = this.#ground.data();
    return this.#ground.alone(onProgress, async (signal, tell) => {
      const split = new TimeSplit(catalogue, ground.currentShare);
      const validation = split.validation(SEED);
      const how = trainingOf(ground);
      const { featureWeights } = how.settings;
      const features = split.features(featureWeights);
      const left = timeLeft();
      let stage = -1;
      const work = (task: Task): Work => {
        stage = STAGES.findIndex((candidate, i) => i > stage && candidate.task === task);
        const { phase, until } = STAGES[stage];
        const from = stage === 0 ? 0 : STAGES[stage - 1].until;
        return { signal, onProgress: (done) => tell({ phase, ...left(from + (until - from) * done) }) };
      };
      const tuned = (await train(validation.train, features.whole, how, work("Tuning"))).model;
      const { model } = await train(split.current, features.current, how, work("Training"));
      const { best, foldIn, retrained } = await compareWays(split, validation, { tuned, model, how, work });
      const course = await driftCourse(split, validation, tuned, {
        featureWeights,
        epochs: COURSE_EPOCHS,
        ...work("Taking in the new part"),
      });
      return { fitPartial: best, foldIn: { ...foldIn, drift: NO_DRIFT }, retrain: retrained, course };
    });
  }

  async replay(
    ground: ExperimentGround,
    pace: Pace,
    onProgress: (progress: ReplayProgress) => void,
  ): Promise<boolean> {
    const { catalogue } = this.#ground.data();
    const ended = await this.#ground.alone(onProgress, async (signal, tell) => {
      this.#metronome.set(pace);
      const split = new TimeSplit(catalogue, ground.currentShare);
      const total = split.added.length;
      const how = trainingOf(ground);
      const { featureWeights } = how.settings;
      const learning = timeLeft();
      const { model } = await train(split.current, split.features(featureWeights).current, how, {
        signal,
        onProgress: (done) => tell({ ...learning(done), total, points: [], phase: "fit" }),
      });
      const left = timeLeft();
      const every = Math.max(1, Math.floor(total / POINTS));
      let points: ReplayPoint[] = [];
      let told = 0;
      let predicted = 0;
      const hits: Hits = { learning: 0, frozen: 0, popularity: 0 };
      for await (const step of replay(split, model, { featureWeights, signal })) {
        const { replayed, time } = step;
        if (step.hits !== null) {
          predicted++;
          if (step.hits.learning) hits.learning++;
          if (step.hits.frozen) hits.frozen++;
          if (step.hits.popularity) hits.popularity++;
        }
        if (replayed % every === 0 || replayed === total) {
          points.push({ replayed, time, predicted, hits: { ...hits } });
        }
        if (performance.now() - told >= BETWEEN_NEWS || replayed === total) {
          tell({ ...left(replayed / total), total, points, phase: null });
          points = [];
          told = performance.now();
        }
        await this.#metronome.beat(signal);
      }
      return true;
    });
    return ended ?? false;
  }

  async setPace(pace: Pace): Promise<void> {
    this.#metronome.set(pace);
  }
}

function trainingOf({ settings }: ExperimentGround): Training {
  return { settings: modelSettingsOf(settings), seed: SEED, epochs: settings.epochs };
}
