import { strToU8, zipSync } from "fflate";
import { expect, it } from "vitest";
import type { DataFile } from "../../src/files/ByteSource.ts";
import { openFiles } from "../../src/files/openFiles.ts";
import { readTable } from "../../src/files/readTable.ts";
import { readHead } from "../../src/files/TableHead.ts";
import { sheetPaths } from "../../src/files/xml/sheets.ts";

const book = (parts: Record<string, string>) => {
  const all = Object.entries({ "[Content_Types].xml": "<Types/>", ...parts });
  return new File(
    [zipSync(Object.fromEntries(all.map(([path, text]) => [path, strToU8(text)])))],
    "a.xlsx",
  ) as DataFile;
};
const sheet = (...rows: string[]) =>
  `<worksheet><sheetData>${rows.map((row) => `<row>${row}</row>`).join("")}</sheetData></worksheet>`;
const TWO = sheet("<c><v>7</v></c><c><v>8</v></c>", "<c><v>1</v></c><c><v>2</v></c>");

async function read(file: DataFile): Promise<string[]> {
  return Promise.all(
    (await openFiles([file])).map(async (source) => {
      const head = await readHead(source);
      const rows: string[] = [];
      await readTable(head, false, (fields) => void rows.push(fields.join("|")));
      return `${source.name}, ${head.format}: ${rows.join(" / ")}`;
    }),
  );
}

it.each<[string, Record<string, string>, string]>([
  [
    "a Word document",
    { "word/document.xml": "<w/>" },
    "a Word document. Save the sheet of ratings as CSV UTF-8.",
  ],
  [
    "a presentation",
    { "ppt/presentation.xml": "<p/>", "docProps/app.xml": "<x/>" },
    "a PowerPoint presentation. Save the sheet of ratings as CSV UTF-8.",
  ],
  [
    "a binary workbook",
    { "xl/workbook.bin": "x" },
    "a binary Excel workbook (.xlsb). Save the sheet of ratings as CSV UTF-8.",
  ],
  [
    "a workbook of charts",
    { "xl/workbook.xml": "<x/>" },
    "an Excel workbook without a sheet. Save the sheet of ratings as CSV UTF-8.",
  ],
  [
    "something else",
    { "visio/document.xml": "<x/>" },
    "an Office document. Save the sheet of ratings as CSV UTF-8.",
  ],
  [
    "what is no XML",
    { "xl/worksheets/sheet1.xml": "<worksheet><a>" },
    "an Excel workbook that can't be read. Save the sheet as CSV UTF-8.",
  ],
  [
    "no table",
    { "xl/worksheets/sheet1.xml": sheet("<c><v>1</v></c>") },
    "an Excel workbook without a table. Open the one that holds the ratings.",
  ],
])("%s is refused", async (_, parts, message) => {
  const [source] = await openFiles([book(parts)]);
  await expect(readHead(source)).rejects.toThrow(`a.xlsx is ${message}`);
});

it("a sheet without a table is passed over", async () => {
  const parts = { "xl/worksheets/sheet1.xml": sheet("<c><v>1</v></c>"), "xl/worksheets/sheet2.xml": TWO };
  expect(await read(book(parts))).toEqual(["a.xlsx, Excel workbook: 7|8 / 1|2"]);
});

it("cells stand where they say, wherever the one before was", async () => {
  const cells = '<c r="C2"><f>1+1</f><v>2</v></c><c r="B2"><v>1</v></c><c r="7"><v>9</v></c>';
  expect(
    await read(book({ "xl/worksheets/sheet1.xml": sheet("<c><v>7</v></c><c><v>8</v></c>", cells) })),
  ).toEqual(["a.xlsx, Excel workbook: 7|8|| / |1|2|9"]);
});

it("numbers are dates by their style, of which colours and words in brackets and quotes say nothing", async () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[Red]0"/><numFmt numFmtId="171"/><numFmt numFmtId="172" formatCode="[Red]d"/></numFmts><cellXfs><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="22"/></cellXfs></styleSheet>`;
  const cells = [0, 1, 2, 3].map((style) => `<c s="${style}"><v>43831</v></c>`).join("");
  const big = '<c s="3"><v>1e300</v></c><c><v>1</v></c>';
  const parts = { "xl/styles.xml": styles, "xl/worksheets/sheet1.xml": sheet(cells, big) };
  expect(await read(book(parts))).toEqual([
    "a.xlsx, Excel workbook: 43831|43831|2020-01-01T00:00:00.000Z|2020-01-01T00:00:00.000Z / 1e+300|1||",
  ]);
});

it("sheets come in the order of their numbers, and nothing else is one", () => {
  const paths = [
    "xl/worksheets/sheet10.xml",
    "xl/worksheets/sheet2.xml",
    "xl/worksheets/_rels/sheet1.xml",
    "xl/worksheets/sheet1.xml.rels",
    "a/xl/worksheets/sheet1.xml",
    "xl/styles.xml",
  ];
  expect(sheetPaths(new Map(paths.map((path) => [path, null])))).toEqual([
    "xl/worksheets/sheet2.xml",
    "xl/worksheets/sheet10.xml",
  ]);
});
