import { NotReadyError } from "../../errors.ts";
import type { Dropped } from "../../importers/openDropped.ts";
import type { Film } from "../api/Film.ts";
import { huesOf } from "./huesOf.ts";
import { Jobs } from "./Jobs.ts";
import type { LoadedData } from "./LoadedData.ts";
import type { Recommender } from "./Recommender.ts";
import type { TrainedModel } from "./TrainedModel.ts";

/** A model and the recommender made from it. */
export interface ReadyModel {
  trained: TrainedModel;
  recommender: Recommender;
  /** While the first model still trains, posters are not drawn from it: they would change once more at the end. */
  isEarly?: boolean;
}

/** What every service of the worker works with: the data, the model, and the one job. */
export class Workspace {
  readonly jobs = new Jobs();
  /** The files opened last. */
  opened: Dropped | null = null;
  readonly #whenAdopted: (() => void)[] = [];
  #data: LoadedData | null = null;
  #model: ReadyModel | null = null;
  #hues: { of: Float32Array; hues: Float32Array } | null = null;

  /** @throws NotReadyError if no data is loaded. */
  get data(): LoadedData {
    if (!this.#data) throw new NotReadyError("No data is loaded. Open a ratings file first.");
    return this.#data;
  }

  get dataIfAny(): LoadedData | null {
    return this.#data;
  }

  /** @throws NotReadyError if there is no model. */
  get model(): ReadyModel {
    if (!this.#model) throw new NotReadyError("There is no model yet. Train one first.");
    return this.#model;
  }

  get modelIfAny(): ReadyModel | null {
    return this.#model;
  }

  get recommender(): Recommender {
    return this.model.recommender;
  }

  /** Whether this is still the data in use: work that began with other data is of no use. */
  holds(data: LoadedData): boolean {
    return this.#data === data;
  }

  /** Puts other data and its model in place of the current, once the running job has ended. */
  async adopt(data: LoadedData, model: ReadyModel | null): Promise<void> {
    await this.jobs.cancel();
    this.#data?.neighbours.drop();
    this.#data = data;
    this.#model = model;
    for (const listener of this.#whenAdopted) listener();
  }

  /** Has services forget what belonged to the data before. */
  whenAdopted(listener: () => void): void {
    this.#whenAdopted.push(listener);
  }

  setModel(model: ReadyModel | null): void {
    this.#model = model;
  }

  /**
   * Adds the part of the recommender that takes too long to wait for: up to half a minute, during which other calls are
   * answered.
   *
   * @returns whether this changes lists.
   * @throws CancelledError if other data came meanwhile.
   */
  async complete(): Promise<boolean> {
    const { data, model } = this;
    if (model.isEarly || model.recommender.isWhole) return false;
    const neighbours = await data.neighbours.term();
    // A model that came meanwhile is completed when it is asked for.
    if (this.#model !== model) return false;
    this.#model = { ...model, recommender: model.recommender.withNeighbours(neighbours) };
    return neighbours !== null;
  }

  /** An item of this data as the page shows it. */
  film(data: LoadedData, row: number): Film {
    const { id, title, year, genres } = data.catalogue.items[row];
    const model = this.#model?.isEarly ? null : this.#model;
    const vector = model?.recommender.vectors[row].slice() ?? new Float32Array();
    const hue = model && this.#huesFor(data, model.recommender)[row];
    return { id, title, year, genres: [...genres], vector, hue };
  }

  #huesFor(data: LoadedData, { embeddings, vectors }: Recommender): Float32Array {
    if (this.#hues?.of !== embeddings) {
      this.#hues = { of: embeddings, hues: huesOf(data.catalogue.items, vectors, data.ratingCounts) };
    }
    return this.#hues.hues;
  }
}
