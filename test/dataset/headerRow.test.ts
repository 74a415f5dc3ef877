import { describe, expect, it } from "vitest";
import { withOneHeader } from "../../src/dataset/columns/headerRow.ts";
import { fileSource } from "../../src/files/ByteSource.ts";
import { readTable } from "../../src/files/readTable.ts";
import { readHead, type TableHead } from "../../src/files/TableHead.ts";
import { headOf } from "../support/headOf.ts";

const inLine = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join("|")).join(" / ");

/** A table below two lines of remarks, which the format has left out. */
function belowRemarks(table: string): TableHead {
  const whole = headOf(`remark / remark / ${table}`);
  return { ...whole, skip: 2, rows: whole.rows.slice(2) };
}

/** The table with one header, as it is shown and as it is read; "as it is" where nothing is done. */
async function oneHeader(table: string): Promise<string> {
  const head = belowRemarks(table);
  const one = withOneHeader(head);
  if (one === head) return "as it is";
  expect(one).toMatchObject({ hasHeader: true, plain: undefined });
  const read: string[][] = [];
  await one.read(
    (row) => read.push([...row]),
    () => {},
  );
  expect(inLine(read.slice(one.skip))).toBe(inLine(one.rows));
  return inLine(one.rows);
}

const rowsOf = (count: number, row: string) => Array<string>(count).fill(row).join(" / ");
const MARKS = "5|4|3 / 4|3|5 / 3|5|4 / 1|2|3";
const FILMS = "Vertigo|1958|8 / Zodiac|2007|7 / Up|2009|9";

describe("a table is left as it is", () => {
  it.each<[string, string]>([
    ["of three rows", "x|y|z / user|item|rating / 1|2|3"],
    ["below its header", `Title|Year|Rating / ${FILMS}`],
    ["whose header has known names, above words", `user|item|z / a|b|c / ${MARKS}`],
    ["with a known name above its header", `1|2|3 / Title|of|these / Title|Year|Rating / ${FILMS}`],
    ["whose header is the ninth row", `${rowsOf(8, "x|y|z")} / Title|Year|Rating / ${FILMS}`],
    ["with numbers in its second row", `Q1|Q2|Q3 / a|4|b / ${MARKS}`],
    ["with none in its second row", `Q1|Q2|Q3 / a|n/a|b / ${MARKS}`],
    ["with nothing in its second row", `Q1|Q2|Q3 / | | / ${MARKS}`],
    ["with a single column of numbers", "Q1|Q2 / a|b / 5|x / 4|y / 3|z / 2|w"],
    ["of four rows, the last of numbers", "Q1|Q2|Q3 / a|b|c / d|e|f / 5|4|3"],
    ["with four rows of words", `Q1|Q2|Q3 / a|b|c / d|e|f / g|h|i / ${MARKS}`],
    ["with two rows of known names below others", `rating|k|l / user|item|z / user|item|w / ${MARKS}`],
    ["with a word below its header", "x|Heat|Up / foo|| / ann|5|4 / bob|3|2"],
    ["with a name and a number below its header", "x|Heat|Up / user||7 / ann|5|4 / bob|3|2"],
    ["of two columns with a name below the first", "x|Heat / user| / ann|5 / bob|3"],
    ["with a name below a shorter header", "x|Heat / user|| / ann|5|4 / bob|3|2"],
  ])("%s", async (_, table) => {
    expect(await oneHeader(table)).toBe("as it is");
  });

  it("where it is known to have a header", () => {
    const head = { ...headOf(`My films / Title|Year|Rating / ${FILMS}`), hasHeader: true };
    expect(withOneHeader(head)).toBe(head);
  });
});

describe("rows above a header", () => {
  it.each<[string, string, string]>([
    ["notes", `My films / Updated|2024 / Title|Year|Rating / ${FILMS}`, `Title|Year|Rating / ${FILMS}`],
    ["seven notes", `${rowsOf(7, "x|y|z")} / Title|Year|Rating / ${FILMS}`, `Title|Year|Rating / ${FILMS}`],
    [
      "rows of data that were sorted",
      `Alien|1979|9 / some|of|these / Emma|1996|6,5 / Title|Year|Rating / ${FILMS}`,
      `Title|Year|Rating / Alien|1979|9 / Emma|1996|6,5 / ${FILMS}`,
    ],
    [
      "rows with a word for a number, or of another length",
      `Alien|never|9 / Alien|1979|9| / Title|Year|Rating / ${FILMS}`,
      `Title|Year|Rating / ${FILMS}`,
    ],
    ["rows of words above words", "ann|Heat / user|item / bob|Up / cid|Ran", "user|item / bob|Up / cid|Ran"],
    [
      "rows above twenty of numbers",
      `a|9 / user|rating / ${rowsOf(20, "b|8")} / c|w`,
      `user|rating / a|9 / ${rowsOf(20, "b|8")} / c|w`,
    ],
    [
      "rows above nineteen of numbers",
      `a|9 / user|rating / ${rowsOf(19, "b|8")} / c|w`,
      `user|rating / ${rowsOf(19, "b|8")} / c|w`,
    ],
  ])("are left out if they are notes: %s", async (_, table, expected) => {
    expect(await oneHeader(table)).toBe(expected);
  });
});

