import type { DatasetSummary, ReadingProgress } from "../../../core/api/DatasetSummary.ts";
import type { Remedy } from "../../../core/page/AlertStore.ts";
import type { Context } from "../../../core/page/Context.ts";
import type { OpenedFiles } from "../../../core/page/Events.ts";
import { Store } from "../../../core/page/Store.ts";
import { throttled } from "../../../core/page/throttled.ts";
import { DataFileError } from "../../../errors.ts";
import type { DataSource, ReadingChoices, UnderstoodData } from "../api.ts";
import { estimating } from "./estimating.ts";
import { siteSource } from "./siteSource.ts";

export interface Preview {
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
  opened: Preview | null;
}

/** Milliseconds between two updates on screen. */
const UPDATE_EVERY = 250;

const SITE = siteSource();
const SITE_FILE = SITE.kind === "published" ? "the published model" : "ratings.csv";
const NOTHING_OPEN: DataState = { staged: null, opened: null };

/** Opening data: what its files are read as, the person's corrections, the question, and the switch. */
export class DataStore extends Store<DataState> {
  readonly #context: Context;
  #lastReading = 0;
  /** What was opened last, and what was staged last. */
  #files: OpenedFiles | null = null;
  #source = SITE;
  /** What was said of files that could not be used: what it offers is about those. */
  #refused = "";
  /** Files in use: a new worker has to open them again if they are not saved. */
  #inUse: { name: string; files: OpenedFiles; source: DataSource } | null = null;

