import { expect, test } from "vitest";
import { whatKeeps } from "../../../src/features/forYou/worker/whatKeeps.ts";

/** The film goes as soon as one of these sets is left out. */
const goingWith =
  (...sets: string[]) =>
  async (left: readonly string[]) =>
    sets.some((set) => [...set].every((one) => left.includes(one)));

test("names only answers that all have to be gone", async () => {
  expect(await whatKeeps([..."abcd"], goingWith("a"))).toEqual(["a"]);
  expect(await whatKeeps([..."abcd"], goingWith("c"))).toEqual(["c"]);
  expect(await whatKeeps([..."abcd"], goingWith("bd", "abc"))).toEqual(["a", "b", "c"]);
  expect(await whatKeeps([..."abcd"], goingWith("x"))).toBeNull();
  expect(await whatKeeps([], goingWith(""))).toBeNull();
});
