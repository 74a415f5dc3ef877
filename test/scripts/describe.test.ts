import { expect, it } from "vitest";
import { describeTuning } from "../../scripts/experiment/describe.ts";
import { intervalsOf, meanFigures } from "../../src/experiment/heldOut.ts";

it("says with which epochs the hold-out was examined, where each seed chose its own", () => {
  const figures = Float32Array.of(0.7, 0.8, 0.9);
  const perUser = { auc: figures, precisionAt10: figures, ndcgAt10: figures };
  const point = {
    epochs: 20,
    seconds: 1,
    meanLoss: 0,
    perUser,
    ...meanFigures(perUser),
    intervals: intervalsOf(perUser),
  };
  const examined = (chosenEpochs: number[]) =>
    describeTuning({
      points: [point],
      best: point,
      mostEpochs: 20,
      chosenEpochs,
      perUser,
      popularityPerUser: perUser,
    });
  expect(examined([10, 20, 30])).toContain("model, 10, 20 and 30 epochs");
  expect(examined([20, 20])).toContain("model, 20 epochs");
});
