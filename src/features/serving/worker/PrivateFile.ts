import { CancelledError, UnsupportedError } from "../../../errors.ts";

/** Bytes written between two chances to stop. */
const CHUNK = 1 << 20;

/**
 * A file in the origin-private file system, replaced as a whole: until the new one is closed, the browser writes
 * it beside the old one, which an interrupted write leaves in place.
 */
export class PrivateFile {
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  /** Null if there is none, or the browser stores no files. */
  async read(): Promise<Uint8Array<ArrayBuffer> | null> {
    try {
      const handle = await (await folder()).getFileHandle(this.#name);
      return new Uint8Array(await (await handle.getFile()).arrayBuffer());
    } catch {
      return null;
    }
  }

  /**
   * @throws UnsupportedError if the browser stores no files or is out of space.
   * @throws CancelledError if the signal stops it. Either way the old file is unchanged.
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
        if (signal.aborted) throw new CancelledError("Saving the database was stopped.");
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
  // Older browsers lack this, whatever the types say; so does Node.
  const { storage } = (globalThis.navigator ?? {}) as Partial<WorkerNavigator>;
  if (!storage?.getDirectory || !("createWritable" in FileSystemFileHandle.prototype)) {
    throw new UnsupportedError("This browser can’t save files for this site.");
  }
  return storage.getDirectory();
}

function reason(error: unknown): string {
  const { name, message } = error as Error;
  if (name === "UnsupportedError") return message;
  if (name === "QuotaExceededError") return "There is not enough storage to save it.";
  if (name === "NoModificationAllowedError") return "Couldn’t save it: another tab is using its file.";
  return `Couldn’t save it (${message}).`;
}
