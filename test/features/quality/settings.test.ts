import { expect, test } from "vitest";
import type { QualitySetup } from "../../../src/features/quality/api.ts";
import { outdatedBy } from "../../../src/features/quality/page/QualityStore.ts";
import { addressOf, settingsIn } from "../../../src/features/quality/page/settings.ts";

test("settings go into the address and come back; defaults and nonsense do not", () => {
  const defaults = settingsIn("#/quality");
  expect(addressOf(defaults)).toBe("#/quality");
  const chosen = { seed: 7, rounds: 10, users: 100, attack: "segment", goal: "nuke", size: 0.25 } as const;
  expect(addressOf(chosen)).toBe("#/quality?seed=7&rounds=10&users=100&attack=segment&goal=nuke&size=0.25");
  expect(settingsIn(addressOf(chosen))).toEqual(chosen);
  expect(settingsIn("#/quality?seed=1.5&rounds=1000&users=&attack=bribe&size=2")).toEqual(defaults);
});

test("a part is out of date once what it was measured with is another, and only then", () => {
  const setup = { ...settingsIn("#/quality"), noComponents: 32, learningRate: 0.025, epochs: 30 };
  const said = (now: Partial<QualitySetup>) => {
    const found = { accuracy: { setup, result: {} }, closedLoop: { setup, result: {} } } as Parameters<
      typeof outdatedBy
    >[0];
    return (["accuracy", "closedLoop"] as const).map((part) => outdatedBy(found, part, { ...setup, ...now }));
  };
  const was = (what: string) => `Out of date: this was computed with ${what}.`;
  expect(said({})).toEqual(["", ""]);
  expect(said({ seed: 7 })).toEqual([was("seed 42"), was("seed 42")]);
  expect(said({ rounds: 2 })).toEqual(["", was("6 rounds")]);
  // Simulations train models of their own size, but learn at the same rate.
  expect(said({ noComponents: 8, epochs: 60 })).toEqual([was("32 components and 30 epochs"), ""]);
  expect(said({ learningRate: 0.1 })).toEqual([
    was("a learning rate of 0.025"),
    was("a learning rate of 0.025"),
  ]);
});
