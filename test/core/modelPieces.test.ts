import { openDB } from "idb";
import { expect, test } from "vitest";
import { getModels, putModels } from "../../src/core/worker/storage/modelPieces.ts";
import { deleteWithPieces } from "../../src/core/worker/storage/pieces.ts";
import type { Layout, StoredModels } from "../../src/storage/database.ts";
import { withIndexedDB } from "../support/withIndexedDB.ts";

withIndexedDB();

const bytesOf = (length: number) => new Uint8Array(length).map((_, i) => (i * 7) % 251);

/** The bytes in parts of so many, as a file is packed. */
function* inParts(bytes: Uint8Array, length: number) {
  for (let from = 0; from < bytes.length; from += length) yield bytes.subarray(from, from + length);
}

test("models of any size come back as they were, a piece at a time, and leave nothing when they go", async () => {
  const database = await openDB<Layout>("models", 1, {
    upgrade: (fresh) => void fresh.createObjectStore("models"),
  });
  const store = () => database.transaction("models", "readwrite").store;
  const put = async (name: string, model: number, validation: number | null) => {
    const transaction = store();
    const [bytes, others] = [bytesOf(model), validation === null ? null : bytesOf(validation)];
    const packing = {
      model: inParts(bytes, 2 ** 20 + 3),
      validation: others && inParts(others, 7e6),
      unexamined: null,
    };
    await transaction.put(await putModels(transaction, name, packing), name);
    return { model: bytes, twin: others };
  };
  await put("other", 10, null);
  const large = 2 ** 22;
  for (const [model, validation] of [
    [large + 5, null],
    [large + 7, large * 2],
    [9, 8],
    [2 * large, 1],
  ] as const) {
    const given = await put("any", model, validation);
    const stored = (await database.get("models", "any")) as StoredModels;
    const models = await getModels(store(), "any", stored);
    for (const part of ["model", "twin"] as const) {
      const [own, theirs] = [models?.[part], given[part]];
      expect(own && Buffer.from(own).equals(theirs as Uint8Array)).toBe(theirs && true);
    }
    for (const piece of await database.getAll("models")) {
      if (piece instanceof Uint8Array) expect(piece.length).toBeLessThanOrEqual(large);
    }
  }
  const [piece] = (await database.getAllKeys("models")).filter((key) => typeof key !== "string");
  await database.delete("models", piece);
  const torn = (await database.get("models", "any")) as StoredModels;
  expect(await getModels(store(), "any", torn)).toBeNull();

  await deleteWithPieces(store(), "any");
  expect(
    (await database.getAllKeys("models")).filter((key) => key[0] !== "other" && key !== "other"),
  ).toEqual([]);
});
