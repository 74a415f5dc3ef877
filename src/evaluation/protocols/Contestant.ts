import type { Interactions } from "../../matrix/Interactions.ts";

/** What a contestant has learnt: it scores every item, higher is better. */
export interface Learnt {
  /** @param likes what this user of the training data likes in it */
  forUser(user: number, likes: Int32Array): Promise<Float32Array> | Float32Array;
  /** For somebody who was not in the training data and likes these items. */
  forStranger(likes: Int32Array): Promise<Float32Array> | Float32Array;
}

export interface LearnOptions {
  seed: number;
  signal?: AbortSignal | undefined;
}

/** A way to recommend that takes part in a comparison. */
export interface Contestant {
  /** As in the report: "matinee", "ease" … */
  name: string;
  learn(train: Interactions, options: LearnOptions): Promise<Learnt>;
}
