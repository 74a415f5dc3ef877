import { transfer } from "comlink";
import type { TrainingRecord } from "../../../core/api/training.ts";
import { Recommender } from "../../../core/worker/Recommender.ts";
import { TrainedModel } from "../../../core/worker/TrainedModel.ts";
import type { Workspace } from "../../../core/worker/Workspace.ts";
import { toMapping } from "../../../dataset/matrices.ts";
import { BusyError, CancelledError, ModelFileError } from "../../../errors.ts";
import { saveModel } from "../../../model/file/saveModel.ts";
import { readModel } from "./readModel.ts";

/** Models as `.npz` files, which NumPy and Python's LightFM read and write too. */
export class ModelFileService {
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** The current model, with the ids of its data. */
  async export(): Promise<Uint8Array> {
    const { data, model } = this.#workspace;
    const { trained, recommender } = model;
    const bytes = saveModel(trained.model, {
      mapping: toMapping(data.catalogue),
      foldInMap: recommender.foldInMapOf(trained.model),
    });
    return transfer(bytes, [bytes.buffer]);
  }

  /**
   * Puts the model of a file in place of the current one.
   *
   * @throws ModelFileError if it cannot be read or does not fit the data; the current model then stays.
   * @throws BusyError if a job is running.
   */
  async import(file: File): Promise<TrainingRecord> {
    const workspace = this.#workspace;
    const { data } = workspace;
    if (data.summary.source === "published") {
      throw new ModelFileError("An imported model needs the ratings it was trained on. Open those first.");
    }
    const model = await readModel(file, data);
    const recommender = await Recommender.create(model, data);
    if (workspace.jobs.isBusy) throw new BusyError("Something is running. Stop it, then import the model.");
    if (!workspace.holds(data)) throw new CancelledError("Other data was loaded in the meantime.");
    const trained = TrainedModel.imported(model, data.heldOut);
    workspace.setModel({ trained, recommender });
    return trained.record;
  }
}
