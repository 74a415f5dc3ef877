import type { OwnAnswer, OwnRating } from "../../../core/api/Film.ts";
import type { Context } from "../../../core/page/Context.ts";
import { latestOnly } from "../../../core/page/latestOnly.ts";
import { Store } from "../../../core/page/Store.ts";
import type { MapItems, MapLayout, MapProgress, OwnPlace } from "../api.ts";

export const ARRANGING = "the map";

interface MapState {
  items: MapItems | null;
  layout: MapLayout | null;
  /** Null before the person likes anything. */
  own: OwnPlace | null;
  /** Whether the person ended the arranging of this model's map early. */
  stopped: boolean;
  /** Changes whenever there is another model to make a map of. */
  version: number;
}

const NOTHING = { items: null, layout: null, own: null, stopped: false };

/** The map of the model in use, made when somebody looks at it. */
export class MapStore extends Store<MapState> {
  readonly #context: Context;
  readonly #placeAgain: () => void;
  #ratings: readonly OwnRating[] = [];
  #answers: readonly OwnAnswer[] = [];
  #places = new Map<string, number>();
  #isOpening = false;

  constructor(context: Context) {
    super({ ...NOTHING, version: 0 });
    this.#context = context;
    const { events, alerts } = context;
    this.#placeAgain = latestOnly(
      () => this.#place(),
      (own) => this.set({ own }),
      alerts.tell,
    );
    const reset = () => this.set({ ...NOTHING, version: this.get().version + 1 });
    events.on("dataAdopted", reset);
    events.on("workerStarted", reset);
    events.on("modelChanged", ({ finished }) => {
      if (finished || this.get().layout === null) {
        this.set({ layout: null, stopped: false, version: this.get().version + 1 });
      }
    });
    events.on("answersChanged", (answers) => {
      this.#answers = answers;
    });
    events.on("ratingsChanged", (ratings) => {
      this.#ratings = ratings;
      if (this.get().layout !== null) this.#placeAgain();
    });
  }

  /** Somebody looks: at first a rough map, then, as soon as no other job runs, the arranged one. */
  open = async (): Promise<void> => {
    const { worker, workspace, jobs, alerts } = this.#context;
    if (this.#isOpening || workspace.get().model === null) return;
    this.#isOpening = true;
    const { version } = this.get();
    try {
      if (this.get().layout === null) {
        const [items, layout] = await this.#context.forThisData(() =>
          Promise.all([worker.map.items(), worker.map.overview()]),
        );
        if (this.get().version !== version) return;
        this.#places = new Map(items.ids.map((id, place) => [id, place]));
        this.set({ items, layout });
        this.#placeAgain();
      }
      const { layout, stopped } = this.get();
      if (layout?.isFinal || stopped || jobs.get().job !== null) return;
      await this.#arrange(version);
    } catch (error) {
      alerts.tell(error);
    } finally {
      this.#isOpening = false;
      if (this.get().version !== version) void this.open();
    }
  };

  arrangeAgain = (): void => {
    this.set({ stopped: false });
    void this.open();
  };

  /** The place of a film in `items`; undefined if the map lacks it. */
  placeOf(filmId: string): number | undefined {
    return this.#places.get(filmId);
  }

  #place(): Promise<OwnPlace | null> {
    const { worker } = this.#context;
    return this.#context.forThisData(() =>
      worker.map.place({ ratings: [...this.#ratings], answers: [...this.#answers] }),
    );
  }

  async #arrange(version: number): Promise<void> {
    const { worker, jobs } = this.#context;
    const { stopped, result } = await jobs.run<MapProgress, MapLayout>(
      { name: ARRANGING, status: "Arranging the map" },
      (report) => worker.map.arrange(report),
      ({ positions }) => {
        const { layout } = this.get();
        if (layout !== null) this.set({ layout: { ...layout, positions, regions: [] } });
      },
    );
    if (this.get().version !== version || result === null) return;
    const own = await this.#place();
    if (this.get().version === version) this.set({ layout: result, own, stopped });
  }
}
