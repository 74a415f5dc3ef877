import { Interactions } from "../../src/matrix/Interactions.ts";
import { SeededRandom } from "../../src/matrix/random.ts";

const USERS = 943;
const ITEMS = 1682;
const RATINGS = 100_000;
const HELD_OUT = 10;
const FEWEST = 20;
const MOST = 700;
const GENRES = 18;
/** Of tastes. */
const DIMENSIONS = 4;

/** What LightFM's own tests stand on, as near as generated ratings come to MovieLens 100K. */
export interface Like100k {
  /** 1 for what was liked, -1 for what was not. */
  train: Interactions;
  /** Ten ratings of each user. */
  test: Interactions;
  /** Genres of each item. */
  genres: readonly (readonly string[])[];
}

/**
 * Few are famous and most films hardly rated, people rate what is like them, and like what is good and like them
 * more often than not. LightFM 1.17 passes its own tests on these ratings (`docs/coming-from-lightfm.md`).
 */
export function generateLike100k(seed = 1): Like100k {
  const random = new SeededRandom(seed);
  const normal = () => {
    const radius = Math.sqrt(-2 * Math.log(1 - random.float()));
    return radius * Math.cos(2 * Math.PI * random.float());
  };
  const vector = () => Array.from({ length: DIMENSIONS }, normal);
  const genreTastes = Array.from({ length: GENRES }, vector);
  const genres = Array.from({ length: ITEMS }, () => [
    ...new Set(Array.from({ length: 1 + random.below(3) }, () => random.below(GENRES))),
  ]);
  // Most of what a film is like comes from its genres.
  const tastes = genres.map((own) =>
    vector().map((noise, i) => {
      const ofGenres = own.reduce((sum, genre) => sum + genreTastes[genre][i], 0) / Math.sqrt(own.length);
      return Math.sqrt(0.6) * ofGenres + Math.sqrt(0.4) * noise;
    }),
  );
  const fame = Array.from({ length: ITEMS }, (_, rank) => Math.log(Math.exp(-rank / 200) + 2e-4));
  const quality = fame.map((log) => 0.35 * (log + 3) + 0.4 * normal());
  const activity = Array.from({ length: USERS }, () => Math.exp(1.1 * normal()));
  const whole = activity.reduce((sum, own) => sum + own, 0);
  const parts: Record<"train" | "test", [user: number, item: number, value: number][]> = {
    train: [],
    test: [],
  };
  for (let user = 0; user < USERS; user++) {
    const own = vector();
    const bias = 0.5 * normal();
    const affinity = tastes.map((taste) => dot(own, taste) / Math.sqrt(DIMENSIONS));
    // Gumbel noise draws without replacement, in proportion to the exponential.
    const keys = fame.map(
      (log, item) => log + 1.6 * affinity[item] - Math.log(-Math.log(random.float() || 1e-9)),
    );
    const count = FEWEST + Math.round((activity[user] / whole) * (RATINGS - FEWEST * USERS));
    const rated = Int32Array.from(keys.keys())
      .sort((a, b) => keys[b] - keys[a])
      .slice(0, Math.min(MOST, count));
    random.shuffle(rated);
    rated.forEach((item, place) => {
      const verdict = quality[item] + 0.8 * affinity[item] + bias - 0.6 + 1.05 * normal();
      parts[place < HELD_OUT ? "test" : "train"].push([user, item, verdict > 0 ? 1 : -1]);
    });
  }
  return {
    train: matrix(parts.train),
    test: matrix(parts.test),
    genres: genres.map((own) => own.map((genre) => `genre ${genre}`)),
  };
}

function matrix(entries: readonly (readonly number[])[]): Interactions {
  const [userIds, itemIds, values] = [0, 1, 2].map((place) => entries.map((entry) => entry[place]));
  return new Interactions(USERS, ITEMS, userIds, itemIds, values);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i], 0);
}