describe("of several lines of a header", () => {
  it.each<[string, string, string]>([
    ["the first counts", `Q1|Q2|Q3 / a|b|c / ${MARKS}`, `Q1|Q2|Q3 / ${MARKS}`],
    ["the first of three counts", `Q1|Q2|Q3 / a|b|c / d|e|f / ${MARKS}`, `Q1|Q2|Q3 / ${MARKS}`],
    ["that of a known name counts", `Q1|Q2|Q3 / rating|b|c / ${MARKS}`, `rating|b|c / ${MARKS}`],
    ["that of two known names counts", `rating|k|l / user|item|z / ${MARKS}`, `user|item|z / ${MARKS}`],
    [
      "known names below them do not count",
      "rating|k|l|z / user|item|a|b / 5|4|user|item / 4|3|user|item / 5|3|user|item",
      "user|item|a|b / 5|4|user|item / 4|3|user|item / 5|3|user|item",
    ],
    ["blank ones count as words", `Q1|Q2|Q3 / a|| / ${MARKS}`, `Q1|Q2|Q3 / ${MARKS}`],
    [
      "columns without numbers may have numbers in them",
      "Q1|Q2|2020|1 / a|b|c|2 / 5|4|w| / 4|5|w| / 5|3|3| / 5|3|3| / 5|3|3|",
      "Q1|Q2|2020|1 / 5|4|w| / 4|5|w| / 5|3|3| / 5|3|3| / 5|3|3|",
    ],
    [
      "marks that were not given are none",
      "Q1|Q2 / a|b / 5|4 / n/a|3 / 4|n/a / 3|2 / 2|2",
      "Q1|Q2 / 5|4 / n/a|3 / 4|n/a / 3|2 / 2|2",
    ],
  ])("%s", async (_, table, expected) => {
    expect(await oneHeader(table)).toBe(expected);
  });
});

describe("headings over several names", () => {
  it.each<[string, string, string]>([
    ["are completed", `Name|These| / |Heat|Ran / ${MARKS}`, `Name|Heat|Ran / ${MARKS}`],
    [
      "are completed where spaces are blank",
      `Name|These |  /  |Heat|Ran / ${MARKS}`,
      `Name|Heat|Ran / ${MARKS}`,
    ],
    [
      "are completed by more names",
      `Name||These / |k|Heat|Ran / ${rowsOf(4, "5|4|3|2")}`,
      `Name|k|Heat|Ran / ${rowsOf(4, "5|4|3|2")}`,
    ],
    ["stand over nothing", `Q1||Q3 / a||c / ${MARKS}`, `Q1||Q3 / ${MARKS}`],
    ["have no gap", `Q1|Q2 / a|b|c / ${MARKS}`, `Q1|Q2 / ${MARKS}`],
    ["stand over one name twice", `Name|These| / |Heat|Heat / ${MARKS}`, `Name|These| / ${MARKS}`],
  ])("%s", async (_, table, expected) => {
    expect(await oneHeader(table)).toBe(expected);
  });
});

it.each<[string, string]>([
  ["x|Heat|Up / user|| / ann|5|4 / bob|3|2", "user|Heat|Up / ann|5|4 / bob|3|2"],
  ["x|Heat|Up / user| |  / ann|5|4 / bob|3|2", "user|Heat|Up / ann|5|4 / bob|3|2"],
])("below the header, pandas names what stands in front of the rows: %s", async (table, expected) => {
  expect(await oneHeader(table)).toBe(expected);
});

async function readBelowHeader(text: string): Promise<{ header: string[]; rows: string[][] }> {
  const head = withOneHeader(await readHead(fileSource(new File([text], "films.csv"))));
  const rows: string[][] = [];
  await readTable({ ...head, skip: head.skip + 1 }, false, (fields) => rows.push([...fields]));
  return { header: head.rows[0], rows };
}

it("keeps rows of data that sorting has put above the header, and leaves out notes", async () => {
  const sorted = await readBelowHeader(
    "Alien;1979;9/10\nEmma;1996;6,5/10\nTitle;Year;Rating\nVertigo;1958;8/10\nZodiac;2007;7/10\n",
  );
  expect(sorted.header).toEqual(["Title", "Year", "Rating"]);
  expect(sorted.rows.map(([title]) => title).sort()).toEqual(["Alien", "Emma", "Vertigo", "Zodiac"]);
  const noted = await readBelowHeader(
    "My films;;\nUpdated;2024;\nTitle;Year;Rating\nVertigo;1958;8/10\nZodiac;2007;7/10\nAlien;1979;9/10\n",
  );
  expect(noted.rows.map(([title]) => title)).toEqual(["Vertigo", "Zodiac", "Alien"]);
});
