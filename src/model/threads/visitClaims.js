// Plain JavaScript for the helper threads' sake, which Node starts from the source as well as from the
// built library.

/** Visits to a claim: what a thread takes before it looks again whether there are more, and exchanges what it learnt. */
export const CHUNK = 512;

/**
 * The same under adadelta, whose steps do not shrink: what several threads learn of shared features apart adds up
 * to too much, unless each soon hears of the others. Four threads with 512 had an AUC .02 lower than one, on films
 * with genres after ten epochs.
 */
export const ADADELTA_CHUNK = 16;

/** Where a part stands that its own thread has not laid open yet. */
const CLOSED = -1;

/**
 * Deals an epoch's visits out to its threads. Each has a part of its own, with users of its own, whose
 * rows then stay in its cache; who is done with theirs takes from what others have left.
 *
 * @typedef {object} Part
 * @property {number} from first visit
 * @property {number} to behind the last
 */
export class VisitClaims {
  /** The next visit of each part that nobody has claimed. */
  #next;
  #parts;
  #own;
  #chunk;

  /**
   * @param {ArrayBufferLike} buffer
   * @param {number} pointer i32[parts], the same for all threads
   * @param {Part[]} parts
   * @param {number} own the part of this thread
   * @param {number} chunk visits to a claim, the same for all threads
   */
  constructor(buffer, pointer, parts, own, chunk = CHUNK) {
    this.#next = new Int32Array(buffer, pointer, parts.length);
    this.#parts = parts;
    this.#own = own;
    this.#chunk = chunk;
  }

  /** Before an epoch: nothing can be claimed. */
  close() {
    this.#parts.forEach((_, i) => {
      Atomics.store(this.#next, i, CLOSED);
    });
  }

  /** Lays this thread's own part open, unless all have been stopped. */
  open() {
    Atomics.compareExchange(this.#next, this.#own, CLOSED, this.#parts[this.#own].from);
  }

  /** Leaves nothing to claim, so that every thread stops after the visits it is at. */
  stop() {
    this.#parts.forEach(({ to }, i) => {
      Atomics.store(this.#next, i, to);
    });
  }

  /**
   * The next visits that nobody has claimed, or null if there are none.
   *
   * @returns {Part | null}
   */
  claim() {
    for (let i = 0; i < this.#parts.length; i++) {
      const part = (this.#own + i) % this.#parts.length;
      const { to } = this.#parts[part];
      const next = Atomics.load(this.#next, part);
      if (next === CLOSED || next >= to) continue;
      const from = Atomics.add(this.#next, part, this.#chunk);
      if (from < to) return { from, to: Math.min(to, from + this.#chunk) };
    }
    return null;
  }

  /** How many visits are claimed by now. */
  claimed() {
    return this.#parts.reduce((sum, { from, to }, i) => {
      const next = Atomics.load(this.#next, i);
      return next === CLOSED ? sum : sum + Math.min(next, to) - from;
    }, 0);
  }
}
