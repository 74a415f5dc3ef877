import { expect, test } from "vitest";
import { addressOf, settingsIn } from "../../../src/features/quality/page/settings.ts";

test("settings go into the address and come back; defaults and nonsense do not", () => {
  const defaults = settingsIn("#/quality");
  expect(addressOf(defaults)).toBe("#/quality");
  const chosen = { seed: 7, rounds: 10, users: 100, attack: "segment", goal: "nuke", size: 0.25 } as const;
  expect(addressOf(chosen)).toBe("#/quality?seed=7&rounds=10&users=100&attack=segment&goal=nuke&size=0.25");
  expect(settingsIn(addressOf(chosen))).toEqual(chosen);
  expect(settingsIn("#/quality?seed=1.5&rounds=1000&users=&attack=bribe&size=2")).toEqual(defaults);
});
