// The published package carries the script in its code: scripts/libraryBundle.js puts another module in this one's place.

/** What is used of Node's `Worker`. */
export interface NodeWorker {
  postMessage(message: unknown): void;
  terminate(): void;
  on(event: "message" | "error" | "exit", listener: (detail: unknown) => void): void;
}

export type NodeWorkerClass = new (script: string | URL, options: object) => NodeWorker;

export function startInNode(NodeWorker: NodeWorkerClass): NodeWorker {
  return new NodeWorker(new URL("./helper.js", import.meta.url), { execArgv: [] });
}

export function startInBrowser(): Worker {
  return new Worker(new URL("./helper.js", import.meta.url), { type: "module" });
}

/** What a browser leaves unsaid when a worker does not start. */
export const NOT_LOADED = "its script could not be loaded";
