import { expect, it } from "vitest";
import { readTable } from "../../src/files/readTable.ts";
import { headOfText, textTable } from "../support/textTable.ts";

it.each<[string, string, string]>([
  [
    "a row in quotes, with quotes in it",
    '"1;""Heat"";4"\n"2;""Jaws; a fish"";5"\n"3;Big;4"\n',
    "semicolon-separated: 1|Heat|4 / 2|Jaws; a fish|5 / 3|Big|4",
  ],
  [
    "a row in quotes, its first and last field too",
    '"""1"";""Heat"""\n"""2"";""Jaws"""\n',
    "semicolon-separated: 1|Heat / 2|Jaws",
  ],
  ["one row in quotes", '"user;item"\n', 'semicolon-separated: "user|item"'],
  [
    "fields in quotes that double colons part",
    '"Heat"::"a"\n"Jaws"::"b"\n',
    'separated by double colons: "Heat"|"a" / "Jaws"|"b"',
  ],
  ["first fields in quotes", '"Heat"::1\n"Jaws"::2\n', 'separated by double colons: "Heat"|1 / "Jaws"|2'],
  ["last fields in quotes", '1::"Heat"\n2::"Jaws"\n', 'separated by double colons: 1|"Heat" / 2|"Jaws"'],
  ["some rows in quotes", '"1::2"\n3::4\n5::6\n', 'separated by double colons: "1|2" / 3|4 / 5|6'],
  ["quotes that belong to the fields", '"""a","b"""\n"""c","d"""\n', 'comma-separated: "a|b" / "c|d"'],
  [
    "a row among those in brackets that is called something",
    "(1, 2)\nx(3, 4)\n(5, 6)\n",
    "comma-separated: (1| 2) / x(3| 4) / (5| 6)",
  ],
  ["brackets, and a blank field behind", "(1, 2), \n(3, 4), \n", "comma-separated: 1|2| / 3|4|"],
  ["fields in single quotes", "'1','a, b'\n'2','c'\n'3','d'\n", "comma-separated: 1|a, b / 2|c / 3|d"],
  ["a title in single quotes", "1,'Heat'\n2,Jaws\n3,Big\n", "comma-separated: 1|'Heat' / 2|Jaws / 3|Big"],
  [
    "a title in single quotes among others that end in one",
    "1,'Heat'\n2,Jaws'\n3,Big'\n",
    "comma-separated: 1|'Heat' / 2|Jaws' / 3|Big'",
  ],
  [
    "single quotes with which rows would be of different length",
    "'1','a, b',2\n'2','c',d\n'3','e',f\n'4','g',h\n",
    "comma-separated: 1|a, b|2 / 2|c|d / 3|e|f / 4|g|h",
  ],
  [
    "a label more in a row",
    "user: 1, item: 2\nuser: 3, item: 4, 5\nuser: 5, item: 6\nuser: 7, item: 8\n",
    "comma-separated: user: 1| item: 2 / user: 3| item: 4| 5 / user: 5| item: 6 / user: 7| item: 8",
  ],
  [
    "a label fewer in a row",
    "user: 1, item: 2\nuser: 3\nuser: 5, item: 6\nuser: 7, item: 8\n",
    "comma-separated: user: 1| item: 2 / user: 3 / user: 5| item: 6 / user: 7| item: 8",
  ],
  ["lines between rows, and nothing else", "|---|---|\n|--|--|\n", "no table"],
])("%s", async (_, text, expected) => {
  expect(await textTable(text)).toBe(expected);
});

it("leaves a row without labels as it is, far below others that have them", async () => {
  const head = await headOfText(`${"user: 1, item: 2\n".repeat(1100)}odd,7\n`);
  expect(head.hasHeader).toBe(true);
  let last: string[] = [];
  let rows = 0;
  await readTable(head, true, (fields) => {
    last = fields;
    rows++;
  });
  expect([rows, ...last]).toEqual([1101, "odd", "7"]);
});

it("has no title above two rows of which one is short", async () => {
  expect((await headOfText("My ratings,\nuser,item\n")).skip).toBe(0);
});
