import { GrowingArray } from "../files/GrowingArray.ts";
import { FeatureMatrix } from "../matrix/FeatureMatrix.ts";
import { IdRows } from "./reading/IdRows.ts";

/**
 * What else is known about items but is not used for training, such as tags, keywords and directors, as a sparse
 * matrix by rows (CSR). It places items that nobody likes yet (`placeNewItems`).
 */
export interface ItemTags {
  /** By column: "tag funny", "director Jane Campion". */
  names: readonly string[];
  /** One row for each item. */
  indptr: Int32Array;
  indices: Int32Array;
  /** How well a tag fits its item, above 0 and at most 1. */
  data: Float32Array;
}

/** The most frequent ones: rarer tags tell one item from the others, not what it is like. */
const MOST_TAGS = 2000;

/** Collects which items have which tags, in any order. */
export class TagEntries {
  readonly items: IdRows;
  readonly names: IdRows;
  readonly #items = new GrowingArray((length) => new Int32Array(length));
  readonly #names = new GrowingArray((length) => new Int32Array(length));
  readonly #weights = new GrowingArray((length) => new Float32Array(length));

  /** @param prefix of every name, so that a tag and a director called alike are two */
  constructor(
    file: string,
    readonly prefix = "",
  ) {
    this.items = new IdRows(file);
    this.names = new IdRows(file);
  }

  add(item: string, name: string, weight: number): void {
    this.#items.push(this.items.row(item));
    this.#names.push(this.names.row(name));
    this.#weights.push(weight);
  }

  /** The first `length` of these, by the rows of ids. */
  append(items: Int32Array, names: Int32Array, weights: Float32Array, length: number): void {
    this.#items.append(items, length);
    this.#names.append(names, length);
    this.#weights.append(weights, length);
  }

  /** Can be called once. */
  finish(): { items: Int32Array; names: Int32Array; weights: Float32Array } {
    return {
      items: this.#items.finish(),
      names: this.#names.finish(),
      weights: this.#weights.finish(),
    };
  }
}

/** As a scorer takes them. @throws ArgumentError if they are not of this many items. */
export function tagMatrix({ names, indptr, indices, data }: ItemTags, items: number): FeatureMatrix {
  return new FeatureMatrix(items, names.length, indptr, indices, data);
}

/** @param itemIds by row; other items are left out. Null where these have no tags. */
export function itemTags(all: readonly TagEntries[], itemIds: readonly string[]): ItemTags | null {
  const rowOf = new Map(itemIds.map((id, row) => [id, row]));
  const names: string[] = [];
  const [rows, columns, weights] = [Int32Array, Int32Array, Float32Array].map(
    (Kind) => new GrowingArray<Int32Array | Float32Array>((length) => new Kind(length)),
  );
  for (const entries of all) {
    const itemRows = entries.items.ids.map((id) => rowOf.get(id) ?? -1);
    const { items, names: own, weights: fits } = entries.finish();
    for (let i = 0; i < items.length; i++) {
      const row = itemRows[items[i]];
      if (row < 0) continue;
      rows.push(row);
      columns.push(names.length + own[i]);
      weights.push(fits[i]);
    }
    for (const name of entries.names.ids) names.push(`${entries.prefix}${name}`);
  }
  if (rows.length === 0) return null;
  const matrix = FeatureMatrix.fromEntries(itemIds.length, names.length, {
    rows: rows.finish(),
    columns: columns.finish(),
    weights: weights.finish(),
  });
  return mostFrequent(matrix, names);
}

/** What people gave an item more than once counts once. */
function mostFrequent({ rows, indptr, indices, data }: FeatureMatrix, names: readonly string[]): ItemTags {
  const counts = new Int32Array(names.length);
  for (const tag of indices) counts[tag]++;
  const kept = [...counts.keys()]
    .filter((tag) => counts[tag] > 0)
    .sort((a, b) => counts[b] - counts[a])
    .slice(0, MOST_TAGS);
  const columnOf = new Int32Array(names.length).fill(-1);
  for (const [column, tag] of kept.entries()) columnOf[tag] = column;
  const total = kept.reduce((sum, tag) => sum + counts[tag], 0);
  const tags = {
    names: kept.map((tag) => names[tag]),
    indptr: new Int32Array(rows + 1),
    indices: new Int32Array(total),
    data: new Float32Array(total),
  };
  let end = 0;
  for (let row = 0; row < rows; row++) {
    for (let i = indptr[row]; i < indptr[row + 1]; i++) {
      const column = columnOf[indices[i]];
      if (column < 0) continue;
      tags.indices[end] = column;
      tags.data[end++] = Math.min(1, data[i]);
    }
    tags.indptr[row + 1] = end;
  }
  return tags;
}
