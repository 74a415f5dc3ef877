import { describe, expect, it } from "vitest";
import type { Encoding } from "../../src/files/text/decoding.ts";
import { likelihoods } from "../../src/files/text/likelihood.ts";

const of = (encoding: Encoding, ...bytes: number[]) => {
  const words = Uint8Array.from(bytes);
  const found = likelihoods(words, words).find((one) => one.encoding === encoding);
  if (!found) throw new Error(`${encoding} can't be told`);
  return found;
};
const A = "a".charCodeAt(0);
/** 的, the commonest of Chinese. */
const DE = [0xb5, 0xc4];

describe("signs of two bytes", () => {
  it("are rarer the later they stand among the commonest", () => {
    const [first, second] = [of("GB18030", ...DE).score, of("GB18030", 0xd2, 0xbb).score];
    expect(first).toBeGreaterThan(second);
    // By rank, each weighs 1 / (rank + 5): 的 is the first of all and 一 the second.
    expect(first - second).toBeCloseTo(Math.log(6 / 5), 6);
  });

  it("hardly touch Latin letters, on either side", () => {
    const { score } = of("GB18030", ...DE);
    expect(of("GB18030", A, ...DE).score).toBeCloseTo(score - 2, 6);
    expect(of("GB18030", ...DE, A).score).toBeCloseTo(score - 2, 6);
    expect(of("GB18030", 32, ...DE, 32, A).score).toBeCloseTo(score, 6);
    expect(of("GB18030", A, 32, ...DE, 32).score).toBeCloseTo(score, 6);
  });

  it("add up, and those of rows that are taught late are odd", () => {
    const { score, odd } = of("GB18030", ...DE);
    expect(odd).toBe(0);
    // 亐, of the rows before the usual ones.
    const rare = of("GB18030", 0x81, 0x90);
    expect(rare).toMatchObject({ odd: 1, score: expect.closeTo(Math.log(1e-6) - 2, 6) });
    const both = of("GB18030", ...DE, 0x81, 0x90);
    expect(both.odd).toBe(0.5);
    // What makes the encoding rarer counts once.
    expect(both.score).toBeCloseTo(score + rare.score + 2, 6);
  });

  it("may be a punctuation mark", () => {
    // 。
    expect(of("GB18030", 0xa1, 0xa3)).toMatchObject({ odd: 0, score: expect.closeTo(Math.log(2e-3) - 2, 6) });
  });
});

it("kana of half the width are one byte each in Shift JIS, and odd", () => {
  const each = Math.log(1e-6);
  expect(of("Shift JIS", 0xa1, 0xdf)).toMatchObject({ odd: 1, score: expect.closeTo(2 * each - 2, 6) });
  expect(of("Shift JIS", 0xb1)).toMatchObject({ odd: 1, score: expect.closeTo(each - 2, 6) });
});

describe("letters of one byte", () => {
  it("count by half for each neighbour, and for none but those beyond ASCII", () => {
    const alone = of("Latin-1", 0xe9);
    expect(alone.odd).toBe(0);
    expect(of("Latin-1", A, 32, 0xe9, 32, A).score).toBeCloseTo(alone.score, 6);
    expect(of("Latin-1", 0xe9, 32, 0xe9).score).toBeCloseTo(2 * alone.score, 6);
  });

  it("are odd where no language has them beside each other", () => {
    // Ð and ÿ are in alphabets, µ is in none.
    expect(of("Latin-1", A, 0xb5, A).odd).toBe(1);
    expect(of("Latin-1", A, 0xb5, A, 32, 0xe9).odd).toBe(0.5);
  });

  it("are a thousand times rarer as capitals within a word", () => {
    const [small, capital] = [of("Windows-1251", 0xe1, 0xf0), of("Windows-1251", 0xe1, 0xd0)];
    expect(small.score - capital.score).toBeCloseTo(Math.log(1000), 6);
  });

  it("of another script do not touch Latin ones", () => {
    const touching = of("Windows-1251", A, 0xe1).score - of("Windows-1251", 0xe1).score;
    expect(touching).toBeLessThan(-4);
  });
});
