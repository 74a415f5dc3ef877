import type { ByteSource } from "./ByteSource.ts";
import { json } from "./json/json.ts";
import { parquet } from "./parquet.ts";
import type { Start } from "./Start.ts";
import type { OnRow } from "./text/CsvDecoder.ts";
import type { Dialect } from "./text/Dialect.ts";
import { delimited } from "./text/delimited.ts";
import { keyed } from "./text/keyed.ts";
import { netflixPrize } from "./text/netflixPrize.ts";
import type { PlainText } from "./text/scanText.ts";
import { tiers } from "./text/tiers.ts";
import { titleList } from "./text/titleList.ts";
import { openDocument } from "./xml/openDocument.ts";
import { workbook } from "./xml/workbook.ts";
import { xml } from "./xml/xml.ts";

/** A way in which tables are written. */
export interface TableFormat {
  name: string;
  /** For the documentation: the files it is found in, and what is made of them. */
  files: string;
  /** Null if this is not how the file is written. @throws DataFileError if it is, and cannot be read. */
  open(source: ByteSource, start: Start): Promise<OpenTable | null>;
}

/** A table whose rows can be read, as often as wanted. */
export interface OpenTable {
  /** What a person calls it: "comma-separated", "JSON lines". */
  format: string;
  /** Of text with fields between delimiters. */
  dialect: Dialect | null;
  /** Whether the first row holds names; null where that has to be told by what is in it. */
  hasHeader: boolean | null;
  /** Rows above the table that are none of it: a title, remarks. */
  skip: number;
  /** The first rows, from the header on. */
  rows: string[][];
  /** How the text lies, where it is such that plain rows of it can be scanned. */
  plain?: Omit<PlainText, "linesAbove"> | undefined;
  /** @param onBytes is told after each piece how many bytes of the file have been read */
  read(take: OnRow, onBytes: (bytes: number) => void): Promise<void>;
}

/** In this order each is asked whether a file is its own. */
export const FORMATS: readonly TableFormat[] = [
  openDocument,
  workbook,
  parquet,
  json,
  xml,
  netflixPrize,
  tiers,
  keyed,
  titleList,
  delimited,
];
