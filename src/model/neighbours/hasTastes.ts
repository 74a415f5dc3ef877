import { SeededRandom } from "../../matrix/random.ts";
import { nextTaskIfDue } from "../../nextTask.ts";
import { indicesIn, type Likes } from "./likes.ts";

/** So many users are asked about at most, with a like to hide and two to tell of it. */
const USERS = 500;
const FEWEST_LIKES = 3;
/** So many of their other likes are looked at, and so many people who share each, at most. */
const MOST_KNOWN = 30;
const MOST_FANS = 200;
/** Of supermarket baskets, likes tell about as much as popularity, and of news .8 as much. */
const FEWEST_TOLD = 0.9;
/** Keeps two that happen to share a few people from being alike (`ItemKnn`). */
const SHRINKAGE = 10;

/**
 * Whether what people like tells about as much of what else they like as popularity does, or more. It does of films, books
 * and goods; it does not of news, which are read by everybody and forgotten. One like of each of some users is hidden, and looked for by
 * the likes of those who share their others, and by popularity.
 */
export async function hasTastes(likes: Likes): Promise<boolean> {
  const { told, popular } = await gainsOf(likes);
  return told >= FEWEST_TOLD * popular;
}

/** What was found of the hidden likes in all, by others' likes and by popularity. */
export async function gainsOf(likes: Likes): Promise<{ told: number; popular: number }> {
  const { users, items, ofUser, ofItem } = likes;
  const random = new SeededRandom(0);
  const asked = Int32Array.from({ length: users }, (_, user) => user).filter(
    (user) => indicesIn(ofUser, user).length >= FEWEST_LIKES,
  );
  random.shuffle(asked);
  const counts = Float64Array.from({ length: items }, (_, item) => indicesIn(ofItem, item).length);
  let told = 0;
  let popular = 0;
  for (const user of asked.subarray(0, USERS)) {
    await nextTaskIfDue();
    const own = indicesIn(ofUser, user).slice();
    random.shuffle(own);
    const [hidden, ...known] = own;
    // Nothing of the user's own may speak for what they like.
    const popularity = counts.slice();
    for (const item of own) popularity[item]--;
    const scores = new Float64Array(items);
    for (const item of known.slice(0, MOST_KNOWN)) addAlike(scores, likes, item, user, popularity);
    for (const item of known) {
      popularity[item] = -1;
      scores[item] = -1;
    }
    told += gainOf(scores, hidden);
    popular += gainOf(popularity, hidden);
  }
  return { told, popular };
}

/** Adds how alike each item is to this one: the cosine of who likes them, the user aside. */
function addAlike(
  scores: Float64Array,
  { ofUser, ofItem }: Likes,
  item: number,
  user: number,
  counts: Float64Array,
): void {
  const fans = indicesIn(ofItem, item);
  const step = Math.max(1, Math.floor(fans.length / MOST_FANS));
  for (let i = 0; i < fans.length; i += step) {
    if (fans[i] === user) continue;
    for (const other of indicesIn(ofUser, fans[i])) {
      scores[other] += step / (Math.sqrt(counts[item] * counts[other]) + SHRINKAGE);
    }
  }
}

/** More for a higher rank, as in nDCG; equals share the places that they have. */
function gainOf(scores: Float64Array, item: number): number {
  let rank = 0.5;
  for (const score of scores) rank += score > scores[item] ? 1 : score === scores[item] ? 0.5 : 0;
  return 1 / Math.log2(1 + rank);
}
