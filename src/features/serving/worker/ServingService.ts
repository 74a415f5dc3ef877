import type { Outcome } from "../../../core/api/work.ts";
import type { LoadedData } from "../../../core/worker/LoadedData.ts";
import type { Recommender } from "../../../core/worker/Recommender.ts";
import { timeLeft } from "../../../core/worker/timeLeft.ts";
import type { Workspace } from "../../../core/worker/Workspace.ts";
import { ArgumentError, CancelledError, NotReadyError } from "../../../errors.ts";
import { SeededRandom } from "../../../matrix/random.ts";
import { type Rows, toRows } from "../../../matrix/rows.ts";
import { nextTask } from "../../../nextTask.ts";
import type { Batch, BatchProgress, LookUp, ServingMeasure } from "../api.ts";
import { CallTimes } from "./CallTimes.ts";
import { PrivateFile } from "./PrivateFile.ts";
import { type About, RecommendationDatabase } from "./RecommendationDatabase.ts";

const FILE = "recommendations.sqlite";
/** Milliseconds of work between two chances for other requests. */
const SLICE = 30;
const LOOK_UPS = 300;
/** Calls for one user, as long as they take no more milliseconds in all. */
const CALLS = 50;
const MOST_MILLISECONDS = 500;
const SEED = 42;

