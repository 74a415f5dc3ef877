import { ofPair } from "../matrix/pseudoRandom.ts";
import type { Catalogue } from "./Catalogue.ts";
import type { RatingsTable } from "./RatingsTable.ts";

/** What experiments can train on several times while somebody waits. */
const MOST_RATINGS = 1_000_000;
/** Other users than those that are held out to examine a model on. */
const SEED = 1;

/**
 * The data with all ratings of some users, chosen at random, the same ones each time: about as many ratings as
 * wanted. Items keep their rows, those that none of these users rated too.
 */
export function sampleUsers(catalogue: Catalogue, mostRatings = MOST_RATINGS): Catalogue {
  const { ratings, userFeatures } = catalogue;
  const share = mostRatings / ratings.users.length;
  if (share >= 1) return catalogue;
  const kept = ratings.userIds.flatMap((_, user) => (ofPair(user, SEED) < share ? [user] : []));
  return {
    ...catalogue,
    name: `${catalogue.name}, ${kept.length} users`,
    ratings: ratingsOf(ratings, kept),
    userFeatures: userFeatures && kept.map((user) => userFeatures[user]),
  };
}

function ratingsOf(
  { userIds, itemIds, users, items, ratings, timestamps }: RatingsTable,
  kept: readonly number[],
): RatingsTable {
  const rows = new Int32Array(userIds.length).fill(-1);
  for (const [row, user] of kept.entries()) rows[user] = row;
  const count = users.reduce((sum, user) => sum + Number(rows[user] >= 0), 0);
  const positions = new Int32Array(count);
  let end = 0;
  for (let at = 0; at < users.length; at++) if (rows[users[at]] >= 0) positions[end++] = at;
  return {
    userIds: kept.map((user) => userIds[user]),
    itemIds,
    users: positions.map((at) => rows[users[at]]),
    items: positions.map((at) => items[at]),
    ratings: Float32Array.from(positions, (at) => ratings[at]),
    timestamps: timestamps && Float64Array.from(positions, (at) => timestamps[at]),
  };
}
