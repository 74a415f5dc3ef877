import { openDB } from "idb";
import { expect, test } from "vitest";
import { deleteWithPieces } from "../../src/core/worker/storage/pieces.ts";
import {
  type CheckpointStore,
  modelsOf,
  putCheckpoint,
} from "../../src/core/worker/storage/storedCheckpoint.ts";
import type { Layout, StoredCheckpoint } from "../../src/storage/database.ts";
import { withIndexedDB } from "../support/withIndexedDB.ts";

withIndexedDB();

const bytesOf = (length: number) => new Uint8Array(length).map((_, i) => (i * 7) % 251);

function checkpointOf(model: number, twin: number | null): StoredCheckpoint {
  const models = { model: bytesOf(model), twin: twin === null ? null : bytesOf(twin), unexamined: null };
  return { models, course: "any", epochsBefore: 3, fingerprint: 5, resumed: 0 };
}

test("models of any size come back from a checkpoint as they were, and leave nothing when it goes", async () => {
  const database = await openDB<Layout>("checkpoints", 1, {
    upgrade: (fresh) => void fresh.createObjectStore("checkpoints"),
  });
  const store = () => database.transaction("checkpoints", "readwrite").store as CheckpointStore;
  await putCheckpoint(store(), "other", checkpointOf(10, null));
  const large = 2 ** 22;
  for (const [model, twin] of [
    [large + 5, null],
    [large + 7, large * 2],
    [9, 8],
    [2 * large, 1],
  ] as const) {
    const checkpoint = checkpointOf(model, twin);
    await putCheckpoint(store(), "any", checkpoint);
    const stored = (await database.get("checkpoints", "any")) as StoredCheckpoint;
    const models = await modelsOf(store(), "any", stored);
    for (const part of ["model", "twin"] as const) {
      const [own, theirs] = [models?.[part], checkpoint.models[part]];
      expect(own && Buffer.from(own).equals(theirs as Uint8Array)).toBe(theirs && true);
    }
    expect(stored).toMatchObject({ course: "any", epochsBefore: 3 });
  }
  const [piece] = (await database.getAllKeys("checkpoints")).filter((key) => typeof key !== "string");
  await database.delete("checkpoints", piece);
  const torn = (await database.get("checkpoints", "any")) as StoredCheckpoint;
  expect(await modelsOf(store(), "any", torn)).toBeNull();

  await deleteWithPieces(store(), "any");
  expect(await database.getAllKeys("checkpoints")).toEqual(["other"]);
});
