import type { OwnAnswer, OwnRating } from "../../../core/api/Film.ts";
import type { Context } from "../../../core/page/Context.ts";
import type { AnsweredFilm, RatedFilmEntry } from "../../../core/page/ratings/RatingsStore.ts";
import { Store } from "../../../core/page/Store.ts";
import { datedName } from "../../../ui/datedName.ts";
import { download } from "../../../ui/download.ts";

/** More than anyone looks through. */
const RECOMMENDATIONS = 100;

interface Dated {
  /** Milliseconds since 1970. */
  ratedAt: number;
}

export type DatedRating = RatedFilmEntry & Dated;
export type DatedAnswer = AnsweredFilm & Dated;

/** Saves what the person has here as files, and takes a model back from one. */
export class ExportStore extends Store<Record<never, never>> {
  readonly #context: Context;
  #ratings: readonly OwnRating[] = [];
  #answers: readonly OwnAnswer[] = [];

  constructor(context: Context) {
    super({});
    this.#context = context;
    context.events.on("ratingsChanged", (ratings) => {
      this.#ratings = ratings;
    });
    context.events.on("answersChanged", (answers) => {
      this.#answers = answers;
    });
    context.events.on("filesOpened", ({ kind, files }) => {
      if (kind === "model") void this.importModel(files[0]);
    });
  }

  ratings = (
    ratings: readonly DatedRating[],
    answers: readonly DatedAnswer[],
    columns: "matinee" | "movielens",
  ): Promise<void> =>
    this.#telling(async () => {
      const { matineeRatings, movieLensRatings } = await import("../../../importers/writeOwn.ts");
      if (columns === "matinee") save("ratings.csv", matineeRatings([...ratings], [...answers]));
      else save("ratings-as-movielens.csv", movieLensRatings([...ratings]));
    });

  recommendations = (): Promise<void> =>
    this.#telling(async () => {
      const { recommendationList } = await import("../../../importers/writeOwn.ts");
      const { worker } = this.#context;
      const films = await worker.recommendations.forRatings([...this.#ratings], RECOMMENDATIONS, [
        ...this.#answers,
      ]);
      save("recommendations.csv", recommendationList(films));
    });

  model = (): Promise<void> =>
    this.#telling(async () => {
      save("model.npz", await this.#context.worker.modelFile.export());
    });

  /** Puts the model of a file in place of the current one, if it fits the data. */
  importModel = (file: File): Promise<void> =>
    this.#telling(async () => {
      const { worker, workspace, events } = this.#context;
      const record = await this.#context.forThisData(() => worker.modelFile.import(file));
      workspace.set({ model: { ...record, origin: "imported" } });
      events.emit("modelChanged", { finished: true });
    });

  async #telling(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#context.alerts.tell(error);
    }
  }
}

function save(name: string, contents: string | Uint8Array): void {
  const type = typeof contents === "string" ? "text/csv" : "application/octet-stream";
  download(new Blob([contents as BlobPart], { type }), datedName(name));
}
