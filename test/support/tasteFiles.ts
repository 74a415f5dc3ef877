import { SeededRandom } from "../../src/matrix/random.ts";

export interface TasteRating {
  user: number;
  film: number;
  stars: number;
  seconds: number;
}

/** Film 1 is named to be found; the others are as plain as data can be. */
const FILMS = Array.from({ length: 30 }, (_, i) => i + 1);
const USERS = 80;
/** The last of the users come when nearly all has been rated. */
const NEWCOMERS = 4;
const FIRST_SECOND = 1_000_000_000;
const SECONDS = 1_000_000;

/** Ids of the films of a taste, 0 or 1. */
export function filmsOf(taste: number): string[] {
  return FILMS.filter((film) => film % 2 === taste).map(String);
}

/** Two tastes: even users like even films and mostly leave the odd ones alone, odd users the other way round. */
export const tasteRatings: readonly TasteRating[] = (() => {
  const random = new SeededRandom(7);
  const ratings: TasteRating[] = [];
  for (let user = 1; user <= USERS; user++) {
    const from = user > USERS - NEWCOMERS ? 0.96 : 0;
    for (const film of FILMS) {
      const liked = film % 2 === user % 2;
      if (random.float() > (liked ? 0.6 : 0.2)) continue;
      const stars = (liked ? 6 + random.below(5) : 1 + random.below(5)) / 2;
      const seconds = FIRST_SECOND + Math.floor((from + (1 - from) * random.float()) * SECONDS);
      ratings.push({ user, film, stars, seconds });
    }
  }
  return ratings;
})();

export function ratingsFile(ratings: readonly TasteRating[], { timestamps = true } = {}): File {
  const lines = ratings.map(({ user, film, stars, seconds }) =>
    [user, film, stars, ...(timestamps ? [seconds] : [])].join(","),
  );
  const header = `userId,movieId,rating${timestamps ? ",timestamp" : ""}`;
  return new File([[header, ...lines, ""].join("\n")], "ratings.csv");
}

export function filmsFile(): File {
  const lines = FILMS.map((film) => {
    const title = film === 1 ? '"Matrix, The (1999)"' : `Film ${film} (2001)`;
    return `${film},${title},${film % 2 === 1 ? "Action|Sci-Fi" : "Drama|Romance"}`;
  });
  return new File([["movieId,title,genres", ...lines, ""].join("\n")], "movies.csv");
}

/** Of several pieces, so that reading it can be stopped on the way. */
export function longRatingsFile(): File {
  const lines = Array.from({ length: 60_000 }, (_, i) => `${i % 700},${i % 300},${3 + (i % 3)}`);
  return new File([["userId,movieId,rating", ...lines, ""].join("\n")], "long.csv");
}
