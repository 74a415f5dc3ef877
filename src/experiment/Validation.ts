import { HELD_OUT, randomTrainTestSplit } from "../dataset/splits.ts";
import { popularityRanks } from "../evaluation/popularity.ts";
import type { Interactions } from "../matrix/Interactions.ts";
import type { LightFM } from "../model/LightFM.ts";
import { type FiguresPerUser, figuresPerUser, type HeldOutFigures, meanFigures } from "./heldOut.ts";

/**
 * A part of the interactions to learn from, and the rest to examine on. Here all users and items of the
 * data have rows from the beginning, as they have with LightFM, so figures can be compared with its own.
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

  /** A share of `train` held out in turn: to choose by, so that what is examined here had no say. */
  inner(seed: number): Validation {
    return new Validation(this.train, seed);
  }

  /** @param model has learnt `train` */
  async perUser(model: LightFM): Promise<FiguresPerUser> {
    return figuresPerUser(await model.predictRank(this.#test, { train: this.train }));
  }

  /** The figures of recommending to everybody what is liked most in `train`. */
  async popularityPerUser(): Promise<FiguresPerUser> {
    return figuresPerUser(await popularityRanks(this.#test, this.train));
  }

  async popularity(): Promise<HeldOutFigures> {
    return meanFigures(await this.popularityPerUser());
  }
}