/** The article's two ways to serve: lists computed in advance into a database, and the model asked on demand. */
export class ServingService {
  readonly #workspace: Workspace;
  readonly #file = new PrivateFile(FILE);
  #open: { data: LoadedData; database: RecommendationDatabase; batch: Batch } | null = null;
  #rated: { data: LoadedData; rows: Rows } | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    // The saved file stays.
    workspace.whenAdopted(() => {
      this.#open?.database.close();
      this.#open = null;
      this.#rated = null;
    });
  }

  /** The database of this data from an earlier visit; null if there is none. */
  async open(): Promise<Batch | null> {
    const data = this.#workspace.data;
    if (this.#open) return this.#open.batch;
    const bytes = await this.#file.read();
    if (bytes === null || bytes.length === 0) return null;
    const database = await RecommendationDatabase.open(bytes);
    if (database === null) return null;
    if (database.about.data !== data.catalogue.name || this.#open || !this.#workspace.holds(data)) {
      database.close();
      return null;
    }
    return this.#serve(data, database, bytes.length, null);
  }

  /**
   * Scores every user against every item and writes the top `perUser` unrated ones into a SQLite database, saved
   * in the origin-private file system. Where it is stopped, the one before stays.
   */
  async build(perUser: number, onProgress: (progress: BatchProgress) => void): Promise<Outcome<Batch>> {
    const { data } = this.#workspace;
    // Without a model it throws here, before a job begins.
    void this.#workspace.model;
    return this.#workspace.jobs.run(onProgress, async (signal, report) => {
      const stopped = new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
      await Promise.race([this.#workspace.complete(), stopped]);
      const { recommender } = this.#workspace;
      const database = await RecommendationDatabase.create();
      try {
        const filling = timeLeft();
        await this.#fill(data, recommender, database, perUser, signal, (done) =>
          report({ phase: "fill", ...filling(done) }),
        );
        const file = database.file;
        const saving = timeLeft();
        const notSaved = await this.#file
          .replace(file, signal, (done) => report({ phase: "save", ...saving(done) }))
          .then(
            () => null,
            (error: Error) => {
              if (error instanceof CancelledError) throw error;
              return error.message;
            },
          );
        this.#open?.database.close();
        return this.#serve(data, database, file.length, notSaved);
      } catch (error) {
        database.close();
        throw error;
      }
    });
  }

  async measure(): Promise<ServingMeasure> {
    const open = this.#served();
    const { data, database } = open;
    const recommender = this.#workspace.recommender;
    const { userIds } = data.catalogue.ratings;
    const { perUser } = database.about;
    const random = new SeededRandom(SEED);
    const batch = new CallTimes();
    const onDemand = new CallTimes();
    let listed = 0;
    let replaced = 0;
    for (let i = 0; i < LOOK_UPS; i++) {
      const user = random.below(userIds.length);
      const kept = await batch.time(() => database.lookUp(userIds[user]));
      const exclude = this.#ratedBy(data, user);
      const ranked = await onDemand.time(() => recommender.forUser(user, perUser, exclude));
      const now = new Set(Array.from(ranked.items, (item) => data.catalogue.items[item].id));
      listed += kept.length;
      replaced += kept.filter((id) => !now.has(id)).length;
      await nextTask();
      // Another database was built meanwhile, and this one closed.
      if (open !== this.#open) return this.measure();
    }
    return {
      batch: batch.latency,
      onDemand: onDemand.latency,
      stale: listed === 0 ? 0 : replaced / listed,
      epochs: recommender.epochs,
      modelBytes: recommender.bytes,
    };
  }

  /** Both answers, each timed over many calls. @throws ArgumentError if the data has no such user. */
  async lookUp(userId: string): Promise<LookUp> {
    const { data, database } = this.#served();
    const user = data.catalogue.ratings.userIds.indexOf(userId);
    if (user < 0) throw new ArgumentError(`User ${userId} is not in this data.`);
    const recommender = this.#workspace.recommender;
    const exclude = this.#ratedBy(data, user);
    const batch = new CallTimes();
    const onDemand = new CallTimes();
    const began = performance.now();
    const lookUp = () => batch.time(() => database.lookUp(userId));
    const rank = () => onDemand.time(() => recommender.forUser(user, database.about.perUser, exclude));
    const kept = await lookUp();
    const ranked = await rank();
    for (let i = 1; i < CALLS && performance.now() - began < MOST_MILLISECONDS; i++) {
      await lookUp();
      await rank();
    }
    return {
      userId,
      batch: kept.flatMap((id) => {
        const row = data.row(id);
        return row === undefined ? [] : [this.#workspace.film(data, row)];
      }),
      onDemand: Array.from(ranked.items, (row) => this.#workspace.film(data, row)),
      latency: { batch: batch.latency, onDemand: onDemand.latency },
    };
  }

  /** The database as a file. */
  async file(): Promise<Blob> {
    return new Blob([this.#served().database.file], { type: "application/vnd.sqlite3" });
  }

  async #fill(
    data: LoadedData,
    recommender: Recommender,
    database: RecommendationDatabase,
    perUser: number,
    signal: AbortSignal,
    onProgress: (done: number) => void,
  ): Promise<void> {
    const began = performance.now();
    const { items, ratings } = data.catalogue;
    const users = ratings.userIds.length;
    database.addItems(items);
    const everybody = recommender.everybody(perUser, (user) => this.#ratedBy(data, user));
    let lists: { userId: string; items: string[]; scores: Float32Array }[] = [];
    let sliceBegan = began;
    const write = async (done: number) => {
      database.addLists(lists);
      lists = [];
      onProgress(done);
      await nextTask();
      if (signal.aborted) throw new CancelledError("Building the database was stopped.");
      sliceBegan = performance.now();
    };
    for await (const { user, ranked } of everybody) {
      const ids = Array.from(ranked.items, (item) => items[item].id);
      lists.push({ userId: ratings.userIds[user], items: ids, scores: ranked.scores });
      if (performance.now() - sliceBegan >= SLICE) await write((user + 1) / users);
    }
    await write(1);
    const about: About = {
      data: data.catalogue.name,
      madeAt: Date.now(),
      users,
      perUser,
      seconds: (performance.now() - began) / 1000,
      epochs: recommender.epochs,
    };
    database.describe(about);
  }

  #serve(data: LoadedData, database: RecommendationDatabase, bytes: number, notSaved: string | null): Batch {
    const { madeAt, users, perUser, seconds, epochs } = database.about;
    const batch = { madeAt, users, perUser, rows: database.rows, bytes, seconds, epochs, notSaved };
    this.#open = { data, database, batch };
    return batch;
  }

  #served(): { data: LoadedData; database: RecommendationDatabase } {
    // Without data it throws here, since that is what has to come first.
    void this.#workspace.data;
    if (!this.#open) throw new NotReadyError("Build the database first.");
    return this.#open;
  }

  #ratedBy(data: LoadedData, user: number): Int32Array {
    if (this.#rated?.data !== data) this.#rated = { data, rows: toRows(data.interactions) };
    const { indptr, indices } = this.#rated.rows;
    return indices.slice(indptr[user], indptr[user + 1]);
  }
}
