import { Opening } from "../../../features/data/page/Opening.ts";
import { TakingAlong } from "../../../features/export/page/TakingAlong.ts";
import { Experiments } from "../../../features/newUsers/page/Experiments.ts";
import { Bringing } from "../../../features/ownRatings/page/Bringing.ts";
import { OwnRatings } from "../../../features/ownRatings/page/OwnRatings.ts";
import { type RatingChange, RatingsStore } from "../../../features/ownRatings/page/RatingsStore.ts";
import { forgetEverything } from "../../../features/saved/page/forgetEverything.ts";
import { Keeping } from "../../../features/saved/page/Keeping.ts";
import { Serving } from "../../../features/serving/page/Serving.ts";
import { Learning } from "../../../features/training/page/Learning.ts";
import type { DataSource, RecommendedFilm } from "../../api.ts";
import type { ConnectedTrainer } from "../../client/client.ts";
import { latestOnly } from "../latestOnly.ts";
import { Store } from "../Store.ts";
import { AT_FIRST, DEFAULT_SETTINGS, FILMS_SHOWN, type PageState } from "./PageState.ts";
import type { Alert, SessionActions } from "./Session.ts";

const SEARCH_RESULTS = 8;
const MODEL = /\.npz$/i;
const EMBEDDED: DataSource = { kind: "embedded" };

/** Errors that are raised on purpose, by the names they keep on their way from the worker. */
const FIT_TO_READ = new Set([
  "ArgumentError",
  "DataFileError",
  "ModelFileError",
  "NotReadyError",
  "BusyError",
  "DivergedError",
  "StorageError",
  "UnsupportedError",
]);

/** What the page does, start to end: reads data, lets the model learn, keeps ratings, asks for films. */
export class SessionStore {
  readonly state = new Store<PageState>(AT_FIRST);
  readonly actions: SessionActions;

  readonly #connect: (onFailure: (error: Error) => void) => ConnectedTrainer;
  readonly #learning: Learning;
  readonly #keeping: Keeping;
  readonly #takingAlong: TakingAlong;
  readonly #opening: Opening;
  readonly #experiments: Experiments;
  readonly #bringing: Bringing;
  readonly #serving: Serving;
  readonly #ratings: OwnRatings;
  readonly #recommend: () => void;
  #trainer: ConnectedTrainer;
  /** Null until some data is at hand. */
  #source: DataSource | null = null;
  #alerts = 0;

