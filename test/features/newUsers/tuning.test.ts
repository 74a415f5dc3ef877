import { expect, it } from "vitest";
import type { TuningPoint } from "../../../src/features/newUsers/api.ts";
import { tuningClaim } from "../../../src/features/newUsers/page/tuning/words.ts";

it("claims of a number of epochs that leads no more than it has shown", () => {
  const best = (epochs: number) => ({ epochs }) as TuningPoint;
  expect(tuningClaim(best(1), null, false)).toBe(
    "1 epoch leads on the hold-out they are chosen by; not tested yet.",
  );
  expect(tuningClaim(best(40), null, true)).toBe(
    "40 epochs lead on the hold-out they are chosen by; stopped before they were tested.",
  );
});
