import type { VerbalScale } from "./verbalScale.ts";

/** Signs in place of points, out of 5. */
const SIGNS = new Map([
  ["--", 1],
  ["-", 2],
  ["o", 3],
  ["0", 3],
  ["+/-", 3],
  ["+-", 3],
  ["+", 4],
  ["++", 5],
]);

/**
 * How a column of plus and minus signs is read; null where it holds anything else, or no plus. A dash alone says that
 * nobody rated, but beside a plus it is its opposite.
 * @param sample some of its cells
 */
export function signScale(sample: readonly string[]): VerbalScale | null {
  const used = new Set(sample.map(plain));
  used.delete("");
  const is = (sign: string) => used.has(sign) || used.has(sign + sign);
  if (!is("+") || !is("-") || [...used].some((sign) => !SIGNS.has(sign))) return null;
  const told = [...SIGNS].filter(([sign]) => used.has(sign)).map(([sign, value]) => `${value} for "${sign}"`);
  return { pointsOf: (text) => SIGNS.get(plain(text)) ?? Number.NaN, told: told.join(", ") };
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/[−–—]/g, "-").replace(/^±$/, "+-");
}
