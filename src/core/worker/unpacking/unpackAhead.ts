import { WorkerFailedError } from "../../../errors.ts";
import { receivePieces } from "../../../files/archives/handOver.ts";
import type { UnpackAhead } from "../../../files/archives/openZip.ts";
import type { UnpackRequest } from "./request.ts";

/** Unpacks an entry of a zip, or a gzip, in a worker, which lives as long as it is read. */
export const unpackAhead: UnpackAhead = async function* (file, entry) {
  const worker = new Worker(new URL("./unpackWorker.ts", import.meta.url), { type: "module" });
  try {
    const failed = new Promise<never>((_, reject) => {
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new WorkerFailedError(`Unpacking ${file.name} failed${told(event)}. Open it again.`));
      };
    });
    // Nobody may be waiting when it fails.
    failed.catch(() => {});
    const { port1, port2 } = new MessageChannel();
    worker.postMessage({ file, entry, port: port2 } satisfies UnpackRequest, [port2]);
    yield* receivePieces(port1, failed);
  } finally {
    worker.terminate();
  }
};

/** Where a script does not load, there is nothing to tell. */
function told({ message }: ErrorEvent): string {
  return message ? ` (${message})` : "";
}
