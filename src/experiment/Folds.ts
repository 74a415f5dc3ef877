import { NotReadyError } from "../errors.ts";
import { allPositions } from "../matrix/countingSort.ts";
import type { Interactions } from "../matrix/Interactions.ts";
import { SeededRandom } from "../matrix/random.ts";
import type { TestRanks } from "../model/rankTestItems.ts";
import { type Accuracy, accuracy, figuresOf } from "./heldOut.ts";
import type { TimeSplit } from "./TimeSplit.ts";
import { together } from "./together.ts";

/** One fold of the new part held out, the others to take in; all of all users and items. */
export class Fold {
  readonly #current: Interactions;

  constructor(
    current: Interactions,
    readonly train: Interactions,
    readonly test: Interactions,
  ) {
    this.#current = current;
  }

  /**
   * The current part and `train` together: what is left out of rankings, and what retraining learns from.
   * Put together when it is asked for, so that not every fold holds all interactions.
   */
  get known(): Interactions {
    return together(this.#current, this.train);
  }
}

/** Figures of those who have come since the boundary, and of those who were there before, apart. */
export interface ByArrival {
  newUsers: Accuracy;
  oldUsers: Accuracy;
}

/** What a way of taking in the new part achieves: means over the folds. */
export interface TakenIn extends ByArrival {
  /** Of learning, in one fold. */
  seconds: number;
}

const FOLDS = 5;

/** The new part in folds at random: each is held out once, while the others are taken in. */
export class Folds {
  readonly all: readonly Fold[];
  readonly #split: TimeSplit;

  /** @throws NotReadyError where there are fewer new interactions than folds. */
  constructor(split: TimeSplit, { seed }: { seed: number }) {
    const { added } = split;
    if (added.length < FOLDS) {
      throw new NotReadyError(
        `Of these ratings only ${added.length} are new, too few to hold a fifth of them out: take more.`,
      );
    }
    const order = allPositions(added.length);
    new SeededRandom(seed).shuffle(order);
    const current = split.whole(split.current);
    this.#split = split;
    this.all = Array.from({ length: FOLDS }, (_, fold) => {
      const train = added.pick(order.filter((_, i) => i % FOLDS !== fold));
      const test = added.pick(order.filter((_, i) => i % FOLDS === fold));
      return new Fold(current, train, test);
    });
  }

  figures(ranks: TestRanks): ByArrival {
    return {
      newUsers: accuracy(figuresOf(ranks, (user) => this.#split.isNew(user))),
      oldUsers: accuracy(figuresOf(ranks, (user) => !this.#split.isNew(user))),
    };
  }
}

/** Means over folds, NaN left out. */
export function meanOf(folds: readonly TakenIn[]): TakenIn {
  const over = (pick: (fold: TakenIn) => number) => {
    const figures = folds.map(pick).filter((figure) => !Number.isNaN(figure));
    return figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  };
  const side = (users: keyof ByArrival) => ({
    auc: over((fold) => fold[users].auc),
    precisionAt10: over((fold) => fold[users].precisionAt10),
  });
  return { newUsers: side("newUsers"), oldUsers: side("oldUsers"), seconds: over(({ seconds }) => seconds) };
}
