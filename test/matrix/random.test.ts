import { expect, it } from "vitest";
import { SeededRandom } from "../../src/matrix/random.ts";

it("gives the sequence that sfc32 gives, in every engine", () => {
  const random = new SeededRandom(42);
  // The same generator, in whole numbers of any size.
  const mask = 0xffffffffn;
  let [a, b, c, counter] = [42n, 0n, 0n, 1n];
  const next = () => {
    const result = (a + b + counter++) & mask;
    a = b ^ (b >> 9n);
    b = (c + (c << 3n)) & mask;
    c = ((((c << 21n) | (c >> 11n)) & mask) + result) & mask;
    return Number(result);
  };
  for (let i = 0; i < 15; i++) next();
  for (let i = 0; i < 100; i++) expect(random.uint32()).toBe(next());
});

it("shuffles to a permutation, the same for the same seed, another for another", () => {
  const shuffled = (seed: number) => {
    const array = Int32Array.from({ length: 100 }, (_, i) => i);
    new SeededRandom(seed).shuffle(array);
    return [...array];
  };
  expect(shuffled(1)).toEqual(shuffled(1));
  expect(shuffled(1)).not.toEqual(shuffled(2));
  expect(shuffled(2 ** 40)).not.toEqual(shuffled(0));
  expect(shuffled(1).sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
});
