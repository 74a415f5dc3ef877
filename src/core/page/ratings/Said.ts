import type { Answer } from "../../api/Film.ts";

/** What a person says of a film: stars, or another answer. */
export type Said = {
  /** Milliseconds since 1970 of the first rating. */
  ratedAt: number;
  /** Its place in the list, the largest first: the clock may be set back. */
  place: number;
} & ({ stars: number; answer: null } | { stars: null; answer: Answer });

/** What they say of one film now; null if they take it back. */
export interface RatingChange {
  dataset: string;
  filmId: string;
  said: Said | null;
}
