import { expect, it } from "vitest";
import { readList as read } from "../support/readOwn.ts";

it.each<[string, string[], [string, number][] | null]>([
  [
    "years and points that rise",
    ["Heat,1995,1", "Jaws,1975,2", "Fargo,1996,4"],
    [
      ["Heat", 1],
      ["Jaws", 2],
      ["Fargo", 4],
    ],
  ],
  [
    "points in front",
    ["5,Heat,1995", "4,Jaws,1975"],
    [
      ["Heat", 5],
      ["Jaws", 4],
    ],
  ],
  [
    "titles with years",
    ["Heat (1995),5", "Jaws (1975),4"],
    [
      ["Heat (1995)", 5],
      ["Jaws (1975)", 4],
    ],
  ],
  [
    "titles of words",
    ["Heat,5", "Jaws,4", "Fargo,4"],
    [
      ["Heat", 5],
      ["Jaws", 4],
      ["Fargo", 4],
    ],
  ],
  ["numbers that rise", ["Heat,1", "Jaws,2", "Fargo,3"], null],
  ["years and rows that are numbered", ["Heat,1995,1", "Jaws,1975,2", "Fargo,1996,3"], null],
  ["points above a hundred", ["Heat,1995,101", "Jaws,1975,4"], null],
  ["one film", ["Heat,1995,5"], null],
  ["a title twice", ["Heat,1995,5", "Heat,1995,4"], null],
  ["rows of several lengths", ["Heat,1995,5", "Jaws,1975"], null],
  ["seven columns", ["Heat,1995,5,a,b,c,d", "Jaws,1975,4,a,b,c,d"], null],
  ["a column of words more", ["Heat,crime,5", "Jaws,fish,4"], null],
])("without a header: %s", async (_, rows, films) => {
  const reading = read(rows.join("\n"));
  if (films) expect((await reading).films).toEqual(films);
  else await expect(reading).rejects.toThrow();
});
