import { expect, it } from "vitest";
import { replaySentence } from "../../../src/experiment/report/replaySentence.ts";

const interval = (low: number, high: number) => ({ mean: (low + high) / 2, low, high, users: 60 });

it("says whether learning on helps, beyond noise", () => {
  const said = (foldIn: [number, number], popularity: [number, number]) =>
    replaySentence({
      learningLess: {
        foldIn: interval(...foldIn),
        popularity: interval(...popularity),
        frozen: interval(0, 0),
      },
    });
  expect(said([0.01, 0.03], [-0.01, 0.03])).toBe(
    "Keeping on learning beats folding in alone by 0.0200 (0.0100 to 0.0300). It is within noise of popularity.",
  );
  expect(said([-0.01, 0.03], [0.01, 0.02])).toMatch(
    /^Keeping on learning is within noise of folding in alone \(−0\.0100 to \+0\.0300\)\. .* better than popularity\.$/,
  );
  expect(said([-0.03, -0.01], [-0.02, -0.01])).toMatch(
    /worse than folding in alone by 0\.0200 \(0\.0100 to 0\.0300\)\. .* worse than popularity\.$/,
  );
});
