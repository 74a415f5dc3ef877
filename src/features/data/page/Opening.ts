import type { DataSource, DatasetSummary, LoadProgress } from "../../../core/api.ts";
import type { ConnectedTrainer } from "../../../core/client/client.ts";
import type { Store } from "../../../core/page/Store.ts";
import type { PageState } from "../../../core/page/session/PageState.ts";
import type { Alert, Loading } from "../../../core/page/session/Session.ts";
import type { ReadingChoices } from "../api.ts";

const EMBEDDED: DataSource = { kind: "embedded" };

interface Ground {
  state: Store<PageState>;
  trainer: () => ConnectedTrainer;
  /** Makes what was read the current data. */
  adopt: () => Promise<void>;
  /** Reads the data that was current before. */
  startAgain: () => void;
  tell: (error: unknown, remedy?: Alert["remedy"]) => void;
}

/** Reading data in place of the current: what its files are taken for, what the person corrects, the question. */
export class Opening {
  readonly #ground: Ground;
  #reading = 0;
  /** What was read last. */
  source = EMBEDDED;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** Says that something is about to be read; the answer tells whether nothing else has come after it. */
  announce(): () => boolean {
    const reading = ++this.#reading;
    this.#ground.state.set({ staged: null, loading: timeLeft()(nothingOf("ratings.csv")) });
    return () => reading === this.#reading;
  }

  /** With "ask", data that is there is replaced only when the person says so. */
  async read(source: DataSource, then: "ask" | "replace"): Promise<void> {
    const { state, adopt, startAgain, tell } = this.#ground;
    this.#tellOfInterruption(source);
    state.set({ opened: null });
    const staged = await this.#stage(source, (error) => {
      if (state.get().dataset !== null) void this.#offerCorrection(source, error);
      else if (source.kind === "kept") {
        tell(error);
        void this.read(EMBEDDED, "replace");
      } else tell(error, { label: "Try again", run: startAgain });
    });
    if (staged === null) return;
    try {
      if (then === "replace" || source.kind !== "files" || state.get().dataset === null) await adopt();
      else await this.#ask(source.files, source.choices ?? {}, staged);
    } catch (error) {
      tell(error);
    }
  }

  /** Reads the files anew that the person is asked about, as they want them read. */
  async correct(choices: ReadingChoices): Promise<void> {
    const { opened } = this.#ground.state.get();
    if (opened === null) return;
    const { files } = opened;
    await this.#show(files, choices, null);
    const staged = await this.#stage({ kind: "files", files, choices }, (error) => {
      void this.#show(files, choices, error instanceof Error ? error.message : String(error));
    });
    if (staged !== null) this.#ground.state.set({ staged, loading: null });
  }

  /** Lets go of what was read and not taken over, and of what is being read. */
  drop(): void {
    this.#reading++;
    this.#ground.state.set({ loading: null, staged: null, opened: null });
  }

  /** Null where it could not be read, or something else was read meanwhile. */
  async #stage(source: DataSource, onFailure: (error: unknown) => void): Promise<DatasetSummary | null> {
    const { state, trainer } = this.#ground;
    const reading = ++this.#reading;
    const file = source.kind === "files" ? source.files[0].name : "ratings.csv";
    const timed = timeLeft();
    state.set({ staged: null, loading: timed(nothingOf(file)) });
    try {
      const staged = await trainer().stage(source, (progress) => {
        if (reading === this.#reading) state.set({ loading: timed(progress) });
      });
      if (reading !== this.#reading) return null;
      this.source = source;
      return staged;
    } catch (error) {
      if (reading === this.#reading) {
        state.set({ loading: null });
        onFailure(error);
      }
      return null;
    }
  }

  async #ask(files: File[], choices: ReadingChoices, staged: DatasetSummary): Promise<void> {
    await this.#show(files, choices, null);
    this.#ground.state.set({ staged, loading: null });
  }

  /** Shows what the files are taken for, and why that cannot be used. */
  async #show(files: File[], choices: ReadingChoices, problem: string | null): Promise<void> {
    const reading = this.#reading;
    const understood = await this.#ground.trainer().understand(files, choices);
    if (reading === this.#reading)
      this.#ground.state.set({ opened: { files, choices, understood, problem } });
  }

  /** What cannot be read may have been taken for something else than it is. */
  async #offerCorrection(source: DataSource, error: unknown): Promise<void> {
    const { trainer, tell } = this.#ground;
    if (source.kind !== "files" || !(error instanceof Error) || error.name !== "DataFileError") {
      tell(error);
      return;
    }
    const { files } = source;
    const show = () => void this.#show(files, {}, error.message).catch(tell);
    await trainer()
      .understand(files, {})
      .then(
        ({ fittingShare }) => {
          if (fittingShare === 1) tell(error, { label: "Say what its columns are", run: show });
          else tell(error, this.#sampling(files, fittingShare));
        },
        () => tell(error),
      );
  }

  /** Data that is too large for this tab can be read in part. */
  #sampling(files: File[], userShare: number): Alert["remedy"] {
    const source: DataSource = { kind: "files", files, choices: { userShare } };
    return {
      label: `Use ${Math.round(userShare * 100)} % of the users`,
      run: () => void this.read(source, "ask"),
    };
  }

  #tellOfInterruption(next: DataSource): void {
    const { loading, dataset } = this.#ground.state.get();
    if (loading === null || dataset === null || next.kind !== "files") return;
    const message = `${loading.file} was not read to its end, because ${next.files[0].name} came after it.`;
    this.#ground.tell(Object.assign(new Error(message), { name: "DataFileError" }));
  }
}

const nothingOf = (file: string): LoadProgress => ({ file, rows: 0, bytes: 0, totalBytes: 0 });

/** Adds to news of a file how many seconds are left of it, by the time that it has taken so far. */
function timeLeft(): (progress: LoadProgress) => Loading {
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
