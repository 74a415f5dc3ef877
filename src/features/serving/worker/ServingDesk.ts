import type { Ground } from "../../../core/worker/Ground.ts";
import { timeLeft } from "../../../core/worker/timeLeft.ts";
import { ArgumentError, CancelledError, NotReadyError } from "../../../errors.ts";
import { type Rows, toRows } from "../../../matrix/Interactions.ts";
import { SeededRandom } from "../../../matrix/random.ts";
import { nextTask } from "../../../model/nextTask.ts";
import type { LoadedData } from "../../data/worker/LoadedData.ts";
import type { Batch, BatchProgress, LookUp, ServingMeasure, ServingTrainer } from "../api.ts";
import { KeptFile } from "./KeptFile.ts";
import { latencyOf } from "./latency.ts";
import { type About, RecommendationDatabase } from "./RecommendationDatabase.ts";

const FILE = "recommendations.sqlite";
/** Milliseconds of work between two chances for others. */
const SLICE = 30;
const LOOK_UPS = 300;
const SEED = 42;

/** The article's two ways to serve: lists made beforehand in a database, and the model asked on demand. */
export class ServingDesk implements ServingTrainer {
  readonly #ground: Ground;
  readonly #file = new KeptFile(FILE);
  #open: { data: LoadedData; database: RecommendationDatabase; batch: Batch } | null = null;
  #rated: { data: LoadedData; rows: Rows } | null = null;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** Lets go of what is of data that is gone; the kept file stays. */
  forget(): void {
    this.#open?.database.close();
    this.#open = null;
    this.#rated = null;
  }

  async openBatch(): Promise<Batch | null> {
    const data = this.#ground.data();
    if (this.#open) return this.#open.batch;
    const bytes = await this.#file.read();
    if (bytes === null || bytes.length === 0) return null;
    const database = await RecommendationDatabase.open(bytes);
    if (database === null) return null;
    if (database.about.data !== data.catalogue.name || this.#open || data !== this.#ground.data()) {
      database.close();
      return null;
    }
    return this.#serve(data, database, bytes.length, null);
  }

  async makeBatch(perUser: number, onProgress: (progress: BatchProgress) => void): Promise<Batch | null> {
    const data = this.#ground.data();
    this.#ground.recommender();
    return this.#ground.alone(onProgress, async (signal, tell) => {
      const database = await RecommendationDatabase.create();
      try {
        const filling = timeLeft();
        await this.#fill(data, database, perUser, signal, (done) =>
          tell({ phase: "fill", ...filling(done) }),
        );
        const file = database.file;
        const keeping = timeLeft();
        const notKept = await this.#file
          .replace(file, signal, (done) => tell({ phase: "keep", ...keeping(done) }))
          .then(
            () => null,
            (error: Error) => {
              if (error.name === "CancelledError") throw error;
              return error.message;
            },
          );
        this.#open?.database.close();
        return this.#serve(data, database, file.length, notKept);
      } catch (error) {
        database.close();
        throw error;
      }
    });
  }

  async measureServing(): Promise<ServingMeasure> {
    const open = this.#served();
    const { data, database } = open;
    const recommender = this.#ground.recommender();
    const { userIds } = data.catalogue.ratings;
    const { perUser } = database.about;
    const random = new SeededRandom(SEED);
    const times = { batch: [] as number[], onDemand: [] as number[] };
    let listed = 0;
    let replaced = 0;
    for (let i = 0; i < LOOK_UPS; i++) {
      const user = random.below(userIds.length);
      const began = performance.now();
      const kept = database.lookUp(userIds[user]);
      const lookedUp = performance.now();
      const ranked = await recommender.forUser(user, perUser, this.#ratedBy(data, user));
      times.batch.push(lookedUp - began);
      times.onDemand.push(performance.now() - lookedUp);
      const now = new Set(Array.from(ranked.items, (item) => data.catalogue.items[item].id));
      listed += kept.length;
      replaced += kept.filter((id) => !now.has(id)).length;
      await nextTask();
      // Another database has been made meanwhile, and this one closed.
      if (open !== this.#open) return this.measureServing();
    }
    return {
      lookUps: LOOK_UPS,
      batch: latencyOf(times.batch),
      onDemand: latencyOf(times.onDemand),
      stale: listed === 0 ? 0 : replaced / listed,
      epochs: recommender.epochs,
      modelBytes: recommender.bytes,
    };
  }

  async lookUp(userId: string): Promise<LookUp> {
    const { data, database } = this.#served();
    const user = data.catalogue.ratings.userIds.indexOf(userId);
    if (user < 0) throw new ArgumentError(`There is no user ${userId} in this data.`);
    const recommender = this.#ground.recommender();
    const began = performance.now();
    const kept = database.lookUp(userId);
    const lookedUp = performance.now();
    const ranked = await recommender.forUser(user, database.about.perUser, this.#ratedBy(data, user));
    const answered = performance.now();
    return {
      userId,
      batch: kept.flatMap((id) => {
        const row = data.row(id);
        return row === undefined ? [] : [this.#ground.film(data, row)];
      }),
      onDemand: Array.from(ranked.items, (row) => this.#ground.film(data, row)),
      milliseconds: { batch: lookedUp - began, onDemand: answered - lookedUp },
    };
  }

  async batchFile(): Promise<Blob> {
    return new Blob([this.#served().database.file], { type: "application/vnd.sqlite3" });
  }

  async #fill(
    data: LoadedData,
    database: RecommendationDatabase,
    perUser: number,
    signal: AbortSignal,
    onProgress: (done: number) => void,
  ): Promise<void> {
    const began = performance.now();
    const recommender = this.#ground.recommender();
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
      if (signal.aborted) throw new CancelledError("Making the database was stopped.");
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

  #serve(data: LoadedData, database: RecommendationDatabase, bytes: number, notKept: string | null): Batch {
    const { madeAt, users, perUser, seconds, epochs } = database.about;
    const batch = { madeAt, users, perUser, rows: database.rows, bytes, seconds, epochs, notKept };
    this.#open = { data, database, batch };
    return batch;
  }

  #served(): { data: LoadedData; database: RecommendationDatabase } {
    this.#ground.data();
    if (!this.#open) throw new NotReadyError("No database of recommendations has been made yet.");
    return this.#open;
  }

  #ratedBy(data: LoadedData, user: number): Int32Array {
    if (this.#rated?.data !== data) this.#rated = { data, rows: toRows(data.interactions) };
    const { indptr, indices } = this.#rated.rows;
    return indices.slice(indptr[user], indptr[user + 1]);
  }
}
