import fc from "fast-check";
import { expect, it } from "vitest";
import { Allocator } from "../../src/model/memory/Allocator.ts";
import { Kernel } from "../../src/model/memory/Kernel.ts";

const MOST = 300;

it("finds the best, of equals the lower item, however many are asked for, and none that was left out", async () => {
  const memory = new Allocator();
  const [scores, outItems, outScores] = [MOST + 3, MOST, MOST].map((places) => memory.block(places * 4));
  const kernel = await Kernel.create(memory.bytes);
  // Few different scores, so that many are equal.
  const score = fc.oneof(
    fc.integer({ min: -4, max: 4 }),
    fc.constant(Number.NEGATIVE_INFINITY),
    fc.float({ noNaN: true, noDefaultInfinity: true }),
  );
  fc.assert(
    fc.property(
      fc.array(score, { minLength: 1, maxLength: MOST }),
      fc.integer({ min: 1, max: MOST }),
      (given, n) => {
        kernel.f32(scores, given.length).set(given);
        kernel.run.closeTail(scores, given.length);
        const most = Math.min(n, given.length);
        const found = kernel.run.topN(scores, given.length, most, outItems, outScores);
        const best = [...given.keys()]
          .filter((item) => given[item] > Number.NEGATIVE_INFINITY)
          .sort((a, b) => given[b] - given[a] || a - b)
          .slice(0, most);
        expect([...kernel.u32(outItems, found)]).toEqual(best);
        expect([...kernel.f32(outScores, found)]).toEqual(best.map((item) => given[item]));
      },
    ),
  );
});
