import { createHash } from "node:crypto";
import { accessSync, constants, readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { ModelFileError } from "../../../src/errors.ts";
import type { Mapping } from "../../../src/index.ts";
import { loadModel } from "../../../src/model/file/loadModel.ts";
import { writeNpy } from "../../../src/model/file/npy.ts";
import { Npz, writeNpz } from "../../../src/model/file/npz.ts";
import { modelArrays } from "../../../src/model/file/saveModel.ts";
import type { RatedItems } from "./RatedItems.ts";
import { baselineArrays, readBaseline } from "./savedBaseline.ts";
import { readTags, tagArrays } from "./savedTags.ts";
import { idsByRow, type TrainedModel } from "./TrainedModel.ts";

const DEFAULT_LIKED_FROM = 3;

/**
 * The bytes of a model file. It is the library's `.npz` (the page, the library and NumPy open it) with
 * further arrays: `item_titles`; `item_tag_names`, `item_tag_indptr`, `item_tag_indices` and `item_tag_data` where the
 * data has tags; `rated_indptr`, `rated_items` and `rated_values`, each user's ratings as the
 * parts of a CSR matrix; `liked_from`; `trained_on`; `baseline_users`, `baseline_ratings` and `baseline_precision`, from
 * which drift is measured; `drift`; `feedback_log` and `feedback_sequence`.
 */
export function encodeTrained(trained: TrainedModel): Uint8Array {
  const { model, mapping, titles, tags, rated, likedFrom, trainedOn, baseline, drift, foldInMap, feedback } =
    trained;
  const arrays = modelArrays(model, mapping, foldInMap);
  arrays.set("item_titles", writeNpy([...titles]));
  for (const [name, array] of tags ? tagArrays(tags) : []) arrays.set(name, array);
  arrays.set("rated_indptr", writeNpy(rated.indptr));
  arrays.set("rated_items", writeNpy(rated.items));
  arrays.set("rated_values", writeNpy(rated.ratings));
  arrays.set("liked_from", writeNpy(Float64Array.of(likedFrom), []));
  arrays.set("trained_on", writeNpy(Float64Array.of(trainedOn), []));
  for (const [name, array] of baseline ? baselineArrays(baseline) : []) arrays.set(name, array);
  if (drift !== null) arrays.set("drift", writeNpy(Float64Array.of(drift), []));
  if (feedback) {
    arrays.set("feedback_log", writeNpy([feedback.log]));
    arrays.set("feedback_sequence", writeNpy(Float64Array.of(feedback.sequence), []));
  }
  return writeNpz(arrays);
}

/**
 * Also opens a model without the further arrays, such as one from Python: ids stand in for titles.
 * @throws ModelFileError if the file is not a model, or damaged, or its parts do not fit together.
 */
export function decodeTrained(bytes: Uint8Array): TrainedModel {
  const { model, mapping, foldInMap = null } = loadModel(bytes);
  const { features } = model.state;
  if (!features) throw new ModelFileError("This model isn't trained yet. Train it first.");
  const [users, items] = [features.userFeatures.rows, features.itemFeatures.rows];
  const byText = mapping ? withTextIds(mapping) : rowsAsIds(users, items);
  if (byText.users.size !== users || byText.items.size !== items) {
    throw new ModelFileError(
      `This model names ${byText.users.size} users and ${byText.items.size} items but has learnt ${users} and ${items}. Save it again with its own mapping.`,
    );
  }
  const file = new Npz(bytes);
  const scalar = (name: string, otherwise: number) =>
    file.has(name) ? file.read(name).single().float32()[0] : otherwise;
  const whole = (name: string) => file.read(name).single().wholeNumbers(0, Number.MAX_SAFE_INTEGER)[0];
  const rated = readRated(file, users, items);
  const titles = file.has("item_titles") ? file.read("item_titles").texts() : idsByRow(byText.items);
  if (titles.length !== items) {
    throw new ModelFileError(`item_titles holds ${titles.length} titles for ${items} items.`);
  }
  return {
    model,
    mapping: byText,
    titles,
    tags: readTags(file, items),
    rated,
    likedFrom: scalar("liked_from", DEFAULT_LIKED_FROM),
    trainedOn: file.has("trained_on") ? whole("trained_on") : rated.items.length,
    baseline: readBaseline(file, users),
    drift: file.has("drift") ? scalar("drift", 0) : null,
    foldInMap,
    feedback: file.has("feedback_log")
      ? { log: file.read("feedback_log").texts()[0], sequence: whole("feedback_sequence") }
      : null,
  };
}

/** @throws ModelFileError if it cannot be read, naming the file. */
export function readTrained(path: string): TrainedModel {
  return readVersion(path).trained;
}

/** The same, with what tells it from other models. @throws ModelFileError if it cannot be read, naming the file. */
export function readVersion(path: string): { trained: TrainedModel; version: string } {
  const bytes = readBytes(path);
  try {
    return { trained: decodeTrained(bytes), version: versionOf(bytes) };
  } catch (error) {
    if (error instanceof ModelFileError) error.message = `${basename(path)}: ${error.message}`;
    throw error;
  }
}

/** @throws ModelFileError if there is no such file, or it may not be read. */
export function readBytes(path: string): Uint8Array {
  checkModelFile(path);
  return readFileSync(path);
}

/** @throws ModelFileError if there is no such file, or it may not be read. */
export function checkModelFile(path: string): void {
  const what = statSync(path, { throwIfNoEntry: false });
  if (!what) {
    throw new ModelFileError(`There is no model ${path}. Make one: matinee train ratings.csv --out ${path}`);
  }
  if (what.isDirectory()) throw new ModelFileError(`${path} is a folder. Give a model file in it.`);
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw new ModelFileError(`${path} cannot be read. Check its permissions.`);
  }
}

