import type { Worker } from "node:worker_threads";
import { ArgumentError, ModelFileError, WorkerFailedError } from "../../../src/errors.ts";
import { UnknownIdError } from "../trained/errors.ts";
import type { AnswerTo, FromThread, ModelFacts, Question } from "./answers.ts";
import { OverloadedError } from "./errors.ts";
import { startWorker } from "./worker.ts";

interface Pending {
  resolve: (answer: AnswerTo<Question>) => void;
  reject: (error: Error) => void;
}

interface Thread {
  worker: Worker;
  pending: Map<number, Pending>;
}

/** Questions that may wait for a thread; more are refused rather than answered too late. */
const MOST_WAITING = 200;

/** One version of the model, open in threads of its own: versions never share one, so no answer mixes two. */
export class ModelPool {
  readonly #path: string;
  readonly #threads: Thread[] = [];
  #facts: ModelFacts | null = null;
  #questions = 0;
  #closing = false;
  #onIdle: (() => void) | null = null;

  private constructor(
    readonly version: string,
    path: string,
  ) {
    this.#path = path;
  }

  /**
   * Resolves when every thread can answer.
   * @throws ModelFileError if the file is not a model that can be served.
   */
  static async open(version: string, path: string, threads: number): Promise<ModelPool> {
    const pool = new ModelPool(version, path);
    try {
      await Promise.all(Array.from({ length: threads }, () => pool.#start()));
    } catch (error) {
      pool.#closing = true;
      await pool.#terminate();
      throw error;
    }
    return pool;
  }

  get facts(): ModelFacts {
    if (!this.#facts) throw new WorkerFailedError("The model is not open.");
    return this.#facts;
  }

  /** Whether a thread is there to answer. */
  get isReady(): boolean {
    return this.#threads.length > 0;
  }

  get inFlight(): number {
    return this.#threads.reduce((sum, { pending }) => sum + pending.size, 0);
  }

  /**
   * @throws UnknownIdError if the model cannot know the answer, OverloadedError if too many wait, WorkerFailedError
   * if the thread dies.
   */
  ask<Q extends Question>(question: Q): Promise<AnswerTo<Q>> {
    const thread = this.#threads.reduce<Thread | null>(
      (least, other) => (least === null || other.pending.size < least.pending.size ? other : least),
      null,
    );
    if (!thread)
      return Promise.reject(new WorkerFailedError("The model is being opened again. Try again in a moment."));
    if (thread.pending.size >= MOST_WAITING) {
      return Promise.reject(new OverloadedError("Too many requests are waiting. Try again in a moment."));
    }
    const id = this.#questions++;
    return new Promise((resolve, reject) => {
      thread.pending.set(id, { resolve: (answer) => resolve(answer as AnswerTo<Q>), reject });
      thread.worker.postMessage({ id, question });
    });
  }

  /** Lets what is in flight be answered, then ends the threads. */
  async close(): Promise<void> {
    this.#closing = true;
    if (this.inFlight > 0) {
      await new Promise<void>((resolve) => {
        this.#onIdle = resolve;
      });
    }
    await this.#terminate();
  }

  async #terminate(): Promise<void> {
    await Promise.all(this.#threads.splice(0).map(({ worker }) => worker.terminate()));
  }

  #start(): Promise<void> {
    const worker = startWorker("answerThread", { path: this.#path });
    const thread: Thread = { worker, pending: new Map() };
    return new Promise((resolve, reject) => {
      worker.on("message", (message: FromThread) => {
        if (message.type === "ready") {
          this.#facts = message.facts;
          this.#threads.push(thread);
          resolve();
        } else if (message.type === "refused") {
          reject(errorOf(message));
          worker.terminate();
        } else {
          const pending = thread.pending.get(message.id);
          thread.pending.delete(message.id);
          if (message.type === "answer") pending?.resolve(message.answer);
          else pending?.reject(errorOf(message));
          if (this.inFlight === 0) this.#onIdle?.();
        }
      });
      let reason = "it ended";
      worker.on("error", (error: Error) => {
        reason = error.message;
      });
      worker.on("exit", () => {
        reject(new WorkerFailedError(`The model could not be opened: ${reason}.`));
        this.#lose(thread, reason);
      });
    });
  }

  /** A thread that dies takes its questions with it, and another takes its place. */
  #lose(thread: Thread, reason: string): void {
    const place = this.#threads.indexOf(thread);
    if (place >= 0) this.#threads.splice(place, 1);
    for (const { reject } of thread.pending.values()) {
      reject(new WorkerFailedError(`The thread that should have answered died: ${reason}.`));
    }
    thread.pending.clear();
    if (this.#closing) this.#onIdle?.();
    else if (place >= 0) this.#start().catch(() => {});
  }
}

const ERRORS = [ArgumentError, ModelFileError, UnknownIdError];

/** Errors lose their class on the way between threads. */
function errorOf({ name, message }: { name: string; message: string }): Error {
  const Known = ERRORS.find((known) => known.name === name);
  return Known ? new Known(message) : new WorkerFailedError(message);
}
