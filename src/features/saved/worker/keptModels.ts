import { saveModel } from "../../../model/file/saveModel.ts";
import type { KeptModels } from "../../../storage/KeptModels.ts";
import type { ExaminedModel } from "../../training/worker/ExaminedModel.ts";

/** A model as it goes into the database. */
export function keptModels({ state }: ExaminedModel): KeptModels {
  const { model, twin, unexamined } = state;
  return { model: saveModel(model), twin: twin && saveModel(twin), unexamined };
}
