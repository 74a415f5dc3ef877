import { expect, it } from "vitest";
import { asRows, type Matrix, matrixOf, orientationQuestion } from "../../src/dataset/columns/matrixTable.ts";
import { headOf } from "../support/headOf.ts";

const orientationOf = (table: string) => matrixOf(headOf(table))?.orientation;
/** A table of three rows and five columns with these names. */
const lying = (corner: string, columns: string, rows: string) => {
  const points = ["5|4||2|1", "3||4|2|1", "1|2|3|4|5"];
  const body = rows.split("|").map((label, i) => `${label}|${points[i % 3]}`);
  return [`${corner}|${columns}`, ...body].join(" / ");
};

it.each<[string, string, string, string | null]>([
  ["title", "a|b|c|d|e", "x|y|z", "items in rows"],
  ["user", "Heat (1995)|b|c|d|e", "x|y|z", "users in rows"],
  ["name", "a|b|c|d|e", "x|y|z", null],
  ["x", "u1|u2|u3|u4|u5", "k|l|m", "items in rows"],
  ["x", " u1 | u2 | u3 | u4 | u5 ", "k|l|m", "items in rows"],
  ["x", "a|b|c|d|e", "movie1|movie2|movie3", "items in rows"],
  ["x", "movie1|movie2|movie3|movie4|movie5", "k|l|m", "users in rows"],
  ["x", "a|b|c|d|e", "u1|u2|u3", "users in rows"],
  ["x", "a [1995]|b (1996)|c (1997)|d|e", "k|l|m", "users in rows"],
  ["x", "a (1995)2|b (1996)2|c (1997)2|d|e", "k|l|m", null],
  ["x", "a (19)|b (20)|c (21)|d|e", "k|l|m", null],
  ["x", "a (1995)|b (1996)|c|d|e", "k|l|m", null],
  ["x", "a|b|c|d|e", "k (1995)|l (1996) |m", "items in rows"],
  ["x", "a|b|c|d|e", "11| 12 |z", "users in rows"],
  ["x", "a|b|c|d|e", "1x|2x|3x", null],
  ["x", "a|b|c|d|e", "x1|x2|x3", null],
  ["x", "111|112|113|d|e", "k|l|m", "items in rows"],
  ["x", " 111|112 | 113 |d|e", "k|l|m", "items in rows"],
  ["x", "The Big Heat|The Old Man|A New Hope|Das Boot|La La Land", "Ann|Bob|Cid", "users in rows"],
  ["x", "Ann|Bob|Cid|Dan|Eve", "The Big Heat|The Old Man|A New Hope", "items in rows"],
  ["x", "Annie Hall|Barry|Donnie Darko|Erin Brockovich|Heat", "Ann|Bob|Cid", null],
  ["x", "Ann|Bob|Cid|Dan|Eve", "Annie Hall|Barry|Donnie Darko", null],
  ["x", "big heat|a bb|bb a|d|e", "kkk|lll|mmm", "users in rows"],
  ["x", "aaa|bbb|ccc|ddd|eee", "big heat|a bb|bb", "items in rows"],
  ["x", "aaa|bbb|ccc|ddd|eee", "bb a|big heat|bb", "items in rows"],
  ["x", "big heat|a bb|bb a|d|e", "old man|new hope|m", null],
  ["x", "aaa|bbb|ccc|ddd|eee", "k|l|m", null],
  ["x", "a|b|c|d|e", "k (1995)|l (1996)|m|n", null],
  ["x", "111|112|113|d|e", "7|8|9", null],
])("under %j, columns %j, rows %j: %s", (corner, columns, rows, expected) => {
  expect(orientationOf(lying(corner, columns, rows))).toBe(expected);
});

it.each<[number, string | null]>([
  [17, null],
  [18, "users in rows"],
])("where all is numbered, %i rows of five columns are %s", (count, expected) => {
  const labels = Array.from({ length: count }, (_, i) => i + 1).join("|");
  expect(orientationOf(lying("x", "111|112|113|d|e", labels))).toBe(expected);
});

const matrix = (changes: Partial<Matrix> = {}): Matrix => ({
  hasHeader: true,
  label: 0,
  from: 1,
  to: 4,
  orientation: null,
  zeroIsUnrated: false,
  isOfLikeness: false,
  ...changes,
});