  constructor(context: Context) {
    super(NOTHING_OPEN);
    this.#context = context;
    context.events.on("workerStarted", () => void this.begin());
    context.events.on("workerFailed", () => this.#drop());
    context.events.on("savedWorkOpened", (name) => void this.read({ kind: "saved", name }));
    context.events.on("filesChosen", () => context.alerts.withdraw(this.#refused));
    context.events.on("filesOpened", (opened) => {
      if (opened.kind !== "dataset") {
        // They may be the very files of the question, which are somebody's own after all.
        if (this.get().opened !== null) this.cancel();
        return;
      }
      this.#tellOfInterruption(opened.files);
      this.#files = opened;
      void this.read({ kind: "opened", choices: {} });
    });
  }

  /**
   * Continues where the last visit ended; on a first visit reads the embedded data. A page that was published with a
   * model always begins with that.
   */
  async begin(): Promise<void> {
    const reading = this.#announce(SITE_FILE);
    const works = await this.#context.worker.saved.list().catch(() => []);
    // Files may have been dropped meanwhile, and the worker may have failed.
    if (reading !== this.#lastReading) return;
    const inUse = this.#inUse;
    if (inUse !== null && !works.some(({ name }) => name === inUse.name)) {
      this.#files = inUse.files;
      await this.#context.worker.opening.open(inUse.files.files, inUse.files.answers);
      await this.read(inUse.source);
    } else if (SITE.kind === "published" || works.length === 0) await this.read(SITE);
    else await this.read({ kind: "saved", name: works[0].name });
  }

  /** What the site brings, with the model saved for it, if there is one. */
  openSite = async (): Promise<void> => {
    const works = SITE.kind === "published" ? [] : await this.#context.worker.saved.list().catch(() => []);
    const saved = works.find(({ source }) => source === "embedded");
    await this.read(saved ? { kind: "saved", name: saved.name } : SITE);
  };

  /** Reads a source and switches to it; where files would replace other data, the person is asked first. */
  read = async (source: DataSource): Promise<void> => {
    const { workspace, alerts, restartWorker } = this.#context;
    const hasData = workspace.get().dataset !== null;
    this.set({ opened: null });
    const staged = await this.#stage(source, (error) => {
      if (hasData) void this.#offerCorrection(source, error);
      else if (source.kind === "saved") {
        alerts.tell(error);
        void this.read(SITE);
      } else alerts.tell(error, { label: "Try again", run: restartWorker });
    });
    if (staged === null) return;
    try {
      if (source.kind === "opened" && hasData) {
        await this.#show(source.choices, null);
        this.#offer(staged);
      } else await this.#adopt();
    } catch (error) {
      alerts.tell(error);
    }
  };

  /** Reads the files that the person is asked about again, with their corrections. */
  correct = async (choices: ReadingChoices): Promise<void> => {
    if (this.get().opened === null) return;
    try {
      await this.#show(choices, null);
      const staged = await this.#stage({ kind: "opened", choices }, (error) => {
        void this.#show(choices, error instanceof Error ? error.message : String(error));
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
    const files = this.#source.kind === "opened" ? this.#files : null;
    this.#inUse = files && { name: dataset.name, files, source: this.#source };
    this.set(NOTHING_OPEN);
    const origin = dataset.source === "published" ? "published" : record?.imported ? "imported" : "earlier";
    workspace.set({ dataset, model: record && { ...record, origin }, reading: null });
    events.emit("dataAdopted", dataset);
    if (record !== null) events.emit("modelChanged", { finished: false });
  }

  #drop(): void {
    this.#lastReading++;
    this.#context.workspace.set({ reading: null });
    this.set(NOTHING_OPEN);
  }

  /** Null if it could not be read, or something else was opened meanwhile. */
  async #stage(source: DataSource, onFailure: (error: unknown) => void): Promise<DatasetSummary | null> {
    const { workspace, worker } = this.#context;
    const reading = this.#announce(this.#nameOf(source));
    const estimated = estimating();
    let latest: ReadingProgress | null = null;
    // A drawing takes as long as scanning tens of thousands of rows.
    const update = throttled(UPDATE_EVERY, () => {
      if (latest && reading === this.#lastReading) workspace.set({ reading: estimated(latest) });
    });
    this.set({ staged: null });
    try {
      const asked = worker.data.stage(source, (progress) => {
        latest = progress;
        update.soon();
      });
      // Nothing may be shown of it once it is over.
      const staged = await asked.finally(update.now);
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

  #nameOf(source: DataSource): string {
    if (source.kind === "saved") return "saved data";
    return (source.kind === "opened" && this.#files?.files[0].name) || SITE_FILE;
  }

  /** Says that something is being read; what was being read before is dropped. */
  #announce(file: string): number {
    const nothing: ReadingProgress = { file, rows: 0, bytes: 0, totalBytes: 0 };
    this.#context.workspace.set({ reading: { ...nothing, secondsLeft: null } });
    return ++this.#lastReading;
  }

  #offer(staged: DatasetSummary): void {
    this.set({ staged });
    this.#context.workspace.set({ reading: null });
  }

  /** Shows what the files are read as, and why that cannot be used. */
  async #show(choices: ReadingChoices, problem: string | null): Promise<void> {
    const reading = this.#lastReading;
    const understood = await this.#context.worker.data.understand(choices);
    if (reading === this.#lastReading) this.set({ opened: { choices, understood, problem } });
  }

  /** What cannot be read may only have been misread. */
  async #offerCorrection(source: DataSource, error: unknown): Promise<void> {
    const { alerts, worker } = this.#context;
    if (source.kind !== "opened" || !(error instanceof DataFileError)) {
      alerts.tell(error);
      return;
    }
    this.#refused = error.message;
    const run = () => void this.#show({}, error.message).catch(alerts.tell);
    try {
      const { fittingShare } = await worker.data.understand({});
      alerts.tell(error, fittingShare === 1 ? { label: "Choose columns", run } : this.#sample(fittingShare));
    } catch {
      alerts.tell(error);
    }
  }

  /** Data that is too large for this tab can be read in part. */
  #sample(userShare: number): Remedy {
    return {
      label: `Use a ${Math.round(userShare * 100)}% sample of users`,
      run: () => void this.read({ kind: "opened", choices: { userShare } }),
    };
  }

  #tellOfInterruption([next]: File[]): void {
    const { reading, dataset } = this.#context.workspace.get();
    if (reading === null || dataset === null) return;
    this.#context.alerts.show(`Stopped reading ${reading.file} because you opened ${next.name}.`);
  }
}
