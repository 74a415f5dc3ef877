import type { TestInfo } from "@playwright/test";
import { SeededRandom } from "../../src/matrix/random.ts";

/** Marks a test as a row of the table of faults (`npm run faults`): what breaks, and at which point. */
export const fault = (kind: string, point: string) => ({
  tag: "@fault",
  annotation: [
    { type: "fault", description: kind },
    { type: "point", description: point },
  ],
});

/** The same, for what takes too long for `npm test`: only `npm run faults` runs it. */
export const longFault = (kind: string, point: string) => {
  const { tag, annotation } = fault(kind, point);
  return { tag: [tag, "@long"], annotation };
};

/** What is left to chance in a test, the same for the same seed and repeat. */
export function chance({ repeatEachIndex }: TestInfo): SeededRandom {
  return new SeededRandom(Number(process.env.FAULTS_SEED ?? 1) * 1000 + repeatEachIndex);
}