it("asks what its rows are", () => {
  const long = "A film whose name goes on and on and on";
  expect(orientationQuestion(headOf(`x| ${long}|Big / Ann |1|2`), matrix())).toEqual({
    id: "rows:table.csv",
    sentence: "table.csv is a matrix of ratings. What are its rows, such as Ann?",
    choices: [
      { label: "People, who rated A film whose name goes on and  and the others", answer: "users in rows" },
      { label: "What was rated, by A film whose name goes on and  and the others", answer: "items in rows" },
    ],
  });
});

const SMALL = "x|A|B|C / ann|5||3 / bob||x|2 / cid|0|4|1";
it.each<[string, string, Partial<Matrix>, string]>([
  ["people's rows", SMALL, {}, "ann|A|5 / ann|B| / ann|C|3 / bob|A| / bob|C|2 / cid|A|0 / cid|B|4 / cid|C|1"],
  [
    "nought for none",
    SMALL,
    { zeroIsUnrated: true },
    "ann|A|5 / ann|B| / ann|C|3 / bob|A| / bob|C|2 / cid|A| / cid|B|4 / cid|C|1",
  ],
  [
    "films' rows",
    SMALL,
    { orientation: "items in rows" },
    "A|ann|5 / B|ann| / C|ann|3 / A|bob| / C|bob|2 / A|cid|0 / B|cid|4 / C|cid|1",
  ],
  ["marks alone", "x|A|B|C / ann|x||1 / bob| X |1|", {}, "ann|A|x / ann|B| / ann|C|1 / bob|A| X  / bob|B|1"],
  [
    "marks beside points",
    "x|A|B|C / ann|2||1 / bob|3| X |xx",
    {},
    "ann|A|2 / ann|B| / ann|C|1 / bob|A|3 / bob|C|xx",
  ],
  ["points in front only", "x|A|B|C / 7|x||1", {}, "7|A|x / 7|B| / 7|C|1"],
  ["a sum below", "x|A|B|C / ann|2|3|1 / Average|2|3|1", {}, "ann|A|2 / ann|B|3 / ann|C|1"],
  ["spaces around names", "x| A |  |C / ann|2|3|1", {}, "ann|A|2 / ann|2|3 / ann|C|1"],
  [
    "rows without names",
    "t|A|B|C / 7|2|3|1 / 8|2|3|1",
    { label: -1, to: 3 },
    "1|A|2 / 1|B|3 / 2|A|2 / 2|B|3",
  ],
  ["a sum of rows without names", "t|A|B|C / 7|2|3|1 / Total|4|6|2", { label: -1, to: 2 }, "1|A|2"],
  ["no names", "2|3 / 1|5", { hasHeader: false, label: -1, from: 0, to: 2 }, "1|1|2 / 1|2|3 / 2|1|1 / 2|2|5"],
  [
    "rows with names behind",
    "id|x|A|B / 7|ann|2|3 / 8|Average|2|3",
    { label: 1, from: 2 },
    "ann|A|2 / ann|B|3",
  ],
  ["a short row", "x|A|B|C / ann|2", {}, "ann|A|2"],
])("one a line: %s", async (_, table, changes, expected) => {
  const m = matrix(changes);
  const rows = asRows(headOf(table), m, m.orientation ?? "users in rows");
  const linesOf = (lines: readonly string[][]) => lines.map((row) => row.join("|")).join(" / ");
  expect(linesOf(rows.rows)).toBe(`user|item|rating / ${expected}`);
  const read: string[][] = [];
  await rows.read(
    (row, __, broken) => read.push(broken ? ["broken"] : [...row]),
    () => {},
  );
  expect(linesOf(read)).toBe(`user|item|rating / ${expected}`);
});

it("says which columns are left out, and of how many letters a row is", () => {
  const head = headOf("x|A|B|note| |sum / ann|1|2|3|4|5 / bob|1|2|3|4|5");
  const rows = asRows({ ...head, bytesARow: 10 }, matrix({ to: 3 }), "users in rows");
  expect(rows.format).toBe('comma-separated matrix, users in rows, without "note" and "sum"');
  expect(rows.bytesARow).toBe(6);
  expect(rows.hasHeader).toBe(true);
  expect(asRows(head, matrix({ to: 6 }), "items in rows").format).toBe(
    "comma-separated matrix, items in rows",
  );
});

