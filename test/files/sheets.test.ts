import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { DataFile } from "../../src/files/ByteSource.ts";
import { openFiles } from "../../src/files/openFiles.ts";
import { readTable } from "../../src/files/readTable.ts";
import { readHead } from "../../src/files/TableHead.ts";

/** The rows of the first table in a file. */
async function rowsOf(content: string | Uint8Array, name: string): Promise<string[][]> {
  const [source] = await openFiles([new File([content as BlobPart], name) as DataFile]);
  const rows: string[][] = [];
  await readTable(await readHead(source), false, (fields) => void rows.push([...fields]));
  return rows;
}
const zipped = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));

describe("each kind of cell", () => {
  it("of an Excel workbook", async () => {
    const cells = [
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>ra</t><t>ting</t></is></c><c r="D1" t="s"><v>2</v></c><c r="E1" t="str"><v>seen</v></c>',
      '<c r="A2"><v>1</v></c><c r="B2" t="s"><v>9</v></c><c r="C2"><v>4.5</v></c><c r="D2" s="1"><v>43831.5</v></c><c r="E2" t="b"><v>1</v></c>',
      '<c r="A3"><v>2</v></c><c r="C3" t="e"><v>#N/A</v></c><c r="D3" s="2"><v>43832</v></c><c r="E3" t="b"><v>0</v></c>',
      '<c><v>3</v></c><c><v>x</v></c><c r="AB4"><v>7</v></c><c r="D4" s="0"><v>43832</v></c><c r="E4" s="1"/>',
    ];
    const book = zipped({
      "[Content_Types].xml": "<Types/>",
      "xl/workbook.xml": "<workbook/>",
      "xl/sharedStrings.xml":
        "<sst><si><t>user</t></si><si><r><t>it</t></r><r><t>em</t></r></si><si><t>when</t></si></sst>",
      "xl/styles.xml":
        '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy"/><numFmt numFmtId="171" formatCode="0 &quot;days&quot;"/></numFmts><cellXfs><xf numFmtId="171"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>',
      "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${cells.map((row) => `<row>${row}</row>`).join("")}</sheetData></worksheet>`,
    });
    const rows = await rowsOf(book, "a.xlsx");
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      ["user", "item", "rating", "when", "seen"],
      ["1", "", "4.5", "2020-01-01T12:00:00.000Z", "TRUE"],
      ["2", "", "", "2020-01-02T00:00:00.000Z", "FALSE"],
      ["3", "x", "", "43832", ""],
    ]);
    expect(rows[3][27]).toBe("7");
  });

  it("of an OpenDocument spreadsheet", async () => {
    const cell = (attributes: string, text: string) =>
      `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
    const rows = [
      ["user", "when", "seen", "rating", "share", "paid"]
        .map((text) => cell('office:value-type="string"', text))
        .join(""),
      cell('office:value-type="string"', "a<text:s/>b") +
        cell('office:value-type="date" office:date-value="2020-01-01"', "1.1.20") +
        cell('office:value-type="boolean" office:boolean-value="true"', "WAHR") +
        cell('office:value-type="float" office:value="4.5"', "4,5") +
        cell('office:value-type="percentage" office:value="0.5"', "50 %") +
        cell('office:value-type="currency" office:value="3"', "3 EUR"),
      `<table:table-cell><office:annotation><text:p>no</text:p></office:annotation><text:p>c</text:p><text:p>d</text:p></table:table-cell><table:table-cell table:number-columns-repeated="3"/>${cell('office:value-type="float" office:value="7" table:number-columns-repeated="2"', "7")}`,
    ];
    const content = `<office:document-content><office:spreadsheet><table:table table:name="x">${rows.map((row, i) => `<table:table-row${i === 2 ? ' table:number-rows-repeated="2"' : ""}>${row}</table:table-row>`).join("")}</table:table></office:spreadsheet></office:document-content>`;
    const sheet = zipped({
      mimetype: "application/vnd.oasis.opendocument.spreadsheet",
      "content.xml": content,
    });
    expect(await rowsOf(sheet, "a.ods")).toEqual([
      ["user", "when", "seen", "rating", "share", "paid"],
      ["a b", "2020-01-01", "TRUE", "4.5", "0.5", "3"],
      ["c d", "", "", "", "7", "7"],
      ["c d", "", "", "", "7", "7"],
    ]);
  });
});

it.each([
  [
    "<?xml version='1.0'?><a><b>1</b></a>",
    "a.xml is XML without a list of ratings. Open the file that holds them.",
  ],
  [
    "<?xml version='1.0'?><a><b>1</a>",
    "a.xml isn't valid XML. The file may be incomplete; download it again.",
  ],
  ['{"a": 1', "a.xml isn't valid JSON. The file may be incomplete; download it again."],
])("%s is refused", async (text, message) => {
  await expect(rowsOf(text, "a.xml")).rejects.toThrow(message);
});

it("reads the same wherever a text is cut, within a letter of two, three or four bytes too", async () => {
  const bytes = new TextEncoder().encode("user,film\nann,Amélie\nbob,七人の侍\ncid,😀 and 🎬\n");
  const rows = async (cut: number) => {
    const source = {
      name: "cut.csv",
      size: bytes.length,
      async *pieces() {
        yield bytes.subarray(0, cut);
        yield bytes.subarray(cut);
      },
    };
    const all: string[][] = [];
    await readTable(await readHead(source), false, (fields) => void all.push([...fields]));
    return all;
  };
  const whole = [
    ["user", "film"],
    ["ann", "Amélie"],
    ["bob", "七人の侍"],
    ["cid", "😀 and 🎬"],
  ];
  for (let cut = 1; cut < bytes.length; cut++) expect(await rows(cut)).toEqual(whole);
});
