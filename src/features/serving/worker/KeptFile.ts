import { CancelledError, UnsupportedError } from "../../../errors.ts";

/** Bytes written between two chances to be stopped. */
const CHUNK = 1 << 20;

/**
 * A file in the origin-private file system. It is replaced as a whole: until the new one is complete and
 * closed, the browser writes it beside the old one, and a write that is cut short leaves that in place.
 */
export class KeptFile {
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  /** Null where there is none, or the browser keeps none. */
  async read(): Promise<Uint8Array<ArrayBuffer> | null> {
    try {
      const handle = await (await folder()).getFileHandle(this.#name);
      return new Uint8Array(await (await handle.getFile()).arrayBuffer());
    } catch {
      return null;
    }
  }

  /**
   * @throws UnsupportedError where the browser keeps no files or has no room, CancelledError where the signal
   * stops it; the old file is then as it was.
   */
  async replace(
    bytes: Uint8Array<ArrayBuffer>,
    signal: AbortSignal,
    onProgress: (done: number) => void,
  ): Promise<void> {
    let writing: FileSystemWritableFileStream | null = null;
    try {
      const handle = await (await folder()).getFileHandle(this.#name, { create: true });
      writing = await handle.createWritable();
      for (let from = 0; from < bytes.length; from += CHUNK) {
        if (signal.aborted) throw new CancelledError("Keeping the database was stopped.");
        await writing.write(bytes.subarray(from, from + CHUNK));
        onProgress(Math.min(1, (from + CHUNK) / bytes.length));
      }
      await writing.close();
    } catch (error) {
      await writing?.abort().catch(() => {});
      if (error instanceof CancelledError) throw error;
      throw new UnsupportedError(reason(error));
    }
  }
}

async function folder(): Promise<FileSystemDirectoryHandle> {
  // Older browsers have none of this, whatever the types say; nor has Node.
  const { storage } = (globalThis.navigator ?? {}) as Partial<WorkerNavigator>;
  if (!storage?.getDirectory || !("createWritable" in FileSystemFileHandle.prototype)) {
    throw new UnsupportedError("This browser keeps no files for Matinee.");
  }
  return storage.getDirectory();
}

function reason(error: unknown): string {
  const { name, message } = error as Error;
  if (name === "UnsupportedError") return message;
  if (name === "QuotaExceededError") return "The browser has no room left for it.";
  return `The browser did not keep it (${message}).`;
}
