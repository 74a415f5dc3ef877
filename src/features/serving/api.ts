import type { Film } from "../../core/api/Film.ts";
import type { Progress } from "../../core/api/work.ts";

export interface BatchProgress extends Progress {
  /** Scoring everyone and filling the database; then saving it in the browser's storage. */
  phase: "fill" | "save";
}

/** A database of everyone's recommendations, computed in advance. */
export interface Batch {
  /** Milliseconds since 1970. */
  madeAt: number;
  users: number;
  /** Recommendations for each user; fewer where fewer items are left. */
  perUser: number;
  rows: number;
  bytes: number;
  /** To build it, without saving. */
  seconds: number;
  /** Epochs of the model it was built from. */
  epochs: number;
  /** Why it could not be saved, in a sentence; null if it is saved. */
  notSaved: string | null;
}

/** Milliseconds of a look-up, over many. */
export interface Latency {
  calls: number;
  median: number;
  percentile95: number;
}

/** Both ways to serve, measured on the current data. */
export interface ServingMeasure {
  /** For users drawn at random, each looked up both ways. */
  batch: Latency;
  onDemand: Latency;
  /** The share of those users' listed items that the model would now replace. */
  stale: number;
  /** Epochs of the current model. */
  epochs: number;
  /** What the model holds in memory to answer. */
  modelBytes: number;
}

/** One user's list, from the database and from the model. */
export interface LookUp {
  userId: string;
  batch: Film[];
  onDemand: Film[];
  latency: { batch: Latency; onDemand: Latency };
}
