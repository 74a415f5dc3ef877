import { show } from "../../arguments.ts";
import type { Id } from "../../dataset/Side.ts";
import { ArgumentError, ModelFileError } from "../../errors.ts";
import { isSparseMatrix, sparseMatrixAdvice } from "../../files/sparseMatrix.ts";
import { FeatureMatrix } from "../../matrix/FeatureMatrix.ts";
import type { Mapping } from "../../matrix/Mapping.ts";
import { SeededRandom } from "../../matrix/random.ts";
import { nextTaskIfDue } from "../../nextTask.ts";
import { atOnce, counted, inTurns, type Steps } from "../../steps.ts";
import { foldInMapShape } from "../foldIn/LearntFoldIn.ts";
import type { Hyperparameters } from "../hyperparameters.ts";
import { LightFM } from "../LightFM.ts";
import type { ModelState } from "../ModelState.ts";
import type { Side } from "../memory/FeatureTable.ts";
import { Npz } from "./npz.ts";
import { madeFromFile, refuseFile } from "./refuseFile.ts";
import { readHyperparameters } from "./savedHyperparameters.ts";
import { readMapping } from "./savedMapping.ts";
import { SavedTable } from "./savedTables.ts";

/** After which others have their turns: the three arrays of either table, and each as the model has it. */
const STEPS = 8;

/** The contents of a model file. */
export interface SavedModel {
  model: LightFM;
  /** The ids, if the file has them. */
  mapping?: Mapping<Id, Id>;
  /** For `Scorer.create`, if the file has one. */
  foldInMap?: Float32Array;
}

/**
 * Reads a model from an `.npz`, ready to predict, recommend and continue training. The file comes from `saveModel`,
 * or from a fitted Python LightFM by NumPy, as below. A Blob is read first, so it returns a promise.
 * ```python
 * names = [f"{side}_{name}" for side in ("item", "user") for name in (
 *     "embeddings", "embedding_gradients", "embedding_momentum", "biases", "bias_gradients", "bias_momentum")]
 * np.savez("model.npz", **{name: getattr(model, name) for name in names}, **model.get_params())
 * ```
 * `savez_compressed`, float64 and Fortran order also work. Without hyperparameters in the file, LightFM's defaults
 * apply. Without feature matrices, every user and item has one feature of its own (add a matrix as
 * `item_feature_matrix_shape`, `…_indptr`, `…_indices` and `…_data`). Without a state of the random sequence,
 * training continues with the seed's sequence from its start. Arrays with other names are not opened. Nothing in a
 * file is ever run: Python objects (pickles) are refused.
 * @throws ModelFileError if the file is not an .npz, is a SciPy sparse matrix, is cut short, damaged, encrypted or
 * too large, or if an array is missing, has the wrong shape or type, or is not finite.
 */
export function loadModel(file: Uint8Array | ArrayBuffer): SavedModel;
export function loadModel(file: Blob): Promise<SavedModel>;
export function loadModel(file: Uint8Array | ArrayBuffer | Blob): SavedModel | Promise<SavedModel> {
  if (file instanceof Blob) return loadBlob(file);
  const bytes = file instanceof ArrayBuffer ? new Uint8Array(file) : file;
  if (!(bytes instanceof Uint8Array)) {
    throw new ArgumentError(
      `file must hold a model's bytes, as a Uint8Array, an ArrayBuffer or a Blob, not ${show(file)}.`,
    );
  }
  return atOnce(readModel(bytes));
}

/**
 * The same, in steps between which others have their turns.
 * @param tell is told the share that is done
 */
export function loadInTurns(bytes: Uint8Array, tell: (share: number) => void): Promise<SavedModel> {
  return inTurns(readModel(bytes), counted(STEPS, 0, 1, tell));
}

async function loadBlob(file: Blob): Promise<SavedModel> {
  await nextTaskIfDue();
  return loadModel(await file.arrayBuffer());
}

function* readModel(bytes: Uint8Array): Steps<SavedModel> {
  try {
    return yield* readParts(new Npz(bytes));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuseFile(`it is too large for the memory at hand (${error.message})`);
  }
}

function* readParts(file: Npz): Steps<SavedModel> {
  if (isSparseMatrix((name) => file.has(name))) throw new ModelFileError(sparseMatrixAdvice("ratings.npz"));
  const items = yield* SavedTable.read(file, "item");
  const users = yield* SavedTable.read(file, "user");
  const hyperparameters = readHyperparameters(file, {
    noComponents: items.noComponents,
    learningSchedule: items.hasMomenta || users.hasMomenta ? "adadelta" : "adagrad",
  });
  for (const side of ["item", "user"] as const) {
    const { noComponents } = side === "item" ? items : users;
    if (noComponents !== hyperparameters.noComponents) {
      refuseFile(
        `${side}_embeddings has ${noComponents} components where there should be ${hyperparameters.noComponents}`,
      );
    }
  }
  const itemTable = items.toTable(hyperparameters.learningSchedule);
  yield;
  const userTable = users.toTable(hyperparameters.learningSchedule);
  yield;
  const model = LightFM.fromState({
    hyperparameters,
    epochs: file.has("epochs") ? file.read("epochs").single().wholeNumbers(0, Number.MAX_SAFE_INTEGER)[0] : 0,
    tables: { items: itemTable, users: userTable },
    features: readFeatures(file, items.features, users.features),
    random: readRandom(file, hyperparameters),
  });
  const mapping = readMapping(file);
  const foldInMap = file.has("fold_in_map")
    ? file
        .read("fold_in_map")
        .shaped(...foldInMapShape(hyperparameters.noComponents))
        .float32()
    : null;
  return { model, ...(mapping && { mapping }), ...(foldInMap && { foldInMap }) };
}

/** Null for a model that was saved before it learnt anything. */
function readFeatures(file: Npz, items: number, users: number): ModelState["features"] {
  const itemFeatures = readMatrix(file, "item", items);
  const userFeatures = readMatrix(file, "user", users);
  if (!itemFeatures && !userFeatures && items === 0 && users === 0) return null;
  return {
    itemFeatures: itemFeatures ?? FeatureMatrix.identity(items),
    userFeatures: userFeatures ?? FeatureMatrix.identity(users),
  };
}

function readMatrix(file: Npz, side: Side, learnt: number): FeatureMatrix | null {
  const name = `${side}_feature_matrix`;
  const parts = ["shape", "indptr", "indices", "data"].map((part) => `${name}_${part}`);
  if (!parts.some((part) => file.has(part))) return null;
  const [shape, indptr, indices, data] = parts.map((part) => file.read(part));
  const [rows, features] = shape.shaped(2).wholeNumbers(0, 2 ** 31 - 1);
  if (features > learnt) refuseFile(`${name} has ${features} features where ${learnt} are learnt`);
  const offsets = Int32Array.from(indptr.wholeNumbers(0, 2 ** 31 - 1));
  const columns = Int32Array.from(indices.wholeNumbers(0, features - 1));
  const weights = data.float32();
  return madeFromFile(() => new FeatureMatrix(rows, features, offsets, columns, weights));
}

function readRandom(file: Npz, { seed }: Hyperparameters): SeededRandom {
  if (!file.has("random")) return new SeededRandom(seed);
  return SeededRandom.fromState(
    Uint32Array.from(
      file
        .read("random")
        .shaped(4)
        .wholeNumbers(0, 2 ** 32 - 1),
    ),
  );
}
