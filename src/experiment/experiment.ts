import type { Catalogue } from "../dataset/Catalogue.ts";
import { ArgumentError } from "../errors.ts";
import type { LightFM } from "../model/LightFM.ts";
import { type BeyondAccuracy, lookBeyondAccuracy } from "./beyondAccuracy.ts";
import { type ComparisonTask, compareWays, type TakingIn } from "./compareWays.ts";
import { defaultSettingsFor, MOST_TUNING_EPOCHS, type ModelSettings, TUNING_EPOCHS } from "./defaults.ts";
import { examineOnce } from "./examineOnce.ts";
import type { FiguresPerUser } from "./heldOut.ts";
import { type HitRates, hitRates } from "./hitRates.ts";
import { likedBy, newUsersOf, recommendTo } from "./newUsers.ts";
import { search, type Trial } from "./search.ts";
import { TimeSplit } from "./TimeSplit.ts";
import { type Training, train, trainOn } from "./train.ts";
import { chosenOf, type TuningPoint, tune } from "./tune.ts";
import type { Validation } from "./Validation.ts";
import { partOf, type Work } from "./Work.ts";

/** What each step of the experiment found, in the order of the steps. */
export interface Findings {
  data: TimeSplit;
  /** Null if no settings were searched, or none were examined within the budget. */
  search: Searched | null;
  tuning: Tuning;
  training: { settings: ModelSettings; epochs: number; seconds: number };
  takingIn: TakingIn;
  /** Null if it was not asked for. */
  replay: HitRates | null;
  oneUser: OneUser;
  beyondAccuracy: { model: BeyondAccuracy; popularity: BeyondAccuracy };
}

interface Searched {
  best: Trial;
  trials: Trial[];
  /**
   * The best and what the search began with, each trained for the epochs of `best` and examined on the hold-out
   * that neither was chosen on; null if the search found nothing better than what it began with.
   */
  examined: { best: FiguresPerUser; first: FiguresPerUser } | null;
}

export interface Tuning {
  /** On the inner hold-out, by which the number of epochs is chosen. */
  points: TuningPoint[];
  best: TuningPoint;
  /** The largest number of epochs tried: of several seeds, some may have gone beyond the points that all of them share. */
  mostEpochs: number;
  /** What each seed chose; of one seed, the number of `best`. */
  chosenEpochs: number[];
  /** What these numbers achieve on the hold-out, by which nothing was chosen. */
  perUser: FiguresPerUser;
  popularityPerUser: FiguresPerUser;
}

/** What one user liked, and what is recommended to them: items are rows of the catalogue. */
interface OneUser {
  id: string;
  /** Whether their first interaction is a new one. */
  isNew: boolean;
  rated: { item: number; rating: number }[];
  recommended: number[];
}

/** A piece of work that takes long. */
export type Task =
  | "Searching settings"
  | "Tuning"
  | "Training"
  | ComparisonTask
  | "Replaying the new part"
  | "Taking in the new part"
  | "Beyond accuracy";

export interface ExperimentOptions {
  seed: number;
  /** Numbers of epochs that are tried on the current part, ascending. Grids are widened only if it is left out. */
  epochs?: readonly number[] | undefined;
  /** The user that is looked at, as the catalogue has them; the new user with most likes if left out. */
  user?: string | undefined;
  /** Seconds in which settings are searched; the defaults are taken if left out. */
  search?: number | undefined;
  /** Whether the new part is replayed one interaction at a time, which takes about as long as all else. */
  replay?: boolean | undefined;
  signal?: AbortSignal | undefined;
  /** Told which piece of work is under way, and the share of it that is done. */
  onProgress?: ((task: Task, done: number) => void) | undefined;
  /** Told what a step found as soon as it is done. */
  onStep?: { [Step in keyof Findings]?: (found: Findings[Step]) => void } | undefined;
}

/** How many are recommended to the one user. */
const LIST = 20;

/**
 * The article's experiment from end to end; the same seed gives the same figures, seconds and a search apart.
 * @throws NotReadyError if the data has no timestamps, ArgumentError if it has no such user, CancelledError if
 * the signal stops it.
 */
