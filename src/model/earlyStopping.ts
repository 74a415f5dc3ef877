import { checkOptions, optionalFunction, show, wholeNumber } from "../arguments.ts";
import { ArgumentError } from "../errors.ts";
import type { ModelState } from "./ModelState.ts";

/** When training stops before its last epoch. */
export interface EarlyStopping<Model> {
  /** Scores the model after every epoch; higher is better. */
  metric: (model: Model) => number | Promise<number>;
  /** The number of epochs without a better score after which training stops, 1 or more. */
  patience: number;
}

/** Follows a metric over the epochs and remembers the best state. */
export class BestEpoch<Model> {
  readonly #options: EarlyStopping<Model>;
  #figure = Number.NEGATIVE_INFINITY;
  #since = 0;
  /** Null before the first epoch. */
  state: ModelState | null = null;

  /** @throws ArgumentError if an option is unknown or out of range. */
  constructor(options: EarlyStopping<Model>) {
    checkOptions(options, ["metric", "patience"], "earlyStopping");
    if (options.metric === undefined) throw new ArgumentError("earlyStopping.metric is missing.");
    optionalFunction("earlyStopping.metric", options.metric);
    wholeNumber("patience", options.patience, 1, 1_000_000);
    this.#options = options;
  }

  /**
   * Whether it is time to stop.
   * @throws ArgumentError if the metric gives no number.
   */
  async judge(model: Model, state: ModelState): Promise<boolean> {
    const figure = await this.#options.metric(model);
    if (typeof figure !== "number" || Number.isNaN(figure)) {
      throw new ArgumentError(`earlyStopping.metric must give a number, not ${show(figure)}.`);
    }
    if (figure > this.#figure) {
      this.#figure = figure;
      this.#since = 0;
      this.state = state;
    } else {
      this.#since++;
    }
    return this.#since >= this.#options.patience;
  }
}