it("says of a row that is broken that it is", async () => {
  const head = headOf("x|A / ann|1 / bob|2");
  head.read = async (take) => {
    for (const [i, row] of head.rows.entries()) take(row, i + 1, i === 1);
  };
  const read: unknown[] = [];
  await asRows(head, matrix({ to: 2 }), "users in rows").read(
    (...row) => read.push(row),
    () => {},
  );
  expect(read).toEqual([
    [["user", "item", "rating"], 0, false],
    [[], 2, true],
    [["bob", "A", "2"], 3, false],
  ]);
});

it("shows a thousand of its ratings at most, or a row more", () => {
  const row = `ann${"|1".repeat(600)}`;
  const names = Array.from({ length: 600 }, (_, i) => `f${i}`).join("|");
  const head = headOf([`x|${names}`, row, row, row].join(" / "));
  expect(asRows(head, matrix({ to: 601 }), "users in rows").rows).toHaveLength(1201);
});

/** Three rows of five columns, or as many as there are names. */
const points = (header: string, row: (i: number) => (string | number | boolean)[], count = 3) =>
  [header, ...Array.from({ length: count }, (_, i) => row(i).join("|"))].join(" / ");
const spread = (i: number, count: number) => Array.from({ length: count }, (_, k) => 1 + ((i + k * 2) % 5));
const nameless = (width: number, cell: (i: number, k: number) => number) =>
  Array.from({ length: 4 }, (_, i) => Array.from({ length: width }, (__, k) => cell(i, k)).join("|")).join(
    " / ",
  );
const namesOf = (count: number) => Array.from({ length: count }, (_, k) => `c${k + 1}`);
const flags = (count: number) =>
  points(["k", ...namesOf(count)].join("|"), (i) => [
    `k${i}`,
    ...Array.from({ length: count }, (_, k) => (i + k) % 2 > 0),
  ]);
/** A table so wide, whose last columns are called so. */
const named = (width: number, last: string[]) =>
  points(["k", ...namesOf(width - 1 - last.length), ...last].join("|"), (i) => [
    `k${i}`,
    ...spread(i, width - 1),
  ]);
