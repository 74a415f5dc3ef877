// The published package carries the kernels in its code: scripts/libraryBundle.js puts another module in this one's place.

/** The builds of `asconfig.json`: one thread over memory of its own, or many over shared memory. */
export type Build = "simd" | "threads";

const SOURCES: Record<Build, () => URL> = {
  simd: () => new URL("../kernel/simd.wasm", import.meta.url),
  threads: () => new URL("../kernel/threads.wasm", import.meta.url),
};

interface NodeProcess {
  getBuiltinModule(name: "node:fs/promises"): { readFile(url: URL): Promise<Uint8Array<ArrayBuffer>> };
}

/** The bytes of a kernel's file, from the disk or the site. @throws Error if it cannot be read. */
export async function kernelBytes(build: Build): Promise<BufferSource> {
  const url = SOURCES[build]();
  if (url.protocol === "file:") {
    // Node's fetch reads no files.
    const { process } = globalThis as unknown as { process: NodeProcess };
    return process.getBuiltinModule("node:fs/promises").readFile(url);
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname} answered ${response.status}`);
  return response.arrayBuffer();
}
