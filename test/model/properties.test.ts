import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";
import { SeededRandom } from "../../src/matrix/random.ts";
import type { Features } from "../../src/model/fitting.ts";
import { checkHyperparameters, type Hyperparameters } from "../../src/model/hyperparameters.ts";
import { LightFM } from "../../src/model/LightFM.ts";
import { FeatureTable } from "../../src/model/memory/FeatureTable.ts";
import { interactionsOf } from "../support/problems.ts";

/** The features of each user or item: [column, weight] pairs. */
type FeatureRows = [number, number][][];

interface Problem {
  hyperparameters: Hyperparameters;
  interactions: Interactions;
  userRows: FeatureRows;
  itemRows: FeatureRows;
  epochs: number;
}

const NAMED = 3;
const RUNS = { numRuns: 40 };

/** Each row has a feature of its own, beside some of three named ones. */
const featureRows = (rows: number): fc.Arbitrary<FeatureRows> =>
  fc
    .array(
      fc.uniqueArray(fc.tuple(fc.nat(NAMED - 1), fc.double({ min: 0.1, max: 1.5, noNaN: true })), {
        selector: ([column]) => column,
      }),
      { minLength: rows, maxLength: rows },
    )
    .map((named) =>
      named.map((features, row) => [
        [row, 1],
        ...features.map(([column, weight]): [number, number] => [rows + column, weight]),
      ]),
    );

const hyperparameters = fc
  .record({
    loss: fc.constantFrom<Hyperparameters["loss"][]>("warp", "warp-kos", "bpr", "logistic"),
    learningSchedule: fc.constantFrom<Hyperparameters["learningSchedule"][]>("adagrad", "adadelta"),
    noComponents: fc.integer({ min: 1, max: 7 }),
    itemAlpha: fc.constantFrom(0, 1e-3),
    userAlpha: fc.constantFrom(0, 1e-3),
    dislikes: fc.constantFrom<Hyperparameters["dislikes"][]>("known", "negatives"),
    seed: fc.nat(),
  })
  .map(checkHyperparameters);

const problem: fc.Arbitrary<Problem> = fc
  .record({ users: fc.integer({ min: 2, max: 7 }), items: fc.integer({ min: 2, max: 10 }) })
  .chain(({ users, items }) =>
    fc.record({
      hyperparameters,
      interactions: fc
        .uniqueArray(fc.tuple(fc.nat(users - 1), fc.nat(items - 1), fc.constantFrom(1, 1, -1)), {
          selector: ([user, item]) => user * items + item,
          minLength: 1,
          maxLength: 40,
        })
        .map((entries) => interactionsOf(users, items, entries)),
      userRows: featureRows(users),
      itemRows: featureRows(items),
      epochs: fc.integer({ min: 1, max: 3 }),
    }),
  );

function featuresOf({ userRows, itemRows }: Problem): Required<Features> {
  return {
    userFeatures: FeatureMatrix.fromRows(userRows, userRows.length + NAMED),
    itemFeatures: FeatureMatrix.fromRows(itemRows, itemRows.length + NAMED),
  };
}

/** The scores of all pairs of the first users and items: a row to each user. */
async function scoresOf(model: LightFM, users: number, items: number): Promise<number[][]> {
  const all = Array.from({ length: items }, (_, item) => item);
  return Promise.all(
    Array.from({ length: users }, async (_, user) => Array.from(await model.predict(user, all))),
  );
}

async function trained(of: Problem): Promise<LightFM> {
  const { hyperparameters, interactions, epochs } = of;
  return new LightFM(hyperparameters).fit(interactions, { ...featuresOf(of), epochs });
}

/** The positions of an array of this length, in any order. */
const orderOf = (length: number) =>
  fc.shuffledSubarray(
    Array.from({ length }, (_, i) => i),
    { minLength: length, maxLength: length },
  );

const shuffledUsers = problem.chain((of) => fc.tuple(fc.constant(of), orderOf(of.interactions.users)));
const shuffledComponents = problem.chain((of) =>
  fc.tuple(fc.constant(of), orderOf(of.hyperparameters.noComponents)),
);

