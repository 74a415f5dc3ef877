import { expect, test } from "vitest";
import { titlesOf } from "../../../src/features/saved/page/titlesOf.ts";

test("two saved files of one name are told apart by their sizes", () => {
  const works = ["mine.csv, 12345 bytes", "other.csv, 9 bytes", "mine.csv, 12346 bytes"];
  expect(titlesOf(works.map((name) => ({ name, source: "file" as const })))).toEqual([
    "mine.csv (12,345 bytes)",
    "other.csv",
    "mine.csv (12,346 bytes)",
  ]);
});
