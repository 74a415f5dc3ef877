import { toGenreFeatures, toItemFeatures } from "../src/dataset/matrices.ts";
import { RECOMMENDED, RECOMMENDED_EPOCHS } from "../src/model/recommended.ts";
import { AS_LIGHTFM, examine, type HeldOut, type Setup } from "../test/support/heldOut.ts";
import { readEmbedded } from "../test/support/movielens.ts";

interface Contest extends Setup {
  name: string;
  /** LightFM 1.17 with one thread, on the same data by the same protocol: means and standard deviations. */
  lightfm: { auc: readonly [number, number | null]; precisionAt10: readonly [number, number | null] };
}

const WITH_GENRES = {
  ...AS_LIGHTFM,
  itemFeatures: toGenreFeatures,
  lightfm: { auc: [0.9316, 0.0005], precisionAt10: [0.27, 0.001] },
} as const;
const CONTESTS: Contest[] = [
  { name: "no features", ...AS_LIGHTFM, lightfm: { auc: [0.927, null], precisionAt10: [0.249, 0.004] } },
  { name: "genres", ...WITH_GENRES },
  { name: "genres, 2 threads", ...WITH_GENRES, threads: 2 },
  {
    name: "as recommended",
    hyperparameters: RECOMMENDED,
    epochs: RECOMMENDED_EPOCHS,
    itemFeatures: toItemFeatures,
    // Its best after a search over settings, with genres.
    lightfm: { auc: [0.934, null], precisionAt10: [0.3205, null] },
  },
];
const SEEDS = [1, 2, 3, 4, 5, 6];

const catalogue = await readEmbedded();
console.log(`WARP, ${SEEDS.length} seeds: mean ± standard deviation`);
for (const { name, lightfm, ...setup } of CONTESTS) {
  const runs: HeldOut[] = [];
  for (const seed of SEEDS) runs.push((await examine(catalogue, seed, setup)).model);
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
