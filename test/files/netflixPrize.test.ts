import { expect, it } from "vitest";
import { textTable } from "../support/textTable.ts";

it.each<[string, string, string]>([
  [
    "two films",
    "1:\n7,3,2005-09-06\n8,5,2005-05-13\n2:\n7,4,2005-09-07\n",
    "Netflix Prize text: movieId|customerId|rating|date / 1|7|3|2005-09-06 / 1|8|5|2005-05-13 / 2|7|4|2005-09-07",
  ],
  ["no dates", "1:\n7,3\n2:\n8,5\n", "Netflix Prize text: movieId|customerId|rating / 1|7|3 / 2|8|5"],
  [
    "spaces, and lines as Windows ends them",
    "\ufeff mv1: \r\n 7,3\r\n mv2: \r\n8,5\r\n",
    "Netflix Prize text: movieId|customerId|rating / mv1| 7|3 / mv2|8|5",
  ],
  ["a film without a colon", "1\n7,3\n8,4\n9,5\n", "comma-separated: 7|3 / 8|4 / 9|5"],
])("%s", async (_, text, expected) => {
  expect(await textTable(text)).toBe(expected);
});
