import type { RatingsTable } from "../../../dataset/RatingsTable.ts";
import { timePositions } from "../../../dataset/splits.ts";
import type { Timeline } from "../api.ts";

/** More could not be told apart on a screen. */
const MOST_DOTS = 250_000;
const PER_MILLE = 1000;

/** Users by date joined, and what every possible line between known and new means. */
export function timelineOf({ userIds, users, timestamps }: RatingsTable): Timeline | null {
  if (!timestamps || timestamps.length === 0) return null;
  const order = timePositions(timestamps, 1).earlier;
  const { length } = order;
  const from = timestamps[order[0]];
  const to = timestamps[order[length - 1]];

  const places = new Int32Array(userIds.length).fill(-1);
  const firsts: number[] = [];
  const counts: number[] = [];
  for (let i = 0; i < length; i++) {
    const user = users[order[i]];
    if (places[user] < 0) {
      places[user] = firsts.length;
      firsts.push(i);
      counts.push(0);
    }
    counts[places[user]]++;
  }

  const cuts: Timeline["cuts"] = {
    known: new Uint32Array(PER_MILLE + 1),
    knownUsers: new Uint32Array(PER_MILLE + 1),
    byNewUsers: new Uint32Array(PER_MILLE + 1),
    seconds: new Float64Array(PER_MILLE + 1),
  };
  let knownUsers = 0;
  let byNewUsers = length;
  for (let cut = 0; cut <= PER_MILLE; cut++) {
    const known = Math.floor((cut / PER_MILLE) * length);
    while (knownUsers < firsts.length && firsts[knownUsers] < known) byNewUsers -= counts[knownUsers++];
    cuts.known[cut] = known;
    cuts.knownUsers[cut] = knownUsers;
    cuts.byNewUsers[cut] = byNewUsers;
    cuts.seconds[cut] = timestamps[order[Math.min(known, length - 1)]];
  }

  const step = Math.ceil(length / MOST_DOTS);
  const shown = Math.ceil(length / step);
  const dots = { times: new Float32Array(shown), users: new Uint32Array(shown) };
  for (let i = 0; i < shown; i++) {
    const position = order[i * step];
    dots.times[i] = to > from ? (timestamps[position] - from) / (to - from) : 0;
    dots.users[i] = places[users[position]];
  }
  return { users: firsts.length, interactions: length, from, to, dots, cuts };
}
