import { expect, it } from "vitest";
import type { CatalogueItem } from "../../src/dataset/Catalogue.ts";
import { isPeriod, periodsOf } from "../../src/dataset/periods.ts";

function itemsOf(years: readonly (number | null)[]): CatalogueItem[] {
  return years.map((year, i) => ({
    id: String(i),
    title: "A title",
    alternativeTitles: [],
    year,
    genres: [],
  }));
}

it("gives a year of many items a label of its own, and lets the others share their decades", () => {
  const many = new Array<number>(198).fill(1995);
  const periods = periodsOf(itemsOf([...many, 1994, 1994, 1927, 1921, null]));
  expect(periods.slice(198)).toEqual(["of the 1990s", "of the 1990s", "of the 1920s", "of the 1920s", null]);
  expect(new Set(periods.slice(0, 198))).toEqual(new Set(["of 1995"]));
});

it("lets a year of a hundredth of the dated items stand for itself", () => {
  const undated = new Array<null>(500).fill(null);
  const periods = periodsOf(itemsOf([...new Array<number>(99).fill(2001), 1999, ...undated]));
  expect(periods[99]).toBe("of 1999");
});

it("leaves what nobody dated out of what a year is a hundredth of", () => {
  const undated = new Array<null>(100).fill(null);
  expect(periodsOf(itemsOf([1999, ...undated]))[0]).toBe("of 1999");
  const dated = Array.from({ length: 101 }, (_, i) => 1800 + i);
  expect(periodsOf(itemsOf([1999, ...dated]))[0]).toBe("of the 1990s");
});

it.each([
  ["of 1995", true],
  ["of the 1990s", true],
  ["of 199", false],
  ["of the 90s", false],
  ["of the 1995s", false],
  ["of the same", false],
  ["of them", false],
  ["out of 1995", false],
  ["of 1995 and later", false],
])("%s is a period: %j", (label, is) => {
  expect(isPeriod(label)).toBe(is);
});
