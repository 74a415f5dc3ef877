import type { ArrivalOutcome, ArrivalProgress, ArrivalSettings } from "../../../core/api.ts";
import type { Ground } from "../../../core/worker/Ground.ts";
import { CancelledError, NotReadyError } from "../../../errors.ts";
import type { NewUserTables } from "../api.ts";
import { Arrivals } from "./Arrivals.ts";

/** Takes in those who come after the model has learnt, and tells of each of them. */
export class ArrivalDesk {
  readonly #ground: Ground;
  #arrivals: Arrivals | null = null;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** Lets go of those who were taken in from data that is gone. */
  forget(): void {
    this.#arrivals = null;
  }

  async takeIn(
    settings: ArrivalSettings,
    onProgress: (progress: ArrivalProgress) => void,
  ): Promise<ArrivalOutcome | null> {
    const data = this.#ground.data();
    return this.#ground.alone(onProgress, async (signal, tell) => {
      const { arrivals, outcome } = await Arrivals.run(data.catalogue, settings, signal, tell);
      if (data !== this.#ground.data()) throw new CancelledError("Stopped: the data was replaced.");
      this.#arrivals = arrivals;
      return outcome;
    });
  }

  async newUser(id: string, count: number): Promise<NewUserTables> {
    const data = this.#ground.data();
    const rows = await this.#arrivals?.newUser(id, count);
    if (!rows) throw new NotReadyError(`User ${id} is not among those taken in.`);
    const film = (row: number) => this.#ground.film(data, row);
    return {
      id,
      rated: rows.rated.map(({ item, rating }) => ({ ...film(item), rating })),
      recommended: rows.recommended.map(film),
      before: rows.before.map(film),
    };
  }
}
