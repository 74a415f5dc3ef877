import { allPositions, countingSort } from "../../matrix/countingSort.ts";
import type { Steps } from "../../steps.ts";
import type { RatingsTable } from "../RatingsTable.ts";
import { withoutRows } from "./withoutRows.ts";

/** Rows that are looked at between two steps. */
const AT_ONCE = 2 ** 22;

/**
 * Where a user rated an item more than once, the latest counts: by time, else by its place in the file.
 * @param strongest whether the highest counts instead, as a purchase does before a later view
 */
export function* withoutRepeats(
  table: RatingsTable,
  strongest: boolean,
  tell: (share: number) => void,
): Steps<RatingsTable> {
  const { userIds, users } = table;
  let overruled = yield* overruledIn(table, strongest, null, tell);
  if (overruled === "unsorted") {
    const byUser = countingSort(users, userIds.length, allPositions(users.length));
    overruled = yield* overruledIn(table, strongest, byUser, tell);
  }
  return overruled instanceof Uint8Array ? withoutRows(table, overruled) : table;
}

/**
 * Goes from user to user, so that it is enough to know of each item where it was rated last.
 * @param byUser the rows in that order; null to take them as they come, in which most tables are sorted
 * @returns null if there are no repeats
 */
function* overruledIn(
  { itemIds, users, items, ratings, timestamps }: RatingsTable,
  strongest: boolean,
  byUser: Int32Array | null,
  tell: (share: number) => void,
): Steps<Uint8Array | null | "unsorted"> {
  const { length } = users;
  const order = strongest ? ratings : timestamps;
  const lastPlace = new Int32Array(itemIds.length).fill(-1);
  let overruled: Uint8Array | null = null;
  let user = -1;
  let firstPlace = 0;
  for (let place = 0; place < length; place++) {
    if (place % AT_ONCE === 0) yield tell(place / length);
    const position = byUser ? byUser[place] : place;
    if (users[position] !== user) {
      if (users[position] < user) return "unsorted";
      user = users[position];
      firstPlace = place;
    }
    const item = items[position];
    const last = lastPlace[item];
    if (last >= firstPlace) {
      const before = byUser ? byUser[last] : last;
      const isLater = !order || order[position] >= order[before];
      overruled ??= new Uint8Array(length);
      overruled[isLater ? before : position] = 1;
      if (!isLater) continue;
    }
    lastPlace[item] = place;
  }
  return overruled;
}
