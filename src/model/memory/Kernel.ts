import { UnsupportedError } from "../../errors.ts";
import { type Build, kernelBytes } from "./kernelBytes.ts";

/** What the kernels export; pointers and counts are u32. `assembly/` tells what each does. */
export interface KernelExports {
  warp(plan: number, from: number, to: number): void;
  warpKos(plan: number, from: number, to: number): void;
  bpr(plan: number, from: number, to: number): void;
  logistic(plan: number, from: number, to: number): void;
  regularize(plan: number): void;
  fillRankWeights(plan: number): void;
  fillReciprocal(plan: number): void;
  shuffle(plan: number): void;
  exchange(plan: number): void;
  allFinite(pointer: number, bytes: number): number;
  score(userVector: number, vectors: number, count: number, rowBytes: number, out: number): void;
  allBelow(ids: number, count: number, rows: number): number;
  scorePairs(
    users: number,
    userVectors: number,
    items: number,
    itemVectors: number,
    count: number,
    rowBytes: number,
    out: number,
  ): void;
  solveTriangles(lower: number, n: number, b: number): void;
  gatherRows(numbers: number, rows: number, indptr: number, indices: number, sums: number): void;
  solveBySteps(
    rows: number,
    indptr: number,
    indices: number,
    turnedRows: number,
    turnedIndptr: number,
    turnedIndices: number,
    turnedWeights: number,
    penalties: number,
    reciprocals: number,
    b: number,
    scratch: number,
    turnedSums: number,
    tolerance: number,
    most: number,
  ): void;
  countPairs(matrix: number, n: number, rows: number, count: number): void;
  sweep(
    matrix: number,
    n: number,
    from: number,
    width: number,
    panel: number,
    scaled: number,
    corner: number,
  ): number;
  leaveOut(scores: number, items: number, from: number, to: number): void;
  closeTail(scores: number, count: number): void;
  topN(scores: number, count: number, n: number, outItems: number, outScores: number): number;
  rankTestItems(
    userVectors: number,
    itemVectors: number,
    items: number,
    rowBytes: number,
    scores: number,
    trainIndptr: number,
    trainIndices: number,
    testIndptr: number,
    testIndices: number,
    from: number,
    to: number,
    ranks: number,
  ): void;
}

/** Bytes by which a memory grows. */
const PAGE = 65536;
/** A 32-bit memory ends here. */
const MOST_PAGES = 65536;

/** @throws UnsupportedError if no kernel's memory can be so large. */
export function checkAddressable(bytes: number): void {
  if (bytes <= MOST_PAGES * PAGE) return;
  throw new UnsupportedError(
    `This needs ${(bytes / 2 ** 30).toFixed(1)} GiB of memory and WebAssembly has 4: use fewer components or users.`,
  );
}

const compiled = new Map<Build, Promise<WebAssembly.Module>>();

/** Compiles a build once for this thread; a failure is not remembered, so that it can be tried again. */
function compile(build: Build): Promise<WebAssembly.Module> {
  let module = compiled.get(build);
  if (!module) {
    module = kernelBytes(build)
      .then((bytes) => WebAssembly.compile(bytes))
      .catch((error: unknown) => {
        compiled.delete(build);
        throw new UnsupportedError(`The kernel could not be loaded: ${(error as Error).message}`);
      });
    compiled.set(build, module);
  }
  return module;
}

/** One instance of the kernels over a memory of its own. */
export class Kernel {
  private constructor(
    readonly run: KernelExports,
    readonly memory: WebAssembly.Memory,
    /** What another thread needs to run the same kernels over the same memory, where that is shared. */
    readonly shared: { module: WebAssembly.Module; memory: WebAssembly.Memory } | null,
  ) {}

  /**
   * @param bytes how much memory is needed from the start.
   * @param shared whether other threads are to work on it; it then does not grow.
   * @throws UnsupportedError if the kernel cannot be loaded, or the memory is not to be had.
   */
  static async create(bytes: number, shared = false): Promise<Kernel> {
    const module = await compile(shared ? "threads" : "simd");
    checkAddressable(bytes);
    const initial = Math.ceil(bytes / PAGE);
    try {
      const memory = new WebAssembly.Memory({ initial, maximum: shared ? initial : MOST_PAGES, shared });
      const instance = await WebAssembly.instantiate(module, { env: { memory } });
      return new Kernel(
        instance.exports as unknown as KernelExports,
        memory,
        shared ? { module, memory } : null,
      );
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new UnsupportedError(
        `Not enough memory (${(bytes / 2 ** 20).toFixed(0)} MiB). Close other programs and tabs, or use fewer components.`,
      );
    }
  }

  /** Makes the memory at least this large. Every view taken before is dead afterwards. */
  reserve(bytes: number): void {
    const missing = Math.ceil((bytes - this.memory.buffer.byteLength) / PAGE);
    if (missing > 0) this.memory.grow(missing);
  }

  u8(pointer: number, length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, pointer, length);
  }

  u32(pointer: number, length: number): Uint32Array {
    return new Uint32Array(this.memory.buffer, pointer, length);
  }

  i32(pointer: number, length: number): Int32Array {
    return new Int32Array(this.memory.buffer, pointer, length);
  }

  f32(pointer: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, pointer, length);
  }

  u64(pointer: number, length: number): BigUint64Array {
    return new BigUint64Array(this.memory.buffer, pointer, length);
  }

  f64(pointer: number, length: number): Float64Array {
    return new Float64Array(this.memory.buffer, pointer, length);
  }
}
