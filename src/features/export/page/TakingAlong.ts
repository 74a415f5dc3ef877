import type { ConnectedTrainer } from "../../../core/client/client.ts";
import { download } from "../../../ui/download.ts";
import type { OwnRatings } from "../../ownRatings/page/OwnRatings.ts";
import { datedName } from "./datedName.ts";

/** So many are more than anybody looks through. */
const RECOMMENDATIONS = 100;

interface Ground {
  trainer: () => ConnectedTrainer;
  ratings: OwnRatings;
  tell: (error: unknown) => void;
}

/** Makes files of what the person has here, and has the browser save them. */
export class TakingAlong {
  readonly #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  ratings(columns: "matinee" | "movielens"): Promise<void> {
    return this.#telling(async () => {
      const { matineeRatings, movieLensRatings } = await import("../../../importers/writeOwn.ts");
      const { written } = this.#ground.ratings;
      if (columns === "matinee") save("ratings.csv", matineeRatings(written));
      else save("ratings-as-movielens.csv", movieLensRatings(written));
    });
  }

  recommendations(): Promise<void> {
    return this.#telling(async () => {
      const { recommendationList } = await import("../../../importers/writeOwn.ts");
      const { trainer, ratings } = this.#ground;
      const films = await trainer().recommend(ratings.forTheModel, RECOMMENDATIONS);
      save("recommendations.csv", recommendationList(films));
    });
  }

  model(): Promise<void> {
    return this.#telling(async () => {
      save("model.npz", await this.#ground.trainer().exportModel());
    });
  }

  async #telling(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#ground.tell(error);
    }
  }
}

function save(name: string, contents: string | Uint8Array): void {
  const type = typeof contents === "string" ? "text/csv" : "application/octet-stream";
  download(new Blob([contents as BlobPart], { type }), datedName(name));
}
