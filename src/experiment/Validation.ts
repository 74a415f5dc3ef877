import { randomTrainTestSplit } from "../dataset/splits.ts";
import { popularityRanks } from "../evaluation/popularity.ts";
import type { Interactions } from "../matrix/Interactions.ts";
import type { LightFM } from "../model/LightFM.ts";
import { figuresOf, type HeldOutFigures } from "./heldOut.ts";

/** The share that is held out at random. */
export const HELD_OUT = 0.3;

/**
 * A part of the interactions to learn from, and the rest to examine on. Here all users and items of the
 * data have rows from the beginning, as they have with LightFM: so its figures can be compared.
 */
export class Validation {
  readonly train: Interactions;
  readonly #test: Interactions;

  /** @param interactions of all users and items */
  constructor(interactions: Interactions, seed: number) {
    const { train, test } = randomTrainTestSplit(interactions, { testShare: HELD_OUT, seed });
    this.train = train;
    this.#test = test;
  }

  /** The held-out figures of a model that has learnt `train`, of those users for whom `who` holds. */
  async figures(model: LightFM, who?: (user: number) => boolean): Promise<HeldOutFigures> {
    return figuresOf(await model.predictRank(this.#test, { train: this.train }), who);
  }

  /** Those of recommending to everybody what is liked most in `train`. */
  async popularity(): Promise<HeldOutFigures> {
    return figuresOf(await popularityRanks(this.#test, this.train));
  }
}
