import { describe, expect, it } from "vitest";
import { headOfText, textTable } from "../support/textTable.ts";

const many = (rows: string[], times: number) => `${rows.join("\n")}\n`.repeat(times);

describe("rows of several kinds", () => {
  const refusal = (names: string) =>
    `notes.txt holds rows of several kinds (${names}), each with columns of its own. Save the ratings as a table, one a line.`;

  it.each<[string, string, string]>([
    ["each as long as its others", many(["U,1,a", "V,1,2,3", "V,4,5,6"], 4), refusal("U, V")],
    [
      "eight of them",
      many(["A,1", ..."BCDEFGH".split("").map((kind) => `${kind},1,2`)], 2),
      refusal("A, B, C, D, E, F, G, H"),
    ],
    ["with a space in front", many([" U,1,a", "V,1,2,3", "V,4,5,6"], 4), refusal("U, V")],
  ])("%s", async (_, text, expected) => {
    expect(await textTable(text)).toBe(expected);
  });

  it.each<[string, string]>([
    ["too few rows", `${many(["U,1,a", "V,1,2,3", "V,4,5,6"], 3)}V,7,8,9\nV,7,8,9\n`],
    ["nine kinds", many(["A,1", ..."BCDEFGHI".split("").map((kind) => `${kind},1,2`)], 2)],
    ["one kind", many(["U,1,2"], 12)],
    ["all as long", many(["U,1,2", "V,3,4"], 6)],
    ["of one kind some longer", many(["U,1,a", "U,2,b", "U,3,c", "U,1,2,3", "V,3"], 3)],
    ["numbers in front", many(["1,1,a", "2,1,2,3", "2,4,5,6"], 4)],
  ])("are a table with %s", async (_, text) => {
    expect(await textTable(text)).toMatch(/^comma-separated: /);
  });
});

it.each<[string, string, string]>([
  [
    "labels",
    "user: 1, item: a b \nuser: 3, item: 4\nuser: 5, item: 6\n",
    "comma-separated: user|item / 1|a b / 3|4 / 5|6",
  ],
  [
    "labels with equals signs",
    "user = 1;item = 2\nuser = 3;item = 4\nuser = 5;item = 6\n",
    "semicolon-separated: user|item / 1|2 / 3|4 / 5|6",
  ],
  [
    "labels in two rows",
    "user: 1, item: 2\nuser: 3, item: 4\n",
    "comma-separated: user: 1| item: 2 / user: 3| item: 4",
  ],
  [
    "a label twice",
    "user: 1, user: 2\nuser: 3, user: 4\nuser: 5, user: 6\n",
    "comma-separated: user: 1| user: 2 / user: 3| user: 4 / user: 5| user: 6",
  ],
  [
    "one label",
    "user: 1, 2\nuser: 3, 4\nuser: 5, 6\n",
    "comma-separated: user: 1| 2 / user: 3| 4 / user: 5| 6",
  ],
  [
    "another label in a row",
    "user: 1, item: 2\nuser: 3, film: 4\nuser: 5, item: 6\n",
    "comma-separated: user: 1| item: 2 / user: 3| film: 4 / user: 5| item: 6",
  ],
  [
    "a row with a label more",
    "user: 1, item: 2\nuser: 3, item: 4, at: 5\nuser: 5, item: 6\nuser: 5, item: 6\n",
    "comma-separated: user: 1| item: 2 / user: 3| item: 4| at: 5 / user: 5| item: 6 / user: 5| item: 6",
  ],
  [
    "a row without its first label",
    "user: 1, item: 2\n3, item: 4\nuser: 5, item: 6\n",
    "comma-separated: user: 1| item: 2 / 3| item: 4 / user: 5| item: 6",
  ],
  ["two calls", "R(user=1, item=2)\nR(user=3, item=4)\n", "comma-separated: user=1|item=2 / user=3|item=4"],
  [
    "calls with spaces behind",
    "R(user=1, item=2) \nR(user=3, item=4)\t\nR(user=5, item=6)\n",
    "comma-separated: user|item / 1|2 / 3|4 / 5|6",
  ],
  [
    "calls with brackets in them",
    "R(user=1, item=a (b) c)\nR(user=3, item=4)\nR(user=5, item=6)\n",
    "comma-separated: user|item / 1|a (b) c / 3|4 / 5|6",
  ],
  [
    "calls of which one goes on",
    "R(user=1, item=2)\nR(user=3, item=4) x\nR(user=5, item=6)\n",
    "comma-separated: R(user=1| item=2) / R(user=3| item=4) x / R(user=5| item=6)",
  ],
])("%s", async (_, text, expected) => {
  expect(await textTable(text)).toBe(expected);
});

