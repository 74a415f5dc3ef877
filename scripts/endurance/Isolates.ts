import type { CDPSession } from "@playwright/test";

interface HeapUsage {
  usedSize: number;
  embedderHeapUsedSize?: number;
  backingStorageSize?: number;
}

/** What the scripts of a page and of its workers hold, asked of the browser's debugger. */
export class Isolates {
  readonly #session: CDPSession;
  /** Workers by the name that the debugger gives them. */
  readonly #workers = new Set<string>();
  readonly #waiting = new Map<number, (result: unknown) => void>();
  #lastId = 0;

  private constructor(session: CDPSession) {
    this.#session = session;
    session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
      if (targetInfo.type === "worker") this.#workers.add(sessionId);
    });
    session.on("Target.detachedFromTarget", ({ sessionId }) => this.#workers.delete(sessionId));
    session.on("Target.receivedMessageFromTarget", ({ message }) => {
      const { id, result } = JSON.parse(message);
      this.#waiting.get(id)?.(result);
      this.#waiting.delete(id);
    });
  }

  static async of(session: CDPSession): Promise<Isolates> {
    const isolates = new Isolates(session);
    await session.send("Target.setAutoAttach", {
      ...{ autoAttach: true, waitForDebuggerOnStart: false, flatten: false },
    });
    return isolates;
  }

  get workers(): number {
    return this.#workers.size;
  }

  /** Bytes of objects, of what they stand for in the browser, and of buffers with WebAssembly's, after collecting garbage. */
  async bytes(): Promise<number> {
    const usages = [await this.#ofPage()];
    for (const worker of this.#workers) {
      // What one collection lets go of may be the last to hold something else.
      for (let i = 0; i < 2; i++) await this.#ask(worker, "HeapProfiler.collectGarbage");
      usages.push((await this.#ask(worker, "Runtime.getHeapUsage")) as HeapUsage);
    }
    return usages.reduce(
      (sum, { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 }) =>
        sum + usedSize + embedderHeapUsedSize + backingStorageSize,
      0,
    );
  }

  async #ofPage(): Promise<HeapUsage> {
    for (let i = 0; i < 2; i++) await this.#session.send("HeapProfiler.collectGarbage");
    return this.#session.send("Runtime.getHeapUsage");
  }

  #ask(sessionId: string, method: string): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, resolve);
      this.#session
        .send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) })
        .catch(reject);
    });
  }
}
