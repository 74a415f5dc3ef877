import type { TrainingSettings } from "../../core/api.ts";

/** What is told of a model that was brought along. */
export interface BroughtModel extends Pick<TrainingSettings, "noComponents" | "learningRate"> {
  /** 0 where the file does not say. */
  epochs: number;
}

/** Models that leave the tab as a file, and come back as one. */
export interface TakingAlong {
  /** The current model as an `.npz` with the ids of its data; NumPy and Python's LightFM read it. */
  exportModel(): Promise<Uint8Array>;
  /**
   * Puts the model of an `.npz` in the current one's place. Rejects with a ModelFileError that says why not
   * where it cannot be read or is not of the current data; the current model then stays.
   */
  bringModel(file: File): Promise<BroughtModel>;
}
