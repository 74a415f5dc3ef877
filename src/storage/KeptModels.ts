import type { EpochEnd } from "../model/fitting.ts";

/** A model and the twin that it is examined by, each as the bytes of an `.npz`. */
export interface KeptModels {
  model: Uint8Array;
  /** Null for a model that was brought along. */
  twin: Uint8Array | null;
  /** The model's last epoch where it was stopped before its twin had caught up. */
  unexamined: EpochEnd | null;
}
