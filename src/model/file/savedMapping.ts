import type { Id } from "../../dataset/Side.ts";
import { inOrder, type Mapping } from "../../matrix/Mapping.ts";
import type { Side } from "../memory/FeatureTable.ts";
import { type NpyData, writeNpy } from "./npy.ts";
import type { Npz } from "./npz.ts";
import { refuseFile } from "./refuseFile.ts";

/** Engines end a Map a little beyond. */
const MOST_NAMES = 2 ** 24 - 2 ** 16;

/** One side's rows of ids, columns of named features, and columns of the ids' own features. */
interface SideMapping {
  rows: ReadonlyMap<Id, number>;
  named: ReadonlyMap<string, number>;
  identities: ReadonlyMap<Id, number>;
}

/**
 * Of each side, say users:
 * - `users`: ids by row, as int64, float64 or text; `user_number_rows`: where both kinds occur, the rows
 *   whose text stands for a number;
 * - `user_features`: a label to each column, as in LightFM's feature maps: a name, or the id;
 * - `user_identity_columns`: by row the column of the id's own feature, empty without identity features.
 * @throws ArgumentError if rows or columns are not 0, 1, 2, … each once, or NumPy cannot hold an id.
 */
export function mappingArrays(mapping: Mapping<Id, Id>): [name: string, bytes: Uint8Array][] {
  const { users, userFeatures, userIdentities, items, itemFeatures, itemIdentities } = mapping;
  return [
    ...sideArrays("user", { rows: users, named: userFeatures, identities: userIdentities }),
    ...sideArrays("item", { rows: items, named: itemFeatures, identities: itemIdentities }),
  ];
}

function sideArrays(side: Side, { rows, named, identities }: SideMapping): [string, Uint8Array][] {
  const ids = inOrder(`mapping.${side}s`, rows);
  const labels = inOrder(`mapping.${side}Features`, [...named, ...identities]);
  const columns = Int32Array.from(identities.size === 0 ? [] : ids, (id) => identities.get(id) as number);
  const numberRows = ids.flatMap((id, row) => (typeof id === "number" ? [row] : []));
  const isMixed = numberRows.length > 0 && numberRows.length < ids.length;
  return [
    [`${side}s`, writeNpy(idData(ids))],
    ...(isMixed
      ? [[`${side}_number_rows`, writeNpy(Int32Array.from(numberRows))] as [string, Uint8Array]]
      : []),
    [`${side}_features`, writeNpy(labels.map(String))],
    [`${side}_identity_columns`, writeNpy(columns)],
  ];
}

function idData(ids: Id[]): NpyData {
  if (ids.length === 0 || ids.some((id) => typeof id === "string")) return ids.map(String);
  return ids.every(Number.isSafeInteger)
    ? BigInt64Array.from(ids, (id) => BigInt(id))
    : Float64Array.from(ids, Number);
}

/** The id maps of a file; undefined if it has none. @throws ModelFileError if they are damaged. */
export function readMapping(file: Npz): Mapping<Id, Id> | undefined {
  if (!["users", "items", "user_features", "item_features"].some((name) => file.has(name))) return undefined;
  const { rows: users, named: userFeatures, identities: userIdentities } = readSide(file, "user");
  const { rows: items, named: itemFeatures, identities: itemIdentities } = readSide(file, "item");
  return { users, userFeatures, userIdentities, items, itemFeatures, itemIdentities };
}

function readSide(file: Npz, side: Side): SideMapping {
  const ids = readIds(file, `${side}s`, `${side}_number_rows`);
  const labels = readIds(file, `${side}_features`).map(String);
  const columns = file.has(`${side}_identity_columns`)
    ? file.read(`${side}_identity_columns`).wholeNumbers(0, labels.length - 1)
    : lightFMsIdentities(ids, labels);
  if (columns.length !== 0 && columns.length !== ids.length) {
    refuseFile(`${side}_identity_columns has ${columns.length} columns for ${ids.length} ids`);
  }
  const own = new Set(columns);
  if (own.size !== columns.length) refuseFile(`${side}_identity_columns holds a column twice`);
  const names = labels.flatMap((label, column) => (own.has(column) ? [] : [[label, column] as const]));
  return {
    rows: mapOf(
      `${side}s`,
      ids.map((id, row) => [id, row]),
    ),
    named: mapOf(`${side}_features`, names),
    identities: mapOf(
      `${side}_identity_columns`,
      Array.from(columns, (column, row) => [ids[row], column]),
    ),
  };
}

/** LightFM's `Dataset` gives the first columns to the ids, where it gives them any. */
function lightFMsIdentities(ids: Id[], labels: string[]): Float64Array {
  const areFirst = ids.every((id, row) => labels[row] === String(id));
  return Float64Array.from(areFirst ? ids.keys() : []);
}

function readIds(file: Npz, name: string, numberRowsName?: string): Id[] {
  if (!file.has(name)) return [];
  const array = file.read(name);
  array.shaped(array.length);
  if (array.length > MOST_NAMES) refuseFile(`${name} holds more than ${MOST_NAMES} names`);
  if (!array.isText) return Array.from(array.ids());
  const ids: Id[] = array.texts();
  if (numberRowsName && file.has(numberRowsName)) {
    for (const row of file.read(numberRowsName).wholeNumbers(0, ids.length - 1)) ids[row] = Number(ids[row]);
  }
  return ids;
}

function mapOf<T>(name: string, entries: readonly (readonly [T, number])[]): Map<T, number> {
  const map = new Map(entries);
  if (map.size !== entries.length) refuseFile(`${name} holds a name twice`);
  return map;
}
