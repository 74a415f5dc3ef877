import type { Steering } from "./api.ts";

/** The list as it is if nobody steers it. */
export const NEUTRAL: Steering = {
  popularity: 0,
  variety: 0,
  familiarity: 0,
  genres: [],
  withoutGenres: [],
  decades: [],
  withoutSequels: false,
  onlyWatchlist: false,
  sorting: "best",
};
