import { expect, it } from "vitest";
import { assumedOf } from "../../src/dataset/columns/assumedOf.ts";
import type { Column, Role, TableForm } from "../../src/dataset/columns/TableForm.ts";
import type { TableHead } from "../../src/files/TableHead.ts";
import { headOf } from "../support/headOf.ts";

/** What is said of a table whose columns are called "name", or "name=role". */
function saidOf(header: string, rows: string, form: Partial<TableForm> = {}, head: Partial<TableHead> = {}) {
  const columns = header.split("|").map((column): Column => {
    const [name, role = "unused"] = column.split("=");
    return { name, role: role as Role };
  });
  const { hasHeader = true } = form;
  const names = columns.map(({ name }) => name).join("|");
  const table = headOf(hasHeader ? `${names} / ${rows}` : rows);
  const all = assumedOf({
    head: { ...table, ...head },
    form: { kind: "ratings", hasHeader, columns, ...form },
  });
  return all.map(({ sentence }) => sentence);
}

const KNOWN = "user=user|movie=item|rating=rating";
const ROWS = "ann|Heat|4 / bob|Ran|5";
const LIKES = "table.csv has no column of ratings, so each row counts as a like; not used:";

it.each<[string, string, string, string[]]>([
  ["what is called as it is known", KNOWN, ROWS, []],
  ["other users", "aa=user|movie=item|rating=rating", ROWS, ['"aa" in table.csv is read as who rated.']],
  ["other items", "user=user|bb=item|rating=rating", ROWS, ['"bb" in table.csv is read as what was rated.']],
  [
    "both",
    "aa=user|bb=item|rating=rating",
    ROWS,
    ['"aa" in table.csv is read as who rated, and "bb" as what.'],
  ],
  [
    "sides that are called the other way round",
    "movie=user|user=item|rating=rating",
    ROWS,
    ['"movie" in table.csv is read as who rated, and "user" as what.'],
  ],
  [
    "ids of a letter",
    "pid=user|movie=item|rating=rating",
    ROWS,
    ['"pid" in table.csv is read as who rated.'],
  ],
  ["titles as items", "user=user|title=item|rating=rating", ROWS, []],
  ["IMDb's numbers as items", "user=user|imdbId=item|rating=rating", ROWS, []],
  ["TMDb's numbers as items", "user=user|tmdbId=item|rating=rating", ROWS, []],
  ["no users", "movie=item|rating=rating", "Heat|4 / Ran|5", []],
  ["no items", "user=user|rating=rating", "ann|4 / bob|5", []],
  ["other ratings", "user=user|movie=item|cc=rating", ROWS, ['"cc" in table.csv is read as the rating.']],
  ["no ratings, and nothing else", "user=user|movie=item", "ann|Heat / bob|Ran", []],
  ["no ratings", "user=user|movie=item|a", ROWS, [`${LIKES} "a".`]],
  [
    "no ratings and four others",
    "user=user|movie=item|a|b|c|d",
    "ann|Heat|1|2|3|4 / bob|Ran|1|2|3|4",
    [`${LIKES} "a", "b", "c", "d".`],
  ],
  [
    "no ratings and five others",
    "user=user|movie=item|a|b|c|d|e",
    "ann|Heat|1|2|3|4|5 / bob|Ran|1|2|3|4|5",
    [`${LIKES} "a", "b", "c", "d", ….`],
  ],
  [
    "words",
    KNOWN,
    "ann|Heat|good / bob|Ran|bad / bob|Big|n/a / ann|Big|great",
    ['The words of "rating" in table.csv are read as points out of 5: bad 2, good 4, great 5.'],
  ],
  [
    "signs",
    KNOWN,
    "ann|Heat|+ / bob|Ran|- / bob|Big|+",
    ['The signs of "rating" in table.csv are read as points out of 5: 2 for "-", 4 for "+".'],
  ],
  ["one word", KNOWN, "ann|Heat|good / bob|Ran|good", []],
])("of what is not plain, it is said: %s", (_, header, rows, said) => {
  expect(saidOf(header, rows)).toEqual(said);
});

it("says nothing of columns without a header", () => {
  const form = { hasHeader: false };
  expect(saidOf("column 1=user|column 2=item|column 3=rating", ROWS, form)).toEqual([]);
  expect(saidOf("column 1=user|column 2=item|column 3", ROWS, form)).toEqual([]);
  // The first row is read, too.
  const words = saidOf("a=user|b=item|c=rating", "ann|Heat|good / bob|Ran|bad / ann|Big|great", form);
  expect(words[0]).toContain("bad 2, good 4, great 5");
});

it("says how events and counts are read", () => {
  const rows = "ann|Heat|good / bob|Ran|bad / ann|Big|great";
  const [event] = assumedOf({
    head: headOf("user|movie|event / ann|Heat|view"),
    form: {
      kind: "ratings",
      hasHeader: true,
      ratings: "events",
      columns: (["user", "item", "rating"] as const).map((role) => ({ name: role, role })),
    },
  });
  expect(event).toEqual({
    sentence:
      'Each row of table.csv counts as a like, unless something was skipped or taken back. "rating" says how much: 1 for a view, 2 for a cart or a wish, 3 for a purchase.',
    instead: { label: "Only count purchases", choices: { likedFrom: 3 } },
  });
  expect(saidOf("user=user|movie=item|cc=rating", rows, { ratings: "events" })).toHaveLength(1);
  expect(saidOf("user=user|movie=item|cc=rating", ROWS, { ratings: "counts" })).toEqual([
    '"cc" in table.csv is read as how much somebody wanted it; the upper half counts as liked.',
  ]);
});

it.each<[Partial<TableHead>, string[]]>([
  [{ isOfGrades: true }, ["The grades in table.csv are reversed: 1 is the best."]],
  [
    { format: "comma-separated matrix, users in rows" },
    ["table.csv was read as a comma-separated matrix, users in rows."],
  ],
  [{ format: "Excel matrix, items in rows" }, ["table.csv was read as an Excel matrix, items in rows."]],
  [
    { format: "OpenDocument matrix, items in rows" },
    ["table.csv was read as an OpenDocument matrix, items in rows."],
  ],
  [{ format: "JSON, Excel matrix" }, ["table.csv was read as a JSON, Excel matrix."]],
])("says how the table lies: %j", (head, said) => {
  expect(saidOf(KNOWN, ROWS, {}, head)).toEqual(said);
});

it("does not ask whose names the columns of a matrix are", () => {
  const head = { format: "comma-separated matrix, users in rows" };
  expect(saidOf("aa=user|bb=item|rating=rating", ROWS, {}, head)).toHaveLength(1);
});
