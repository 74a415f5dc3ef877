import { describe, expect, it } from "vitest";
import { fillRatings, fillTitles } from "../../src/dataset/columns/fillRatings.ts";
import type { Role } from "../../src/dataset/columns/TableForm.ts";
import { columnsOf, headerOf } from "../support/columnsOf.ts";

type Row = (i: number) => (string | number)[];
const table = (count: number, row: Row) => Array.from({ length: count }, (_, i) => row(i).map(String));

/** The header with the roles that were found. */
function named(header: string, count: number, row: Row): string {
  const { names, values, roles } = columnsOf(header, table(count, row));
  fillRatings(roles, values, names);
  return headerOf(names, roles);
}
/** The roles of columns without names, "-" where there is none. */
function nameless(count: number, row: Row): string {
  const { values, roles } = columnsOf(row(0).map(String).join("|"), table(count, row));
  fillRatings(roles, values, []);
  return values.map((_, place) => roles.get(place) ?? "-").join("|");
}

const who = (i: number) => `p${"abc"[i % 3]}`;
const what = (i: number) => `q${"abcd"[i % 4]}`;
const stars = (i: number) => 1 + (i % 5);
const day = (i: number) => `2020-01-${String(i + 1).padStart(2, "0")}`;
const once = (i: number) => (i * 7) % 12;
const SIDES = "user|item|rating";

describe("columns without names", () => {
  it.each<[string, Row, string]>([
    ["who, what, rating", (i) => [who(i), what(i), stars(i)], SIDES],
    ["a blank rating", (i) => [who(i), what(i), i === 3 ? "" : stars(i)], SIDES],
    ["ratings in order", (i) => [who(i), what(i), 1 + Math.floor(i / 3)], SIDES],
    ["events", (i) => [who(i), what(i), i % 2 ? "view" : "buy"], SIDES],
    [
      "events and hours",
      (i) => [who(i), what(i), i % 2 ? "play" : "buy", stars(i) / 2],
      "user|item|-|rating",
    ],
    [
      "hours and events",
      (i) => [who(i), what(i), stars(i) / 2, i % 2 ? "play" : "buy"],
      "user|item|-|rating",
    ],
    ["plays beyond a scale", (i) => [who(i), what(i), 150 + 100 * (i % 5)], SIDES],
    ["six plays in twelve rows", (i) => [who(i), what(i), 150 + 100 * (i % 6)], SIDES],
    ["seven plays in twelve rows", (i) => [who(i), what(i), 150 + 100 * (i % 7)], "user|item|-"],
    ["plays and a word", (i) => [who(i), what(i), i === 3 ? "qq" : 150 + 100 * (i % 5)], "user|item|-"],
    ["the smaller scale", (i) => [who(i), what(i), `z${i % 5}`, i % 7, stars(i)], "user|item|-|-|rating"],
    ["a number of each person", (i) => [who(i), i % 3, what(i), stars(i)], "user|-|item|rating"],
    ["times of day", (i) => [who(i), what(i), `1${i % 5}:30`], "-|-|-"],
    ["things in front", (i) => [`movie_${i % 4}`, who(i), stars(i)], "item|user|rating"],
    ["ids of members in front", (i) => [`m${i % 4}`, who(i), stars(i)], SIDES],
    ["ids of things on both sides", (i) => [`movie_${i % 4}`, `item_${i % 3}`, stars(i)], SIDES],
    ["beside what never changes", (i) => [7, who(i), what(i), stars(i), 1 + (i % 3)], "-|user|item|rating|-"],
    ["what is there once, all of it", (i) => [`p${i}`, `q${once(i)}`, once(i + 5)], "-|-|rating"],
    [
      "baskets in order",
      (i) => [i % 3, 10 + (i % 4), 20 + (i % 5), 30 + (i % 7), 40 + (i % 5), 50 + (i % 7)],
      "-|-|rating|-|-|-",
    ],
    [
      "five columns in order",
      (i) => [i % 3, 10 + (i % 4), 20 + (i % 5), 30 + (i % 7), 40 + (i % 5)],
      "user|item|rating|-|-",
    ],
    ["two columns", (i) => [who(i), stars(i)], "user|item"],
    ["codes of users behind", (i) => [what(i), `u${i % 3}`, `z${i % 5}`, stars(i)], "item|user|-|rating"],
    [
      "titles in front of people",
      (i) => [
        [" The Big Heat", "A New Hope", " The Old Man", "Das Boot X"][i % 4],
        [" Ann", "Bob ", " Cid"][i % 3],
        stars(i),
      ],
      "item|user|rating",
    ],
    ["numbers of members in front", (i) => [`m_${i % 4}`, who(i), stars(i)], SIDES],
    [
      "numbers of people in order",
      (i) => [Math.floor(i / 3), what(i), `z${i % 5}`, i % 7],
      "user|item|-|rating",
    ],
    ["a kind of things", (i) => [who(i), what(i), 1 + (i % 2), stars(i)], "user|item|-|rating"],
    ["days that follow each other", (i) => [who(i), what(i), day(i), stars(i)], "user|item|timestamp|rating"],
    ["people who are there once", (i) => [`p${once(i)}`, what(i), stars(i)], "-|-|rating"],
    ["things that are there once", (i) => [who(i), `q${once(i)}`, stars(i)], "-|-|rating"],
    ["two people", (i) => [`p${i % 2}x`, what(i), stars(i)], "-|-|rating"],
  ])("%s", (_, row, expected) => {
    expect(nameless(12, row)).toBe(expected);
  });

  const byThing: Row = (i) => [`p${(i * 7) % 1000}`, `q${Math.floor(i / 30)}`, stars(i)];
  const byNobody: Row = (i) => [`p${(i * 7) % 1000}`, `q${i % 31}`, stars(i)];
  it.each<[string, number, Row, string]>([
    ["901 rows, thing after thing", 901, byThing, SIDES],
    ["201 rows, of four things", 201, (i) => [`p${i % 7}`, what(i), stars(i)], SIDES],
    ["900 rows, most there once", 900, (i) => [`p${i % 850}`, `q${(i * 7) % 850}`, stars(i)], SIDES],
    ["901 rows, most there once", 901, (i) => [`p${i % 850}`, `q${(i * 7) % 850}`, stars(i)], "-|-|rating"],
    ["900 of them", 900, byThing, "-|-|rating"],
    ["901 rows in no order", 901, byNobody, "-|-|rating"],
    ["901 rows, all there once", 901, (i) => [`p${i}`, `q${(i * 7) % 901}`, stars(i)], "-|-|rating"],
  ])("of people who are there once: %s", (_, count, row, expected) => {
    expect(nameless(count, row)).toBe(expected);
  });
});

