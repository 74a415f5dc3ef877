/** What each user rated, by the rows of the model: one user's items lie side by side (CSR), each item once. */
export interface RatedItems {
  /** users + 1 ascending offsets into the other two. */
  indptr: Int32Array;
  items: Int32Array;
  ratings: Float32Array;
}

export interface RatingTriples {
  users: ArrayLike<number>;
  items: ArrayLike<number>;
  ratings: ArrayLike<number>;
}

/** @param triples in order of time: the last rating that a user gave an item counts */
export function ratedItems(userCount: number, triples: RatingTriples): RatedItems {
  const { users, items, ratings } = triples;
  const indptr = new Int32Array(userCount + 1);
  for (let i = 0; i < users.length; i++) indptr[users[i] + 1]++;
  for (let user = 0; user < userCount; user++) indptr[user + 1] += indptr[user];
  const next = indptr.slice(0, userCount);
  const positions = new Int32Array(users.length);
  for (let i = 0; i < users.length; i++) positions[next[users[i]]++] = i;

  const kept: RatedItems = {
    indptr: new Int32Array(userCount + 1),
    items: new Int32Array(users.length),
    ratings: new Float32Array(users.length),
  };
  let end = 0;
  for (let user = 0; user < userCount; user++) {
    const latest = new Map<number, number>();
    for (const i of positions.subarray(indptr[user], indptr[user + 1])) latest.set(items[i], ratings[i]);
    for (const [item, rating] of latest) {
      kept.items[end] = item;
      kept.ratings[end++] = rating;
    }
    kept.indptr[user + 1] = end;
  }
  return { indptr: kept.indptr, items: kept.items.slice(0, end), ratings: kept.ratings.slice(0, end) };
}

/** One user's ratings by item row; empty for a user who is not there. */
export function ratingsOf({ indptr, items, ratings }: RatedItems, user: number): Map<number, number> {
  const own = new Map<number, number>();
  if (user + 1 >= indptr.length) return own;
  for (let i = indptr[user]; i < indptr[user + 1]; i++) own.set(items[i], ratings[i]);
  return own;
}

/** How many ratings each item has. */
export function ratingsPerItem(itemCount: number, { items }: RatedItems): Int32Array {
  const counts = new Int32Array(itemCount);
  for (const item of items) counts[item]++;
  return counts;
}

/** The user of each rating. */
export function usersOf({ indptr, items }: RatedItems): Int32Array {
  const users = new Int32Array(items.length);
  for (let user = 0; user + 1 < indptr.length; user++) users.fill(user, indptr[user], indptr[user + 1]);
  return users;
}
