import { release } from "../../../release.ts";
import type { StoredCheckpoint } from "../../../storage/database.ts";
import { piecesOf, type StoreInPieces } from "./pieces.ts";

export type CheckpointStore<Mode extends IDBTransactionMode = "readwrite"> = StoreInPieces<
  "checkpoints",
  Mode
>;

/** Bytes of one record: a browser holds a record more than once while it writes it, and models may take 100 MB. */
const PIECE = 2 ** 22;
const PARTS = ["model", "twin"] as const;

/** Writes a checkpoint in place of the one before; large models piece by piece. */
export async function putCheckpoint(
  store: CheckpointStore,
  name: string,
  checkpoint: StoredCheckpoint,
): Promise<void> {
  const { models } = checkpoint;
  const sizes = { model: models.model.length, twin: models.twin?.length ?? 0 };
  await store.delete(piecesOf(name));
  if (sizes.model + sizes.twin <= PIECE) {
    await store.put(checkpoint, name);
    return;
  }
  for (const part of PARTS) {
    for (let from = 0; from < sizes[part]; from += PIECE) {
      await store.put((models[part] as Uint8Array).slice(from, from + PIECE), [name, part, from]);
    }
  }
  const empty = new Uint8Array();
  const inPieces = { ...models, model: empty, twin: models.twin && empty };
  await store.put({ ...checkpoint, models: inPieces, sizes }, name);
}

/** The models of a checkpoint that is stored under this name; null if a part of them is gone. */
export async function modelsOf(
  store: CheckpointStore<IDBTransactionMode>,
  name: string,
  { models, sizes }: StoredCheckpoint,
): Promise<StoredCheckpoint["models"] | null> {
  if (!sizes) return models;
  const whole = { model: new Uint8Array(sizes.model), twin: models.twin && new Uint8Array(sizes.twin) };
  for (const part of PARTS) {
    for (let from = 0; from < sizes[part]; from += PIECE) {
      const piece = (await store.get([name, part, from])) as Uint8Array | undefined;
      if (!piece) return null;
      whole[part]?.set(piece, from);
      release(piece);
    }
  }
  return { ...models, ...whole };
}
