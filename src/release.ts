/**
 * Gives the memory of arrays back now, where the platform can (Node from 22 on); they are empty afterwards. The garbage
 * collector leaves hundreds of megabytes lying about where as much is in use. Only for whoever alone knows of an array.
 */
export function release(...arrays: (ArrayBufferView | null)[]): void {
  for (const array of arrays) {
    const buffer = array?.buffer as Transferable | undefined;
    // Two arrays may lie in one buffer.
    if (buffer?.detached === false) buffer.transfer?.(0);
  }
}

/** The beginning of an array that nobody else knows of, in memory of that size: the rest is given back. */
export function cut(array: Uint8Array, length: number): Uint8Array {
  const { buffer } = array as { buffer: Transferable };
  return buffer.transfer ? new Uint8Array(buffer.transfer(length)) : array.slice(0, length);
}

interface Transferable {
  detached?: boolean;
  transfer?(length: number): ArrayBuffer;
}
