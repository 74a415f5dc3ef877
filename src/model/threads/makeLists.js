// Plain JavaScript for the helper threads' sake, which Node starts from the source as well as from the
// built library.

/**
 * What a helper is told that is to make lists.
 *
 * @typedef {object} ListStart
 * @property {WebAssembly.Module} module
 * @property {WebAssembly.Memory} memory shared
 * @property {ListPlan} lists this thread's own
 */

/**
 * Where everything lies for the lists of up to `size` users: addresses in bytes, of 32-bit numbers.
 *
 * @typedef {object} ListPlan
 * @property {number} vectors of all items
 * @property {number} items how many there are
 * @property {number} rowBytes of a vector
 * @property {number} n how many items a list may hold
 * @property {number} leftOut items that no list may hold
 * @property {number} leftOutCount how many these are
 * @property {number} count one number: how many users there are now
 * @property {number} users their vectors
 * @property {number} ownStarts size + 1 numbers: where each user's items begin in `own`
 * @property {number} own items that one user's list may not hold
 * @property {number} scores room for the scores of all items
 * @property {number} found how many items each list holds
 * @property {number} outItems n numbers a user
 * @property {number} outScores n numbers a user
 */

/**
 * @typedef {object} Kernels
 * @property {(user: number, vectors: number, count: number, rowBytes: number, out: number) => void} score
 * @property {(scores: number, count: number) => void} closeTail
 * @property {(scores: number, items: number, from: number, to: number) => void} leaveOut
 * @property {(scores: number, count: number, n: number, outItems: number, outScores: number) => number} topN
 */

/**
 * Makes the list of every user whose vector was written.
 *
 * @param {Kernels} kernels
 * @param {ArrayBufferLike} memory
 * @param {ListPlan} plan
 */
export function makeLists(kernels, memory, plan) {
  const { vectors, items, rowBytes, n, leftOut, leftOutCount, own, scores } = plan;
  const [count] = new Uint32Array(memory, plan.count, 1);
  const starts = new Uint32Array(memory, plan.ownStarts, count + 1);
  const found = new Uint32Array(memory, plan.found, count);
  for (let i = 0; i < count; i++) {
    kernels.score(plan.users + i * rowBytes, vectors, items, rowBytes, scores);
    kernels.closeTail(scores, items);
    kernels.leaveOut(scores, leftOut, 0, leftOutCount);
    kernels.leaveOut(scores, own, starts[i], starts[i + 1]);
    const to = i * n * 4;
    found[i] = kernels.topN(scores, items, n, plan.outItems + to, plan.outScores + to);
  }
}
