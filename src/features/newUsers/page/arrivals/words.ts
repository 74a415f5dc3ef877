import { count, day } from "../../../../ui/words.ts";
import type { ReplayPoint } from "../../api.ts";
import { WINDOW } from "./hitRates.ts";

/** What the replay has shown so far, over all its predictions. */
export function aboutReplay({ replayed, predicted, hits, time }: ReplayPoint, total: number): string {
  if (predicted === 0) return `Nothing to predict among the first ${count(replayed, "rating")}.`;
  const share = (hit: number) => `${((hit / predicted) * 100).toFixed(1)}\u00a0%`;
  const soFar =
    replayed < total
      ? `By ${day(time)}, after ${count(replayed)} of ${count(total)}`
      : `Over all ${count(total)}`;
  const figures = `the model that learns along had ${share(hits.learning)} of the likes among its ten best, the frozen one ${share(hits.frozen)}, popularity ${share(hits.popularity)}`;
  const best = Math.max(hits.learning, hits.frozen, hits.popularity);
  const verdict =
    hits.learning === best && hits.learning > hits.frozen
      ? "Learning along pays."
      : hits.frozen === best
        ? "The frozen model holds its own."
        : "What everybody likes is hard to beat here.";
  return `${soFar} new ratings, ${figures}. ${verdict} The lines are of the last ${count(WINDOW)} predictions.`;
}