it.each<[string, string, string]>([
  ["numbered rows in order", "user,item\n1,ann,7\n2,bob,8\n", "|user|item / 1|ann|7 / 2|bob|8"],
  ["numbers out of order", "user,item\n2,ann,7\n1,bob,8\n", "user|item / 2|ann|7 / 1|bob|8"],
  ["a number twice", "user,item\n1,ann,7\n1,bob,8\n", "user|item / 1|ann|7 / 1|bob|8"],
  [
    "a row that is no longer",
    "user,item\n1,ann,7\n2,bob\n3,cid,9\n4,eve,9\n",
    "user|item / 1|ann|7 / 2|bob / 3|cid|9 / 4|eve|9",
  ],
  ["delimiters behind", "user,item\n1,ann,\n2,bob, \n", "user|item / 1|ann| / 2|bob| "],
  ["delimiters behind some rows", "user,item\n1,ann,\n2,bob,8\n", "|user|item / 1|ann| / 2|bob|8"],
  ["a row without a number", "user,item\n ,ann,7\n2,bob,8\n", "user|item /  |ann|7 / 2|bob|8"],
])("the beginning of %s", async (_, text, expected) => {
  const { rows } = await headOfText(text);
  expect(rows.map((row) => row.join("|")).join(" / ")).toBe(expected);
});

const TABLE = "user,item\n1,2\n3,4\n";
it.each<[string, string, number]>([
  ["none", TABLE, 0],
  ["one", `My ratings\n${TABLE}`, 1],
  ["a blank cell beside it", `My ratings, \n${TABLE}`, 1],
  ["five", `${"a\n".repeat(5)}${TABLE}${"5,6\n".repeat(5)}`, 5],
  ["six", `${"a\n".repeat(6)}${TABLE}${"5,6\n".repeat(6)}`, 5],
  ["one above two rows", "My ratings\nuser,item\n1,2\n", 1],
  ["rows of which most have one value", "My ratings,\nuser,item\n1,\n2,\n3,\n", 0],
  [
    "one above 10 columns, among narrower rows",
    "a\nb,c\n1,2,3,4,5,6,7,8,9,10\n1,2,3,4,5,6,7,8,9,10\n1,2,3,4,5,6,7,8,9,10\n",
    1,
  ],
])("titles above: %s", async (_, text, above) => {
  expect((await headOfText(text)).skip).toBe(above);
});

it.each<[string, string, boolean]>([
  ["lines", TABLE, true],
  ["lines as Windows ends them", TABLE.replaceAll("\n", "\r\n"), true],
  ["lines as old Macs ended them", TABLE.replaceAll("\n", "\r"), false],
  ["one line", "user,item", false],
  ["a quote", `${TABLE}"5",6\n`, false],
  ["two signs between the fields", "1::2\n3::4\n", false],
  ["a sign beyond ASCII between them", "a¦b¦c\n1¦2¦3\n4¦5¦6\n", false],
  ["spaces between them", "1 2 3\n4 5 6\n", false],
  ["a title above", `My ratings\n${TABLE}`, false],
  ["a remark above", `# mine\n${TABLE}`, false],
  ["a space in front", ` ${TABLE}`, false],
  ["spaces within", "user name,item\nann smith,2\nbob,4\n", true],
  ["brackets", "(1, 2)\n(3, 4)\n(5, 6)\n", false],
  ["remarks behind", "a,b\n1,2 # x\n3,4 # x\n5,6 # x\n", false],
  ["lines between the rows", "|a|b|\n|---|---|\n|1|2|\n|3|4|\n", false],
  ["letters beyond ASCII", "user,item\nann,Amélie\n", true],
])("can be scanned, or cannot: %s", async (_, text, isPlain) => {
  const { plain } = await headOfText(text);
  expect(plain !== undefined).toBe(isPlain);
  if (plain) expect(plain.dialect.delimiter).toBe(",");
});

it("is scanned in the encoding that it was found in, but for UTF-16", async () => {
  const wide = new Uint8Array(Buffer.from(`\ufeff${TABLE}`, "utf16le"));
  expect((await headOfText(wide)).plain).toBeUndefined();
  const western = await headOfText(new Uint8Array(Buffer.from("user,item\nann,Amélie\n", "latin1")));
  expect(western.plain).toMatchObject({ encoding: "Latin-1", source: { name: "notes.txt" } });
});

