import { toGenreFeatures, toInteractions } from "../src/dataset/matrices.ts";
import { readEmbedded } from "../test/support/movielens.ts";
import type { BenchData } from "./BenchData.ts";

export async function embedded(): Promise<BenchData> {
  const catalogue = await readEmbedded();
  return { interactions: toInteractions(catalogue), itemFeatures: toGenreFeatures(catalogue) };
}
