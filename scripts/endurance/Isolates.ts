import type { CDPSession } from "@playwright/test";

interface HeapUsage {
  usedSize: number;
  embedderHeapUsedSize?: number;
  backingStorageSize?: number;
}

/** Bytes after collecting garbage. */
export interface Held {
  /** Objects, code and buffers, with WebAssembly's memory. */
  scripts: number;
  /** What the browser keeps in C++: nodes and styles, and its records of its own timing. */
  browser: number;
}

/** What a page and its workers hold, asked of the browser's debugger. */
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
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: false,
    });
    return isolates;
  }

  get workers(): number {
    return this.#workers.size;
  }

  async held(): Promise<{ page: Held; workers: Held }> {
    const page = await heldBy((method) => this.#session.send(method));
    const workers = { scripts: 0, browser: 0 };
    for (const worker of this.#workers) {
      const { scripts, browser } = await heldBy((method) => this.#ask(worker, method));
      workers.scripts += scripts;
      workers.browser += browser;
    }
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

async function heldBy(ask: (method: Method) => Promise<unknown>): Promise<Held> {
  // What one collection frees may have been the last to hold something else.
  for (let i = 0; i < 2; i++) await ask("HeapProfiler.collectGarbage");
  const usage = (await ask("Runtime.getHeapUsage")) as HeapUsage;
  return {
    scripts: usage.usedSize + (usage.backingStorageSize ?? 0),
    browser: usage.embedderHeapUsedSize ?? 0,
  };
}
