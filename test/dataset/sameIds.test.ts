import { expect, it } from "vitest";
import { sameIds } from "../../src/dataset/reading/sameIds.ts";

it.each<[string, string[], string[], string[]]>([
  ["equal ids", ["1", "2"], ["1", "2"], ["1", "2"]],
  ["half of them equal", ["1", "x"], ["1", "0"], ["1", "0"]],
  ["half of them equal, all by number", ["1", "2"], ["1", "02"], ["1", "02"]],
  ["a third of them equal, all by number", ["1", "2", "3"], ["1", "02", "03"], ["1", "2", "3"]],
  ["words that are no numbers", ["x", "2", "3", "4"], ["y", "02", "z", "03"], ["2", "3"]],
  ["zeros in front", ["1", "2"], ["001", "02"], ["1", "2"]],
  ["decimals", ["1.0", "2.00"], ["1", "2"], ["1.0", "2.00"]],
  ["only those that are there", ["1", "3", "x"], ["01", "02"], ["1"]],
  ["two that are one number", ["1", "2"], ["01", "001"], ["01", "001"]],
  ["the same asked twice", ["1", "01.0", "9"], ["001"], ["001"]],
  ["words", ["a", "b"], ["A", "B"], ["A", "B"]],
  ["words among numbers", ["1", "2"], ["A", "01"], ["1"]],
  ["no more than before", ["7", "8", "9"], ["7", "x"], ["7", "x"]],
  ["a fraction", ["1", "2"], ["1.5", "02.5"], ["1.5", "02.5"]],
])("joins %s", (_, ids, known, found) => {
  const same = sameIds(ids, new Map(known.map((id) => [id, `of ${id}`])));
  expect([...same.keys()]).toEqual(found);
});
