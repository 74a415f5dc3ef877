import type { DatasetSummary, Nouns, ReadingProgress } from "../api/DatasetSummary.ts";
import type { TrainingRecord } from "../api/training.ts";
import { Store } from "./Store.ts";

/** A file being read, and how many seconds are left; null while nobody can tell. */
export interface Reading extends ReadingProgress {
  secondsLeft: number | null;
}

export interface ModelSummary extends TrainingRecord {
  /** Where it was trained: in this visit, on an earlier one, or elsewhere and imported or published. */
  origin: "here" | "earlier" | "imported" | "published";
}

interface WorkspaceState {
  /** Null until the first data has been read. */
  dataset: DatasetSummary | null;
  /** Null until a model has finished training. */
  model: ModelSummary | null;
  /** Set while files are read. */
  reading: Reading | null;
}

const EMPTY: WorkspaceState = { dataset: null, model: null, reading: null };

const FILMS: Nouns = { one: "film", many: "films" };

/** What the items of the data are called; films while there is none. */
export const nounsOf = ({ dataset }: Pick<WorkspaceState, "dataset">): Nouns => dataset?.nouns ?? FILMS;

/** What the worker holds, as far as the whole page needs to know. */
export class WorkspaceStore extends Store<WorkspaceState> {
  constructor() {
    super(EMPTY);
  }

  clear(): void {
    this.set(EMPTY);
  }
}
