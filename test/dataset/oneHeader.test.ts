import { expect, it } from "vitest";
import { withOneHeader } from "../../src/dataset/columns/headerRow.ts";
import { headOf } from "../support/headOf.ts";

it.each<[string, string, string]>([
  [
    "one",
    "userId|movieId|rating / 1|2|3 / 1|3|4 / 2|2|5",
    "0 null: userId|movieId|rating / 1|2|3 / 1|3|4 / 2|2|5",
  ],
  [
    "notes above",
    "My ratings / of 2020 / userId|movieId|rating / 1|2|3 / 1|3|4 / 2|2|5",
    "2 true: userId|movieId|rating / 1|2|3 / 1|3|4 / 2|2|5",
  ],
  [
    "data above, as sorting leaves it",
    "7|8|5 / userId|movieId|rating / 1|2|3 / 1|3|4 / 2|2|5",
    "1 true: userId|movieId|rating / 7|8|5 / 1|2|3 / 1|3|4 / 2|2|5",
  ],
  [
    "a known name above",
    "user / userId|movieId|rating / 1|2|3 / 1|3|4 / 2|2|5",
    "0 null: user / userId|movieId|rating / 1|2|3 / 1|3|4 / 2|2|5",
  ],
  [
    "units below",
    "person|thing|points / (id)|(id)|(1-5) / 1|2|3 / 1|3|4 / 2|2|5 / 2|3|5 / 3|1|1",
    "0 null: person|thing|points / (id)|(id)|(1-5) / 1|2|3 / 1|3|4 / 2|2|5 / 2|3|5 / 3|1|1",
  ],
  [
    "known names below",
    "who was it|what was it|how was it / userId|movieId|rating / 1|2|3 / 1|3|4 / 2|2|5 / 2|3|5 / 3|1|1",
    "1 true: userId|movieId|rating / 1|2|3 / 1|3|4 / 2|2|5 / 2|3|5 / 3|1|1",
  ],
  [
    "three lines",
    "a a|b b|c c / d d|e e|f f / g g|h h|i i / 1|2|3 / 1|3|4 / 2|2|5 / 2|3|5 / 3|1|1",
    "0 true: a a|b b|c c / 1|2|3 / 1|3|4 / 2|2|5 / 2|3|5 / 3|1|1",
  ],
  [
    "four lines",
    "a a|b b|c c / d d|e e|f f / g g|h h|i i / j j|k k|l l / 1|2|3 / 1|3|4 / 2|2|5 / 2|3|5",
    "0 null: a a|b b|c c / d d|e e|f f / g g|h h|i i / j j|k k|l l / 1|2|3 / 1|3|4 / 2|2|5 / 2|3|5",
  ],
  [
    "headings over names",
    "|Rate these||| / userId|Heat|Jaws|Ran / 1|2|3|4 / 1|3|4|4 / 2|2|5|4 / 2|3|5|1 / 3|1|1|2",
    "0 true: userId|Heat|Jaws|Ran / 1|2|3|4 / 1|3|4|4 / 2|2|5|4 / 2|3|5|1 / 3|1|1|2",
  ],
  [
    "pandas' index",
    "film|Heat|Jaws / user|| / 1|2|3 / 2|3|4 / 3|4|5",
    "0 true: user|Heat|Jaws / 1|2|3 / 2|3|4 / 3|4|5",
  ],
  [
    "three rows",
    "My ratings / userId|movieId|rating / 1|2|3",
    "0 null: My ratings / userId|movieId|rating / 1|2|3",
  ],
])("%s", (_, table, expected) => {
  const { skip, hasHeader, rows } = withOneHeader(headOf(table));
  expect(`${skip} ${hasHeader}: ${rows.map((row) => row.join("|")).join(" / ")}`).toBe(expected);
});
