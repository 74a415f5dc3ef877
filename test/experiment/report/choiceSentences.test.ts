import { expect, it } from "vitest";
import {
  choiceSentence,
  examinedSentence,
  searchExaminedSentence,
  searchSentence,
} from "../../../src/experiment/report/choiceSentences.ts";

const interval = (low: number, high: number) => ({ mean: (low + high) / 2, low, high, users: 60 });
const both = (auc: [number, number], precision: [number, number]) => ({
  auc: interval(...auc),
  precisionAt10: interval(...precision),
});
const point = (epochs: number, isBeaten: boolean) => ({
  epochs,
  isBeaten,
  intervals: both([0.88, 0.92], [0.2, 0.4]),
});

it("calls a number of epochs better than the others only beyond noise, and says where the grid ended", () => {
  const sure = choiceSentence(point(10, false), [point(5, true), point(10, false), point(20, true)]);
  expect(sure).toBe(
    "Chosen on the inner hold-out: 10 epochs, AUC of 0.900 (0.880 to 0.920) and precision at 10 of 0.300 (0.200 to 0.400). The others are worse, beyond noise.",
  );
  const unsure = [point(1, true), point(5, false), point(10, false), point(20, false)];
  expect(choiceSentence(point(10, false), unsure)).toMatch(/ Within noise of it: 5 and 20\.$/);
  expect(choiceSentence(point(20, false), unsure)).toMatch(/last number tried, so more may do better\.$/);
  // Of several seeds one went further.
  expect(choiceSentence(point(20, false), unsure, 40)).not.toContain("last number tried");
  expect(choiceSentence(point(1, false), [point(1, false)])).toMatch(
    /: 1 epoch, .* 0\.300 \(0\.200 to 0\.400\)\.$/,
  );
});

it("says of what was tested whether it is better, beyond noise", () => {
  const figures = both([0.9, 0.94], [0.2, 0.3]);
  const against = (difference: ReturnType<typeof both>) => examinedSentence(figures, difference);
  expect(against(both([0.01, 0.03], [-0.01, 0.02]))).toBe(
    "Tested once on the hold-out: AUC of 0.920 (0.900 to 0.940) and precision at 10 of 0.250 (0.200 to 0.300), better than popularity.",
  );
  expect(against(both([-0.01, 0.03], [-0.01, 0.02]))).toMatch(/within noise of popularity\.$/);
  expect(against(both([0.01, 0.03], [-0.03, -0.02]))).toMatch(/within noise of popularity\.$/);
  expect(against(both([-0.03, -0.01], [-0.01, 0.02]))).toMatch(/worse than popularity\.$/);
  expect(searchExaminedSentence(7, figures, both([-0.01, 0.03], [-0.01, 0.02]))).toMatch(
    /Number 7 is within noise of the settings it began with, trained for as many epochs\.$/,
  );
  expect(searchSentence({ ...point(9, false), number: 1 }, 12)).toBe(
    "Of 12 settings, the settings it began with lead on the inner hold-out after 9 epochs: AUC of 0.900 (0.880 to 0.920) and precision at 10 of 0.300 (0.200 to 0.400).",
  );
});