const three: Row = (i) => [who(i), what(i), stars(i)];
describe("columns of unknown names", () => {
  it.each<[string, string, Row, string]>([
    ["who, what, rating", "aa|bb|cc", three, "aa=user|bb=item|cc=rating"],
    ["a thing in front", "song|aa|r=rating", three, "song=item|aa=user|r=rating"],
    ["titles of nobody's", "title=title|bb|cc", three, "title=title|bb|cc"],
    ["titles that somebody rated", "u=user|t=title|cc", three, "u=user|t=item|cc=rating"],
    [
      "names of users",
      "u=user|t=title|bb|r=rating",
      (i) => [who(i), `name ${who(i)}`, what(i), stars(i)],
      "u=user|t|bb=item|r=rating",
    ],
    [
      "titles with several users each",
      "u=user|t=title|bb|r=rating",
      (i) => [what(i), `t${Math.min(i % 4, 2)}`, who(i), stars(i)],
      "u=user|t=item|bb|r=rating",
    ],
    ["plays beyond a scale", "aa|bb|cc", (i) => [who(i), what(i), 150 + 100 * (i % 5)], "aa=user|bb=item|cc"],
    [
      "events before hours",
      "aa|bb|cc|dd",
      (i) => [who(i), what(i), i % 2 ? "play" : "buy", stars(i) / 2],
      "aa=user|bb=item|cc=rating|dd",
    ],
    ["users of what comes once", "u=user|aa|bb", (i) => [who(i), `q${once(i)}`, once(i + 5)], "u=user|aa|bb"],
    ["items of whom come once", "i=item|aa|bb", (i) => [who(i), `q${once(i)}`, once(i + 5)], "i=item|aa|bb"],
    [
      "users beside their names",
      "u=user|user name|bb|r=rating",
      (i) => [who(i), `n${i % 5}`, what(i), stars(i)],
      "u=user|user name|bb=item|r=rating",
    ],
    [
      "items beside their makers",
      "i=item|aa|bb|r=rating",
      (i) => [what(i), `maker ${"abab"[i % 4]}`, who(i), stars(i)],
      "i=item|aa|bb=user|r=rating",
    ],
    [
      "users beside their towns",
      "u=user|aa|bb|r=rating",
      (i) => [who(i), `town ${"aba"[i % 3]}`, what(i), stars(i)],
      "u=user|aa|bb=item|r=rating",
    ],
    [
      "an id of things",
      "u=user|aa|bb_id|r=rating",
      (i) => [who(i), `z${i % 5}`, what(i), 1],
      "u=user|aa|bb_id=item|r=rating",
    ],
    [
      "no id of things",
      "u=user|aa|id_bb|r=rating",
      (i) => [who(i), `z${i % 5}`, what(i), 1],
      "u=user|aa=item|id_bb|r=rating",
    ],
    [
      "an id of rows",
      "u=user|aa|bb_id|r=rating",
      (i) => [who(i), what(i), `z${once(i)}`, 1],
      "u=user|aa=item|bb_id|r=rating",
    ],
    [
      "three sides",
      "aa|bb|cc|r=rating",
      (i) => [who(i), what(i), `z${i % 5}`, 1],
      "aa=user|bb=item|cc|r=rating",
    ],
    [
      "four sides",
      "aa|bb|cc|dd|r=rating",
      (i) => [who(i), what(i), `z${i % 5}`, `y${i % 6}`, 1],
      "aa|bb|cc|dd|r=rating",
    ],
    [
      "four beside users",
      "u=user|aa|bb|cc|dd|r=rating",
      (i) => [who(i), what(i), `z${i % 5}`, `y${i % 6}`, `x${i % 5}`, 1],
      "u=user|aa=item|bb|cc|dd|r=rating",
    ],
    [
      "titles beside items",
      "u=user|i=item|t=title|cc",
      (i) => [who(i), what(i), what(i), stars(i)],
      "u=user|i=item|t=title|cc=rating",
    ],
    [
      "users beside their places",
      "u=user|location|bb|r=rating",
      (i) => [who(i), `z${i % 5}`, what(i), 1],
      "u=user|location|bb=item|r=rating",
    ],
    [
      "users beside their remarks",
      "u=user|comment|bb|r=rating",
      (i) => [who(i), `z${i % 5}`, what(i), 1],
      "u=user|comment|bb=item|r=rating",
    ],
    [
      "four beside items",
      "i=item|aa|bb|cc|dd|r=rating",
      (i) => [what(i), who(i), `z${i % 5}`, `y${i % 6}`, `x${i % 5}`, 1],
      "i=item|aa=user|bb|cc|dd|r=rating",
    ],
    [
      "a price",
      "aa|bb|price|dd",
      (i) => [who(i), what(i), stars(i), i % 7],
      "aa=user|bb=item|price|dd=rating",
    ],
    [
      "times of day beside users",
      "u=user|bb|cc|r=rating",
      (i) => [who(i), what(i), `1${i % 5}:30`, 1],
      "u=user|bb=item|cc|r=rating",
    ],
    [
      "days beside users",
      "u=user|bb|at=timestamp|r=rating",
      (i) => [who(i), what(i), day(i), 1],
      "u=user|bb=item|at=timestamp|r=rating",
    ],
    [
      "three of eight teams on both sides",
      "aa|bb|r=rating",
      (i) => [`t${i % 3}`, `t${i % 8}`, 1],
      "aa|bb|r=rating",
    ],
    ["two of one kind", "video1|video12|r=rating", three, "video1|video12|r=rating"],
    ["numbers within", "v1deo|v2deo|r=rating", three, "v1deo=user|v2deo=item|r=rating"],
    ["a measure of likeness", "aa|bb|similarity", three, "aa|bb|similarity=rating"],
    ["likeness beside users", "u=user|bb|similarity", three, "u=user|bb=item|similarity=rating"],
    [
      "teams on both sides",
      "aa|bb|r=rating",
      (i) => [who(i), who(i + 1 + Math.floor(i / 3)), 1],
      "aa|bb|r=rating",
    ],
    ["numbers on both sides", "aa|bb|r=rating", (i) => [i % 3, (i + 1) % 4, 1], "aa=user|bb=item|r=rating"],
    [
      "half the teams on both sides",
      "aa|bb|r=rating",
      (i) => [`t${i % 4}`, `t${2 + ((i + (i >> 2)) % 4)}`, 1],
      "aa=user|bb=item|r=rating",
    ],
    [
      "teams beside users",
      "u=user|bb|r=rating",
      (i) => [who(i), who(i + 1 + (i >> 2)), 1],
      "u=user|bb=item|r=rating",
    ],
    ["payments", "aa|bb|amount", (i) => [who(i), what(i), 150.5 + i], "aa|bb|amount"],
    [
      "payments and ratings",
      "aa|bb|amount|r=rating",
      (i) => [who(i), what(i), 150.5 + i, 1],
      "aa=user|bb=item|amount|r=rating",
    ],
    ["payments of users", "u=user|bb|amount", (i) => [who(i), what(i), 150.5 + i], "u=user|bb=item|amount"],
    [
      "marks of a class",
      "aa|bb|quiz1|quiz2|r=rating",
      (i) => [who(i), what(i), 1.5, 2.5 + i, 1],
      "aa|bb|quiz1|quiz2|r=rating",
    ],
    [
      "one mark",
      "aa|bb|quiz1|qq|r=rating",
      (i) => [who(i), what(i), 1.5, 2.5 + i, 1],
      "aa=user|bb=item|quiz1|qq|r=rating",
    ],
    [
      "marks of users",
      "u=user|bb|quiz1|quiz2|r=rating",
      (i) => [who(i), what(i), 1.5, 2.5 + i, 1],
      "u=user|bb=item|quiz1|quiz2|r=rating",
    ],
    ["two things", "u=user|bb|r=rating", (i) => [who(i), `q${i % 2}x`, stars(i)], "u=user|bb|r=rating"],
  ])("%s", (_, header, row, expected) => {
    expect(named(header, 12, row)).toBe(expected);
  });

  const counted: Row = (i) => [who(i), i + 1, what(i), 1];
  const onceFirst: Row = (i) => [`p${once(i)}`, `q${i % 3}x`, 1];
  const pair: Row = (i) => [who(i), `q${i % 2}x`, stars(i)];
  it.each<[string, number, Row, string]>([
    ["u=user|aa|bb|r=rating", 10, counted, "u=user|aa|bb=item|r=rating"],
    ["u=user|aa|bb|r=rating", 9, counted, "u=user|aa=item|bb|r=rating"],
    ["aa|r=rating", 12, (i) => [who(i), 1], "aa|r=rating"],
    ["aa|bb|cc", 1, (i) => [who(i), what(i), stars(i)], "aa=user|bb=item|cc=rating"],
    ["i=item|aa|r=rating", 6, (i) => [what(i), `p${once(i)}`, 1], "i=item|aa|r=rating"],
    ["u=user|bb|r=rating", 6, (i) => [`p${once(i)}`, what(i), 1], "u=user|bb|r=rating"],
    ["aa|bb", 6, (i) => [who(i), `q${i % 2}x`], "aa|bb"],
    ["u=user|bb", 6, (i) => [who(i), `q${i % 2}x`], "u=user|bb=item"],
    ["aa|bb|r=rating", 4, onceFirst, "aa=user|bb=item|r=rating"],
    ["aa|bb|r=rating", 5, onceFirst, "aa|bb|r=rating"],
    ["aa|bb|r=rating", 9, pair, "aa=user|bb=item|r=rating"],
    ["aa|bb|r=rating", 10, pair, "aa|bb|r=rating"],
    ["u=user|r=rating|aa", 6, (i) => [who(i), 1, `q${once(i)}`], "u=user|r=rating|aa=item"],
    ["aa|bb|r=rating", 200, (i) => [`p${i % 7}`, what(i), 1], "aa=user|bb=item|r=rating"],
    ["aa|bb|r=rating", 201, (i) => [`p${i % 7}`, what(i), 1], "aa|bb|r=rating"],
    ["aa|bb|r=rating", 201, (i) => [`p${i % 7}`, `q${i % 5}`, 1], "aa=user|bb=item|r=rating"],
    ["aa|bb|r=rating", 901, (i) => [`p${i}x`, `q${Math.floor(i / 30)}`, 1], "aa|bb|r=rating"],
  ])("%s in %i rows", (header, count, row, expected) => {
    expect(named(header, count, row)).toBe(expected);
  });

  it("are not compared if there are more than 60", () => {
    const header = (count: number) =>
      ["u=user", "i=item", ...Array.from({ length: count }, (_, i) => `c${i}`)].join("|");
    const wide = (count: number) => (i: number) => [
      who(i),
      what(i),
      ...Array.from({ length: count - 1 }, (_, k) => `w${(i * (1 + (k % 10))) % 11}`),
      stars(i),
    ];
    expect(named(header(60), 12, wide(60))).toMatch(/c59=rating$/);
    expect(named(header(61), 12, wide(61))).toBe(header(61));
  });
});

