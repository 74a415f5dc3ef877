import { vi } from "vitest";
import {
  type Epoch,
  type EpochStart,
  EpochThread,
  type Kernels,
} from "../../src/model/threads/EpochThread.js";
import { VisitClaims } from "../../src/model/threads/visitClaims.js";

/**
 * Lets the helper threads of a training run within this thread, each a claim in its turn, as threads on processors of
 * their own would: so that what they learn from each other is the same every time.
 */
export function inLockstep(): void {
  const { runNext } = EpochThread.prototype;
  const helpers = new Set<Helper>();
  // Its methods are its own, for Vitest gives what it constructs another prototype.
  class Helper {
    #heard: (message: string) => void = () => undefined;
    #thread: EpochThread | null = null;

    readonly on = (event: string, listener: (message: string) => void): void => {
      if (event === "message") this.#heard = listener;
    };

    readonly postMessage = async (message: EpochStart | "run"): Promise<void> => {
      if (message === "run") {
        this.#thread?.begin();
        helpers.add(this);
        return;
      }
      const { module, memory, epoch, plan, claims, parts, own, chunk } = message;
      const { exports } = await WebAssembly.instantiate(module, { env: { memory } });
      const kernels = exports as unknown as Kernels & Record<string, Epoch>;
      const visits = new VisitClaims(memory.buffer, claims, parts, own, chunk);
      this.#thread = new EpochThread(kernels, kernels[epoch], plan, visits);
      this.#heard("ready");
    };

    readonly turn = (): void => {
      if (this.#thread && runNext.call(this.#thread)) return;
      helpers.delete(this);
      this.#heard("done");
    };

    readonly terminate = (): void => {
      helpers.delete(this);
    };
  }
  const node = process.getBuiltinModule("node:worker_threads");
  vi.spyOn(node, "Worker").mockImplementation(Helper as unknown as () => never);
  vi.spyOn(EpochThread.prototype, "runNext").mockImplementation(function (this: EpochThread) {
    const more = runNext.call(this);
    for (const helper of helpers) helper.turn();
    return more;
  });
}
