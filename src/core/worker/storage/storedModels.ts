import { loadInTurns } from "../../../model/file/loadModel.ts";
import { packNpz } from "../../../model/file/npz.ts";
import { modelEntries } from "../../../model/file/saveModel.ts";
import type { LightFM } from "../../../model/LightFM.ts";
import { release } from "../../../release.ts";
import type { StoredModels } from "../../../storage/database.ts";
import type { TrainingRecord } from "../../api/training.ts";
import type { LoadedData } from "../LoadedData.ts";
import { mismatchOf } from "../mismatchOf.ts";
import { TrainedModel } from "../TrainedModel.ts";
import type { ModelsToStore } from "./modelPieces.ts";

/**
 * Both models as they are now, each packed as it is written: they may train on meanwhile.
 * @param foldInMap of the model, where one was taught
 */
export function modelsToStore({ state }: TrainedModel, foldInMap: Float32Array | null): ModelsToStore {
  const { model, validation, unevaluated } = state;
  const packed = (one: LightFM, map: Float32Array | null) =>
    packNpz(modelEntries(one, undefined, map), release);
  return {
    model: packed(model, foldInMap),
    validation: validation && packed(validation, null),
    unexamined: unevaluated,
  };
}

/**
 * Null if another version saved what this one cannot use. The bytes of the models are empty afterwards.
 * @param tell is told the share that is done
 */
export async function restoreTrained(
  models: StoredModels,
  record: TrainingRecord,
  data: LoadedData,
  tell: (share: number) => void = () => {},
): Promise<{ trained: TrainedModel; foldInMap: Float32Array | undefined } | null> {
  const half = models.twin ? 0.5 : 1;
  try {
    const { model, foldInMap } = await loadInTurns(models.model, (share) => tell(half * share));
    const validation =
      models.twin && (await loadInTurns(models.twin, (share) => tell(half * (1 + share)))).model;
    if (mismatchOf(model, data) || (validation && mismatchOf(validation, data))) return null;
    const state = { model, validation, unevaluated: models.unexamined };
    return { trained: TrainedModel.restore(state, record, data.heldOut), foldInMap };
  } catch {
    return null;
  } finally {
    release(models.model, models.twin);
  }
}
