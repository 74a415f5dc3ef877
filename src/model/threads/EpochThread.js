// Plain JavaScript for the helper threads' sake, which Node starts from the source as well as from the
// built library.

/**
 * What a helper is told that is to take part in epochs.
 *
 * @typedef {object} EpochStart
 * @property {WebAssembly.Module} module
 * @property {WebAssembly.Memory} memory shared
 * @property {string} epoch the kernel's export
 * @property {number} plan this thread's own
 * @property {number} claims where all threads' claims lie
 * @property {import("./visitClaims.js").Part[]} parts of all threads
 * @property {number} own which of them is this thread's
 * @property {number} chunk visits to a claim
 */

/**
 * What a thread does in an epoch, whether it is a helper or the trainer itself.
 *
 * @typedef {object} Kernels
 * @property {(plan: number) => void} shuffle
 * @property {(plan: number) => void} exchange
 *
 * @typedef {(plan: number, from: number, to: number) => void} Epoch
 */
export class EpochThread {
  #kernels;
  #epoch;
  #plan;
  #claims;

  /**
   * @param {Kernels} kernels
   * @param {Epoch} epoch of a loss
   * @param {number} plan this thread's own
   * @param {import("./visitClaims.js").VisitClaims} claims
   */
  constructor(kernels, epoch, plan, claims) {
    this.#kernels = kernels;
    this.#epoch = epoch;
    this.#plan = plan;
    this.#claims = claims;
  }

  /** Shuffles this thread's own visits and lays them open, to others too. */
  begin() {
    this.#kernels.shuffle(this.#plan);
    this.#kernels.exchange(this.#plan);
    this.#claims.open();
  }

  /** Runs the next visits that nobody has claimed. Returns whether there were any. */
  runNext() {
    const slice = this.#claims.claim();
    if (slice === null) return false;
    this.#epoch(this.#plan, slice.from, slice.to);
    this.#kernels.exchange(this.#plan);
    return true;
  }
}
