import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ArgumentError } from "../../src/errors.ts";
import { Interactions } from "../../src/matrix/Interactions.ts";
import { toRows } from "../../src/matrix/rows.ts";
import { interactionsOf } from "../support/problems.ts";

describe("Interactions", () => {
  it("names the argument that does not fit", () => {
    expect(() => interactionsOf(2, 2, [[2, 0, 1]])).toThrow(/userIds.*0 to 1, but userIds\[0\] is 2/);
    expect(() => interactionsOf(2, 2, [[0, -1, 1]])).toThrow(/itemIds.*0 to 1, but itemIds\[0\] is -1/);
    expect(() => interactionsOf(2, 2, [[0, 0, Number.NaN]])).toThrow(/values must hold finite/);
    expect(() => interactionsOf(1.5, 2, [])).toThrow(/users must be a whole number/);
    const one = Int32Array.of(0);
    const weights = Float32Array.of(Infinity);
    expect(() => new Interactions(1, 1, one, one, Float32Array.of(1), weights)).toThrow(
      /weights must hold finite/,
    );
    expect(() => new Interactions(1, 1, one, one, new Float32Array(2))).toThrow(/same length/);
  });

  it("picks entries with their weights, and refuses positions that are not there", () => {
    const ids = Int32Array.of(0, 1, 2);
    const values = Float32Array.of(1, -1, 1);
    const all = new Interactions(3, 3, ids, ids, values, Float32Array.of(0.5, 1, 2));
    const picked = all.pick(Int32Array.of(2, 0));
    expect([...picked.userIds]).toEqual([2, 0]);
    expect([...(picked.weights ?? [])]).toEqual([2, 0.5]);
    expect(picked.users).toBe(3);
    expect(() => all.pick(Int32Array.of(3))).toThrow(ArgumentError);
  });
});

describe("toRows", () => {
  it("has each user's items once, ascending", () => {
    const entry = fc.tuple(fc.nat(4), fc.nat(6), fc.constantFrom(1, -1, 0));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), fc.boolean(), (entries, positivesOnly) => {
        const { indptr, indices } = toRows(
          interactionsOf(5, 7, entries),
          positivesOnly ? "likes" : undefined,
        );
        const rows = [0, 1, 2, 3, 4].map((user) => [...indices.subarray(indptr[user], indptr[user + 1])]);
        const expected = rows.map((_, user) => {
          const own = entries.filter(([who, , value]) => who === user && (!positivesOnly || value > 0));
          return [...new Set(own.map(([, item]) => item))].sort((a, b) => a - b);
        });
        expect(rows).toEqual(expected);
        expect(indices.length).toBe(indptr[5]);
      }),
    );
  });
});
