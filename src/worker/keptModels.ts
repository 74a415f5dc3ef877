import type { KeptModels } from "../kept/KeptModels.ts";
import { saveModel } from "../model/saveModel.ts";
import type { ExaminedModel } from "./ExaminedModel.ts";

/** A model as it goes into the database. */
export function keptModels({ state }: ExaminedModel): KeptModels {
  const { model, twin, unexamined } = state;
  return { model: saveModel(model), twin: twin && saveModel(twin), unexamined };
}