describe("a model", () => {
  // Their features go with the users, so each begins where it began; the interactions keep their order.
  it("gives every user the same scores to the bit, in whatever order the users stand", async () => {
    await fc.assert(
      fc.asyncProperty(shuffledUsers, async ([of, rowOf]) => {
        const { users, items, userIds, itemIds, values } = of.interactions;
        const renumbered: Problem = {
          ...of,
          interactions: new Interactions(
            users,
            items,
            userIds.map((user) => rowOf[user]),
            itemIds,
            values,
          ),
          userRows: of.userRows.map((_, row) => of.userRows[rowOf.indexOf(row)]),
        };
        const scores = await scoresOf(await trained(of), users, items);
        const after = await scoresOf(await trained(renumbered), users, items);
        expect(rowOf.map((row) => after[row])).toEqual(scores);
      }),
      RUNS,
    );
  });

  it("scores the same whatever the order of its components", async () => {
    await fc.assert(
      fc.asyncProperty(shuffledComponents, async ([of, columnOf]) => {
        const { users, items } = of.interactions;
        const inOrder = await scoresOf(await trainedFrom(of, null), users, items);
        const shuffled = await scoresOf(await trainedFrom(of, columnOf), users, items);
        shuffled.flat().forEach((score, pair) => {
          expect(score).toBeCloseTo(inOrder.flat()[pair], 4);
        });
      }),
      RUNS,
    );
  });

  it("ranks test items, and recommends, as sorting the scores does", async () => {
    await fc.assert(
      fc.asyncProperty(problem, fc.infiniteStream(fc.boolean()), async (of, coin) => {
        const { interactions } = of;
        const { users, items } = interactions;
        const model = await trained(of);
        const positions = Int32Array.from(interactions.userIds.keys());
        const isTrain = Array.from(positions, () => coin.next().value);
        const train = interactions.pick(positions.filter((i) => isTrain[i]));
        const { test, ranks } = await model.predictRank(
          interactions.pick(positions.filter((i) => !isTrain[i])),
          { train },
        );
        const scores = await scoresOf(model, users, items);
        for (let user = 0; user < users; user++) {
          const known = [...train.itemIds].filter((_, i) => train.userIds[i] === user);
          const { items: best } = await model.recommend(user, { n: items, exclude: known });
          const sorted = scores[user]
            .map((_, item) => item)
            .filter((item) => !known.includes(item))
            .sort((a, b) => scores[user][b] - scores[user][a] || a - b);
          expect([...best]).toEqual(sorted);
          for (let i = test.indptr[user]; i < test.indptr[user + 1]; i++) {
            const item = test.indices[i];
            const reach = sorted.filter((other) => scores[user][other] >= scores[user][item]);
            expect(ranks[i]).toBe(reach.length - 1);
          }
        }
      }),
      RUNS,
    );
  });
});

/** Trains from a first state whose components stand in this order. */
async function trainedFrom(of: Problem, columnOf: number[] | null): Promise<LightFM> {
  const { hyperparameters, interactions, epochs } = of;
  const { noComponents, learningSchedule, seed } = hyperparameters;
  const features = featuresOf(of);
  const random = new SeededRandom(seed);
  const begin = (side: "user" | "item", rows: number) => {
    const table = FeatureTable.begin(side, noComponents, learningSchedule).grown(rows, random);
    const values = table.values.slice();
    columnOf?.forEach((column, component) => {
      for (let row = 0; row < values.length; row += table.rowLength) {
        table.values[row + component] = values[row + column];
      }
    });
    return table;
  };
  const tables = {
    users: begin("user", features.userFeatures.features),
    items: begin("item", features.itemFeatures.features),
  };
  const model = LightFM.fromState({ hyperparameters, epochs: 0, tables, features: null, random });
  return model.fitPartial(interactions, { ...features, epochs });
}

describe("growth", () => {
  it("leaves every old score as it was, to the bit, where only the new meet the new", async () => {
    await fc.assert(
      fc.asyncProperty(
        problem,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        async (of, moreUsers, moreItems) => {
          // Logistic regression draws no negatives, so it touches only whom it is given; L2 touches everyone.
          const hyper = checkHyperparameters({
            ...of.hyperparameters,
            loss: "logistic",
            itemAlpha: 0,
            userAlpha: 0,
          });
          const { users, items } = of.interactions;
          const model = await trained({ ...of, hyperparameters: hyper });
          const before = await scoresOf(model, users, items);
          const entries = Array.from(
            { length: moreUsers * moreItems },
            (_, pair): [number, number, number] => [
              users + Math.floor(pair / moreItems),
              items + (pair % moreItems),
              pair % 3 ? 1 : -1,
            ],
          );
          const { userFeatures, itemFeatures } = featuresOf(of);
          await model.fitPartial(interactionsOf(users + moreUsers, items + moreItems, entries), {
            userFeatures: withOwnRows(userFeatures, moreUsers),
            itemFeatures: withOwnRows(itemFeatures, moreItems),
            epochs: of.epochs,
          });
          const after = await scoresOf(model, users + moreUsers, items + moreItems);
          expect(after.slice(0, users).map((row) => row.slice(0, items))).toEqual(before);
          const { biases } = await model.userRepresentations();
          expect([...biases.slice(users)]).not.toContain(0);
        },
      ),
      RUNS,
    );
  });
});

/** The matrix with further rows, each with a feature of its own at the end. */
function withOwnRows({ rows, features, indptr, indices, data }: FeatureMatrix, more: number): FeatureMatrix {
  const own = Array.from({ length: more }, (_, i) => i);
  return new FeatureMatrix(
    rows + more,
    features + more,
    Int32Array.from([...indptr, ...own.map((i) => indices.length + i + 1)]),
    Int32Array.from([...indices, ...own.map((i) => features + i)]),
    Float32Array.from([...data, ...own.map(() => 1)]),
  );
}
