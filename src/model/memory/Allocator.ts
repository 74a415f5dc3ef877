/** So many, rounded up to fours, as the kernels read them. */
export function inFours(count: number): number {
  return Math.ceil(count / 4) * 4;
}

/** Hands out places in a kernel's memory, one after the other. Address 0 stays free: it means "none". */
export class Allocator {
  #end: number;

  constructor(start = 16) {
    this.#end = start;
  }

  /** Bytes up to the end of the last block. */
  get bytes(): number {
    return this.#end;
  }

  /** The address of a new block, a multiple of 16. */
  block(bytes: number): number {
    const pointer = this.#end;
    this.#end += Math.ceil(bytes / 16) * 16;
    return pointer;
  }
}