  constructor(connect: (onFailure: (error: Error) => void) => ConnectedTrainer) {
    this.#connect = connect;
    this.#trainer = connect(this.#workerFailed);
    this.#ratings = new OwnRatings(
      new RatingsStore({
        changedElsewhere: (changes) => void this.#follow(changes),
        refused: (message) => {
          this.state.set({ ratingsAreKept: false });
          this.#alert(message, null);
        },
      }),
    );
    this.#opening = new Opening({
      state: this.state,
      trainer: () => this.#trainer,
      adopt: () => this.#adopt(),
      startAgain: () => this.start(),
      tell: this.#tell,
    });
    this.#learning = new Learning({
      state: this.state,
      trainer: () => this.#trainer,
      learnt: () => this.#lookAgain(),
      ended: () => void this.#keeping.keep(),
      tell: this.#tell,
    });
    this.#keeping = new Keeping({
      state: this.state,
      trainer: () => this.#trainer,
      kept: (name) => (this.#source = { kind: "kept", name }),
      tell: this.#tell,
    });
    this.#takingAlong = new TakingAlong({
      trainer: () => this.#trainer,
      ratings: this.#ratings,
      tell: this.#tell,
    });
    this.#bringing = new Bringing({
      state: this.state,
      trainer: () => this.#trainer,
      readData: (files) => this.#opening.read({ kind: "files", files }, "ask"),
      tell: this.#tell,
    });
    const ground = { state: this.state, trainer: () => this.#trainer, tell: this.#tell };
    this.#experiments = new Experiments(ground);
    this.#serving = new Serving(ground);
    this.#recommend = latestOnly(
      () => this.#askForFilms(),
      (recommendations) => this.state.set({ recommendations }),
      this.#tell,
    );
    this.actions = {
      rate: (film, stars) => this.#rated(() => this.#ratings.rate(film, stars)),
      unrate: (filmId) => this.#rated(() => this.#ratings.unrate(filmId)),
      undo: () => this.#rated(() => this.#ratings.undo()),
      train: (settings, mode) => void this.#learning.train(settings, mode),
      stop: () => this.#learning.stop(),
      openTimeline: () => void this.#experiments.openTimeline(),
      cutAt: (perMille) => this.#experiments.cutAt(perMille),
      openBatch: () => void this.#serving.open(),
      makeBatch: () => void this.#serving.make(),
      lookUp: (userId) => this.#serving.lookUp(userId),
      batchFile: () => this.#serving.file(),
      tune: () => void this.#experiments.tune(),
      searchSettings: (seconds) => void this.#experiments.search(seconds),
      compareWays: () => void this.#experiments.compare(),
      replay: () => void this.#experiments.replay(),
      setPace: (pace) => this.#experiments.setPace(pace),
      chooseUser: (id) => this.#experiments.choose(id),
      takeInNewUsers: () => this.#learning.takeInNewUsers(),
      newUser: (id) => this.#trainer.newUser(id, 20),
      search: (text) => this.#trainer.search(text, SEARCH_RESULTS),
      openFiles: (files) => {
        const model = files.find(({ name }) => MODEL.test(name));
        if (model !== undefined) void this.#bringModel(model);
        else if (files.length > 0) void this.#bringing.open(files);
      },
      openEmbedded: () => this.#openEmbedded(),
      replaceData: () => void this.#adopt().catch(this.#tell),
      correctReading: (choices) => void this.#opening.correct(choices).catch(this.#tell),
      keepData: () => {
        this.#opening.drop();
        this.#trainer.discard().catch(this.#tell);
      },
      lookAtKept: () => void this.#keeping.look(),
      openKept: (name) => void this.#opening.read({ kind: "kept", name }, "replace"),
      forgetKept: (name) => void this.#keeping.forget(name),
      takeRatings: (columns) => void this.#takingAlong.ratings(columns),
      takeRecommendations: () => void this.#takingAlong.recommendations(),
      bringModel: (file) => void this.#bringModel(file),
      takeModel: () => void this.#takingAlong.model(),
      forgetEverything: () => void this.#forgetEverything(),
      keepBrought: (ratings, what) => {
        this.#bringing.drop();
        // Once the summary has gone: thousands of ratings and its leaving at once would hold up the page.
        setTimeout(() => this.#rated(() => this.#ratings.bring(ratings, what)));
      },
      leaveBrought: () => this.#bringing.drop(),
      dismiss: (id) => this.state.set({ alerts: this.state.get().alerts.filter((alert) => alert.id !== id) }),
    };
  }

  /** Goes on where the last visit ended; on a first visit reads the data at hand, trains and recommends. */
  start(): void {
    void this.#begin();
  }

  async #begin(): Promise<void> {
    const isLatest = this.#opening.announce();
    const last = await this.#keeping.last();
    // Files may have been dropped meanwhile, and the worker may have died.
    if (!isLatest()) return;
    const kept: DataSource | null = last && { kind: "kept", name: last.name };
    await this.#opening.read(this.#source ?? kept ?? EMBEDDED, "replace");
  }

  async #adopt(): Promise<void> {
    await this.#experiments.forget();
    await this.#learning.forget();
    this.#serving.drop();
    const dataset = await this.#trainer.adopt();
    this.#source = this.#opening.source;
    await this.#ratings.open(dataset.name);
    const learntBefore = await this.#trainer.takenUp();
    if (learntBefore !== null) this.#learning.takeUp(learntBefore);
    await this.#lookAtFilms({
      dataset,
      loading: null,
      staged: null,
      opened: null,
      brought: null,
      recommendations: null,
    });
    if (learntBefore !== null) {
      this.#recommend();
      return;
    }
    // Should the tab be closed before the model has learnt, the file need not be found again.
    if (dataset.source === "file") void this.#keeping.keep();
    await this.#learning.train(DEFAULT_SETTINGS, "anew");
  }

  async #bringModel(file: File): Promise<void> {
    try {
      const { epochs, ...settings } = await this.#trainer.bringModel(file);
      this.#learning.takeUp({
        ...{ settings: { ...DEFAULT_SETTINGS, ...settings }, epochsDone: epochs, brought: true },
        ...{ history: [], popularity: null, seconds: null, stopped: false },
      });
      await this.#lookAgain();
      void this.#keeping.keep();
    } catch (error) {
      this.#tell(error);
    }
  }

  /** With what was learnt from it before, where that is kept. */
  #openEmbedded(): void {
    const kept = this.state.get().keeping.works.find((work) => work.source === "embedded");
    void this.#opening.read(kept ? { kind: "kept", name: kept.name } : EMBEDDED, "replace");
  }

  /** Films carry the model's view of them, so they are asked for again when it has changed. */
  async #lookAtFilms(change: Partial<PageState>): Promise<void> {
    const [startingSet, rated] = await Promise.all([
      this.#trainer.startingSet(FILMS_SHOWN),
      this.#trainer.films(this.#ratings.ids),
    ]);
    this.#ratings.meet(rated);
    this.state.set({ ...change, startingSet, ...this.#ratingsShown() });
  }

  async #lookAgain(): Promise<void> {
    await this.#lookAtFilms({});
    void this.#serving.learnt();
    const { training, recommendations } = this.state.get();
    if (training.epochsDone > 0 || recommendations !== null) this.#recommend();
  }

  /** Nobody's taste is known before the first rating: then the films to start from stand in. */
  async #askForFilms(): Promise<RecommendedFilm[]> {
    const ratings = this.#ratings.forTheModel;
    if (ratings.length > 0) return this.#trainer.recommend(ratings, FILMS_SHOWN);
    return this.state.get().startingSet.map((film) => ({ ...film, becauseOf: [] }));
  }

  #rated(change: () => void): void {
    change();
    this.state.set(this.#ratingsShown());
    if (this.state.get().recommendations !== null) this.#recommend();
  }

  /** Another tab has rated: the films may be some that this tab has not met. */
  async #follow(changes: RatingChange[]): Promise<void> {
    if (!this.#ratings.follow(changes)) return;
    try {
      this.#ratings.meet(await this.#trainer.films(changes.map(({ filmId }) => filmId)));
      this.#rated(() => {});
    } catch (error) {
      this.#tell(error);
    }
  }

  #ratingsShown(): Pick<PageState, "ratings" | "undoable"> {
    return { ratings: this.#ratings.list, undoable: this.#ratings.undoable };
  }

  #workerFailed = (error: Error): void => {
    this.#bringing.drop();
    this.#learning.drop();
    this.#experiments.drop();
    this.#serving.drop();
    this.#opening.drop();
    this.#tell(error);
  };

  #startAgain(): void {
    this.#trainer.terminate();
    this.#trainer = this.#connect(this.#workerFailed);
    this.state.set({ dataset: null, recommendations: null, startingSet: [] });
    this.start();
  }

  async #forgetEverything(): Promise<void> {
    // Whoever might still write goes first.
    this.#trainer.terminate();
    await this.#ratings.close();
    try {
      await forgetEverything();
      location.reload();
    } catch (error) {
      this.#tell(error);
      this.#startAgain();
    }
  }

  /** Failures the person has to know of; that something was stopped on request is none. */
  #tell = (error: unknown, remedy: Alert["remedy"] = null): void => {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    if (name === "CancelledError") return;
    if (name === "WorkerFailedError") {
      this.#alert(message, { label: "Start again", run: () => this.#startAgain() });
    } else this.#alert(FIT_TO_READ.has(name) ? message : `Something in Matinee broke: ${message}`, remedy);
  };

  #alert(message: string, remedy: Alert["remedy"]): void {
    const { alerts } = this.state.get();
    if (alerts.some((alert) => alert.message === message)) return;
    const id = ++this.#alerts;
    const withLeave = remedy && {
      label: remedy.label,
      run: () => {
        this.actions.dismiss(id);
        remedy.run();
      },
    };
    this.state.set({ alerts: [...alerts, { id, message, remedy: withLeave }] });
  }
}
