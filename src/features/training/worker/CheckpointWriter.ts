import type { LoadedData } from "../../../core/worker/LoadedData.ts";
import type { Checkpoints } from "../../../core/worker/storage/Checkpoints.ts";
import { modelsToStore } from "../../../core/worker/storage/storedModels.ts";
import type { TrainedModel } from "../../../core/worker/TrainedModel.ts";

/** Milliseconds of training between two checkpoints; after a refused one. */
const [EVERY, AFTER_REFUSAL] = [5000, 60_000];
/** Checkpoints of large models are written less often, so that training is slowed by a fiftieth at most. */
const SHARE = 1 / 50;

/**
 * Writes a checkpoint every few seconds of a training, while it goes on. Where the browser refuses, training goes on
 * without: nothing is lost that was there.
 */
export class CheckpointWriter {
  readonly #checkpoints: Checkpoints;
  readonly #data: LoadedData;
  readonly #epochsBefore: number;
  readonly #every: number;
  #due: number;
  #writing: Promise<void> | null = null;
  /** The last epoch of which one was written, or tried. */
  #epoch = 0;

  /**
   * @param epochsBefore the model's epochs before the training began
   * @param isResumed the first epoch after an interruption is written at once: it shows that training can go on
   */
  constructor(
    checkpoints: Checkpoints,
    data: LoadedData,
    { epochsBefore, isResumed, every = EVERY }: { epochsBefore: number; isResumed: boolean; every?: number },
  ) {
    this.#checkpoints = checkpoints;
    this.#data = data;
    this.#epochsBefore = epochsBefore;
    this.#every = every;
    this.#due = performance.now() + (isResumed ? 0 : every);
  }

  /** To be called between epochs, once the last one is in the record. */
  afterEpoch(trained: TrainedModel): void {
    if (this.#writing === null && performance.now() >= this.#due) this.#write(trained);
  }

  /** To be called between epochs; resolves when the one of the last epoch is written, or refused. */
  async atPause(trained: TrainedModel): Promise<void> {
    await this.#writing;
    if (this.#epoch !== trained.model.epochs) this.#write(trained);
    await this.#writing;
  }

  #write(trained: TrainedModel): void {
    if (!this.#checkpoints.areWritten) return;
    const began = performance.now();
    this.#epoch = trained.model.epochs;
    const checkpoint = {
      models: modelsToStore(trained, null),
      course: trained.record,
      epochsBefore: this.#epochsBefore,
      fingerprint: this.#data.fingerprint,
      resumed: 0,
    };
    this.#writing = this.#checkpoints
      .write(this.#data.summary, checkpoint)
      .then(
        () => Math.max(this.#every, (performance.now() - began) / SHARE),
        // A model too large for a file is refused as a full disk is.
        () => AFTER_REFUSAL,
      )
      .then((milliseconds) => {
        this.#writing = null;
        this.#due = performance.now() + milliseconds;
      });
  }
}
