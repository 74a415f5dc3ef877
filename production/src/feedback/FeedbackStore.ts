/** What a user said of an item. */
export interface Rating {
  user: string;
  item: string;
  rating: number;
}

/** A rating that is kept; sequences count from 1 without gaps. */
export interface KeptRating extends Rating {
  sequence: number;
}

/** Where feedback outlives the service. */
export interface FeedbackStore {
  /** Names it, so that a model can say from which store it has learnt, and up to where. */
  readonly id: string;
  /**
   * Resolves when the ratings would survive a crash, with all that is kept beyond what was told before, in order.
   * @throws StorageError if they cannot be kept now.
   */
  append(ratings: readonly Rating[]): Promise<KeptRating[]>;
  /** Waits for what is being written. */
  close(): Promise<void>;
}
