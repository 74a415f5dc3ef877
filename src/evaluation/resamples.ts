import { SeededRandom } from "../matrix/random.ts";

/** What is kept at most: positions of these many kinds, and none that take more bytes than this. */
const MOST_KEPT = 8;
const MOST_BYTES = 16_000_000;

interface Drawn {
  length: number;
  resamples: number;
  seed: number;
  /** Resample after resample, `length` positions each. */
  positions: Uint32Array;
}

/** The most recently used last. */
let kept: Drawn[] = [];

/**
 * The means of figures drawn with replacement as often as there are figures. Which positions are drawn depends
 * on their number and the seed alone, so they are drawn once for all the figures of the same users.
 */
export function resampledMeans(figures: Float64Array, resamples: number, seed: number): Float64Array {
  const { length } = figures;
  const means = new Float64Array(resamples);
  if (4 * length * resamples > MOST_BYTES) {
    const random = new SeededRandom(seed);
    return means.map(() => {
      let sum = 0;
      for (let i = 0; i < length; i++) sum += figures[random.below(length)];
      return sum / length;
    });
  }
  const positions = positionsFor(length, resamples, seed);
  let at = 0;
  for (let sample = 0; sample < resamples; sample++) {
    let sum = 0;
    for (const end = at + length; at < end; at++) sum += figures[positions[at]];
    means[sample] = sum / length;
  }
  return means;
}

function positionsFor(length: number, resamples: number, seed: number): Uint32Array {
  const isSame = (drawn: Drawn) =>
    drawn.length === length && drawn.resamples === resamples && drawn.seed === seed;
  const drawn = kept.find(isSame) ?? { length, resamples, seed, positions: draw(length, resamples, seed) };
  kept = [...kept.filter((other) => other !== drawn), drawn].slice(-MOST_KEPT);
  return drawn.positions;
}

function draw(length: number, resamples: number, seed: number): Uint32Array {
  const random = new SeededRandom(seed);
  return new Uint32Array(length * resamples).map(() => random.below(length));
}
