import type { DatasetSummary, ReadingProgress } from "../../../core/api/DatasetSummary.ts";
import type { Remedy } from "../../../core/page/AlertStore.ts";
import type { Context } from "../../../core/page/Context.ts";
import { Store } from "../../../core/page/Store.ts";
import type { Reading } from "../../../core/page/WorkspaceStore.ts";
import { DataFileError } from "../../../errors.ts";
import type { DataSource, ReadingChoices, UnderstoodData } from "../api.ts";

export interface OpenedFiles {
  files: File[];
  /** The person's corrections. */
  choices: ReadingChoices;
  understood: UnderstoodData;
  /** Why they cannot be used as they are read. */
  problem: string | null;
}

interface DataState {
  /** Read and waiting for the person's word before it replaces the current data. */
  staged: DatasetSummary | null;
  /** The files that the person is asked about; null if there is nothing to ask. */
  opened: OpenedFiles | null;
}

const EMBEDDED: DataSource = { kind: "embedded" };
const NOTHING_OPEN: DataState = { staged: null, opened: null };

/** Opening data: what its files are read as, the person's corrections, the question, and the switch. */
export class DataStore extends Store<DataState> {
  readonly #context: Context;
  #lastReading = 0;
  /** What was read last, and what is in use; the latter is null until data has been adopted. */
  #source = EMBEDDED;
  #adopted: DataSource | null = null;

