import { DataFileError } from "../../errors.ts";
import { allBytes, type ByteSource } from "../ByteSource.ts";
import type { TableFormat } from "../formats.ts";
import { sheetPaths } from "./sheets.ts";
import { sheetTable } from "./sheetTable.ts";
import type { XmlElement } from "./xmlTree.ts";

const MOST_AT_ONCE = 2 ** 27;
/** Number formats of dates that need no description of their own. */
const DATES = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);
/** What else is written as a workbook is, by a folder or a file in it. */
const KINDS: readonly (readonly [path: string, kind: string])[] = [
  ["word/", "a Word document"],
  ["ppt/", "a PowerPoint presentation"],
  ["xl/workbook.bin", "a binary Excel workbook (.xlsb)"],
  ["xl/", "an Excel workbook without a sheet"],
];
const DAY = 86_400_000;
/** Days are counted from here; 1900 had no 29 February, and Excel thinks it had. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** Excel's workbooks: the first sheet that holds a table. The XML reader is loaded when one is opened. */
export const workbook: TableFormat = {
  name: "Excel workbook",
  files: "`.xlsx`: each sheet with a table in it",
  async open(source) {
    const { zipped } = source;
    if (!zipped) return null;
    const sheets = sheetPaths(zipped);
    if (sheets.length === 0) {
      const has = (folder: string) => [...zipped.keys()].some((path) => path.startsWith(folder));
      const [, kind] = KINDS.find(([folder]) => has(folder)) ?? ["", "an Office document"];
      throw new DataFileError(`${source.name} is ${kind}. Save the sheet of ratings as CSV UTF-8.`);
    }
    const { xmlTree, elements } = await import("./xmlTree.ts");
    const tree = async (path: string): Promise<XmlElement | null> => {
      const entry = zipped.get(path);
      return entry ? xmlTree(new TextDecoder().decode(await allBytes(entry, MOST_AT_ONCE))) : null;
    };
    const textOf = (element: XmlElement) =>
      elements(element, "t")
        .map(({ text }) => text)
        .join("");
    const shared = await tree("xl/sharedStrings.xml");
    const strings = shared ? elements(shared, "si").map(textOf) : [];
    const styles = await tree("xl/styles.xml");
    const dates = styles ? dateStyles(styles, elements) : new Set<number>();
    for (const path of sheets) {
      const sheet = await tree(path);
      if (!sheet) throw unreadable(source);
      const rows = elements(sheet, "row").map((row) => cellsOf(elements(row, "c"), strings, dates, textOf));
      const table = sheetTable("Excel workbook", rows, source);
      if (table) return table;
    }
    throw new DataFileError(
      `${source.name} is an Excel workbook without a table. Open the one that holds the ratings.`,
    );
  },
};

function cellsOf(
  cells: readonly XmlElement[],
  strings: readonly string[],
  dates: ReadonlySet<number>,
  textOf: (element: XmlElement) => string,
): string[] {
  const row: string[] = [];
  for (const cell of cells) {
    const at = columnOf(cell.attributes.get("r") ?? "") ?? row.length;
    while (row.length < at) row.push("");
    const type = cell.attributes.get("t");
    const value = cell.children.find(({ name }) => name === "v")?.text ?? "";
    if (type === "s") row[at] = strings[Number(value)] ?? "";
    else if (type === "inlineStr") row[at] = textOf(cell);
    else if (type === "b") row[at] = value === "1" ? "TRUE" : "FALSE";
    else if (type === "e") row[at] = "";
    else
      row[at] = value !== "" && dates.has(Number(cell.attributes.get("s"))) ? dateOf(Number(value)) : value;
  }
  return row;
}

/** "B7" is in column 1. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The styles whose numbers are dates. */
function dateStyles(
  styles: XmlElement,
  elements: (of: XmlElement, name: string) => XmlElement[],
): Set<number> {
  const own = elements(styles, "numFmt")
    .filter(({ attributes }) =>
      /[ymdhs]/i.test((attributes.get("formatCode") ?? "").replace(/"[^"]*"|\[[^\]]*\]/g, "")),
    )
    .map(({ attributes }) => Number(attributes.get("numFmtId")));
  const formats = new Set([...DATES, ...own]);
  const used = elements(styles, "cellXfs").flatMap((all) => elements(all, "xf"));
  return new Set(
    used.flatMap(({ attributes }, i) => (formats.has(Number(attributes.get("numFmtId"))) ? [i] : [])),
  );
}

function dateOf(days: number): string {
  const date = new Date(DAY_ZERO + Math.round(days * DAY));
  return Number.isNaN(date.getTime()) ? String(days) : date.toISOString();
}

function unreadable(source: ByteSource): DataFileError {
  return new DataFileError(
    `${source.name} is an Excel workbook that can't be read. Save the sheet as CSV UTF-8.`,
  );
}