const steps = (i: number, count: number) => Array.from({ length: 5 }, (_, k) => ((i * 5 + k) % count) / 2);
it.each<[string, string, boolean]>([
  [
    "a label in the corner of ids",
    points("label|101|102|103|104|105", (i) => [`k${i}`, ...spread(i, 5)]),
    true,
  ],
  ["a sign there", points("#|101|102|103|104|105", (i) => [i + 1, ...spread(i, 5)]), false],
  ["a label in the corner of points", points("label|1|2|3|4|5", (i) => [`k${i}`, ...spread(i, 5)]), false],
  ["ids up to 100", points("label|96|97|98|99|100", (i) => [`k${i}`, ...spread(i, 5)]), false],
  [
    "ids of which one is none",
    points("label|101|102|103|104|10.5", (i) => [`k${i}`, ...spread(i, 5)]),
    false,
  ],
  ["a blank corner", points(" |1|2|3|4|5", (i) => [`k${i}`, ...spread(i, 5)]), true],
  ["the same id twice", points(" |1|2|3|4|4", (i) => [`k${i}`, ...spread(i, 5)]), false],
  ["known names", points("k|a|is good|has fun|d|e", (i) => [`k${i}`, ...spread(i, 5)]), false],
  ["one known name", points("k|is good|b|c|d|e", (i) => [`k${i}`, ...spread(i, 5)]), true],
  ["true and false beside points", points("k|a|b|c|d|e", (i) => [`k${i}`, i === 1, ...spread(i, 4)]), false],
  [
    "true and false alone",
    points("k|a|b|c|d|e", (i) => [`k${i}`, ...spread(i, 5).map((one) => one > 2)].map(String)),
    false,
  ],
  ["true among points", points("k|a|b|c|d|e", (i) => [`k${i}`, i ? 2 : "true", ...spread(i, 4)]), true],
  ["pandas' numbers beside three columns", points(" |a|b|c", (i) => [i, ...spread(i, 3)]), false],
  ["a name above three columns", points("k|a|b|c", (i) => [`k${i}`, ...spread(i, 3)]), false],
  [
    "one of three columns beside a number",
    points(" |a|b|c", (i) => [i ? `k${i}` : 7, ...spread(i, 3)]),
    false,
  ],
  ["a name in half of the rows", points("k|a|b|c|d|e", (i) => [`k${i >> 1}`, ...spread(i, 5)], 4), true],
  ["a name in fewer", points("k|a|b|c|d|e", (i) => [`k${i >> 2}`, ...spread(i, 5)], 5), false],
  ["points of 100", points("k|a|b|c|d|e", (i) => [`k${i}`, ...spread(i, 5).map((one) => one * 20)]), true],
  ["points of 105", points("k|a|b|c|d|e", (i) => [`k${i}`, ...spread(i, 5).map((one) => one * 21)]), false],
  ["two points", points("k|a|b|c|d|e", (i) => [`k${i}`, ...spread(i, 5).map((one) => 1 + (one % 2))]), true],
  ["one point", points("k|a|b|c|d|e", (i) => [`k${i}`, 3, 3, 3, 3, 3]), false],
  ["a letter in the corner of ids", points("k|99|102|103|104|105", (i) => [`k${i}`, ...spread(i, 5)]), true],
  ["brackets there", points("(k)|101|102|103|104|105", (i) => [`k${i}`, ...spread(i, 5)]), true],
  ["a number in front of it", points("1k|101|102|103|104|105", (i) => [`k${i}`, ...spread(i, 5)]), false],
  ["a number behind it", points("k1|101|102|103|104|105", (i) => [`k${i}`, ...spread(i, 5)]), false],
  [
    "an id twice among eleven",
    points(" |1|2|3|4|5|6|7|8|9|10|10", (i) => [`k${i}`, ...spread(i, 11)]),
    false,
  ],
  ["twenty columns without names", nameless(20, (i, k) => (k ? 1 + ((i + k * 2) % 5) : i + 1)), true],
  ["nineteen of them", nameless(19, (i, k) => (k ? 1 + ((i + k * 2) % 5) : i + 1)), false],
  ["twenty in order", nameless(20, (i, k) => i + k), false],
  ["three columns below a space", points(" |a|b|c", (i) => [`k${i}`, ...spread(i, 3)]), true],
  ["true with spaces", points("k|a|b|c|d|e", (i) => [`k${i}`, " true", ...spread(i, 4)]), false],
  ["false with spaces", points("k|a|b|c|d|e", (i) => [`k${i}`, "False ", ...spread(i, 4)]), false],
  [
    "true and false in the middle",
    points("k|a|b|c|d|e", (i) => [`k${i}`, ...spread(i, 3), i === 1, 2 + (i % 2)]),
    false,
  ],
  ["28 columns of true and false", flags(28), false],
  ["29 columns of true and false", flags(29), true],
  ["ones, noughts and blanks", points("k|a|b|c|d|e", (i) => [`k${i}`, 1, 0, "", i % 2, 1]), true],
  ["101 points", points("k|a|b|c|d|e", (i) => [`k${i}`, ...steps(i, 101)], 40), true],
  ["102 points", points("k|a|b|c|d|e", (i) => [`k${i}`, ...steps(i, 102)], 40), false],
  ["one column of higher points", points("k|a|b|c|d|e", (i) => [`k${i}`, ...spread(i, 4), 90 + i], 9), false],
  ["times in front", points("when|a|b|c|d|e", (i) => [`2020-01-0${i + 1}`, ...spread(i, 5)]), false],
  ["nineteen names, one of ratings", named(19, ["rating"]), false],
  ["twenty names, one of ratings", named(20, ["rating"]), true],
  ["ten names, one twice", named(11, ["c1"]), true],
  ["nine names, one twice", named(10, ["c1"]), false],
  ["is and has within words", points("k|basis|thesis|c|d|e", (i) => [`k${i}`, ...spread(i, 5)]), true],
  ["two known names of twenty", named(21, ["is good", "has fun"]), true],
  ["two known names of nineteen", named(20, ["is good", "has fun"]), false],
  ["names said twice", points("k|a|a|c|d|e", (i) => [`k${i}`, ...spread(i, 5)]), false],
  ["three columns behind two", points("id|title|a|b|c", (i) => [i, `k ${i}`, ...spread(i, 3)]), false],
  ["four columns behind two", points("id|title|a|b|c|d", (i) => [i, `k ${i}`, ...spread(i, 4)]), true],
])("is a matrix, or is not: %s", (_, table, isMatrix) => {
  expect(matrixOf(headOf(table)) !== null).toBe(isMatrix);
});
