import { expect, it } from "vitest";
import { ArgumentError } from "../../src/errors.ts";
import { FeatureMatrix } from "../../src/matrix/FeatureMatrix.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";
import { LightFM } from "../../src/model/LightFM.ts";
import { grownState } from "../../src/model/ModelState.ts";
import { FeatureTable } from "../../src/model/memory/FeatureTable.ts";
import { represent } from "../../src/model/represent.ts";

const { state } = await new LightFM({ noComponents: 2, seed: 1 }).fit(new Interactions(2, 3, [], [], []));

it.each<[string, object | null]>([
  ["state", null],
  ["state.epochs must be a whole number", { epochs: 0.5 }],
  ["state.random must be of type SeededRandom", { random: {} }],
  ["state.tables", { tables: null }],
  ["state.tables.users must be of type FeatureTable", { tables: { ...state.tables, users: {} } }],
  ["state.tables.users is the table of items.", { tables: { ...state.tables, users: state.tables.items } }],
  [
    "state.tables.items is of 3 components, and state.hyperparameters of 2.",
    { tables: { ...state.tables, items: FeatureTable.begin("item", 3, "adagrad") } },
  ],
  [
    "state.tables.items was not learnt by adagrad, the learningSchedule of state.hyperparameters.",
    { tables: { ...state.tables, items: FeatureTable.begin("item", 2, "adadelta") } },
  ],
  [
    "state.tables.users was not learnt by adadelta, the learningSchedule of state.hyperparameters.",
    { hyperparameters: { ...state.hyperparameters, learningSchedule: "adadelta" } },
  ],
  ["state.features", { features: 1 }],
  ["state.features.userFeatures must be", { features: { ...state.features, userFeatures: 1 } }],
  ["state.features.itemFeatures must be", { features: { ...state.features, itemFeatures: 1 } }],
])("a state is refused: %s", (message, change) => {
  expect(() => LightFM.fromState((change && { ...state, ...change }) as never)).toThrow(message);
});

it("a state of either schedule is taken, before it has features as well", () => {
  for (const learningSchedule of ["adagrad", "adadelta"] as const) {
    const begun = new LightFM({ noComponents: 2, learningSchedule });
    expect(LightFM.fromState(begun.state).state).toEqual(begun.state);
  }
  expect(LightFM.fromState(state).state).toEqual(state);
});

it("tables grow by features that are new, items first, and stand where there are no more", () => {
  const features = (users: number, items: number) => ({
    userFeatures: FeatureMatrix.identity(users),
    itemFeatures: FeatureMatrix.identity(items),
  });
  for (const [users, items] of [
    [2, 3],
    [1, 2],
  ]) {
    const { tables } = grownState(state, features(users, items));
    expect([tables.users, tables.items]).toEqual([state.tables.users, state.tables.items]);
    expect([tables.users === state.tables.users, tables.items === state.tables.items]).toEqual([true, true]);
  }
  const { tables, random } = grownState(state, features(3, 4));
  const drawn = state.random.clone();
  const row = () => [(drawn.float() - 0.5) / 2, (drawn.float() - 0.5) / 2, 0, 0].map(Math.fround);
  expect([...tables.items.values]).toEqual([...state.tables.items.values, ...row()]);
  expect([...tables.users.values]).toEqual([...state.tables.users.values, ...row()]);
  expect([...tables.users.sums.subarray(8)]).toEqual([1, 1, 1, Number.POSITIVE_INFINITY]);
  expect([...tables.items.sums.subarray(12)]).toEqual([1, 1, Number.POSITIVE_INFINITY, 1]);
  expect(random.state).toEqual(drawn.state);
});

/** Two features: 1 and 10, with biases of 2 and 20. */
const table = FeatureTable.begin("user", 1, "adagrad").with(
  Float32Array.of(1, 2, 0, 0, 10, 20, 0, 0),
  new Float32Array(8),
  null,
);

it("a row's vector is the sum of its features, each by its weight, with a one for the other side's bias", () => {
  const features = FeatureMatrix.fromRows(
    [
      [],
      [[1, 1]],
      [
        [0, 0.5],
        [1, 2],
        [2, 100],
      ],
    ],
    3,
  );
  const rows = [
    [0, 0, 1, 0],
    [10, 20, 1, 0],
    [20.5, 41, 1, 0],
  ];
  // The table has not learnt the third feature.
  expect([...represent(table, features)]).toEqual(rows.flat());
  expect([...represent(table, features, [2, 0, 2])]).toEqual([rows[2], rows[0], rows[2]].flat());
  expect([...represent(table, features, [])]).toEqual([]);
  expect([...represent(table, FeatureMatrix.identity(2), [1])]).toEqual([10, 20, 1, 0]);
  expect([...represent(table, FeatureMatrix.identity(2))]).toEqual([1, 2, 1, 0, 10, 20, 1, 0]);
});

it("rows that were changed are refused where they are asked for, and only there", () => {
  const features = FeatureMatrix.fromRows(
    [
      [[0, 1]],
      [
        [1, 1],
        [0, 1],
      ],
    ],
    2,
  );
  features.indices[1] = 7;
  expect([...represent(table, features, [0])]).toEqual([1, 2, 1, 0]);
  expect(() => represent(table, features, [0, 1])).toThrow(/changed/);
  expect(() => represent(table, features)).toThrow(ArgumentError);
  const identity = FeatureMatrix.identity(2);
  identity.data[1] = 2;
  expect([...represent(table, identity, [0])]).toEqual([1, 2, 1, 0]);
  expect(() => represent(table, identity, [1])).toThrow(/changed/);
  expect(() => represent(table, identity)).toThrow(/changed/);
  expect(() => represent(table, FeatureMatrix.identity(2), [2])).toThrow("row");
});
