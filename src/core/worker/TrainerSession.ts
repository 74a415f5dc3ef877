import { transfer } from "comlink";
import { toMapping } from "../../dataset/matrices.ts";
import { BusyError, CancelledError, NotReadyError } from "../../errors.ts";
import type { ReadingChoices, UnderstoodData } from "../../features/data/api.ts";
import type { LoadedData } from "../../features/data/worker/LoadedData.ts";
import { type Staged, stage } from "../../features/data/worker/stage.ts";
import { understandFiles } from "../../features/data/worker/understandFiles.ts";
import type { BroughtModel } from "../../features/export/api.ts";
import { bringModel } from "../../features/export/worker/bringModel.ts";
import { Recommender } from "../../features/forYou/worker/Recommender.ts";
import type {
  Comparison,
  ComparisonProgress,
  ExperimentGround,
  NewUserTables,
  Pace,
  ReplayProgress,
  SearchProgress,
  TuningProgress,
} from "../../features/newUsers/api.ts";
import type { Timeline } from "../../features/newUsers/timelineApi.ts";
import { ArrivalDesk } from "../../features/newUsers/worker/ArrivalDesk.ts";
import { ExperimentDesk } from "../../features/newUsers/worker/ExperimentDesk.ts";
import type { OwnRatingsSummary } from "../../features/ownRatings/api.ts";
import { matchOwnRatings } from "../../features/ownRatings/worker/matchOwnRatings.ts";
import type { KeepOutcome, KeptWork, TrainingCourse } from "../../features/saved/api.ts";
import { Keeper } from "../../features/saved/worker/Keeper.ts";
import { keptModels } from "../../features/saved/worker/keptModels.ts";
import type { Batch, BatchProgress, LookUp, ServingMeasure } from "../../features/serving/api.ts";
import { ServingDesk } from "../../features/serving/worker/ServingDesk.ts";
import { ExaminedModel } from "../../features/training/worker/ExaminedModel.ts";
import { saveModel } from "../../model/file/saveModel.ts";
import { nextTask } from "../../model/nextTask.ts";
import type {
  ArrivalOutcome,
  ArrivalProgress,
  ArrivalSettings,
  DataSource,
  DatasetSummary,
  Film,
  LoadProgress,
  Metrics,
  OwnRating,
  RecommendedFilm,
  Trainer,
  TrainingOutcome,
  TrainingProgress,
  TrainingSettings,
} from "../api.ts";
import type { Ground } from "./Ground.ts";
import { newsFirst } from "./newsFirst.ts";

/** After so many epochs a first model is good enough to recommend while it goes on learning. */
const EARLY_EPOCH = 3;
const NO_DATA = "No ratings have been read yet.";
const NO_MODEL = "No model has learnt yet: train one first.";
const BUSY = "Something is being learnt already: stop it first.";

