import { checkOptions, toRowNumbers, wholeNumber } from "../arguments.ts";
import type { Id } from "../dataset/Side.ts";
import { ArgumentError } from "../errors.ts";
import type { Ranked } from "./ItemIndex.ts";
import type { Snapshot } from "./Snapshot.ts";
import { topItems } from "./scorer/topItems.ts";
import {
  checkMapped,
  joined,
  type ListOptions,
  leftOutBy,
  MOST_LISTED,
  type RankedIds,
  rankedIds,
  refuseIds,
  rowOf,
  SELECTION_OPTIONS,
  selectionByRow,
} from "./selection.ts";
import { cosinesTo, directionOf } from "./similarity.ts";

/** Rows or ids of users, most similar first, and their scores. */
export interface SimilarUsers<Users = Int32Array> {
  users: Users;
  scores: Float32Array;
}

/** The mapping of one side, such as the one in `Dataset.mapping()`: arguments and results are then ids. */
export interface WithIds<Side extends "users" | "items", I extends Id> {
  mapping: Readonly<Record<Side, ReadonlyMap<I, number>>>;
}

/** Without a mapping, arguments and results are rows. */
export interface WithoutIds {
  mapping?: undefined;
}

type Side = "users" | "items";

export type SimilarOptions<S extends Side> = (ListOptions & WithoutIds) | (ListOptions<Id> & WithIds<S, Id>);

/**
 * What is most like one or several rows of a side, or ids of its mapping.
 * @throws ArgumentError if a row or an option is out of range, or an id is not in the mapping.
 */
export async function similar<S extends Side>(
  snapshot: Snapshot,
  side: S,
  own: Id | readonly Id[],
  options: SimilarOptions<S>,
): Promise<Ranked | RankedIds<Id>> {
  checkOptions(options, ["n", ...SELECTION_OPTIONS, "mapping"]);
  const { mapping } = options as WithIds<S, Id> | WithoutIds;
  if (mapping === undefined) {
    refuseIds(side, own);
    return similarRows(snapshot, side, own as number | readonly number[], options as ListOptions);
  }
  checkMapped(side, mapping, rowsOf(snapshot, side));
  const rows: ReadonlyMap<Id, number> = mapping[side];
  const ids = Array.isArray(own) ? own : [own];
  const byRow = { ...options, ...selectionByRow(options as ListOptions<Id>, rows) } as ListOptions;
  const found = await similarRows(
    snapshot,
    side,
    ids.map((id: Id) => rowOf(side, id, rows)),
    byRow,
  );
  return rankedIds(found, rows);
}

/** By the cosine of their embeddings, themselves left out. */
async function similarRows(
  snapshot: Snapshot,
  side: Side,
  rows: number | readonly number[],
  options: ListOptions,
): Promise<Ranked> {
  const { n = 10 } = options;
  wholeNumber("n", n, 0, MOST_LISTED);
  const count = rowsOf(snapshot, side);
  const own = toRowNumbers(side, typeof rows === "number" ? [rows] : rows, count);
  if (own.length === 0) throw new ArgumentError(`${side} must name at least one.`);
  const leftOut = leftOutBy(options, count);
  const vectors = side === "users" ? snapshot.userVectors() : (await snapshot.itemIndex()).itemVectors;
  const { noComponents } = snapshot.hyper;
  const direction = directionOf(vectors, snapshot.rowLength, noComponents, own);
  return topItems(cosinesTo(direction, vectors, snapshot.rowLength), n, joined(leftOut, own));
}

function rowsOf({ features }: Snapshot, side: Side): number {
  return features[side === "users" ? "userFeatures" : "itemFeatures"].rows;
}
