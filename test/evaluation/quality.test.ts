import { beforeAll, describe, expect, it } from "vitest";
import type { Catalogue } from "../../src/dataset/Catalogue.ts";
import { toGenreFeatures, toItemFeatures } from "../../src/dataset/matrices.ts";
import { mean } from "../../src/evaluation/rankMetrics.ts";
import { RECOMMENDED } from "../../src/model/recommended.ts";
import { AS_LIGHTFM, examine, type Setup } from "../support/heldOut.ts";
import { readEmbedded } from "../support/movielens.ts";

const SEEDS = [1, 2, 3, 4, 5, 6];
const WITH_GENRES = { ...AS_LIGHTFM, itemFeatures: toGenreFeatures };

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await readEmbedded();
});

// LightFM 1.17 with one thread, on the same data by the same protocol, over 6 seeds: with genres an AUC of
// 0.9316 ± 0.0005 and a precision at 10 of 0.270 ± 0.001, without features 0.9260 and 0.249 ± 0.004. The
// floors lie two standard deviations below, the AUC's without features by that with genres.
describe("held-out figures on the embedded data, the mean of the seeds", () => {
  async function figures(setup: Setup) {
    const runs = [];
    for (const seed of SEEDS) runs.push(await examine(catalogue, seed, setup));
    return {
      auc: mean(Float32Array.from(runs, ({ model }) => model.auc)),
      precisionAt10: mean(Float32Array.from(runs, ({ model }) => model.precisionAt10)),
      popularPrecisionAt10: mean(Float32Array.from(runs, ({ popularity }) => popularity.precisionAt10)),
    };
  }

  it("are LightFM's with genres, far above popularity's, and two threads lose nothing of them", async () => {
    const one = await figures(WITH_GENRES);
    expect(one.auc).toBeGreaterThan(0.9316 - 2 * 0.0005);
    expect(one.precisionAt10).toBeGreaterThan(0.27 - 2 * 0.001);
    expect(one.precisionAt10).toBeGreaterThan(one.popularPrecisionAt10 + 0.05);
    const two = await figures({ ...WITH_GENRES, threads: 2 });
    expect(two.auc).toBeGreaterThan(one.auc - 0.002);
  });

  it("are LightFM's without features", async () => {
    const { auc, precisionAt10 } = await figures(AS_LIGHTFM);
    expect(auc).toBeGreaterThan(0.926 - 2 * 0.0005);
    expect(precisionAt10).toBeGreaterThan(0.249 - 2 * 0.004);
  });
});

// Half of the recommended epochs do for both goals at once; LightFM reaches 0.934 and 0.3205 after a search over settings.
it("goes beyond LightFM as it is recommended, on the whole list and at its top", async () => {
  const setup = { hyperparameters: RECOMMENDED, epochs: 15, itemFeatures: toItemFeatures };
  const { model } = await examine(catalogue, 7, setup);
  expect(model.auc).toBeGreaterThan(0.937);
  expect(model.precisionAt10).toBeGreaterThan(0.335);
});
