import { setImmediate } from "node:timers/promises";
import { transferHandlers } from "comlink";

type Named = [name: string, contents: Blob][];

/** Read in tasks of their own, as a browser does: Node 20 leaves no messages their turn between two pieces. */
class BrowserFile extends File {
  override slice(from?: number, to?: number): Blob {
    const piece = super.slice(from, to);
    const arrayBuffer = async () => {
      await setImmediate();
      return Blob.prototype.arrayBuffer.call(piece);
    };
    return Object.assign(piece, { arrayBuffer });
  }
}

/** Lets files cross into a thread as in a browser: Node 20 makes a nameless Blob of each. */
export function sendFilesLikeBrowsers(): void {
  transferHandlers.set("files", {
    canHandle: (value): value is File[] => Array.isArray(value) && value[0] instanceof File,
    serialize: (files: File[]): [Named, Transferable[]] => [files.map((file) => [file.name, file]), []],
    deserialize: (named: Named) => named.map(([name, contents]) => new BrowserFile([contents], name)),
  });
}