  constructor(context: Context) {
    super(NOTHING_OPEN);
    this.#context = context;
    context.events.on("workerStarted", () => void this.begin());
    context.events.on("workerFailed", () => this.#drop());
  }

  /** Continues where the last visit ended; on a first visit reads the embedded data. */
  async begin(): Promise<void> {
    const reading = ++this.#lastReading;
    this.#context.workspace.set({ reading: estimating()(nothingOf("ratings.csv")) });
    const [last] = await this.#context.worker.saved.list().catch(() => []);
    // Files may have been dropped meanwhile, and the worker may have failed.
    if (reading !== this.#lastReading) return;
    const saved: DataSource | null = last ? { kind: "saved", name: last.name } : null;
    await this.read(this.#adopted ?? saved ?? EMBEDDED, "replace");
  }

  openFiles(files: File[]): Promise<void> {
    return this.read({ kind: "files", files }, "ask");
  }

  /** With the model saved for it, if there is one. */
  openEmbedded = async (): Promise<void> => {
    const works = await this.#context.worker.saved.list().catch(() => []);
    const saved = works.find(({ source }) => source === "embedded");
    await this.read(saved ? { kind: "saved", name: saved.name } : EMBEDDED, "replace");
  };

  /** With "ask", files replace the current data only when the person says so. */
  async read(source: DataSource, then: "ask" | "replace"): Promise<void> {
    const { workspace, alerts, restartWorker } = this.#context;
    const { dataset } = workspace.get();
    this.#tellOfInterruption(source);
    this.set({ opened: null });
    const staged = await this.#stage(source, (error) => {
      if (dataset !== null) void this.#offerCorrection(source, error);
      else if (source.kind === "saved") {
        alerts.tell(error);
        void this.read(EMBEDDED, "replace");
      } else alerts.tell(error, { label: "Try again", run: restartWorker });
    });
    if (staged === null) return;
    try {
      if (then === "replace" || source.kind !== "files" || dataset === null) await this.#adopt();
      else await this.#ask(source.files, source.choices ?? {}, staged);
    } catch (error) {
      alerts.tell(error);
    }
  }

  /** Reads the files that the person is asked about again, with their corrections. */
  correct = async (choices: ReadingChoices): Promise<void> => {
    const { opened } = this.get();
    if (opened === null) return;
    const { files } = opened;
    try {
      await this.#show(files, choices, null);
      const staged = await this.#stage({ kind: "files", files, choices }, (error) => {
        void this.#show(files, choices, error instanceof Error ? error.message : String(error));
      });
      if (staged !== null) this.#offer(staged);
    } catch (error) {
      this.#context.alerts.tell(error);
    }
  };

  /** Answers the question with yes. */
  replace = (): void => {
    this.#adopt().catch(this.#context.alerts.tell);
  };

  /** Answers it with no, or stops the reading in progress. */
  cancel = (): void => {
    this.#drop();
    this.#context.worker.data.discard().catch(this.#context.alerts.tell);
  };

  async #adopt(): Promise<void> {
    const { jobs, worker, workspace, events } = this.#context;
    await jobs.abandon();
    const { dataset, record } = await worker.data.adopt();
    this.#adopted = this.#source;
    this.set(NOTHING_OPEN);
    const model = record && {
      ...record,
      origin: record.imported ? ("imported" as const) : ("earlier" as const),
    };
    workspace.set({ dataset, model, reading: null });
    events.emit("dataAdopted", dataset);
    if (model !== null) events.emit("modelChanged", { finished: false });
  }

  #drop(): void {
    this.#lastReading++;
    this.#context.workspace.set({ reading: null });
    this.set(NOTHING_OPEN);
  }

  /** Null if it could not be read, or something else was opened meanwhile. */
  async #stage(source: DataSource, onFailure: (error: unknown) => void): Promise<DatasetSummary | null> {
    const { workspace, worker } = this.#context;
    const reading = ++this.#lastReading;
    const file = source.kind === "files" ? source.files[0].name : "ratings.csv";
    const estimated = estimating();
    this.set({ staged: null });
    workspace.set({ reading: estimated(nothingOf(file)) });
    try {
      const staged = await worker.data.stage(source, (progress) => {
        if (reading === this.#lastReading) workspace.set({ reading: estimated(progress) });
      });
      if (reading !== this.#lastReading) return null;
      this.#source = source;
      return staged;
    } catch (error) {
      if (reading === this.#lastReading) {
        workspace.set({ reading: null });
        onFailure(error);
      }
      return null;
    }
  }

  async #ask(files: File[], choices: ReadingChoices, staged: DatasetSummary): Promise<void> {
    await this.#show(files, choices, null);
    this.#offer(staged);
  }

  #offer(staged: DatasetSummary): void {
    this.set({ staged });
    this.#context.workspace.set({ reading: null });
  }

  /** Shows what the files are read as, and why that cannot be used. */
  async #show(files: File[], choices: ReadingChoices, problem: string | null): Promise<void> {
    const reading = this.#lastReading;
    const understood = await this.#context.worker.data.understand(files, choices);
    if (reading === this.#lastReading) this.set({ opened: { files, choices, understood, problem } });
  }

  /** What cannot be read may only have been misread. */
  async #offerCorrection(source: DataSource, error: unknown): Promise<void> {
    const { alerts, worker } = this.#context;
    if (source.kind !== "files" || !(error instanceof DataFileError)) {
      alerts.tell(error);
      return;
    }
    const { files } = source;
    const run = () => void this.#show(files, {}, error.message).catch(alerts.tell);
    try {
      const { fittingShare } = await worker.data.understand(files, {});
      alerts.tell(
        error,
        fittingShare === 1 ? { label: "Choose columns", run } : this.#sample(files, fittingShare),
      );
    } catch {
      alerts.tell(error);
    }
  }

  /** Data that is too large for this tab can be read in part. */
  #sample(files: File[], userShare: number): Remedy {
    const source: DataSource = { kind: "files", files, choices: { userShare } };
    return {
      label: `Use a ${Math.round(userShare * 100)}% sample of users`,
      run: () => void this.read(source, "ask"),
    };
  }

  #tellOfInterruption(next: DataSource): void {
    const { reading, dataset } = this.#context.workspace.get();
    if (reading === null || dataset === null || next.kind !== "files") return;
    this.#context.alerts.show(`Stopped reading ${reading.file} because you opened ${next.files[0].name}.`);
  }
}

const nothingOf = (file: string): ReadingProgress => ({ file, rows: 0, bytes: 0, totalBytes: 0 });

/** Adds the seconds left of each file, from the time it has taken so far. */
function estimating(): (progress: ReadingProgress) => Reading {
  let file = "";
  let began = 0;
  return (progress) => {
    if (progress.file !== file) {
      file = progress.file;
      began = performance.now();
    }
    const { bytes, totalBytes } = progress;
    const seconds = (performance.now() - began) / 1000;
    return {
      ...progress,
      secondsLeft: bytes > 0 && seconds > 0.5 ? (seconds / bytes) * (totalBytes - bytes) : null,
    };
  };
}
