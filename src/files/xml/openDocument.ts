import { DataFileError } from "../../errors.ts";
import { allBytes, type ByteSource } from "../ByteSource.ts";
import type { TableFormat } from "../formats.ts";
import { sheetTable } from "./sheetTable.ts";
import type { XmlElement } from "./xmlTree.ts";

const MOST_AT_ONCE = 2 ** 27;
/** LibreOffice knows no wider sheet and no longer one: a repetition beyond is padding, or a trap. */
const MOST_COLUMNS = 2 ** 14;
const MOST_SHEET_ROWS = 2 ** 20;

/** Spreadsheets of LibreOffice and others. The XML reader is loaded when one is opened. */
export const openDocument: TableFormat = {
  name: "OpenDocument spreadsheet",
  files: "`.ods`: each sheet with a table in it",
  async open(source) {
    const { zipped } = source;
    const type = zipped?.get("mimetype");
    if (!zipped || !type) return null;
    if (!(await textOf(type, 2 ** 10)).includes("spreadsheet")) {
      throw new DataFileError(`${source.name} is an OpenDocument text. Save its table as CSV UTF-8.`);
    }
    const { xmlTree, elements } = await import("./xmlTree.ts");
    const content = zipped.get("content.xml");
    const tree = content && xmlTree(asPlainText(await textOf(content, MOST_AT_ONCE)));
    if (!tree) {
      throw new DataFileError(
        `${source.name} is an OpenDocument spreadsheet that can't be read. Save it without a password, or its sheet as CSV UTF-8.`,
      );
    }
    for (const sheet of elements(tree, "table")) {
      const table = sheetTable("OpenDocument spreadsheet", rowsOf(elements(sheet, "table-row")), source);
      if (table) return table;
    }
    throw new DataFileError(
      `${source.name} is an OpenDocument spreadsheet without a table. Open the one that holds the ratings.`,
    );
  },
};

/** The content of each sheet with rows in it, for which `content.xml` is taken where these are several. */
export async function openDocumentSheets(zipped: ReadonlyMap<string, ByteSource>): Promise<string[]> {
  const content = zipped.get("content.xml");
  if (!content) return [];
  const sheets =
    (await textOf(content, MOST_AT_ONCE)).match(/<table:table[ >][\s\S]*?<\/table:table>/g) ?? [];
  return sheets.filter((sheet) => sheet.split("<table:table-row").filter(hasText).length > 1);
}

function hasText(row: string): boolean {
  return row.includes("<text:p");
}

async function textOf(source: ByteSource, most: number): Promise<string> {
  return new TextDecoder().decode(await allBytes(source, most));
}

/** Spans and links parted a cell's text; several spaces are an element. */
function asPlainText(xml: string): string {
  return xml
    .replace(/<\/?text:(?:span|a)\b[^>]*>/g, "")
    .replace(/<text:(?:s|tab|line-break)\b[^>]*\/>/g, " ");
}

function rowsOf(all: readonly XmlElement[]): string[][] {
  const rows: string[][] = [];
  for (const { attributes, children } of all) {
    const row = cellsOf(children);
    if (row.length === 0) continue;
    const times = Math.min(repeated(attributes, "rows"), MOST_SHEET_ROWS - rows.length);
    for (let i = 0; i < times; i++) rows.push(row);
  }
  return rows;
}

/** Up to the last cell that is not blank: the rest of a sheet is one cell, repeated. */
function cellsOf(cells: readonly XmlElement[]): string[] {
  const row: string[] = [];
  let blank = 0;
  for (const cell of cells) {
    const times = repeated(cell.attributes, "columns");
    const value = contentOf(cell);
    if (value === "") blank += times;
    else if (row.length + blank + times <= MOST_COLUMNS) {
      row.push(...new Array<string>(blank).fill(""), ...new Array<string>(times).fill(value));
      blank = 0;
    }
  }
  return row;
}

function contentOf({ attributes, children }: XmlElement): string {
  const type = attributes.get("value-type");
  if (type === "date") return attributes.get("date-value") ?? "";
  if (type === "boolean") return attributes.get("boolean-value")?.toUpperCase() ?? "";
  if (type === "float" || type === "currency" || type === "percentage") return attributes.get("value") ?? "";
  // What is in a remark lies deeper.
  return children
    .filter(({ name }) => name === "p")
    .map(({ text }) => text)
    .join(" ");
}

function repeated(attributes: ReadonlyMap<string, string>, what: string): number {
  return Math.max(1, Number(attributes.get(`number-${what}-repeated`)) || 1);
}