it.each<[string, string, string]>([
  ["a declared sign", "sep=;\nuser;item\n1;2,5\n3;4,5\n", "semicolon-separated: user|item / 1|2,5 / 3|4,5"],
  [
    "a declared sign and quotes",
    'sep=;\nuser;item\n1;"a;b"\n3;"c"\n',
    "semicolon-separated: user|item / 1|a;b / 3|c",
  ],
  [
    "declared double colons",
    "sep=::\nuser::item\n1::2\n3::4\n",
    "separated by double colons: user|item / 1|2 / 3|4",
  ],
  [
    "single quotes",
    "'user', 'item'\n'1', 'a, b'\n'2', 'c'\n".replaceAll(", '", ",'"),
    "comma-separated: user|item / 1|a, b / 2|c",
  ],
  [
    "an apostrophe in front of a title",
    "user,item\n1,'Til Dawn\n2,Heat\n3,'Til\n",
    "comma-separated: user|item / 1|'Til Dawn / 2|Heat / 3|'Til",
  ],
  [
    "apostrophes in front of all titles",
    "1,'Til Dawn\n2,'Twas\n3,'Til\n",
    "comma-separated: 1|'Til Dawn / 2|'Twas / 3|'Til",
  ],
  ["apostrophes behind all", "ann',1\nbob',2\ncid',3\n", "comma-separated: ann'|1 / bob'|2 / cid'|3"],
  ["one row in brackets", "(1, 2)\n", "comma-separated: (1| 2)"],
  ["a row that is in none", "(1, 2)\n3, 4\n(5, 6)\n", "comma-separated: (1| 2) / 3| 4 / (5| 6)"],
  ["spaces around brackets", " (1, 2) ,\n ( 3, 4 ) ,\n((5, 6)),\n", "comma-separated: 1|2| / 3|4| / 5|6|"],
  ["brackets and semicolons", "(1, 2) ;\n(3, 4) ;\n(5, 6).\n", "comma-separated: 1|2 / 3|4 / 5|6"],
  [
    "brackets in quotes",
    "('(ann)', 'a (b)')\n('bob', '[c]')\n('x.', 'y; ')\n",
    "comma-separated: (ann)|a (b) / bob|[c] / x.|y; ",
  ],
  [
    "brackets within cells without quotes",
    "(1, a (b))\n(2, [c])\n(3, d)\n",
    "comma-separated: 1|a (b / 2|c / 3|d",
  ],
  [
    "facts of two names",
    "rated(u1, f1).\nseen(u2, f2).\n",
    "comma-separated: rated(u1| f1). / seen(u2| f2).",
  ],
  ["wrapped rows", '"user;item"\n"ann;a"\n"bob;b"\n', "semicolon-separated: user|item / ann|a / bob|b"],
  ["bytes in one row", "user,item\nb'ann',1\n", "comma-separated: user|item / b'ann'|1"],
  [
    "bytes in one row of two",
    "user,item\nb'ann',1\nbob,2\n",
    "comma-separated: user|item / b'ann'|1 / bob|2",
  ],
  ["bytes in a column", "user,item\nb'ann',1\nb\"bo'b\",2\n", "comma-separated: user|item / ann|1 / bo'b|2"],
  [
    "bytes that go on",
    "user,item\nb'ann'x,1\nb'bob',2\n",
    "comma-separated: user|item / b'ann'x|1 / b'bob'|2",
  ],
])("%s", async (_, text, expected) => {
  expect(await textTable(text)).toBe(expected);
});

it.each<[string, string, string]>([
  [
    "lines of a grid",
    "+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n| - | 3 |\n+---+---+\n",
    "bar-separated: | a | b | / | 1 | 2 | / | - | 3 | ",
  ],
  [
    "lines of Markdown",
    "| a | b |\n|:---|---:|\n| 1 | 2 |\n| 3 |  |\n",
    "bar-separated: | a | b | / | 1 | 2 | / | 3 |  | ",
  ],
  ["the end of a list", "(1, 2),\n(3, 4),\n]\n", "comma-separated: 1|2| / 3|4|"],
  [
    "rows of dashes in between",
    "| a | b |\n|---|---|\n| -- x | 1 |\n| 2 | x -- |\n| - | - |\n| ] x | 3 |\n",
    "bar-separated: | a | b | / | -- x | 1 | / | 2 | x -- | / | - | - | / | ] x | 3 | ",
  ],
])("without %s", async (_, text, expected) => {
  expect((await textTable(text)).trim()).toBe(expected.trim());
});
