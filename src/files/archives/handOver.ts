import { DamagedFileError, DataFileError } from "../../errors.ts";

type Sent =
  | { kind: "piece"; bytes: Uint8Array<ArrayBuffer> }
  | { kind: "end" }
  | { kind: "refused"; isDamaged: boolean; message: string };

/** Larger than what unpacking gives, as each message costs time on either side. */
const PIECE = 2 ** 18;
/** Pieces that exist in all: being unpacked, under way or being read. */
const BUFFERS = 8;

/**
 * Sends pieces to another thread, at most a few ahead of it, in buffers that come back and are filled again: nothing is
 * left for the garbage collector.
 * @returns once all are sent, or a refusal instead of the rest
 */
export async function sendPieces(port: MessagePort, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const free = Array.from({ length: BUFFERS }, () => new ArrayBuffer(PIECE));
  let wake = () => {};
  port.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
    free.push(data);
    wake();
  };
  const nextBuffer = async () => {
    while (free.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return new Uint8Array(free.pop() as ArrayBuffer);
  };
  const send = (message: Sent, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);
  const sendFilled = (bytes: Uint8Array<ArrayBuffer>) => send({ kind: "piece", bytes }, [bytes.buffer]);
  try {
    let buffer = await nextBuffer();
    let filled = 0;
    for await (const piece of pieces) {
      for (let from = 0; from < piece.length; ) {
        const part = piece.subarray(from, from + buffer.length - filled);
        buffer.set(part, filled);
        filled += part.length;
        from += part.length;
        if (filled < buffer.length) continue;
        sendFilled(buffer);
        buffer = await nextBuffer();
        filled = 0;
      }
    }
    if (filled > 0) sendFilled(buffer.subarray(0, filled));
    send({ kind: "end" });
  } catch (error) {
    if (!(error instanceof DataFileError)) throw error;
    send({ kind: "refused", isDamaged: error instanceof DamagedFileError, message: error.message });
  }
}

/**
 * The pieces that `sendPieces` sends to the other end. Each holds only until the next is asked for.
 * @param failed rejects should the other thread end before its time
 * @throws DataFileError or DamagedFileError if one was thrown there, and whatever `failed` rejects with
 */
export async function* receivePieces(
  port: MessagePort,
  failed: Promise<never>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const arrived: Sent[] = [];
  let wake = () => {};
  port.onmessage = ({ data }: MessageEvent<Sent>) => {
    arrived.push(data);
    wake();
  };
  try {
    for (;;) {
      if (arrived.length === 0)
        await Promise.race([failed, new Promise<void>((resolve) => (wake = resolve))]);
      const message = arrived.shift();
      if (message?.kind === "end") return;
      if (message?.kind === "refused") {
        throw message.isDamaged ? new DamagedFileError(message.message) : new DataFileError(message.message);
      }
      if (message) {
        yield message.bytes;
        port.postMessage(message.bytes.buffer, [message.bytes.buffer]);
      }
    }
  } finally {
    port.close();
  }
}
