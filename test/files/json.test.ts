import { describe, expect, it } from "vitest";
import { readTable } from "../../src/files/readTable.ts";
import { headOfText, textTable } from "../support/textTable.ts";

it.each<[string, string, string]>([
  ["a list", '[{"user":1,"item":"a"},{"user":2,"item":"b"}]', "JSON: user|item / 1|a / 2|b"],
  ["a list with spaces and a mark", '\ufeff [\n {"user":1},\n {"item":"b"} ]', "JSON: user|item / 1| / |b"],
  ["an object a line", '{"user":1,"item":"a"}\n{"user":2,"item":"b"}\n', "JSON lines: user|item / 1|a / 2|b"],
  [
    "an object a line, as old Macs ended them",
    '{"user":1,"item":"a"}\r{"user":2,"item":"b"}\r',
    "JSON lines: user|item / 1|a / 2|b",
  ],
  [
    "objects of several lines",
    '{"user":1,\n"item":"a"}\n\n{"user":2,\n"item":"b"}',
    "JSON lines: user|item / 1|a / 2|b",
  ],
  [
    "objects with lists in them",
    '{"id":7,"ratings":[{"item":"a","rating":1},{"item":"b","rating":2}]}\n{"id":8,"ratings":[{"item":"a","rating":3}]}',
    "JSON lines: item|rating|user / a|1|7 / b|2|7 / a|3|8",
  ],
  ["one object", '{"ratings":[\n{"user":1,"item":2},\n{"user":2,"item":3}]}', "JSON: user|item / 1|2 / 2|3"],
  ["lists", "[[1,2],[3,4]]", "JSON: 1|2 / 3|4"],
  [
    "Python's dictionaries",
    "{'user': 1, 'item': 'a'}\n{'user': 2, 'item': None}\n",
    "JSON lines: user|item / 1|a / 2|",
  ],
  [
    "Python's dictionaries of older days",
    "{u'user': [u'a', u'b'], u'item': [u'x', u'y']}",
    "JSON: user|item / a|x / b|y",
  ],
  [
    "a line of text an object",
    '"{\\"user\\":1,\\"item\\":2}"\n"{\\"user\\":3,\\"item\\":4}"\n',
    "JSON: user|item / 1|2 / 3|4",
  ],
  ["remarks above", '# mine\n[{"user":1,"item":2}]', "JSON: user|item / 1|2"],
  ["rows in brackets, a line each", "[1, 2]\n[3, 4]\n[5, 6]\n", "comma-separated: 1|2 / 3|4 / 5|6"],
  ["letters beyond ASCII", '[{"title":"Amélie","rating":5}]', "JSON: title|rating / Amélie|5"],
])("JSON of %s", async (_, text, expected) => {
  const told = await textTable(text, "a.json").catch(async () => {
    // Lists have no names.
    const head = await headOfText(text, "a.json");
    return `${head.format}: ${head.rows.map((row) => row.join("|")).join(" / ")}`;
  });
  expect(told).toBe(expected);
});

const INVALID = "a.json isn't valid JSON. The file may be incomplete; download it again.";
const NO_LIST =
  "a.json is JSON, but not a list of ratings. Expected one object a rating, with user, item and rating.";
it.each<[string, string, string]>([
  ["a list that is cut off", '[{"user":1,"item":2},{"user":2', INVALID],
  ["a list without an object", '[{"user"', INVALID],
  ["an object that is cut off", '{"ratings": [1, 2', INVALID],
  ["a message", '{"name": "x"}', NO_LIST],
  ["an empty list", "[]", NO_LIST],
  ["lines of text of which one is damaged", '"{\\"user\\":1}"\n"{\\"user\\":"\n', INVALID],
  ["lines of text of which one is a number", '"{\\"user\\":1}"\n7\n', INVALID],
])("JSON of %s is refused", async (_, text, message) => {
  expect(await textTable(text, "a.json")).toBe(message);
});

describe("a list with a damaged object", () => {
  it("is read but for this one, which is called broken", async () => {
    const head = await headOfText('[{"user":1,"item":"a"},{"user":},{"user":3,"item":"c"}]', "a.json");
    const rows: unknown[] = [];
    await readTable(head, true, (fields, line, broken) => void rows.push([fields.join("|"), line, broken]));
    expect(rows).toEqual([
      ["1|a", 1, false],
      ["", 2, true],
      ["3|c", 3, false],
    ]);
  });
});

it("lists have no names, and all of their rows are read", async () => {
  const head = await headOfText("[[1,2],[3,4]]", "a.json");
  expect(head.hasHeader).toBeNull();
  const rows: unknown[] = [];
  await readTable(head, false, (fields, line) => void rows.push([...fields, line]));
  expect(rows).toEqual([
    ["1", "2", 1],
    ["3", "4", 2],
  ]);
});
