import { likeCounts } from "../../evaluation/popularity.ts";
import { allPositions } from "../../matrix/countingSort.ts";
import { Interactions } from "../../matrix/Interactions.ts";
import { SeededRandom } from "../../matrix/random.ts";
import { type Rows, toRows } from "../../matrix/rows.ts";
import { indicesIn } from "../../model/neighbours/likes.ts";
import { type TasteGroupName, tasteOfUsers } from "./popularityBias.ts";
import type { LoopSettings } from "./settings.ts";
import type { TrialData } from "./TrialData.ts";

/** The share of the data that is known at the beginning; the rest is true taste, which only clicks can reveal. */
const KNOWN = 0.3;

/** The users who take part, what is known of them at the beginning, and what they truly like. */
export class LoopWorld {
  readonly start: Interactions;
  /** Sorted, as `toRows` gives them. */
  readonly taste: Rows;
  readonly tastes: (TasteGroupName | null)[];

  constructor(
    readonly data: TrialData,
    readonly settings: LoopSettings,
  ) {
    const random = new SeededRandom(data.seed);
    const users = allPositions(data.users);
    random.shuffle(users);
    const places = new Int32Array(data.users).fill(-1);
    users.slice(0, settings.users).forEach((user, place) => {
      places[user] = place;
    });
    const likes: [user: number, item: number][] = [];
    for (const rows of [data.liked, data.heldOut]) {
      for (let user = 0; user < data.users; user++) {
        if (places[user] >= 0) for (const item of indicesIn(rows, user)) likes.push([places[user], item]);
      }
    }
    const order = allPositions(likes.length);
    random.shuffle(order);
    const count = Math.min(settings.users, data.users);
    const pick = (positions: Int32Array) =>
      new Interactions(
        count,
        data.items,
        positions.map((position) => likes[position][0]),
        positions.map((position) => likes[position][1]),
        new Float32Array(positions.length).fill(1),
      );
    const known = Math.round(KNOWN * order.length);
    this.start = pick(order.slice(0, known));
    this.taste = toRows(pick(order.slice(known)));
    this.tastes = tasteOfUsers({ likes: likeCounts(this.start), liked: toRows(this.start), users: count });
  }
}