/** What the trainer worker holds between questions: the data, the model, and the work under way. */
export class TrainerSession implements Trainer {
  readonly #keeper = new Keeper();
  #staged: Staged | null = null;
  #data: LoadedData | null = null;
  #examined: ExaminedModel | null = null;
  #recommender: Recommender | null = null;
  #popularity: Promise<Metrics> | null = null;
  #takenUp: TrainingCourse | null = null;
  #reading: AbortController | null = null;
  /** Training or arrivals: one at a time. */
  #work: { abort(): void; ended: Promise<unknown> } | null = null;
  readonly #ground: Ground = {
    data: () => this.#loaded(),
    recommender: () => this.#taught(),
    film: (data, row) => this.#film(data, row),
    alone: async (onNews, work) => {
      try {
        return await this.#alone(onNews, work);
      } catch (error) {
        if (error instanceof CancelledError) return null;
        throw error;
      }
    },
  };
  readonly #arrivals = new ArrivalDesk(this.#ground);
  readonly #experiments = new ExperimentDesk(this.#ground);
  readonly #serving = new ServingDesk(this.#ground);

  async stage(source: DataSource, onProgress: (progress: LoadProgress) => void): Promise<DatasetSummary> {
    this.#reading?.abort();
    this.#staged = null;
    const reading = new AbortController();
    this.#reading = reading;
    const { signal } = reading;
    const staged = await newsFirst(onProgress, (tell) => stage(source, this.#keeper, signal, tell));
    if (signal.aborted) throw new CancelledError("Reading was stopped.");
    this.#staged = staged;
    return staged.data.summary;
  }

  understand(files: File[], choices: ReadingChoices): Promise<UnderstoodData> {
    return understandFiles(files, choices);
  }

  async adopt(): Promise<DatasetSummary> {
    if (!this.#staged) throw new NotReadyError("There is no data to take over: open a file first.");
    const staged = this.#staged;
    this.#staged = null;
    this.#work?.abort();
    await this.#work?.ended;
    const { data, learnt, kept } = staged;
    this.#data = data;
    this.#examined = learnt?.examined ?? null;
    this.#recommender = learnt?.recommender ?? null;
    this.#takenUp = learnt?.course ?? null;
    this.#popularity = learnt?.course.popularity ? Promise.resolve(learnt.course.popularity) : null;
    this.#arrivals.forget();
    this.#serving.forget();
    // Where that cannot be noted, the next visit begins with other data.
    if (kept) this.#keeper.use(data.summary.name).catch(() => {});
    return data.summary;
  }

  async discard(): Promise<void> {
    this.#reading?.abort();
    this.#staged = null;
  }

  async startingSet(count: number): Promise<Film[]> {
    const data = this.#loaded();
    return data.startingSet(count).map((row) => this.#film(data, row));
  }

  async search(text: string, limit: number): Promise<Film[]> {
    const data = this.#loaded();
    return data.search(text, limit).map((row) => this.#film(data, row));
  }

  async matchOwnRatings(files: File[]): Promise<OwnRatingsSummary | null> {
    const data = () => this.#loaded();
    return matchOwnRatings(files, { data, film: (from, row) => this.#film(from, row) });
  }

  async films(ids: string[]): Promise<Film[]> {
    const data = this.#loaded();
    return ids.flatMap((id) => {
      const row = data.row(id);
      return row === undefined ? [] : [this.#film(data, row)];
    });
  }

  async train(
    settings: TrainingSettings,
    mode: "anew" | "on",
    onProgress: (progress: TrainingProgress) => void,
  ): Promise<TrainingOutcome> {
    const data = this.#loaded();
    return this.#alone(onProgress, async (signal, tell) => {
      const began = performance.now();
      const examined =
        mode === "on" && this.#examined
          ? this.#examined
          : ExaminedModel.begin(settings, data.trainingData(settings));
      // With millions of ratings each of these steps takes seconds, and the page wants to know that this lives.
      await nextTask();
      this.#popularity ??= examined.popularity();
      const popularity = await this.#popularity;
      const first = this.#recommender === null;
      const stopped = await wasStopped(() =>
        examined.learn(
          settings,
          signal,
          (progress) => tell({ ...progress, popularity, recommends: this.#recommender !== null }),
          async (epoch) => {
            if (!first || epoch !== EARLY_EPOCH || data !== this.#data) return;
            this.#examined = examined;
            this.#recommender = await Recommender.create(examined.model);
          },
        ),
      );
      // Other data may have been adopted meanwhile: what was learnt from the old is of no use then.
      if (data !== this.#data) throw new CancelledError("Training was stopped: the data was replaced.");
      // A new model that was stopped before its first epoch leaves the old one in its place.
      if (examined.model.epochs > 0) {
        this.#examined = examined;
        this.#recommender = await Recommender.create(examined.model);
      }
      const epochsDone = this.#examined?.model.epochs ?? 0;
      const seconds = (performance.now() - began) / 1000;
      return { settings, epochsDone, seconds, stopped, popularity };
    });
  }

  async stop(): Promise<void> {
    this.#work?.abort();
  }

  async recommend(ratings: OwnRating[], count: number): Promise<RecommendedFilm[]> {
    const data = this.#loaded();
    const recommender = this.#taught();
    const own = ratings.flatMap(({ filmId, stars }) => {
      const item = data.row(filmId);
      return item === undefined ? [] : [{ item, stars }];
    });
    const chosen = await recommender.recommend(own, count);
    return chosen.map(({ item, becauseOf }) => ({
      ...this.#film(data, item),
      becauseOf: becauseOf.map((row) => data.catalogue.items[row].title),
    }));
  }

  async timeline(): Promise<Timeline | null> {
    const timeline = this.#loaded().timeline();
    if (timeline === null) return null;
    const columns = [...Object.values(timeline.dots), ...Object.values(timeline.cuts)];
    return transfer(
      timeline,
      columns.map(({ buffer }) => buffer),
    );
  }

  takeInNewUsers(
    settings: ArrivalSettings,
    onProgress: (progress: ArrivalProgress) => void,
  ): Promise<ArrivalOutcome | null> {
    return this.#arrivals.takeIn(settings, onProgress);
  }

  newUser(id: string, count: number): Promise<NewUserTables> {
    return this.#arrivals.newUser(id, count);
  }

  tune(ground: ExperimentGround, onProgress: (progress: TuningProgress) => void): Promise<boolean> {
    return this.#experiments.tune(ground, onProgress);
  }

  searchSettings(
    ground: ExperimentGround,
    seconds: number,
    onProgress: (progress: SearchProgress) => void,
  ): Promise<boolean> {
    return this.#experiments.searchSettings(ground, seconds, onProgress);
  }

  async compareWays(
    ground: ExperimentGround,
    onProgress: (progress: ComparisonProgress) => void,
  ): Promise<Comparison | null> {
    return this.#experiments.compareWays(ground, onProgress);
  }

  replay(
    ground: ExperimentGround,
    pace: Pace,
    onProgress: (progress: ReplayProgress) => void,
  ): Promise<boolean> {
    return this.#experiments.replay(ground, pace, onProgress);
  }

  setPace(pace: Pace): Promise<void> {
    return this.#experiments.setPace(pace);
  }

  kept(): Promise<KeptWork[]> {
    return this.#keeper.list();
  }

  async keep(course: TrainingCourse | null): Promise<KeepOutcome> {
    const { catalogue, summary } = this.#loaded();
    const examined = course && this.#examined;
    // Training may have gone on meanwhile; when it ends, that is kept.
    if (examined && examined.model.epochs !== course.epochsDone) return "overtaken";
    if (!this.#keeper.turn.isMine) return "elsewhere";
    const { name, source, interactions: ratings } = summary;
    await this.#keeper.keep({
      ...{ name, source, ratings, course: examined && course },
      catalogue: source === "file" ? catalogue : null,
      models: examined && keptModels(examined),
    });
    return "kept";
  }

  myTurn(): Promise<true> {
    return this.#keeper.turn.taken();
  }

  async takenUp(): Promise<TrainingCourse | null> {
    return this.#takenUp;
  }

  forget(name: string): Promise<void> {
    return this.#keeper.forget(name);
  }

  openBatch(): Promise<Batch | null> {
    return this.#serving.openBatch();
  }

  makeBatch(perUser: number, onProgress: (progress: BatchProgress) => void): Promise<Batch | null> {
    return this.#serving.makeBatch(perUser, onProgress);
  }

  measureServing(): Promise<ServingMeasure> {
    return this.#serving.measureServing();
  }

  lookUp(userId: string): Promise<LookUp> {
    return this.#serving.lookUp(userId);
  }

  batchFile(): Promise<Blob> {
    return this.#serving.batchFile();
  }

  async exportModel(): Promise<Uint8Array> {
    if (!this.#examined) throw new NotReadyError(NO_MODEL);
    const bytes = saveModel(this.#examined.model, { mapping: toMapping(this.#loaded().catalogue) });
    return transfer(bytes, [bytes.buffer]);
  }

  async bringModel(file: File): Promise<BroughtModel> {
    const data = this.#loaded();
    const model = await bringModel(file, data);
    const recommender = await Recommender.create(model);
    if (this.#work) throw new BusyError(BUSY);
    if (data !== this.#data) throw new CancelledError("The data was replaced.");
    this.#examined = ExaminedModel.fromState({ model, twin: null, unexamined: null }, data.interactions);
    this.#recommender = recommender;
    const { noComponents, learningRate } = model.hyperparameters;
    return { noComponents, learningRate, epochs: model.epochs };
  }

  async ping(): Promise<true> {
    return true;
  }

  #loaded(): LoadedData {
    if (!this.#data) throw new NotReadyError(NO_DATA);
    return this.#data;
  }

  #taught(): Recommender {
    if (!this.#recommender) throw new NotReadyError(NO_MODEL);
    return this.#recommender;
  }

  #film(data: LoadedData, row: number): Film {
    const { id, title, year, genres } = data.catalogue.items[row];
    const vector = this.#recommender?.vector(row) ?? new Float32Array();
    return { id, title, year, genres: [...genres], vector };
  }

  async #alone<News, Answer>(
    onNews: (news: News) => void,
    work: (signal: AbortSignal, tell: (news: News) => void) => Promise<Answer>,
  ): Promise<Answer> {
    if (this.#work) throw new BusyError(BUSY);
    const controller = new AbortController();
    const result = newsFirst(onNews, (tell) => work(controller.signal, tell));
    const ended = result.then(
      () => {},
      () => {},
    );
    this.#work = { abort: () => controller.abort(), ended };
    try {
      return await result;
    } finally {
      this.#work = null;
    }
  }
}

async function wasStopped(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return false;
  } catch (error) {
    if (error instanceof CancelledError) return true;
    throw error;
  }
}
