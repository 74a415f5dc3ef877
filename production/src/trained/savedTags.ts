import { type ItemTags, tagMatrix } from "../../../src/dataset/ItemTags.ts";
import { ModelFileError } from "../../../src/errors.ts";
import { writeNpy } from "../../../src/model/file/npy.ts";
import type { Npz } from "../../../src/model/file/npz.ts";

/** The arrays of a model file that hold the tags of its items, as the parts of a CSR matrix. */
export function tagArrays({ names, indptr, indices, data }: ItemTags): [name: string, bytes: Uint8Array][] {
  return [
    ["item_tag_names", writeNpy([...names])],
    ["item_tag_indptr", writeNpy(indptr)],
    ["item_tag_indices", writeNpy(indices)],
    ["item_tag_data", writeNpy(data)],
  ];
}

/** @throws ModelFileError if they are of other items. */
export function readTags(file: Npz, items: number): ItemTags | null {
  if (!file.has("item_tag_indptr")) return null;
  const names = file.read("item_tag_names").texts();
  const numbers = (name: string, most: number) => Int32Array.from(file.read(name).wholeNumbers(0, most));
  const tags = {
    names,
    indptr: numbers("item_tag_indptr", 2 ** 31 - 1),
    indices: numbers("item_tag_indices", names.length - 1),
    data: file.read("item_tag_data").float32(),
  };
  try {
    tagMatrix(tags, items);
  } catch (error) {
    throw new ModelFileError(`item_tag_indptr is not of this model's items: ${(error as Error).message}`);
  }
  return tags;
}

/** With rows for new items, by the names and weights of their tags; names that are new get columns at the end. */
export function grownTags(
  tags: ItemTags | null,
  items: number,
  added: readonly (readonly (readonly [name: string, weight: number])[])[],
): ItemTags | null {
  if (!tags && added.every((own) => own.length === 0)) return null;
  const columns = new Map(tags?.names.map((name, column) => [name, column]));
  const flat = added.flat();
  for (const [name] of flat) if (!columns.has(name)) columns.set(name, columns.size);
  const indptr = new Int32Array(items + added.length + 1);
  if (tags) indptr.set(tags.indptr);
  for (const [i, own] of added.entries()) indptr[items + i + 1] = indptr[items + i] + own.length;
  return {
    names: [...columns.keys()],
    indptr,
    indices: Int32Array.from([...(tags?.indices ?? []), ...flat.map(([name]) => columns.get(name) ?? 0)]),
    data: Float32Array.from([...(tags?.data ?? []), ...flat.map(([, weight]) => weight)]),
  };
}

/** The names and weights of an item's tags. */
export function tagsOfRow({ names, indptr, indices, data }: ItemTags, row: number): [string, number][] {
  const places = [...indices.subarray(indptr[row], indptr[row + 1])];
  return places.map((column, i) => [names[column], data[indptr[row] + i]]);
}
