import { checkOptions, instanceOf } from "../../arguments.ts";
import type { Id } from "../../dataset/Side.ts";
import { ArgumentError } from "../../errors.ts";
import type { FeatureMatrix } from "../../matrix/FeatureMatrix.ts";
import { checkMapping, type Mapping } from "../../matrix/Mapping.ts";
import { release } from "../../release.ts";
import { checkFoldInMap, foldInMapShape } from "../foldIn/LearntFoldIn.ts";
import { LightFM } from "../LightFM.ts";
import type { ModelState } from "../ModelState.ts";
import type { Side } from "../memory/FeatureTable.ts";
import { writeNpy } from "./npy.ts";
import { writeNpz } from "./npz.ts";
import { hyperparameterArrays } from "./savedHyperparameters.ts";
import { mappingArrays } from "./savedMapping.ts";
import { tableArrays } from "./savedTables.ts";

/**
 * The complete model as the bytes of an `.npz`. `loadModel` returns a model that predicts, recommends and continues
 * training as this one would, to the bit. `numpy.load` reads the file without pickles, under LightFM's own names:
 * - `user_embeddings`, `user_embedding_gradients`, `user_embedding_momentum`, `user_biases`, `user_bias_gradients`,
 *   `user_bias_momentum`, and the same for `item_`: float32, a row for each feature;
 * - hyperparameters as scalars: `no_components`, `loss`, `learning_schedule`, … and our `seed`;
 * - `epochs` learnt, and `random`, the state of the random sequence;
 * - the feature matrices of the last training as the parts of a SciPy CSR matrix: `user_feature_matrix_shape`,
 *   `…_indptr`, `…_indices` and `…_data`, and the same for `item_`;
 * - with a mapping, `users`, `user_features` and `user_identity_columns`, and the same for `item`: ids by row, labels
 *   by column, and the column of each row's own feature;
 * - with a fold-in map, `fold_in_map`: float32, (2 · no_components + 2) × no_components.
 * @param options.mapping what `Dataset.mapping()` returns, so that the file names users and items
 * @param options.foldInMap `foldInMap` of a scorer of this same model, so that it need not be trained again
 * @throws ArgumentError if the mapping has gaps, has a different size from the model or fewer features, NumPy cannot
 * hold an id (one that ends in a NUL), the map does not fit the model, or the arrays exceed 2 GiB.
 */
export function saveModel(
  model: LightFM,
  options: { mapping?: Mapping<Id, Id> | undefined; foldInMap?: Float32Array | null | undefined } = {},
): Uint8Array {
  checkOptions(options, ["mapping", "foldInMap"]);
  return writeNpz(modelArrays(model, options.mapping, options.foldInMap), release);
}

/** The arrays of a saved model by name, for those who keep more beside them: `loadModel` ignores other names. */
export function modelArrays(
  model: LightFM,
  mapping?: Mapping<Id, Id>,
  foldInMap?: Float32Array | null,
): Map<string, Uint8Array> {
  return new Map(modelEntries(model, mapping, foldInMap));
}

/** The same one by one, each made when it is asked for, of the model as it is now: of large models, a copy counts. */
export function modelEntries(
  model: LightFM,
  mapping?: Mapping<Id, Id>,
  foldInMap?: Float32Array | null,
): Iterable<[name: string, bytes: Uint8Array]> {
  instanceOf("model", model, LightFM);
  const { state } = model;
  const { features } = state;
  if (features) {
    features.userFeatures.check();
    features.itemFeatures.check();
  }
  if (mapping !== undefined) {
    checkMapping(mapping);
    if (features) {
      checkSide(
        "users",
        mapping.users,
        [mapping.userFeatures, mapping.userIdentities],
        features.userFeatures,
      );
      checkSide(
        "items",
        mapping.items,
        [mapping.itemFeatures, mapping.itemIdentities],
        features.itemFeatures,
      );
    }
  }
  return entriesOf(state, mapping, foldInMap);
}

function* entriesOf(
  { hyperparameters, epochs, tables, features, random }: ModelState,
  mapping: Mapping<Id, Id> | undefined,
  foldInMap: Float32Array | null | undefined,
): Generator<[name: string, bytes: Uint8Array]> {
  yield* tableArrays(tables.items);
  yield* tableArrays(tables.users);
  yield* hyperparameterArrays(hyperparameters);
  yield ["epochs", writeNpy(BigInt64Array.of(BigInt(epochs)), [])];
  yield ["random", writeNpy(random.state)];
  if (features) {
    yield* matrixArrays("item", features.itemFeatures);
    yield* matrixArrays("user", features.userFeatures);
  }
  if (mapping) yield* mappingArrays(mapping);
  if (foldInMap !== undefined && foldInMap !== null)
    yield foldInArray(foldInMap, hyperparameters.noComponents);
}

/**
 * A mapping without any columns is one of ids alone, and names that the model has not learnt yet do no harm.
 * @throws ArgumentError if the mapping is of another data set than the model.
 */
function checkSide(
  name: string,
  { size }: ReadonlyMap<Id, number>,
  columns: readonly ReadonlyMap<Id, number>[],
  { rows, features }: FeatureMatrix,
): void {
  if (size !== rows) {
    throw new ArgumentError(`mapping.${name} is of ${size} ${name}, but the model was trained with ${rows}.`);
  }
  const named = columns.reduce((sum, { size }) => sum + size, 0);
  if (named > 0 && named < features) {
    throw new ArgumentError(
      `mapping names ${named} features of ${name}, but the model was trained with ${features}. Give the mapping of the dataset that built them.`,
    );
  }
}

function foldInArray(map: Float32Array, noComponents: number): [name: string, bytes: Uint8Array] {
  checkFoldInMap(map, noComponents);
  return ["fold_in_map", writeNpy(map, foldInMapShape(noComponents))];
}

function matrixArrays(side: Side, matrix: FeatureMatrix): [name: string, bytes: Uint8Array][] {
  const { rows, features, indptr, indices, data } = matrix;
  return [
    [`${side}_feature_matrix_shape`, writeNpy(BigInt64Array.of(BigInt(rows), BigInt(features)))],
    [`${side}_feature_matrix_indptr`, writeNpy(indptr)],
    [`${side}_feature_matrix_indices`, writeNpy(indices)],
    [`${side}_feature_matrix_data`, writeNpy(data)],
  ];
}
