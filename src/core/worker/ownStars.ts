import { LIKED_FROM, type Taste } from "../api/Film.ts";
import type { LoadedData } from "./LoadedData.ts";

/** What a person says of an item, as it counts for their list. */
export interface OwnStars {
  item: number;
  /** Null if it was seen and not rated. */
  stars: number | null;
  /** False if it is disliked unseen. */
  seen?: boolean;
  /** How often it counts, 1 if left out. */
  times?: number;
}

/** The stars of "Not for me". */
const UNWANTED = 1;

/** Ratings, what is not for them as a dislike of something unseen, and what they have seen. */
export function ownStars(data: LoadedData, { ratings, answers }: Taste): OwnStars[] {
  const rated = ratings.map(({ filmId, stars }) => ({ filmId, stars, seen: true }));
  const isRated = new Set(ratings.map(({ filmId }) => filmId));
  const notFor = answers
    .filter(({ answer }) => answer === "notForMe")
    .map(({ filmId }) => ({ filmId, stars: UNWANTED, seen: false }));
  const seen = answers
    .filter(({ filmId, answer }) => answer === "seen" && !isRated.has(filmId))
    .map(({ filmId }) => ({ filmId, stars: null, seen: true }));
  return [...rated, ...notFor, ...seen].flatMap(({ filmId, stars, seen }) => {
    const item = data.row(filmId);
    return item === undefined ? [] : [{ item, stars, seen }];
  });
}

export function isLiked({ stars }: OwnStars): boolean {
  return stars !== null && stars >= LIKED_FROM;
}

export function isDisliked({ stars }: OwnStars): boolean {
  return stars !== null && stars < LIKED_FROM;
}
