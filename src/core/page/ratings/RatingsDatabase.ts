import { type Database, openDatabase } from "../../../storage/database.ts";
import { type Refusal, refusal, refusalOf } from "../../../storage/refusals.ts";
import type { Answer } from "../../api/Film.ts";

/** What a person says of a film: stars, or another answer. */
export type Said = { ratedAt: number } & ({ stars: number; answer: null } | { stars: null; answer: Answer });

/** What they say of one film now; null where they take it back. */
export interface RatingChange {
  dataset: string;
  filmId: string;
  said: Said | null;
}

export interface RatingsDatabaseEvents {
  changedElsewhere: (changes: RatingChange[]) => void;
  /** Called once, as soon as the browser turns out not to store ratings. */
  refused: (error: Error) => void;
}

const WHAT = "ratings";
/** Ratings written between two chances for the page. */
const PIECE = 50;

/** Ratings and other answers in IndexedDB, in step with other tabs. Never rejects: where nothing can be stored, it says so once. */
export class RatingsDatabase {
  readonly #events: RatingsDatabaseEvents;
  readonly #database: Promise<Database>;
  /** Null where the browser has no such channel: other tabs then catch up when they reload. */
  readonly #otherTabs = channel("matinee-ratings");
  #refused = false;

  constructor(events: RatingsDatabaseEvents) {
    this.#events = events;
    this.#database = this.#open();
    this.#database.catch((error) => this.#refuse(refusalOf(error, WHAT)));
    this.#otherTabs?.addEventListener("message", (event: MessageEvent<RatingChange[]>) =>
      events.changedElsewhere(event.data),
    );
  }

  /** What is stored for this data, by film; nothing where the browser refuses. */
  async load(dataset: string): Promise<Map<string, Said>> {
    try {
      const database = await this.#database;
      const ofThisData = IDBKeyRange.bound([dataset], [dataset, []]);
      const [ratings, answers] = await Promise.all([
        database.getAll("ratings", ofThisData),
        database.getAll("answers", ofThisData),
      ]);
      const said = new Map<string, Said>();
      for (const { filmId, answer, ratedAt } of answers) said.set(filmId, { stars: null, answer, ratedAt });
      for (const { filmId, stars, ratedAt } of ratings) said.set(filmId, { stars, answer: null, ratedAt });
      return said;
    } catch (error) {
      this.#refuse(refusalOf(error as Error, WHAT));
      return new Map();
    }
  }

  /** Lets go of the database; nothing is stored from now on. */
  async close(): Promise<void> {
    this.#refused = true;
    this.#otherTabs?.close();
    await this.#database.then(
      (database) => database.close(),
      () => {},
    );
  }

  /** All of them or none: stored, and announced to other tabs, once their transaction is complete. */
  async write(changes: RatingChange[]): Promise<void> {
    try {
      const transaction = (await this.#database).transaction(["ratings", "answers"], "readwrite");
      const ratings = transaction.objectStore("ratings");
      const answers = transaction.objectStore("answers");
      const write = ({ dataset, filmId, said }: RatingChange): Promise<unknown>[] => {
        const key = { dataset, filmId };
        return [
          said?.stars == null
            ? ratings.delete([dataset, filmId])
            : ratings.put({ ...key, stars: said.stars, ratedAt: said.ratedAt }),
          said?.answer == null
            ? answers.delete([dataset, filmId])
            : answers.put({ ...key, answer: said.answer, ratedAt: said.ratedAt }),
        ];
      };
      await Promise.all([inPieces(changes, write), transaction.done]);
      this.#otherTabs?.postMessage(changes);
    } catch (error) {
      this.#refuse(refusalOf(error as Error, WHAT));
    }
  }

  #open(): Promise<Database> {
    const reasons: Record<"newer" | "deleted" | "broken", Refusal> = {
      newer: "newer",
      deleted: "deleted",
      broken: "private",
    };
    return new Promise((resolve, reject) => {
      openDatabase({
        blocked: () => {
          const error = refusal("older elsewhere", WHAT);
          this.#refuse(error);
          reject(error);
        },
        closed: (why) => this.#refuse(refusal(reasons[why], WHAT)),
      }).then(resolve, reject);
    });
  }

  #refuse(error: Error): void {
    if (this.#refused) return;
    this.#refused = true;
    this.#events.refused(error);
  }
}

function channel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}

/** In pieces, so that thousands of them do not block the page. */
async function inPieces(
  changes: RatingChange[],
  write: (change: RatingChange) => Promise<unknown>[],
): Promise<void> {
  for (let from = 0; from < changes.length; from += PIECE) {
    await Promise.all(changes.slice(from, from + PIECE).flatMap(write));
  }
}
