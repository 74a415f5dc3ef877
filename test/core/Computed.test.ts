import { expect, it } from "vitest";
import { type Dependencies, outdated } from "../../src/core/page/Computed.ts";

const DEPENDENCIES: Dependencies<{ epochs: number; line: number; users: string[]; threads: number }> = {
  epochs: (epochs) => `${epochs} epochs`,
  line: (line) => `the line at ${line}%`,
  users: (users) => `${users.length} users`,
};

it("says what a result was computed with that is no longer so", () => {
  const was = { epochs: 30, line: 90, users: ["a"], threads: 1 };
  expect(outdated(was, { ...was, users: ["a"], threads: 2 }, DEPENDENCIES)).toBe("");
  expect(outdated(was, { ...was, line: 80 }, DEPENDENCIES)).toBe(
    "Out of date: this was computed with the line at 90%.",
  );
  expect(outdated(was, { epochs: 1, line: 80, users: [], threads: 1 }, DEPENDENCIES)).toBe(
    "Out of date: this was computed with 30 epochs, the line at 90% and 1 users.",
  );
});
