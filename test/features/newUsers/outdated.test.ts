import { expect, it } from "vitest";
import type { ExperimentSetup } from "../../../src/features/newUsers/api.ts";
import { outdatedSetup } from "../../../src/features/newUsers/page/outdated.ts";

const SETTINGS = { noComponents: 32, learningRate: 0.05, epochs: 30, threads: 1 };
const WAS: ExperimentSetup = { knownShare: 0.9, settings: SETTINGS };
const changed = (settings: Partial<typeof SETTINGS>, knownShare = 0.9): ExperimentSetup => ({
  knownShare,
  settings: { ...SETTINGS, ...settings },
});

it("is current with the line, the settings and the model it was run with", () => {
  for (const on of ["line", "model", "training"] as const) expect(outdatedSetup(WAS, WAS, on)).toBe("");
  // How many threads share the work changes nothing that is found.
  expect(outdatedSetup(WAS, changed({ threads: 4 }), "training")).toBe("");
});

it("says what it was run with where the line, a setting or the model is another", () => {
  const said = "Out of date: this was computed with";
  for (const on of ["line", "model", "training"] as const) {
    expect(outdatedSetup(WAS, changed({}, 0.65), on)).toBe(`${said} the line at 90%.`);
  }
  const settings = changed({ noComponents: 8, learningRate: 0.1 });
  for (const on of ["model", "training"] as const) {
    expect(outdatedSetup(WAS, settings, on)).toBe(`${said} 32 components and a learning rate of 0.05.`);
  }
  // A search tries settings of its own, and tuning its own numbers of epochs.
  expect(outdatedSetup(WAS, settings, "line")).toBe("");
  expect(outdatedSetup(WAS, changed({ epochs: 40 }), "model")).toBe("");
  expect(outdatedSetup(WAS, changed({ epochs: 40 }), "training")).toBe(`${said} 30 epochs.`);
});
