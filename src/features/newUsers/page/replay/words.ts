import { count, day } from "../../../../ui/words.ts";
import type { ReplayPoint } from "../../api.ts";
import { WINDOW } from "./hitRates.ts";

/** What the replay has shown so far. */
export function aboutReplay({ replayed, predicted, hits, time }: ReplayPoint, total: number): string {
  if (predicted === 0) return "Nothing to predict yet.";
  const share = (hit: number) => `${((hit / predicted) * 100).toFixed(1)}%`;
  const soFar =
    replayed < total
      ? `By ${day(time)}, after ${count(replayed)} of ${count(total)} new ratings`
      : `Over all ${count(total)} new ratings`;
  const figures = `${share(hits.learning)} of liked films were in the top 10 of the model that keeps learning, ${share(hits.foldIn)} with users folded into a model whose films stay as they were, ${share(hits.frozen)} with the model frozen, which cannot know who joined later, and ${share(hits.popularity)} among the most popular`;
  const best = Math.max(hits.learning, hits.foldIn, hits.frozen, hits.popularity);
  const verdict =
    hits.learning === best && hits.learning > hits.foldIn
      ? "Continuous learning helps."
      : Math.max(hits.foldIn, hits.frozen) === best
        ? "A model whose films stay as they were does as well."
        : "Popularity is hard to beat here.";
  return `${soFar}, ${figures}. ${verdict} Rolling mean over ${count(WINDOW)} predictions.`;
}
