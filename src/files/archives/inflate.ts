/** What an archive says of an entry. */
export interface Unpacked {
  size: number;
  crc: number;
}

type Decompression = ReadableWritablePair<Uint8Array, BufferSource>;

interface NodeProcess {
  getBuiltinModule?(name: "node:stream"): { Duplex: { toWeb(stream: unknown): Decompression } };
  getBuiltinModule?(name: "node:zlib"): { createGunzip(options: { chunkSize: number }): unknown };
}

/** Unpacked bytes that are handed over at a time, at most. */
const PIECE = 2 ** 18;
/** Packed bytes that are handed over at a time: only unpacking shows how much is in them, at most a thousand times as much. */
const STEP = 2 ** 14;
const GZIP_HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);

/**
 * Unpacks deflated bytes by the platform's own code (docs/big-files.md). It checks size and check sum too, as the bytes are handed to it as gzip: between that format's header and trailer.
 * @throws what `damaged` makes if the bytes are damaged or others than was said, and whatever `packed` throws.
 */
export async function* inflate(
  packed: AsyncIterable<Uint8Array>,
  { size, crc }: Unpacked,
  damaged: () => Error,
): AsyncGenerator<Uint8Array, void, undefined> {
  const bytes = gzip(packed, size, crc);
  let unread: unknown = null;
  const stream = new ReadableStream<BufferSource>({
    async pull(controller) {
      try {
        const { done, value } = await bytes.next();
        if (done) controller.close();
        else controller.enqueue(value as Uint8Array<ArrayBuffer>);
      } catch (error) {
        unread = error;
        throw error;
      }
    },
    async cancel() {
      await bytes.return();
    },
  });
  const reader = stream.pipeThrough(decompression()).getReader();
  // Platforms differ in what they throw.
  const read = () => reader.read().catch(() => Promise.reject(unread ?? damaged()));
  try {
    for (let next = await read(); !next.done; next = await read()) yield next.value;
  } finally {
    // Of no use once it has failed, which was told already.
    await reader.cancel().catch(() => {});
  }
}

/** That of Node hands over pieces of 13 kB, which takes half as long again: there it is made with larger ones. */
function decompression(): Decompression {
  const { process } = globalThis as unknown as { process?: NodeProcess };
  const stream = process?.getBuiltinModule?.("node:stream");
  const zlib = process?.getBuiltinModule?.("node:zlib");
  return stream && zlib
    ? stream.Duplex.toWeb(zlib.createGunzip({ chunkSize: PIECE }))
    : new DecompressionStream("gzip");
}

async function* gzip(
  packed: AsyncIterable<Uint8Array>,
  size: number,
  crc: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield GZIP_HEADER;
  for await (const piece of packed) {
    for (let at = 0; at < piece.length; at += STEP) yield piece.subarray(at, at + STEP);
  }
  const trailer = new DataView(new ArrayBuffer(8));
  trailer.setUint32(0, crc, true);
  trailer.setUint32(4, size % 2 ** 32, true);
  yield new Uint8Array(trailer.buffer);
}
