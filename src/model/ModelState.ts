import { checkOptions, instanceOf, wholeNumber } from "../arguments.ts";
import { ArgumentError } from "../errors.ts";
import { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import { SeededRandom } from "../matrix/random.ts";
import { checkHyperparameters, type Hyperparameters } from "./hyperparameters.ts";
import { FeatureTable } from "./memory/FeatureTable.ts";

/** Feature matrices of both sides. */
export interface Features {
  userFeatures?: FeatureMatrix;
  itemFeatures?: FeatureMatrix;
}

/** The learnt state of both sides. */
export interface Tables {
  users: FeatureTable;
  items: FeatureTable;
}

/** What a model is made of: what training continues from, saving writes and loading reads. */
export interface ModelState {
  hyperparameters: Readonly<Hyperparameters>;
  epochs: number;
  tables: Tables;
  /** The feature matrices of the last training; null before it. */
  features: Required<Features> | null;
  /** The state of the random sequence. */
  random: SeededRandom;
}

/** A model that has learnt nothing. */
export function initialState(hyperparameters: Readonly<Hyperparameters>): ModelState {
  const { noComponents, learningSchedule, seed } = hyperparameters;
  return {
    hyperparameters,
    epochs: 0,
    tables: {
      users: FeatureTable.begin("user", noComponents, learningSchedule),
      items: FeatureTable.begin("item", noComponents, learningSchedule),
    },
    features: null,
    random: new SeededRandom(seed),
  };
}

/** With rows for the features of these matrices that are new; the state that was there stays as it is. */
export function grownState(state: ModelState, features: Required<Features>): ModelState {
  const random = state.random.clone();
  const grown = (table: FeatureTable, { features: count }: FeatureMatrix) =>
    count > table.features ? table.grown(count, random) : table;
  const items = grown(state.tables.items, features.itemFeatures);
  const users = grown(state.tables.users, features.userFeatures);
  return { ...state, tables: { users, items }, features, random };
}

/** @throws ArgumentError if the parts of a state are missing, or do not fit together. */
export function checkState(state: ModelState): ModelState {
  checkOptions(state, ["hyperparameters", "epochs", "tables", "features", "random"], "state");
  const { epochs, tables, features, random } = state;
  const hyperparameters = checkHyperparameters(state.hyperparameters);
  wholeNumber("state.epochs", epochs, 0, Number.MAX_SAFE_INTEGER);
  instanceOf("state.random", random, SeededRandom);
  checkOptions(tables, ["users", "items"], "state.tables");
  for (const side of ["users", "items"] as const) {
    const table = tables[side];
    instanceOf(`state.tables.${side}`, table, FeatureTable);
    if (`${table.side}s` !== side)
      throw new ArgumentError(`state.tables.${side} is the table of ${table.side}s.`);
    if (table.noComponents !== hyperparameters.noComponents) {
      throw new ArgumentError(
        `state.tables.${side} is of ${table.noComponents} components, and state.hyperparameters of ${hyperparameters.noComponents}.`,
      );
    }
    if ((table.momenta === null) !== (hyperparameters.learningSchedule === "adagrad")) {
      throw new ArgumentError(
        `state.tables.${side} was not learnt by ${hyperparameters.learningSchedule}, the learningSchedule of state.hyperparameters.`,
      );
    }
  }
  if (features !== null) {
    checkOptions(features, ["userFeatures", "itemFeatures"], "state.features");
    // They may have features beyond the tables, which count as zero until they are learnt.
    instanceOf("state.features.userFeatures", features.userFeatures, FeatureMatrix);
    instanceOf("state.features.itemFeatures", features.itemFeatures, FeatureMatrix);
  }
  return { ...state, hyperparameters };
}
