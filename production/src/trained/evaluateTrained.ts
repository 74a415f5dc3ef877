import type { Catalogue } from "../../../src/dataset/Catalogue.ts";
import { DataFileError } from "../../../src/errors.ts";
import { auc, ndcg, type PerUser, precision, recall } from "../../../src/evaluation/rankMetrics.ts";
import {
  bootstrapInterval,
  Interactions,
  type Interval,
  pairedDifference,
  popularityRanks,
  type TestRanks,
  type Verdict,
  verdictOn,
} from "../../../src/index.ts";
import { ratingsOf } from "./RatedItems.ts";
import { rankTest } from "./rankTest.ts";
import { interactionsOf } from "./scoring.ts";
import type { TrainedModel } from "./TrainedModel.ts";

type Name = "auc" | "precisionAt10" | "recallAt10" | "ndcgAt10";
type Figures<T> = Record<Name, T>;

export interface Evaluation {
  model: Figures<Interval>;
  /** Recommending what most people liked; null for a model that does not keep who rated what. */
  popularity: Figures<Interval> | null;
  /** The model less popularity. */
  difference: Figures<Interval> | null;
  verdict: Figures<Verdict> | null;
  /** Liked test ratings that were examined. */
  likes: number;
  /** Test ratings of users or items that the model does not know. */
  unknown: number;
  /** Test ratings of items that the user had rated in training. */
  known: number;
}

/** @throws DataFileError if no test rating can be examined. */
export async function evaluateTrained(trained: TrainedModel, catalogue: Catalogue): Promise<Evaluation> {
  const { test, unknown, known } = testOf(trained, catalogue);
  const likes = Array.from(test.values).filter((value) => value > 0).length;
  if (likes === 0) {
    throw new DataFileError(
      `None of the likes in the test ratings can be evaluated: the model does not know their users or items, or was trained on them. Give later ratings by the same users.`,
    );
  }
  const train = interactionsOf(trained);
  const own = perUser(await rankTest(trained, test, train));
  const others = train ? perUser(await popularityRanks(test, train)) : null;
  const difference = others && map(own, (figures, name) => pairedDifference(figures, others[name]));
  return {
    model: map(own, (figures) => bootstrapInterval(figures)),
    popularity: others && map(others, (figures) => bootstrapInterval(figures)),
    difference,
    verdict: difference && map(difference, verdictOn),
    likes,
    unknown,
    known,
  };
}

function perUser(ranks: TestRanks): Figures<PerUser> {
  return {
    auc: auc(ranks),
    precisionAt10: precision(ranks, 10),
    recallAt10: recall(ranks, 10),
    ndcgAt10: ndcg(ranks, 10),
  };
}

function map<A, B>(figures: Figures<A>, change: (value: A, name: Name) => B): Figures<B> {
  const entries = Object.entries(figures) as [Name, A][];
  return Object.fromEntries(entries.map(([name, value]) => [name, change(value, name)])) as Figures<B>;
}

function testOf({ mapping, rated, likedFrom }: TrainedModel, { ratings: table }: Catalogue) {
  const userRows = table.userIds.map((id) => mapping.users.get(id));
  const itemRows = table.itemIds.map((id) => mapping.items.get(id));
  const learnt = userRows.map((row) => (row === undefined ? null : ratingsOf(rated, row)));
  const users: number[] = [];
  const items: number[] = [];
  const values: number[] = [];
  let unknown = 0;
  let known = 0;
  for (let i = 0; i < table.users.length; i++) {
    const user = userRows[table.users[i]];
    const item = itemRows[table.items[i]];
    if (user === undefined || item === undefined) unknown++;
    else if (learnt[table.users[i]]?.has(item)) known++;
    else {
      users.push(user);
      items.push(item);
      values.push(table.ratings[i] >= likedFrom ? 1 : -1);
    }
  }
  const shape = [mapping.users.size, mapping.items.size] as const;
  const test = new Interactions(
    ...shape,
    Int32Array.from(users),
    Int32Array.from(items),
    Float32Array.from(values),
  );
  return { test, unknown, known };
}
