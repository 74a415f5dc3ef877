import type { RatingsTable } from "../../../dataset/RatingsTable.ts";
import { timePositions } from "../../../dataset/splits.ts";
import type { Timeline } from "../timelineApi.ts";

/** More cannot be told apart on a screen, and would only be waited for. */
const MOST_DOTS = 250_000;
const PER_MILLE = 1000;

/** Users in the order in which they came, and what every possible line between current and new parts. */
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
    current: new Uint32Array(PER_MILLE + 1),
    currentUsers: new Uint32Array(PER_MILLE + 1),
    byNewUsers: new Uint32Array(PER_MILLE + 1),
    seconds: new Float64Array(PER_MILLE + 1),
  };
  let known = 0;
  let byNewUsers = length;
  for (let cut = 0; cut <= PER_MILLE; cut++) {
    const current = Math.floor((cut / PER_MILLE) * length);
    while (known < firsts.length && firsts[known] < current) byNewUsers -= counts[known++];
    cuts.current[cut] = current;
    cuts.currentUsers[cut] = known;
    cuts.byNewUsers[cut] = byNewUsers;
    cuts.seconds[cut] = timestamps[order[Math.min(current, length - 1)]];
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
