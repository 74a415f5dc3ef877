import { examine, type HeldOut } from "../test/support/heldOut.ts";
import { readEmbedded } from "../test/support/movielens.ts";

/** LightFM 1.17 with one thread, on the same data by the same protocol: means and standard deviations. */
const WITH_GENRES = { genres: true, auc: [0.9316, 0.0005], precisionAt10: [0.27, 0.001] } as const;
const SETUPS = [
  { name: "genres", threads: 1, ...WITH_GENRES },
  { name: "genres, 2 threads", threads: 2, ...WITH_GENRES },
  { name: "no features", threads: 1, genres: false, auc: [0.927, null], precisionAt10: [0.249, 0.004] },
] as const;
const SEEDS = [1, 2, 3, 4, 5, 6];

const catalogue = await readEmbedded();
console.log(`WARP, 10 components, 30 epochs, ${SEEDS.length} seeds: mean ± standard deviation`);
for (const { name, genres, threads, ...lightfm } of SETUPS) {
  const runs: HeldOut[] = [];
  for (const seed of SEEDS) runs.push((await examine(catalogue, { seed, genres, threads })).model);
  for (const figure of ["auc", "precisionAt10"] as const) {
    const [mean, deviation] = spread(runs.map((run) => run[figure]));
    const [theirs, theirDeviation] = lightfm[figure];
    const ours = `${mean.toFixed(4)} ± ${deviation.toFixed(4)}`;
    const lightFM = `${theirs.toFixed(4)}${theirDeviation === null ? "" : ` ± ${theirDeviation.toFixed(4)}`}`;
    console.log(`${name.padEnd(18)} ${figure.padEnd(14)} ours ${ours}   LightFM ${lightFM}`);
  }
}

/** The mean and the standard deviation of a sample. */
function spread(figures: number[]): [mean: number, deviation: number] {
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  const squares = figures.reduce((sum, figure) => sum + (figure - mean) ** 2, 0);
  return [mean, Math.sqrt(squares / (figures.length - 1))];
}
