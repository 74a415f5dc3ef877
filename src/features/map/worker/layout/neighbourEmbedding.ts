import { SeededRandom } from "../../../../matrix/random.ts";
import type { Neighbours } from "./nearestNeighbours.ts";

/** Rows that each pull pushes away. */
const NEGATIVES = 5;
/** No step in one direction is longer. */
const LONGEST = 4;
/** Edges drawn together between two rests. */
const SLICE = 4000;

interface Options {
  epochs: number;
  /** Called after each slice with the share done; a promise that rejects ends the work. */
  rest: (done: number) => Promise<void>;
}

/**
 * Moves rows so that neighbours come together and others keep apart: UMAP's optimisation (McInnes, Healy and Melville
 * 2018) with the kernel 1 / (1 + d²) of t-SNE and LargeVis, which needs no power. Changes `positions` in place, which
 * hold x and y in turn; their spread should be about ten.
 */
export async function neighbourEmbedding(
  positions: Float32Array,
  neighbours: Neighbours,
  { epochs, rest }: Options,
): Promise<void> {
  const { heads, tails, weights } = edgesOf(neighbours);
  const random = new SeededRandom(3);
  const n = positions.length / 2;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = 1 - epoch / epochs;
    for (let from = 0; from < heads.length; from += SLICE) {
      const to = Math.min(from + SLICE, heads.length);
      for (let edge = from; edge < to; edge++) {
        if (random.float() >= weights[edge]) continue;
        const head = 2 * heads[edge];
        pull(positions, head, 2 * tails[edge], rate);
        for (let i = 0; i < NEGATIVES; i++) push(positions, head, 2 * random.below(n), rate);
      }
      await rest((epoch + to / heads.length) / epochs);
    }
  }
}

function pull(positions: Float32Array, head: number, tail: number, rate: number): void {
  const dx = positions[head] - positions[tail];
  const dy = positions[head + 1] - positions[tail + 1];
  const step = (-2 * rate) / (1 + dx * dx + dy * dy);
  positions[head] += clamp(step * dx);
  positions[head + 1] += clamp(step * dy);
  positions[tail] -= clamp(step * dx);
  positions[tail + 1] -= clamp(step * dy);
}

function push(positions: Float32Array, head: number, other: number, rate: number): void {
  if (head === other) return;
  const dx = positions[head] - positions[other];
  const dy = positions[head + 1] - positions[other + 1];
  const square = dx * dx + dy * dy;
  const step = (2 * rate) / ((0.001 + square) * (1 + square));
  positions[head] += clamp(step * dx);
  positions[head + 1] += clamp(step * dy);
}

const clamp = (step: number) => (step > LONGEST ? LONGEST : step < -LONGEST ? -LONGEST : step);

/** Each row's neighbours, the nearest with weight 1 and farther ones with less, so that each row has the same sum. */
function edgesOf({ k, rows, cosines }: Neighbours) {
  const heads: number[] = [];
  const tails: number[] = [];
  const weights: number[] = [];
  for (let row = 0; row < rows.length / k; row++) {
    const own = [...rows.subarray(row * k, (row + 1) * k)].filter((neighbour) => neighbour >= 0);
    const beyond = own.map((_, i) => cosines[row * k] - cosines[row * k + i]);
    const scale = scaleFor(beyond, Math.log2(k));
    own.forEach((neighbour, i) => {
      heads.push(row);
      tails.push(neighbour);
      weights.push(Math.exp(-beyond[i] / scale));
    });
  }
  return {
    heads: Int32Array.from(heads),
    tails: Int32Array.from(tails),
    weights: Float32Array.from(weights),
  };
}

/** The scale at which the weights sum to this, by bisection. */
function scaleFor(distances: readonly number[], sum: number): number {
  let low = 1e-6;
  let high = 10;
  for (let i = 0; i < 40; i++) {
    const scale = Math.sqrt(low * high);
    if (distances.reduce((total, distance) => total + Math.exp(-distance / scale), 0) > sum) high = scale;
    else low = scale;
  }
  return low;
}
