import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { DataFile } from "../../src/files/ByteSource.ts";
import { openFiles } from "../../src/files/openFiles.ts";
import { readTable } from "../../src/files/readTable.ts";
import { readHead } from "../../src/files/TableHead.ts";

const SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet";
const ods = (tables: string, mimetype = SPREADSHEET) =>
  new File(
    [
      zipSync({
        mimetype: strToU8(mimetype),
        "content.xml": strToU8(`<office:body>${tables}</office:body>`),
      }),
    ],
    "a.ods",
  ) as DataFile;
const cell = (text: string, attributes = "") =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
const row = (cells: string, attributes = "") => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const table = (rows: string, name = "") =>
  `<table:table${name === "" ? "" : ` table:name="${name}"`}>${rows}</table:table>`;
const TWO = row(cell("a") + cell("b")) + row(cell("1") + cell("2"));

async function read(file: DataFile): Promise<string[]> {
  const sources = await openFiles([file]);
  return Promise.all(
    sources.map(async (source) => {
      const rows: string[] = [];
      const head = await readHead(source);
      expect([head.format, head.hasHeader]).toEqual(["OpenDocument spreadsheet", null]);
      await readTable(head, false, (fields) => void rows.push(fields.join("|")));
      return `${source.name}: ${rows.join(" / ")}`;
    }),
  );
}

it.each<[string, string, string[]]>([
  ["one sheet", table(TWO), ["a.ods: a|b / 1|2"]],
  [
    "two sheets",
    table(TWO, "x") + table(TWO.replace("1", "7"), "y"),
    ["a.ods, sheet 1: a|b / 1|2", "a.ods, sheet 2: a|b / 7|2"],
  ],
  ["a sheet with one row and another", table(row(cell("Notes"))) + table(TWO), ["a.ods: a|b / 1|2"]],
  [
    "a sheet of blank rows and another",
    table(row(cell("Notes")) + row("<table:table-cell/>")) + table(TWO),
    ["a.ods: a|b / 1|2"],
  ],
  [
    "text in parts",
    table(
      row(
        cell('<text:span text:style-name="x">a</text:span>b<text:a xlink:href="u">c</text:a>') + cell("d"),
      ) + row(cell("1<text:line-break/>2<text:tab/>3") + cell('4<text:s text:c="2"/>5')),
    ),
    ["a.ods: abc|d / 1 2 3|4 5"],
  ],
  [
    "blank cells and rows between",
    table(
      row(`${cell("a")}<table:table-cell table:number-columns-repeated="2"/>${cell("b")}`) +
        row("<table:table-cell/>", 'table:number-rows-repeated="1000000"') +
        row(cell("1") + cell(" ") + cell("2") + cell("3")),
    ),
    ["a.ods: a|||b / 1| |2|3"],
  ],
  [
    "repetitions that are no numbers",
    table(
      row(cell("a") + cell("b", 'table:number-columns-repeated="x"')) +
        row(cell("1") + cell("2", 'table:number-columns-repeated="0"')),
    ),
    ["a.ods: a|b / 1|2"],
  ],
  [
    "values that are missing",
    table(
      TWO +
        row(cell("x", 'office:value-type="date"') + cell("y", 'office:value-type="boolean"') + cell("z")) +
        row(cell("w", 'office:value-type="float"') + cell("q")),
    ),
    ["a.ods: a|b| / 1|2| / ||z / |q|"],
  ],
  ["a title above", table(row(cell("My ratings")) + TWO), ["a.ods: a|b / 1|2"]],
])("%s", async (_, tables, expected) => {
  expect(await read(ods(tables))).toEqual(expected);
});

describe("as wide as a sheet may be", () => {
  const wide = (times: number) =>
    table(
      row(cell("a") + cell("b")) + row(cell("1") + cell("2", `table:number-columns-repeated="${times}"`)),
    );

  it("16,384 columns are read, and a repetition beyond is left out", async () => {
    const [at] = await read(ods(wide(2 ** 14 - 1)));
    expect(at.split("|").length).toBeGreaterThan(2 ** 14);
    expect(await read(ods(wide(2 ** 14)))).toEqual(["a.ods: a|b / 1|"]);
  });

  it("blank cells before the last count as well", async () => {
    const rows = (times: number) =>
      table(TWO + row(`<table:table-cell table:number-columns-repeated="${times}"/>${cell("x")}`));
    expect((await read(ods(rows(2 ** 14 - 1))))[0]).toMatch(/\|x$/);
    expect((await read(ods(rows(2 ** 14))))[0]).toMatch(/1\|2$/);
  });
});

it.each<[string, DataFile, string]>([
  [
    "a text",
    ods(table(TWO), "application/vnd.oasis.opendocument.text"),
    "a.ods is an OpenDocument text. Save its table as CSV UTF-8.",
  ],
  [
    "what is no XML",
    ods("<x>"),
    "a.ods is an OpenDocument spreadsheet that can't be read. Save it without a password, or its sheet as CSV UTF-8.",
  ],
  [
    "no table",
    ods(table(row(cell("a")))),
    "a.ods is an OpenDocument spreadsheet without a table. Open the one that holds the ratings.",
  ],
])("%s is refused", async (_, file, message) => {
  const [source] = await openFiles([file]);
  await expect(readHead(source)).rejects.toThrow(message);
});

it("has its table below a title, which is none of it", async () => {
  const [source] = await openFiles([ods(table(row(cell("My ratings")) + TWO))]);
  const { skip, rows } = await readHead(source);
  expect([skip, rows]).toEqual([
    1,
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ]);
});
