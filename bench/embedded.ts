import { toGenreFeatures, toInteractions, toItemFeatures } from "../src/dataset/matrices.ts";
import { readEmbedded } from "../test/support/movielens.ts";
import type { BenchData } from "./BenchData.ts";

/** With genres as the items' features, or with the years and decades too that the page gives its model. */
export async function embedded(features: "genres" | "genres and periods"): Promise<BenchData> {
  const catalogue = await readEmbedded();
  const itemFeatures = features === "genres" ? toGenreFeatures(catalogue) : toItemFeatures(catalogue);
  return { interactions: toInteractions(catalogue), itemFeatures };
}
