import type { Outcome } from "../../../core/api/work.ts";
import { modelSettingsOf, trainingSettingsOf } from "../../../core/worker/modelSettings.ts";
import { timeLeft } from "../../../core/worker/timeLeft.ts";
import type { Workspace } from "../../../core/worker/Workspace.ts";
import { MOST_TUNING_EPOCHS } from "../../../experiment/defaults.ts";
import { accuracy } from "../../../experiment/heldOut.ts";
import { search } from "../../../experiment/search.ts";
import { isBeaten, type TuningPoint as MeasuredPoint, tune } from "../../../experiment/tune.ts";
import type { ExperimentSetup, SearchProgress, Trial, TuningPoint, TuningProgress } from "../api.ts";
import { type KnownModel, SEED } from "./KnownModel.ts";

/** Epochs after which tuning evaluates: closer together while the figures still change fast. */
const EVALUATED = [1, 2, 3, 4, 5, 7, 10, 13, 16, 20, 25, 30, 35, 40, 45, 50, 55, 60];
const LEAST_EPOCHS = 40;

/** Finds epochs and settings on the known part alone, a share of it held out. */
export class TuningService {
  readonly #workspace: Workspace;
  readonly #known: KnownModel;

  constructor(workspace: Workspace, known: KnownModel) {
    this.#workspace = workspace;
    this.#known = known;
  }

  /** One training run, evaluated along the way; it goes on while the last number of epochs is the best. */
  async tune(
    setup: ExperimentSetup,
    onProgress: (progress: TuningProgress) => void,
  ): Promise<Outcome<TuningPoint[]>> {
    const split = this.#known.split(setup);
    return this.#workspace.jobs.run(onProgress, async (signal, report) => {
      const validation = split.validation(SEED);
      const popularity = accuracy(await validation.popularity());
      const left = timeLeft();
      const measured: MeasuredPoint[] = [];
      let points: TuningPoint[] = [];
      const epochs = EVALUATED.filter((count) => count <= Math.max(setup.settings.epochs, LEAST_EPOCHS));
      const steps = tune(split, validation, modelSettingsOf(setup.settings), {
        seed: SEED,
        epochs,
        widenTo: MOST_TUNING_EPOCHS,
        signal,
        onProgress: (done) => report({ ...left(done), popularity, points }),
      });
      for await (const { point, tuned } of steps) {
        const against = (one: MeasuredPoint): TuningPoint => ({
          ...accuracy(one),
          epochs: one.epochs,
          isBeaten: isBeaten(one, tuned.best),
        });
        measured.push(point);
        points = tuned.best === point ? measured.map(against) : [...points, against(point)];
      }
      report({ ...left(1), popularity, points });
      return points;
    });
  }

  /** Successive halving over random settings, for this many seconds. */
  async search(
    setup: ExperimentSetup,
    seconds: number,
    onProgress: (progress: SearchProgress) => void,
  ): Promise<Outcome<Trial[]>> {
    const split = this.#known.split(setup);
    const { epochs, threads } = setup.settings;
    return this.#workspace.jobs.run(onProgress, async (signal, report) => {
      const trials = new Map<number, Trial>();
      let best: number | null = null;
      const reportAll = (done: number) =>
        report({ done, secondsLeft: seconds * (1 - done), trials: [...trials.values()], best });
      const steps = search(split, split.validation(SEED), modelSettingsOf(setup.settings), {
        seed: SEED,
        seconds,
        epochs,
        signal,
        onProgress: reportAll,
      });
      for await (const step of steps) {
        const { trial } = step;
        const settings = trainingSettingsOf(trial.settings, trial.epochs, threads);
        trials.set(trial.number, { ...accuracy(trial), number: trial.number, settings });
        best = step.best.number;
      }
      reportAll(1);
      return [...trials.values()];
    });
  }
}
