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
  async bytes(): Promise<{ page: number; workers: number }> {
    const page = await bytesOf((method) => this.#session.send(method));
    let workers = 0;
    for (const worker of this.#workers) workers += await bytesOf((method) => this.#ask(worker, method));
    return { page, workers };
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

type Method = "HeapProfiler.collectGarbage" | "Runtime.getHeapUsage";

async function bytesOf(ask: (method: Method) => Promise<unknown>): Promise<number> {
  // What one collection lets go of may be the last to hold something else.
  for (let i = 0; i < 2; i++) await ask("HeapProfiler.collectGarbage");
  const usage = (await ask("Runtime.getHeapUsage")) as HeapUsage;
  return usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
}
