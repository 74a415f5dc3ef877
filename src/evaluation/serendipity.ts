import { checkKeys, toRowNumbers } from "../arguments.ts";
import { ArgumentError } from "../errors.ts";
import type { Rows } from "../matrix/rows.ts";
import { checkLists, checkSameUsers, type RecommendationLists } from "./lists.ts";
import type { PerUser } from "./rankMetrics.ts";

/**
 * Serendipity: the share of each user's list that they like and that popularity would not have shown them (Ge,
 * Delgado-Battenfeld and Jannach 2010). Popularity's own list scores 0.
 * @param expected what popularity recommends to each user, in the order of `lists`
 * @param liked what each user likes in test
 * @returns NaN for users who like nothing in test or whose list is empty
 * @throws ArgumentError if these are not lists and rows, or their numbers of users differ.
 */
export function serendipity(lists: RecommendationLists, expected: RecommendationLists, liked: Rows): PerUser {
  checkLists("lists", lists, 2 ** 31 - 1);
  checkLists("expected", expected, 2 ** 31 - 1);
  checkSameUsers("expected", expected, lists);
  checkKeys(liked, ["indptr", "indices"], "liked");
  const indices = toRowNumbers("liked.indices", liked.indices, 2 ** 31 - 1);
  const indptr = toRowNumbers("liked.indptr", liked.indptr, indices.length + 1);
  if (indptr.length <= lists.length) {
    throw new ArgumentError("liked must hold the rows of as many users as lists.");
  }
  return Float32Array.from(lists, (list, user) => {
    const likes = new Set(indices.subarray(indptr[user], indptr[user + 1]));
    if (likes.size === 0 || list.length === 0) return Number.NaN;
    const known = new Set(expected[user]);
    return list.filter((item) => likes.has(item) && !known.has(item)).length / list.length;
  });
}
