import type { Answers } from "../../files/Question.ts";
import type { DatasetSummary } from "../api/DatasetSummary.ts";
import type { OwnRating } from "../api/Film.ts";
import type { TrainingSettings } from "../api/training.ts";

export interface OpenedFiles {
  kind: "model" | "own" | "dataset";
  files: File[];
  /** The person's answers to questions about them. */
  answers: Answers;
}

/** Events, by which stores follow each other without knowing each other. */
export interface PageEvents {
  /** Other data is in use; a model saved with it may be too. */
  dataAdopted: DatasetSummary;
  /** The model can recommend something it could not before; `finished` is false while it still trains. */
  modelChanged: { finished: boolean };
  /** The person's ratings for the data in use, after loading, rating or undo. */
  ratingsChanged: readonly OwnRating[];
  /** The background worker is gone, and with it data and model. */
  workerFailed: Error;
  /** A new worker is ready, without data. */
  workerStarted: undefined;
  /** The model is to be trained from scratch with these. */
  settingsChosen: TrainingSettings;
  /** Saved data is to be opened, by name. */
  savedWorkOpened: string;
  /** Files were dropped, chosen or pasted: they replace what was opened before. */
  filesChosen: File[];
  /** What they turned out to be. */
  filesOpened: OpenedFiles;
}

export class Events {
  readonly #listeners = new Map<keyof PageEvents, ((payload: never) => void)[]>();

  on<Name extends keyof PageEvents>(name: Name, listener: (payload: PageEvents[Name]) => void): void {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
  }

  emit<Name extends keyof PageEvents>(name: Name, payload: PageEvents[Name]): void {
    for (const listener of this.#listeners.get(name) ?? []) {
      (listener as (payload: PageEvents[Name]) => void)(payload);
    }
  }
}
