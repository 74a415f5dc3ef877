import { toFiniteNumbers } from "../arguments.ts";
import { ArgumentError } from "../errors.ts";
import type { ModelState } from "./ModelState.ts";

/** LightFM's four arrays of learnt parameters, one row for each feature; embeddings are row-major. */
export interface LearntParameters {
  itemEmbeddings: Float32Array;
  itemBiases: Float32Array;
  userEmbeddings: Float32Array;
  userBiases: Float32Array;
}

/** Copies of them all. */
export function parametersOf({ tables: { items, users } }: ModelState): LearntParameters {
  const ofItems = items.split(items.values);
  const ofUsers = users.split(users.values);
  return {
    itemEmbeddings: ofItems.embeddings,
    itemBiases: ofItems.biases,
    userEmbeddings: ofUsers.embeddings,
    userBiases: ofUsers.biases,
  };
}

/**
 * The state with other parameters in the place of some.
 * @throws ArgumentError if one is of another length or not finite.
 */
export function withParameters(
  state: ModelState,
  changes: { readonly [Name in keyof LearntParameters]?: ArrayLike<number> },
): ModelState {
  const all = parametersOf(state);
  for (const [name, numbers] of Object.entries(changes) as [keyof LearntParameters, ArrayLike<number>][]) {
    const given = toFiniteNumbers(name, numbers);
    if (given.length !== all[name].length) {
      throw new ArgumentError(`${name} must hold ${all[name].length} numbers, not ${given.length}.`);
    }
    all[name] = given;
  }
  const { items, users } = state.tables;
  const ofItems = items.join({ embeddings: all.itemEmbeddings, biases: all.itemBiases });
  const ofUsers = users.join({ embeddings: all.userEmbeddings, biases: all.userBiases });
  const tables = {
    users: users.with(ofUsers, users.sums, users.momenta),
    items: items.with(ofItems, items.sums, items.momenta),
  };
  return { ...state, tables };
}
