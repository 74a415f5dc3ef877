/**
 * Gives the memory of arrays back now, where the platform can (Node from 22 on); they are empty afterwards. The garbage
 * collector leaves hundreds of megabytes lying about where as much is in use. Only for whoever alone knows of an array.
 */
export function release(...arrays: (ArrayBufferView | null)[]): void {
  for (const array of arrays) (array?.buffer as Transferable | undefined)?.transfer?.(0);
}

interface Transferable {
  transfer?(length: number): unknown;
}
