import { loadModel } from "../../../model/file/loadModel.ts";
import { packNpz } from "../../../model/file/npz.ts";
import { modelArrays } from "../../../model/file/saveModel.ts";
import { release } from "../../../release.ts";
import { inTurns } from "../../../steps.ts";
import type { StoredModels } from "../../../storage/database.ts";
import type { TrainingRecord } from "../../api/training.ts";
import type { LoadedData } from "../LoadedData.ts";
import { mismatchOf } from "../mismatchOf.ts";
import { TrainedModel } from "../TrainedModel.ts";

/** @param foldInMap of the model, where one was taught */
export async function storedModels(
  { state }: TrainedModel,
  foldInMap: Float32Array | null,
): Promise<StoredModels> {
  const { model, validation, unevaluated } = state;
  // Both as they are now: they may train on before the first of them is packed.
  const [arrays, ofValidation] = [
    modelArrays(model, undefined, foldInMap),
    validation && modelArrays(validation),
  ];
  return {
    model: await inTurns(packNpz(arrays, release)),
    twin: ofValidation && (await inTurns(packNpz(ofValidation, release))),
    unexamined: unevaluated,
  };
}

/** Null if another version saved what this one cannot use. The bytes of the models are empty afterwards. */
export function restoreTrained(
  models: StoredModels,
  record: TrainingRecord,
  data: LoadedData,
): { trained: TrainedModel; foldInMap: Float32Array | undefined } | null {
  try {
    const { model, foldInMap } = loadModel(models.model);
    const validation = models.twin && loadModel(models.twin).model;
    if (mismatchOf(model, data) || (validation && mismatchOf(validation, data))) return null;
    const state = { model, validation, unevaluated: models.unexamined };
    return { trained: TrainedModel.restore(state, record, data.heldOut), foldInMap };
  } catch {
    return null;
  } finally {
    release(models.model, models.twin);
  }
}
