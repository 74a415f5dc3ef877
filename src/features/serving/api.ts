import type { Film } from "../../core/api.ts";

/** How far some work is, from 0 to 1, and how long the rest takes at the pace so far. */
export interface Progress {
  done: number;
  secondsLeft: number | null;
}

export interface BatchProgress extends Progress {
  /** Scoring everybody and filling the database; then putting it into the browser's storage. */
  phase: "fill" | "keep";
}

/** A database of everybody's recommendations, made beforehand. */
export interface Batch {
  /** Milliseconds since 1970. */
  madeAt: number;
  users: number;
  /** Recommendations of each user; fewer where fewer items are left. */
  perUser: number;
  rows: number;
  bytes: number;
  /** Of making it, without putting it into storage. */
  seconds: number;
  /** What the model had learnt by then. */
  epochs: number;
  /** Why it lasts only as long as the tab, in a sentence; null where it is kept. */
  notKept: string | null;
}

/** Milliseconds of a look-up. */
export interface Latency {
  median: number;
  percentile99: number;
}

/** Both ways to serve, measured on the data at hand. */
export interface ServingMeasure {
  /** Users who were looked up, drawn at random. */
  lookUps: number;
  batch: Latency;
  onDemand: Latency;
  /** Of the items in those users' lists, the share that the model would replace now. */
  stale: number;
  /** What the model has learnt by now. */
  epochs: number;
  /** What the model holds in memory to answer from. */
  modelBytes: number;
}

/** One user's list, as the database has it and as the model has it now. */
export interface LookUp {
  userId: string;
  batch: Film[];
  onDemand: Film[];
  milliseconds: { batch: number; onDemand: number };
}

export interface ServingTrainer {
  /** The database made of this data in an earlier visit; null where there is none. */
  openBatch(): Promise<Batch | null>;
  /**
   * Scores every user of the data against every item, writes the best into a SQLite database, rated items left
   * out, and keeps it in the origin-private file system. Null where stopped: then the one before is still there.
   */
  makeBatch(perUser: number, onProgress: (progress: BatchProgress) => void): Promise<Batch | null>;
  measureServing(): Promise<ServingMeasure>;
  /** Rejects with an ArgumentError where the data holds no such user. */
  lookUp(userId: string): Promise<LookUp>;
  /** The database as a file. */
  batchFile(): Promise<Blob>;
}
