/** When everybody came and rated: the ground on which "current" and "new" are told apart. */
export interface Timeline {
  users: number;
  interactions: number;
  /** Unix seconds of the first and the last interaction. */
  from: number;
  to: number;
  /** A dot for each interaction, in order of time; of very many, an even choice of them. */
  dots: {
    /** From 0, the first interaction, to 1, the last. */
    times: Float32Array;
    /** The user's place in the order in which they came, 0 for the first. */
    users: Uint32Array;
  };
  /** What a line between current and new means, for each per mille of the interactions that is current, 0 to 1000. */
  cuts: {
    /** Interactions before the line. */
    current: Uint32Array;
    /** Users who were there before the line; those who come later are new. */
    currentUsers: Uint32Array;
    /** Interactions of the new users. */
    byNewUsers: Uint32Array;
    /** Unix seconds of the first new interaction, or of the last of all where none is new. */
    seconds: Float64Array;
  };
}

export interface TimelineTrainer {
  /** Needs data, not a model. Null where the data has no timestamps. */
  timeline(): Promise<Timeline | null>;
}
