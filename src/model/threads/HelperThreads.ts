import { WorkerFailedError } from "../../errors.ts";
import type { EpochStart } from "./EpochThread.js";
import { NOT_LOADED, type NodeWorkerClass, startInBrowser, startInNode } from "./helperScript.ts";
import type { ListStart } from "./makeLists.js";

type HelperStart = EpochStart | ListStart;

interface Helper {
  tell(message: HelperStart | "run"): void;
  terminate(): void;
}

interface NodeProcess {
  getBuiltinModule(name: "node:worker_threads"): { Worker: NodeWorkerClass };
}

const { process } = globalThis as unknown as { process?: Partial<NodeProcess> };
// Bundlers lay a shim of `process` under pages; it has no modules to give.
const threadsOfNode = process?.getBuiltinModule?.("node:worker_threads");

/** Whether memory can be shared with other threads here: in Node, and on a page that is cross-origin isolated. */
export function canShareMemory(): boolean {
  return (
    threadsOfNode !== undefined ||
    (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated === true
  );
}

/** Threads that do their part of every run. One that dies fails the run under way and all later ones. */
export class HelperThreads {
  readonly #helpers: Helper[] = [];
  readonly #remedy: string;
  #failure: WorkerFailedError | null = null;
  #reason: string | null = null;
  #waiting: { left: number; resolve: () => void; reject: (error: WorkerFailedError) => void } | null = null;

  private constructor(remedy: string) {
    this.#remedy = remedy;
  }

  /**
   * @param remedy what the message ends with if one dies later
   * @returns null, after a warning, where a helper cannot be started, for instance because the page's content
   * security policy forbids it: the thread that asks is then the only one
   */
  static async start(starts: HelperStart[], remedy: string): Promise<HelperThreads | null> {
    const threads = new HelperThreads(remedy);
    try {
      for (const _ of starts) threads.#helpers.push(startHelper(threads.#heard, threads.#failed));
      await threads.#all((helper, i) => helper.tell(starts[i]));
      return threads;
    } catch (error) {
      threads.terminate();
      const reason = threads.#reason ?? (error as Error).message;
      console.warn(`Helper threads couldn't be started (${reason}), so 1 thread does all the work.`);
      return null;
    }
  }

  /** Resolves when every helper has done its part. */
  run(): Promise<void> {
    return this.#all((helper) => helper.tell("run"));
  }

  terminate(): void {
    this.#failure ??= new WorkerFailedError("The helper threads have been ended.");
    for (const helper of this.#helpers) helper.terminate();
  }

  #all(ask: (helper: Helper, i: number) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#failure) {
        reject(this.#failure);
        return;
      }
      this.#waiting = { left: this.#helpers.length, resolve, reject };
      this.#helpers.forEach(ask);
    });
  }

  readonly #heard = (): void => {
    if (this.#waiting && --this.#waiting.left === 0) this.#waiting.resolve();
  };

  readonly #failed = (reason: string): void => {
    this.#reason ??= reason;
    this.#failure ??= new WorkerFailedError(`A helper thread crashed (${reason}). ${this.#remedy}`);
    this.#waiting?.reject(this.#failure);
  };
}

function startHelper(onAnswer: () => void, onFailure: (reason: string) => void): Helper {
  if (threadsOfNode) {
    const worker = startInNode(threadsOfNode.Worker);
    worker.on("message", onAnswer);
    worker.on("error", (error) => onFailure((error as Error).message));
    worker.on("exit", (code) => onFailure(`exit code ${code}`));
    return { tell: (message) => worker.postMessage(message), terminate: () => worker.terminate() };
  }
  const worker = startInBrowser();
  worker.onmessage = onAnswer;
  worker.onerror = (event) => onFailure(event.message || NOT_LOADED);
  worker.onmessageerror = () => onFailure("it was sent something it cannot read");
  return { tell: (message) => worker.postMessage(message), terminate: () => worker.terminate() };
}
