import type { Worker } from "node:worker_threads";
import { ArgumentError, BusyError } from "../../../src/errors.ts";
import { Feedback } from "../feedback/Feedback.ts";
import type { FeedbackStore, Rating } from "../feedback/FeedbackStore.ts";
import { openFeedback } from "../feedback/openFeedback.ts";
import { makeFolder } from "../makeFolder.ts";
import type { Asker, Explanation, Recommendation, RecommendOptions } from "../trained/Recommender.ts";
import { KnownLists } from "./KnownLists.ts";
import { LastLists } from "./LastLists.ts";
import type { LearnTask } from "./learnThread.ts";
import { lockFolder } from "./lockFolder.ts";
import type { Metrics } from "./Metrics.ts";
import type { ModelPool } from "./ModelPool.ts";
import { Versions } from "./Versions.ts";
import { startWorker, theAnswer } from "./worker.ts";

export interface Answer {
  /** The version that answered. */
  model: string;
  list: Recommendation[];
}

export interface Explained {
  model: string;
  explanation: Explanation;
}

export interface ServiceOptions {
  modelPath: string;
  /** Where versions are kept, and feedback too if there is no database. */
  folder: string;
  /** The address of a PostgreSQL that holds the feedback. */
  database?: string | undefined;
  threads: number;
  metrics: Metrics;
}

/** A surrogate without the other one: PostgreSQL would keep another id instead. */
const HALF_A_CHARACTER = /\p{Cs}/u;

/** Answers from the current model and all feedback so far, and learns the feedback in batches. */
export class RecommendService {
  readonly #known = new KnownLists();
  readonly #lists = new LastLists();
  /** What learns the feedback at the moment. */
  #learner: Worker | null = null;
  #isLearning = false;
  #isClosed = false;

  private constructor(
    readonly versions: Versions,
    readonly feedback: Feedback,
    private readonly store: FeedbackStore,
    private readonly metrics: Metrics,
    private readonly unlock: () => void,
  ) {}

  /**
   * @throws ModelFileError if the model cannot be opened; StorageError if the feedback cannot, or another service has
   * the folder.
   */
  static async open(options: ServiceOptions): Promise<RecommendService> {
    const { modelPath, folder, database, threads, metrics } = options;
    makeFolder(folder);
    const unlock = await lockFolder(folder);
    try {
      const versions = await Versions.open(folder, modelPath, threads);
      try {
        const { store, ratings } = await openFeedback(folder, database);
        const feedback = new Feedback();
        feedback.add(ratings);
        return new RecommendService(versions, feedback, store, metrics, unlock);
      } catch (error) {
        await versions.close();
        throw error;
      }
    } catch (error) {
      unlock();
      throw error;
    }
  }

  /** How many ratings the current model has not learnt yet. */
  get unlearnt(): number {
    return this.feedback.sequence - this.#learntTo(this.versions.current);
  }

  get isLearning(): boolean {
    return this.#isLearning;
  }

  async recommend(asker: Asker, options: RecommendOptions): Promise<Answer> {
    const { user } = asker;
    const pool = this.versions.poolFor(user);
    const known = this.#withFeedback(asker, pool);
    const end = this.metrics.answers.startTimer({ model: pool.version });
    const ask = () => pool.ask({ kind: "recommend", asker: known, options });
    const isKnown = user !== undefined && known.ratings.length === 0 && !asker.labels;
    const list = isKnown ? await this.#known.get(pool, user, options, ask) : await ask();
    end();
    this.metrics.lists.inc({ model: pool.version, kind: known.ratings.length > 0 ? "folded in" : "known" });
    if (user !== undefined) this.#lists.keep(user, pool.version, list);
    return { model: pool.version, list };
  }

  /** Why the model that answers this user scores an item as it does. */
  async explain(asker: Pick<Asker, "user" | "ratings">, item: string): Promise<Explained> {
    const pool = this.versions.poolFor(asker.user);
    const known = this.#withFeedback(asker, pool);
    return { model: pool.version, explanation: await pool.ask({ kind: "explain", asker: known, item }) };
  }

  async similar(item: string, n: number): Promise<Answer> {
    const pool = this.versions.current;
    return { model: pool.version, list: await pool.ask({ kind: "similar", item, n }) };
  }

  /**
   * Resolves when the ratings would survive a crash; the next answer counts them.
   * @throws ArgumentError if an id is not text that others could hold, StorageError if they cannot be kept.
   */
  async addRatings(ratings: readonly Rating[]): Promise<void> {
    for (const id of ratings.flatMap(({ user, item }) => [user, item])) {
      if (HALF_A_CHARACTER.test(id)) {
        throw new ArgumentError(
          `The id ${JSON.stringify(id)} holds half a character. Send ids as they are in the data.`,
        );
      }
    }
    this.feedback.add(await this.store.append(ratings));
    const { likedFrom } = this.versions.current.facts;
    for (const { user, item, rating } of ratings) {
      this.metrics.feedback.inc();
      const model = this.#lists.whoRecommended(user, item);
      if (model !== null && rating >= likedFrom) this.metrics.hits.inc({ model });
    }
  }

  /**
   * A clone of the current model learns the feedback that it has not learnt, and takes over. If another model took
   * over meanwhile, a clone of that one learns instead.
   * @returns its version; null if there was nothing to learn, or the service ends
   * @throws BusyError if it is learning already.
   */
  async learn(): Promise<string | null> {
    if (this.#isLearning) throw new BusyError("Feedback is already being learnt.");
    this.#isLearning = true;
    try {
      let version: string | null = null;
      while (version === null && this.unlearnt > 0 && !this.#isClosed) version = await this.#learnOnce();
      return version;
    } catch (error) {
      this.metrics.learnFailures.inc();
      throw error;
    } finally {
      this.#isLearning = false;
    }
  }

  /** Gives up what is being learnt: the feedback is kept, and learnt the next time. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#learner?.terminate();
    await this.versions.close();
    await this.store.close();
    this.unlock();
  }

  /** @returns the version that took over; null if another one did, or the service ends */
  async #learnOnce(): Promise<string | null> {
    const from = this.versions.current;
    const ratings = this.feedback.after(this.#learntTo(from));
    const task: LearnTask = { path: this.versions.path(from.version), log: this.store.id, ratings };
    this.#learner = startWorker("learnThread", task);
    try {
      const bytes = await theAnswer<Uint8Array>(this.#learner);
      return await this.versions.succeed(from, bytes);
    } catch (error) {
      // The thread was ended, or its model was deleted while others took over.
      if (this.#isClosed || this.versions.current !== from) return null;
      throw error;
    } finally {
      this.#learner = null;
    }
  }

  /** What the model does not know about a user yet, before what the question adds. */
  #withFeedback<Who extends Pick<Asker, "user" | "ratings">>(asker: Who, pool: ModelPool) {
    const { user, ratings = [] } = asker;
    const since = user === undefined ? [] : this.feedback.of(user, this.#learntTo(pool));
    return { ...asker, ratings: [...since, ...ratings] };
  }

  /** The feedback that a model has learnt; none if it learnt from another store. */
  #learntTo(pool: ModelPool): number {
    const { feedback } = pool.facts;
    return feedback?.log === this.store.id ? feedback.sequence : 0;
  }
}
