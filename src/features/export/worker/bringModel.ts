import type { Mapping } from "../../../dataset/Dataset.ts";
import type { Id } from "../../../dataset/Side.ts";
import { ModelFileError } from "../../../errors.ts";
import { loadModel, type SavedModel } from "../../../model/file/loadModel.ts";
import type { LightFM } from "../../../model/LightFM.ts";
import type { LoadedData } from "../../data/worker/LoadedData.ts";
import { whyNotOf } from "./whyNotOf.ts";

/** More is no model that a tab could hold. */
const MOST_BYTES = 2 ** 31;

/** The model in a file. @throws ModelFileError that says why not, where it is none or not of this data. */
export async function bringModel(file: File, data: LoadedData): Promise<LightFM> {
  const { model, mapping } = await read(file);
  const why = (mapping && whyOthers(mapping, data)) ?? whyNotOf(model, data);
  if (why) {
    throw new ModelFileError(
      `${file.name} is no model of the data at hand: ${why}. Open the data that it has learnt from, then bring it again.`,
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
    throw new ModelFileError(`${file.name}: ${error.message}`);
  }
}

function whyOthers({ users, items }: Mapping<Id, Id>, { catalogue }: LoadedData): string | null {
  const { userIds, itemIds } = catalogue.ratings;
  if (!areRows(items, itemIds)) return `its ${catalogue.nouns.many} are others`;
  return areRows(users, userIds) ? null : "its users are others";
}

/** Whether each id has the row at which it stands in the data. */
function areRows(rows: ReadonlyMap<Id, number>, ids: string[]): boolean {
  if (rows.size !== ids.length) return false;
  return [...rows].every(([id, row]) => ids[row] === String(id));
}
