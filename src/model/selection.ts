import {
  checkIterable,
  checkOptions,
  instanceOf,
  type NumberList,
  show,
  toRowNumbers,
} from "../arguments.ts";
import type { Id } from "../dataset/Side.ts";
import { ArgumentError } from "../errors.ts";
import { inOrder, MAPPING_SIDES, type Mapping } from "../matrix/Mapping.ts";
import type { Ranked } from "./ItemIndex.ts";

/** Which items or users a list may hold, by row, or by id if there is a mapping; all if left out. */
export interface Selection<I = number> {
  /** Leaves these out. */
  exclude?: Iterable<I>;
  /** Allows only these. */
  among?: Iterable<I>;
  /** Allows only those that pass: a rule, or a mask with a number other than 0 for each row allowed. */
  where?: ((item: I) => boolean) | Uint8Array;
}

/** Options for a list of the best. */
export interface ListOptions<I = number> extends Selection<I> {
  /** The length of the list, 10 if left out; it is shorter if fewer are left. */
  n?: number;
}

export const MOST_LISTED = 0x7fffffff;

export const SELECTION_OPTIONS: readonly string[] = ["exclude", "among", "where"];

/** Ids, best first, and their scores. */
export interface RankedIds<I extends Id> {
  items: I[];
  scores: Float32Array;
}

/** The rows that a selection leaves out. @throws ArgumentError if a row is out of range or the mask too short. */
export function leftOutBy({ exclude = [], among, where }: Selection, rows: number): Int32Array {
  // A copy: what is given could change before it reaches the kernel's memory.
  const excluded = toRowNumbers("exclude", exclude as NumberList, rows).slice();
  if (among === undefined && where === undefined) return excluded;
  const isIn = new Uint8Array(rows).fill(among ? 0 : 1);
  if (among !== undefined) for (const row of toRowNumbers("among", among as NumberList, rows)) isIn[row] = 1;
  for (const row of excluded) isIn[row] = 0;
  if (where instanceof Uint8Array) {
    if (where.length !== rows) {
      throw new ArgumentError(`where must hold a number for each of ${rows} rows, not ${where.length}.`);
    }
    for (let row = 0; row < rows; row++) if (!where[row]) isIn[row] = 0;
  } else if (typeof where === "function") {
    for (let row = 0; row < rows; row++) if (isIn[row] && !passes(where, row)) isIn[row] = 0;
  } else if (where !== undefined) {
    throw new ArgumentError(`where must be a function or a Uint8Array, not ${show(where)}.`);
  }
  const leftOut = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) if (!isIn[row]) leftOut[count++] = row;
  return leftOut.subarray(0, count);
}

/** @throws ArgumentError if the rule gives anything else than true or false, as an async function does. */
function passes(where: (item: number) => boolean, row: number): boolean {
  const allowed = where(row);
  if (typeof allowed === "boolean") return allowed;
  throw new ArgumentError(`where must give true or false, not ${show(allowed)}.`);
}

export function joined(some: Int32Array, others: Int32Array): Int32Array {
  const all = new Int32Array(some.length + others.length);
  all.set(some);
  all.set(others, some.length);
  return all;
}

/** The same selection by rows. @throws ArgumentError if an id is not in the mapping. */
export function selectionByRow<I extends Id>(
  { exclude, among, where }: Selection<I>,
  rows: ReadonlyMap<I, number>,
): Selection {
  const ids = idsOf(rows);
  const rowsOf = (name: string, list: Iterable<I>) => {
    checkIterable(name, list);
    return Array.from(list, (id) => rowOf(name, id, rows));
  };
  return {
    ...(exclude !== undefined && { exclude: rowsOf("exclude", exclude) }),
    ...(among !== undefined && { among: rowsOf("among", among) }),
    ...(where !== undefined && {
      where: typeof where === "function" ? (row: number) => where(ids[row]) : where,
    }),
  };
}

/** @throws ArgumentError if a text stands where, without a mapping, only rows can. */
export function refuseIds(name: string, given: unknown): void {
  const id = (Array.isArray(given) ? given : [given]).find((one) => typeof one === "string");
  if (id === undefined) return;
  throw new ArgumentError(`${name}: ${show(id)} is not a row. To use ids, give the option mapping as well.`);
}

/** @throws ArgumentError if the id is not in the mapping. */
export function rowOf<I extends Id>(name: string, id: I, rows: ReadonlyMap<I, number>): number {
  const row = rows.get(id);
  if (row === undefined) throw new ArgumentError(`${name}: ${show(id)} is not in the mapping.`);
  return row;
}

export function rankedIds<I extends Id>(
  { items, scores }: Ranked,
  rows: ReadonlyMap<I, number>,
): RankedIds<I> {
  const ids = idsOf(rows);
  return { items: Array.from(items, (row) => ids[row]), scores };
}

const known = new WeakMap<ReadonlyMap<Id, number>, Id[]>();

/** The ids by row. @throws ArgumentError if the rows have gaps, or two ids share one. */
export function idsOf<I extends Id>(rows: ReadonlyMap<I, number>): I[] {
  let ids = known.get(rows) as I[] | undefined;
  if (ids?.length !== rows.size) {
    ids = inOrder("The mapping", rows);
    known.set(rows, ids);
  }
  return ids;
}

/** @throws ArgumentError if this side of a mapping is not a map, or leads to fewer rows than the model has. */
export function checkMapped<S extends "users" | "items">(
  side: S,
  mapping: Readonly<Record<S, ReadonlyMap<Id, number>>>,
  count: number,
): void {
  checkOptions(mapping, MAPPING_SIDES, "mapping");
  instanceOf(`mapping.${side}`, mapping[side], Map);
  const { size } = mapping[side];
  if (size < count) {
    throw new ArgumentError(
      `mapping.${side} is of ${size} ${side}, but the model was trained with ${count}.`,
    );
  }
}

/** Maps ids to rows and back: `Dataset.mapping()`, or the mapping that `loadModel` returns. */
export type IdMapping<User extends Id, Item extends Id> = Pick<Mapping<User, Item>, "users" | "items">;
