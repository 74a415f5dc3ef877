import { expect, test } from "vitest";
import { addressOf, cutIn } from "../../../src/features/newUsers/page/address.ts";

test("the line goes into the address and comes back; the article's and nonsense do not", () => {
  expect(addressOf(900)).toBe("#/new-users");
  expect(addressOf(655, "replay")).toBe("#/new-users?line=65.5&step=replay");
  expect(cutIn(addressOf(655, "replay"))).toBe(655);
  for (const address of ["#/new-users", "#/quality?line=65", "#/new-users?line=200", "#/new-users?line=x"]) {
    expect(cutIn(address)).toBe(900);
  }
});
