import type { DatasetSummary, ReadingProgress } from "../../../core/api/DatasetSummary.ts";
import { inOrder } from "../../../core/worker/Jobs.ts";
import type { SavedWorks } from "../../../core/worker/storage/SavedWorks.ts";
import type { Workspace } from "../../../core/worker/Workspace.ts";
import { CancelledError, NotReadyError } from "../../../errors.ts";
import type { Adopted, DataSource, ReadingChoices, UnderstoodData } from "../api.ts";
import { openedData, type Staged, stage } from "./stage.ts";
import { understand } from "./understand.ts";

/** Reads data beside the current, and puts it in its place once the page says so. */
export class DataService {
  readonly #workspace: Workspace;
  readonly #works: SavedWorks;
  #staged: Staged | null = null;
  #reading: AbortController | null = null;

  constructor(workspace: Workspace, works: SavedWorks) {
    this.#workspace = workspace;
    this.#works = works;
  }

  /**
   * Reads a source; nothing is replaced until `adopt`. A new call drops what was staged.
   *
   * @throws DataFileError if they cannot be used, naming the file, the row and the remedy.
   * @throws CancelledError if `discard` or another call came meanwhile.
   */
  async stage(source: DataSource, onProgress: (progress: ReadingProgress) => void): Promise<DatasetSummary> {
    this.#reading?.abort();
    this.#staged = null;
    const reading = new AbortController();
    this.#reading = reading;
    const { signal } = reading;
    const staged = await inOrder(onProgress, (report) =>
      stage(source, this.#workspace, this.#works, signal, report),
    );
    if (signal.aborted) throw new CancelledError("Reading was stopped.");
    this.#staged = staged;
    return staged.data.summary;
  }

  /** What the tables of the opened data set are read as. @throws DataFileError if none of the files is a table. */
  async understand(choices: ReadingChoices): Promise<UnderstoodData> {
    return understand(openedData(this.#workspace), choices);
  }

  /** Makes the staged data current, with the model saved for it; the old data and model go. */
  async adopt(): Promise<Adopted> {
    if (!this.#staged) throw new NotReadyError("There is no data to switch to. Open a file first.");
    const { data, model, isSaved } = this.#staged;
    this.#staged = null;
    await this.#workspace.adopt(data, model);
    // If that fails, the next visit opens other data.
    if (isSaved) this.#works.touch(data.summary.name).catch(() => {});
    return { dataset: data.summary, record: model?.trained.record ?? null };
  }

  /** Drops what is staged, or stops the reading in progress. */
  async discard(): Promise<void> {
    this.#reading?.abort();
    this.#staged = null;
  }
}
