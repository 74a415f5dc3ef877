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
    "Over 60 users, learning from each rating beats fold-in alone by 0.0200 (0.0100 to 0.0300) in hit rate at 10. It is within noise of popularity: +0.0100 (−0.0100 to +0.0300).",
  );
  expect(said([-0.01, 0.03], [0.01, 0.02])).toMatch(
    /is within noise of fold-in alone: \+0\.0100 \(−0\.0100 to \+0\.0300\) .* It beats popularity by 0\.0150 \(0\.0100 to 0\.0200\)\.$/,
  );
  expect(said([-0.03, -0.01], [-0.02, -0.01])).toMatch(
    /is behind fold-in alone by 0\.0200 \(0\.0100 to 0\.0300\) .* It is behind popularity by 0\.0150/,
  );
});
