import type { LightFM } from "../model/LightFM.ts";
import type { ModelSettings } from "./defaults.ts";
import { bestOf, type HeldOutFigures, merit } from "./heldOut.ts";

/** Settings that are being tried, examined after as many epochs as they have come to. */
export interface Trial extends HeldOutFigures {
  /** From 1, in the order in which they were drawn; the first are the settings the search began with. */
  number: number;
  settings: ModelSettings;
  epochs: number;
  /** Of learning, all epochs together. */
  seconds: number;
}

/** A trial and its model, which can learn on. */
export interface Climber {
  trial: Trial;
  model: LightFM;
}

interface Rung {
  epochs: number;
  trials: Trial[];
  /** Those that have not gone on, by their numbers. */
  waiting: Map<number, Climber>;
}

/** Of those that have come to a rung one in so many goes on to the next, which has so many times the epochs. */
const REDUCTION = 3;
const RUNGS = 3;

/** Who has come how far, and who may go on. */
export class Ladder {
  readonly #rungs: Rung[];

  /** @param epochs of the topmost rung */
  constructor(epochs: number) {
    const heights = Array.from({ length: RUNGS }, (_, i) =>
      Math.max(1, Math.round(epochs / REDUCTION ** (RUNGS - 1 - i))),
    );
    this.#rungs = [...new Set(heights)].map((height) => ({ epochs: height, trials: [], waiting: new Map() }));
  }

  /** The next rung's epochs. */
  epochsAbove({ trial }: Climber): number {
    return this.#rungs.find(({ epochs }) => epochs > trial.epochs)?.epochs ?? trial.epochs;
  }

  /** Whether a trial has come to the topmost rung. */
  isUp({ trial }: Climber): boolean {
    return trial.epochs === this.#rungs.at(-1)?.epochs;
  }

  /** Notes where a trial has come to. @returns the best of those that have come farthest */
  add(climber: Climber): Trial {
    const { trial } = climber;
    const rung = this.#rungs.find(({ epochs }) => epochs === trial.epochs) as Rung;
    rung.trials.push(trial);
    for (const { waiting } of this.#rungs) waiting.delete(trial.number);
    if (!this.isUp(climber)) rung.waiting.set(trial.number, climber);
    const farthest = this.#rungs.findLast(({ trials }) => trials.length > 0) as Rung;
    return bestOf(farthest.trials) as Trial;
  }

  /** One of the best third of a rung that has not gone on yet, from the highest rung that has one. */
  next(): Climber | undefined {
    for (const { trials, waiting } of this.#rungs.toReversed()) {
      const best = trials
        .toSorted((a, b) => merit(b) - merit(a))
        .slice(0, Math.floor(trials.length / REDUCTION));
      const next = best.find(({ number }) => waiting.has(number));
      if (!next) continue;
      const climber = waiting.get(next.number);
      waiting.delete(next.number);
      return climber;
    }
  }
}