/** What tells one model file from another: the beginning of its SHA-256. */
export function versionOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 12);
}

function readRated(file: Npz, users: number, items: number): RatedItems {
  if (!file.has("rated_indptr")) {
    return { indptr: new Int32Array(users + 1), items: new Int32Array(), ratings: new Float32Array() };
  }
  const most = 2 ** 31 - 1;
  const indptr = Int32Array.from(file.read("rated_indptr").wholeNumbers(0, most));
  const rows = Int32Array.from(file.read("rated_items").wholeNumbers(0, items - 1));
  const ratings = file.read("rated_values").float32();
  const ascends = indptr.every((offset, i) => i === 0 || offset >= indptr[i - 1]);
  if (
    indptr.length !== users + 1 ||
    !ascends ||
    indptr[users] !== rows.length ||
    rows.length !== ratings.length
  ) {
    throw new ModelFileError("rated_indptr, rated_items and rated_values do not fit together.");
  }
  return { indptr, items: rows, ratings };
}

function withTextIds(mapping: Mapping<string | number, string | number>): Mapping<string, string> {
  const asText = (map: ReadonlyMap<string | number, number>) =>
    new Map(Array.from(map, ([id, row]) => [String(id), row] as const));
  return {
    users: asText(mapping.users),
    items: asText(mapping.items),
    userFeatures: mapping.userFeatures,
    itemFeatures: mapping.itemFeatures,
    userIdentities: asText(mapping.userIdentities),
    itemIdentities: asText(mapping.itemIdentities),
  };
}

/** Python's models come without ids: their rows serve as such. */
function rowsAsIds(users: number, items: number): Mapping<string, string> {
  const rows = (count: number) => new Map(Array.from({ length: count }, (_, row) => [String(row), row]));
  const none = new Map<string, number>();
  return {
    users: rows(users),
    items: rows(items),
    userFeatures: none,
    itemFeatures: none,
    userIdentities: rows(users),
    itemIdentities: rows(items),
  };
}
