import type { LoadedData } from "../../../core/worker/LoadedData.ts";
import { mismatchOf } from "../../../core/worker/mismatchOf.ts";
import type { Id } from "../../../dataset/Side.ts";
import { ModelFileError } from "../../../errors.ts";
import type { Mapping } from "../../../matrix/Mapping.ts";
import { loadModel, type SavedModel } from "../../../model/file/loadModel.ts";
import type { LightFM } from "../../../model/LightFM.ts";

/** More than any model that a tab could hold. */
const MOST_BYTES = 2 ** 31;

/** The model in a file. @throws ModelFileError if it cannot be read or does not fit this data. */
export async function readModel(file: File, data: LoadedData): Promise<LightFM> {
  const { model, mapping } = await read(file);
  const mismatch = (mapping && otherIds(mapping, data)) ?? mismatchOf(model, data);
  if (mismatch) {
    throw new ModelFileError(
      `${file.name} doesn’t fit this data: ${mismatch}. Load the data it was trained on, then import it again.`,
    );
  }
  return model;
}

async function read(file: File): Promise<SavedModel> {
  if (file.size > MOST_BYTES) throw new ModelFileError(`${file.name} is too large to be a model.`);
  try {
    return loadModel(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    if (!(error instanceof ModelFileError)) throw error;
    throw new ModelFileError(error.message.replace("This model", file.name));
  }
}

function otherIds({ users, items }: Mapping<Id, Id>, { catalogue }: LoadedData): string | null {
  const { userIds, itemIds } = catalogue.ratings;
  if (!areRows(items, itemIds)) return `it was trained on other ${catalogue.nouns.many}`;
  return areRows(users, userIds) ? null : "it was trained on other users";
}

/** Whether each id has the row at which it stands in the data. */
function areRows(rows: ReadonlyMap<Id, number>, ids: string[]): boolean {
  if (rows.size !== ids.length) return false;
  return [...rows].every(([id, row]) => ids[row] === String(id));
}
