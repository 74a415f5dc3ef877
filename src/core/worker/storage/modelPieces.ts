import { release } from "../../../release.ts";
import type { ModelPieceKey, StoredModels } from "../../../storage/database.ts";
import { piecesOf } from "./pieces.ts";

/** What is asked of the stores of models and of checkpoints. */
interface WritableStore {
  put(piece: Uint8Array, key: ModelPieceKey): Promise<unknown>;
  delete(pieces: IDBKeyRange): Promise<void>;
}

interface ReadableStore {
  get(key: ModelPieceKey): Promise<unknown>;
}

/** Models before they are packed. */
export interface ModelsToStore extends Pick<StoredModels, "unexamined"> {
  /** The bytes of the `.npz`, one behind the other. */
  model: Iterable<Uint8Array>;
  validation: Iterable<Uint8Array> | null;
}

/**
 * Bytes of one record. A browser holds a record more than once while it writes it, and models may take 100 MB: they are
 * packed a piece at a time and are never whole in memory.
 */
const PIECE = 2 ** 22;
/** As the database has called them since its first layout. */
const PARTS = ["model", "twin"] as const;

/** Writes models piece by piece in place of the ones before. Returns what to put into their record. */
export async function putModels(
  store: WritableStore,
  name: string,
  { model, validation, unexamined }: ModelsToStore,
): Promise<StoredModels> {
  await store.delete(piecesOf(name));
  const sizes = {
    model: await putPart(store, name, "model", model),
    twin: validation ? await putPart(store, name, "twin", validation) : 0,
  };
  const empty = new Uint8Array();
  return { model: empty, twin: validation && empty, unexamined, sizes };
}

async function putPart(
  store: WritableStore,
  name: string,
  part: (typeof PARTS)[number],
  bytes: Iterable<Uint8Array>,
): Promise<number> {
  const piece = new Uint8Array(PIECE);
  let size = 0;
  for (const some of bytes) {
    for (let at = 0; at < some.length; ) {
      const filled = size % PIECE;
      const taken = some.subarray(at, at + PIECE - filled);
      piece.set(taken, filled);
      at += taken.length;
      size += taken.length;
      if (filled + taken.length === PIECE) await store.put(piece, [name, part, size - PIECE]);
    }
  }
  const left = size % PIECE;
  if (left > 0) await store.put(piece.slice(0, left), [name, part, size - left]);
  return size;
}

/**
 * The models of a record that is stored under this name; null if a part of them is gone.
 * @param onBytes is told after each piece how many bytes it had
 */
export async function getModels(
  store: ReadableStore,
  name: string,
  { sizes, ...models }: StoredModels,
  onBytes: (bytes: number) => void = () => {},
): Promise<StoredModels | null> {
  if (!sizes) return models;
  const whole = { model: new Uint8Array(sizes.model), twin: models.twin && new Uint8Array(sizes.twin) };
  for (const part of PARTS) {
    for (let from = 0; from < sizes[part]; from += PIECE) {
      const piece = (await store.get([name, part, from])) as Uint8Array | undefined;
      if (!piece) return null;
      whole[part]?.set(piece, from);
      onBytes(piece.length);
      release(piece);
    }
  }
  return { ...models, ...whole };
}
