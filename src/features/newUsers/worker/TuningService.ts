import type { Outcome } from "../../../core/api/work.ts";
import { trainingSettingsOf } from "../../../core/worker/modelSettings.ts";
import { timeLeft } from "../../../core/worker/timeLeft.ts";
import type { Workspace } from "../../../core/worker/Workspace.ts";
import { MOST_TUNING_EPOCHS, type ModelSettings } from "../../../experiment/defaults.ts";
import { examineOnce } from "../../../experiment/examineOnce.ts";
import { accuracy, differencesOf, type FiguresPerUser, intervalsOf } from "../../../experiment/heldOut.ts";
import { type Trial as MeasuredTrial, search } from "../../../experiment/search.ts";
import { chosenOf, isBeaten, type TuningPoint as MeasuredPoint, tune } from "../../../experiment/tune.ts";
import { partOf } from "../../../experiment/Work.ts";
import type {
  Examined,
  ExperimentSetup,
  SearchProgress,
  Trial,
  TuningPoint,
  TuningProgress,
} from "../api.ts";
import { type KnownModel, SEED } from "./KnownModel.ts";

/** Epochs after which tuning evaluates: closer together while the figures still change fast. */
const EVALUATED = [1, 2, 3, 4, 5, 7, 10, 13, 16, 20, 25, 30, 35, 40, 45, 50, 55, 60];
const LEAST_EPOCHS = 40;
/** The share of tuning's time that goes into choosing; the rest goes into examining. */
const CHOOSING = 0.7;

/**
 * Finds epochs and settings on the known part alone. They are chosen on a hold-out within its training part,
 * and what was chosen is examined once on the hold-out proper.
 */
export class TuningService {
  readonly #workspace: Workspace;
  readonly #known: KnownModel;

  constructor(workspace: Workspace, known: KnownModel) {
    this.#workspace = workspace;
    this.#known = known;
  }

  /** One run to choose by, which goes on while the last number of epochs is the best, and one to examine. */
  async tune(
    setup: ExperimentSetup,
    onProgress: (progress: TuningProgress) => void,
  ): Promise<Outcome<TuningPoint[]>> {
    const split = this.#known.split(setup);
    return this.#workspace.jobs.run(onProgress, async (signal, report) => {
      const validation = split.validation(SEED);
      const inner = validation.inner(SEED);
      const popularity = accuracy(await inner.popularity());
      const left = timeLeft();
      const measured: MeasuredPoint[] = [];
      let points: TuningPoint[] = [];
      let examined: Examined | null = null;
      const tell = (done: number) => report({ ...left(done), popularity, points, examined });
      const work = { signal, onProgress: tell };
      const epochs = EVALUATED.filter((count) => count <= Math.max(setup.settings.epochs, LEAST_EPOCHS));
      const { settings } = this.#known.training(setup);
      const steps = tune(split, inner, settings, {
        seed: SEED,
        epochs,
        widenTo: MOST_TUNING_EPOCHS,
        ...partOf(work, 0, CHOOSING),
      });
      for await (const point of steps) {
        measured.push(point);
        const best = chosenOf(measured) as MeasuredPoint;
        const against = (one: MeasuredPoint): TuningPoint => ({
          ...accuracy(one),
          epochs: one.epochs,
          intervals: one.intervals,
          isBeaten: isBeaten(one, best),
        });
        points = best === point ? measured.map(against) : [...points, against(point)];
      }
      const best = chosenOf(measured) as MeasuredPoint;
      const training = { settings, seed: SEED, epochs: best.epochs };
      const { perUser } = await examineOnce(split, validation, training, partOf(work, CHOOSING, 1));
      examined = examinedAgainst(perUser, await validation.popularityPerUser());
      tell(1);
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
      let best: MeasuredTrial | null = null;
      let examined: Examined | null = null;
      const tell = (done: number) => {
        const found = { trials: [...trials.values()], best: best?.number ?? null, examined };
        report({ done, secondsLeft: seconds * (1 - done), ...found });
      };
      const { settings: first } = this.#known.training(setup);
      const validation = split.validation(SEED);
      const steps = search(split, validation, first, {
        seed: SEED,
        seconds,
        epochs,
        signal,
        onProgress: tell,
      });
      for await (const step of steps) {
        const { trial } = step;
        const settings = trainingSettingsOf(trial.settings, trial.epochs, threads);
        trials.set(trial.number, {
          ...accuracy(trial),
          number: trial.number,
          intervals: trial.intervals,
          settings,
        });
        best = step.best;
      }
      if (best && best.number !== 1) {
        const of = async (settings: ModelSettings, epochs: number) =>
          (await examineOnce(split, validation, { settings, epochs, seed: SEED }, { signal })).perUser;
        examined = examinedAgainst(await of(best.settings, best.epochs), await of(first, best.epochs));
      }
      tell(1);
      return [...trials.values()];
    });
  }
}

function examinedAgainst(perUser: FiguresPerUser, other: FiguresPerUser): Examined {
  return { figures: intervalsOf(perUser), difference: differencesOf(perUser, other) };
}