export async function runExperiment(catalogue: Catalogue, options: ExperimentOptions): Promise<Findings> {
  const { seed, epochs = TUNING_EPOCHS, signal, onProgress, onStep = {} } = options;
  const work = (task: Task): Work => ({ signal, onProgress: (done) => onProgress?.(task, done) });

  const data = new TimeSplit(catalogue);
  const user = chooseUser(data, options.user);
  onStep.data?.(data);

  const validation = data.validation(seed);
  const searched =
    options.search === undefined
      ? null
      : await searchSettings(data, validation, {
          seed,
          seconds: options.search,
          epochs: epochs[epochs.length - 1],
          ...work("Searching settings"),
        });
  if (options.search !== undefined) onStep.search?.(searched);
  const settings = searched?.best.settings ?? (await defaultSettingsFor(data.current));
  const { featureWeights } = settings;

  const widen = options.epochs === undefined;
  const grid = { seed, epochs, widenTo: widen ? MOST_TUNING_EPOCHS : 0 };
  const { tuning, tuned } = await tuneEpochs(data, validation, settings, { ...grid, ...work("Tuning") });
  onStep.tuning?.(tuning);

  const how: Training = { settings, seed, epochs: tuning.best.epochs };
  const features = data.features(featureWeights);
  const { model, seconds } = await train(data.current, features.current, how, work("Training"));
  const training = { settings, epochs: how.epochs, seconds };
  onStep.training?.(training);

  const takingIn = await compareWays(data, validation, { tuned, model, how, work, widen });
  onStep.takingIn?.(takingIn);

  const replayed = options.replay
    ? await hitRates(data, model, { featureWeights, ...work("Replaying the new part") })
    : null;
  if (replayed) onStep.replay?.(replayed);

  const informed = model.clone();
  await trainOn(informed, data.added, features.whole, takingIn.best.epochs, work("Taking in the new part"));
  const recommended = await recommendTo(data, informed, user, LIST);
  const oneUser = { id: user, isNew: data.isNew(data.userOf(user)), rated: likedBy(data, user), recommended };
  onStep.oneUser?.(oneUser);

  const beyondAccuracy = await lookBeyondAccuracy(data, model, work("Beyond accuracy"));
  onStep.beyondAccuracy?.(beyondAccuracy);
  return { data, search: searched, tuning, training, takingIn, replay: replayed, oneUser, beyondAccuracy };
}

async function searchSettings(
  split: TimeSplit,
  validation: Validation,
  options: Parameters<typeof search>[3],
): Promise<Searched | null> {
  const first = await defaultSettingsFor(split.current);
  const trials = new Map<number, Trial>();
  let best: Trial | null = null;
  for await (const step of search(split, validation, first, options)) {
    trials.set(step.trial.number, step.trial);
    best = step.best;
  }
  if (best === null) return null;
  const { settings, epochs, number } = best;
  const of = async (settings: ModelSettings) =>
    (await examineOnce(split, validation, { settings, epochs, seed: options.seed }, signalOf(options)))
      .perUser;
  const examined = number === 1 ? null : { best: await of(settings), first: await of(first) };
  return { best, trials: [...trials.values()], examined };
}

/** The share of tuning's time that goes into choosing; the rest goes into examining. */
const CHOOSING = 0.7;

/** Chooses the number of epochs on an inner hold-out, and examines it once on the outer one. */
async function tuneEpochs(
  split: TimeSplit,
  validation: Validation,
  settings: ModelSettings,
  { seed, epochs, widenTo, ...work }: { seed: number; epochs: readonly number[]; widenTo: number } & Work,
): Promise<{ tuning: Tuning; tuned: LightFM }> {
  const points: TuningPoint[] = [];
  const steps = tune(split, validation.inner(seed), settings, {
    seed,
    epochs,
    widenTo,
    ...partOf(work, 0, CHOOSING),
  });
  for await (const point of steps) points.push(point);
  const best = chosenOf(points);
  if (!best) throw new ArgumentError("epochs must name one number of epochs at least.");
  const training = { settings, seed, epochs: best.epochs };
  const { model: tuned, perUser } = await examineOnce(split, validation, training, partOf(work, CHOOSING, 1));
  const popularityPerUser = await validation.popularityPerUser();
  const mostEpochs = points[points.length - 1].epochs;
  const chosenEpochs = [best.epochs];
  return { tuning: { points, best, mostEpochs, chosenEpochs, perUser, popularityPerUser }, tuned };
}

function signalOf({ signal }: Work): Work {
  return { signal };
}

/** @throws ArgumentError if there is no user with this id. */
function chooseUser(split: TimeSplit, wanted: string | undefined): string {
  const { userIds } = split.catalogue.ratings;
  if (wanted === undefined)
    return newUsersOf(split).at(0)?.id ?? userIds[split.userRow(split.added.userIds[0])];
  if (split.userOf(wanted) >= 0) return wanted;
  const examples = newUsersOf(split)
    .slice(0, 3)
    .map(({ id }) => id);
  throw new ArgumentError(
    `There is no user ${wanted} in this data.${examples.length > 0 ? ` New users are ${examples.join(", ")} and others.` : ""}`,
  );
}
