import { expect, it } from "vitest";
import { withListedItems } from "../../src/dataset/columns/listCells.ts";
import { headOfText } from "../support/textTable.ts";

const linesOf = (rows: readonly string[][]) => rows.map((row) => row.join("|")).join(" / ");
const LISTS = ["Heat|Alien", "Alien|Big", "Heat|Big"];
const table = (names: string, rows: readonly string[]) => [names, ...rows, ""].join("\n");
const lists = (...cells: string[]) =>
  table(
    "user\titems",
    cells.map((cell, i) => `u${i}\t${cell}`),
  );

it.each<[string, string, string]>([
  ["bars", lists(...LISTS), "u0|Heat / u0|Alien / u1|Alien / u1|Big / u2|Heat / u2|Big"],
  ["semicolons", lists("a; b", "b ;c", "c;"), "u0|a / u0|b / u1|b / u1|c / u2|c"],
  ["commas", lists("a,b", "b,c", "c"), "u0|a / u0|b / u1|b / u1|c / u2|c"],
  ["spaces between ids", lists("501 502", " 502  503 ", "501"), "u0|501 / u0|502 / u1|502 / u1|503 / u2|501"],
  ["brackets", lists("[a, b]", "(b, c)", " {c, a} "), "u0|a / u0|b / u1|b / u1|c / u2|c / u2|a"],
  ["brackets within", lists("a (x), b [y", "b [y, z", "[c"), "u0|a (x) / u0|b [y / u1|b [y / u1|z / u2|[c"],
  [
    "quotes",
    lists(`['a, b', "it's"]`, `[ "it's" , 'c;d']`, "['a, b', 'c;d']"),
    "u0|a, b / u0|it's / u1|it's / u1|c;d / u2|a, b / u2|c;d",
  ],
  [
    "quotes within",
    lists("Singin' x, it's", "it's, b'c", "z"),
    "u0|Singin' x / u0|it's / u1|it's / u1|b'c / u2|z",
  ],
  ["one thing in quotes", lists("a,b", "b,c", "'c'"), "u0|a / u0|b / u1|b / u1|c / u2|'c'"],
])("things with %s between them are a row each", async (_, text, expected) => {
  const head = withListedItems(await headOfText(text));
  expect(linesOf(head.rows)).toBe(`user|item / ${expected}`);
  const read: string[][] = [];
  await head.read(
    (row, __, broken) => read.push(broken ? ["broken"] : [...row]),
    () => {},
  );
  expect(linesOf(read)).toBe(`user|item / ${expected}`);
});

it.each<[string, string, string]>([
  [
    "beside their things",
    table("user\titems\tratings", ["ann\ta|b\t5|4", "bob\tb|c\t3|NA", "cid\ta|c\t1|2"]),
    "ann|a|5 / ann|b|4 / bob|b|3 / bob|c|NA / cid|a|1 / cid|c|2",
  ],
  [
    "in front of all",
    table("ratings\titems\tuser", ["5|4\ta|b\tann", "3|2\tb|c\tbob", "1|2\ta|c\tcid"]),
    "ann|a|5 / ann|b|4 / bob|b|3 / bob|c|2 / cid|a|1 / cid|c|2",
  ],
])("ratings are listed %s", async (_, text, expected) => {
  expect(linesOf(withListedItems(await headOfText(text)).rows)).toBe(`user|item|rating / ${expected}`);
});

it("things may stand in front of who", async () => {
  const text = table("items\tuser", ["a|b\tann", "b|c\tbob", "a|c\tcid"]);
  expect(linesOf(withListedItems(await headOfText(text)).rows.slice(0, 3))).toBe("user|item / ann|a / ann|b");
});

it("a row that is broken is said to be", async () => {
  const head = await headOfText(lists(...LISTS));
  const broken = {
    ...head,
    read: async (take: Parameters<typeof head.read>[0]) => {
      take(["user", "items"], 1, false);
      take(["u0", "a|b"], 2, true);
      take(["u1", "b|c"], 3, false);
    },
  };
  const read: unknown[] = [];
  await withListedItems(broken).read(
    (...row) => read.push(row),
    () => {},
  );
  expect(read).toEqual([
    [["user", "item"], 0, false],
    [[], 2, true],
    [["u1", "b"], 3, false],
    [["u1", "c"], 3, false],
  ]);
});

it.each<[string, string]>([
  ["two rows", lists("a|b", "b|c")],
  ["no user", table("name\titems", ["x\ta|b", "y\tb|c", "z\ta|c"])],
  ["nothing that comes again", lists("a|b", "c|d", "e|f")],
  ["mostly single things", lists("a|b", "a|c", "a", "b", "c")],
  ["lists of three of five", lists("a|b", "a|c", "a|d", "b", "c")],
  ["words with spaces", lists("Big Fish", "Big Fish", "Fargo 2")],
  [
    "one user",
    table(
      "user\titems",
      LISTS.map((cell) => `ann\t${cell}`),
    ),
  ],
  [
    "other columns",
    table(
      "user\tgenres",
      LISTS.map((cell, i) => `u${i}\t${cell}`),
    ),
  ],
  ["fewer ratings than things", table("user\titems\tratings", ["a\ta|b\t5|4", "b\tb|c\t3", "c\ta|c\t1|2"])],
  ["words for ratings", table("user\titems\tratings", ["a\ta|b\t5|4", "b\tb|c\t3|qq", "c\ta|c\t1|2"])],
  ["lists of users", table("items\tuser list", ["x\ta|b", "y\tb|c", "z\ta|c"])],
])("%s: stays as it is", async (_, text) => {
  const head = await headOfText(text);
  expect(withListedItems(head)).toBe(head);
});