it.each<[string, number, Row, boolean]>([
  ["days in order", 12, (i) => [who(i), what(i), day(i), 1], false],
  ["ten days", 10, (i) => [who(i), what(i), day(i), 1], false],
  ["nine days", 9, (i) => [who(i), what(i), day(i), 1], true],
  ["twelve days but one", 12, (i) => [who(i), what(i), day(i < 6 ? i : i + 1), 1], false],
  ["eleven days but one", 11, (i) => [who(i), what(i), day(i < 6 ? i : i + 1), 1], true],
  [
    "stations on five days, and one again",
    16,
    (i) => [who(i), `q${i % 4}`, day(Math.floor(i / 3) % 5), 1],
    true,
  ],
  ["days in no order", 12, (i) => [who(i), what(i), day(once(i * i)), 1], true],
  ["a day", 12, (i) => [who(i), what(i), day(0), 1], true],
  ["three stations on five days", 15, (i) => [who(i), `q${i % 4}`, day(Math.floor(i / 3)), 1], false],
  ["three stations on four days", 12, (i) => [who(i), `q${i % 4}`, day(Math.floor(i / 3)), 1], true],
  ["a day without a station", 14, (i) => [who(i), `q${i % 4}`, day(Math.floor(i / 3)), 1], true],
  ["a station twice", 15, (i) => [who(i === 1 ? 0 : i), `q${i % 4}`, day(Math.floor(i / 3)), 1], true],
])("measured, or rated: %s", (_, count, row, areRatings) => {
  const header = "aa|bb|at=timestamp|r=rating";
  expect(named(header, count, row)).toBe(areRatings ? "aa=user|bb=item|at=timestamp|r=rating" : header);
});

