import type { SavedWork } from "../../../core/api/SavedWork.ts";
import type { SavedWorks } from "../../../core/worker/storage/SavedWorks.ts";
import { modelsToStore } from "../../../core/worker/storage/storedModels.ts";
import type { Workspace } from "../../../core/worker/Workspace.ts";
import { StorageError } from "../../../errors.ts";
import type { SaveOutcome } from "../api.ts";

/** Saves data and model on the device, so that a visit can continue where the last one ended. */
export class SavedService {
  readonly #workspace: Workspace;
  readonly #works: SavedWorks;

  constructor(workspace: Workspace, works: SavedWorks) {
    this.#workspace = workspace;
    this.#works = works;
  }

  /** The last used first. @throws StorageError if the browser saves nothing. */
  list(): Promise<SavedWork[]> {
    return this.#works.list();
  }

  /**
   * Saves the current data and model, all of it or nothing.
   *
   * @throws StorageError if it cannot be saved, with the remedy; what was saved before is still there, unless all was deleted.
   */
  async save(): Promise<SaveOutcome> {
    const { catalogue, summary } = this.#workspace.data;
    const ready = this.#workspace.modelIfAny;
    // Before the first epoch of large data is over, a model of part of it recommends, which is not worth saving.
    const model = ready && ready.trained.model.epochs > 0 ? ready : null;
    if (!this.#works.isSaving()) return "elsewhere";
    const { name, source, interactions: ratings } = summary;
    if (source === "published")
      throw new StorageError("A published model isn’t saved here; it comes with the site.");
    await this.#works.save({
      name,
      source,
      ratings,
      record: model?.trained.record ?? null,
      catalogue: source === "file" ? catalogue : null,
      models: model && modelsToStore(model.trained, model.recommender.foldInMapOf(model.trained.model)),
    });
    return "saved";
  }

  /** Resolves once no other tab saves its models: from then on this one does. */
  whenMine(): Promise<void> {
    return this.#works.whenSaving();
  }

  delete(name: string): Promise<void> {
    return this.#works.delete(name);
  }
}