const film = (i: number) => ["Big Fish", "Top Gun", "Ran 2 x", "La La Land"][i % 4];
it.each<[string, string, Row, boolean]>([
  ["words of each item", "i=item|aa", (i) => [i % 4, film(i)], true],
  ["spaces around ids", "i=item|aa", (i) => [` ${i % 4} `, film(i)], true],
  ["one title of several words", "i=item|aa", (i) => [i % 4, i % 4 ? `Heat${i % 4}` : "Big Fish"], true],
  ["a title of two letters", "i=item|aa", (i) => [i % 4, i % 4 ? `Heat${i % 4}` : "A B"], true],
  [
    "a word behind three hundred letters",
    "i=item|aa",
    (i) => [i % 4, i % 4 ? `Heat${i % 4}` : `${"x".repeat(300)} yy`],
    false,
  ],
  ["ids of several words", "i=item|aa", (i) => [i % 4 ? i % 4 : "x 0", film(i)], false],
  ["single words", "i=item|aa", (i) => [i % 4, `Heat${i % 4}`], false],
  ["numbers", "i=item|aa", (i) => [i % 4, `1 ${i % 4}`], false],
  ["words in front of numbers", "i=item|aa", (i) => [i % 4, `Heat ${i % 4}`], false],
  ["numbers in front of words", "i=item|aa", (i) => [i % 4, `${i % 4} Heat`], false],
  ["tags", "i=item|keywords", (i) => [i % 4, film(i)], false],
  ["remarks", "i=item|comment", (i) => [i % 4, film(i)], false],
  ["a column that is known", "i=item|aa=labels", (i) => [i % 4, film(i)], false],
  ["no items", "i|aa", (i) => [i % 4, film(i)], false],
  ["other words for the same item", "i=item|aa", (i) => [i % 4, film(i + (i >> 2))], false],
  ["each item once", "i=item|aa", (i) => [i, `${film(i)} ${i}x`], false],
  ["kinds of items", "i=item|aa", (i) => [i % 4, film(i % 2)], false],
])("titles: %s", (_, header, row, isTitle) => {
  const { names, values, roles } = columnsOf(header, table(12, row));
  fillTitles(roles, values, names);
  expect(headerOf(names, roles)).toBe(isTitle ? `${header}=title` : header);
  expect(roles.has(-1)).toBe(false);
});

it("finds titles in front, and nothing in a table without columns", () => {
  const { names, values, roles } = columnsOf(
    "aa|i=item",
    table(12, (i) => [film(i), i % 4]),
  );
  fillTitles(roles, values, names);
  expect(headerOf(names, roles)).toBe("aa=title|i=item");
  const none = new Map<number, Role>();
  fillRatings(none, [], []);
  expect(none.size).toBe(0);
});
