import { DataFileError } from "../errors.ts";
import type { ByteSource } from "./ByteSource.ts";
import { type Dialect, detectDialect, parseStart } from "./Dialect.ts";
import { otherKind } from "./otherKind.ts";
import { type Encoding, TextPieces } from "./TextPieces.ts";

const LOOKED_AT = 2 ** 16;

/** The beginning of a table: enough to tell what it is. */
export interface TableHead {
  source: ByteSource;
  dialect: Dialect;
  encoding: Encoding;
  /** Of the first rows, on average. */
  bytesARow: number;
  /** The first rows, a header among them where there is one. */
  rows: string[][];
}

/** @throws DataFileError where a file begins like no table. */
export async function readHead(source: ByteSource): Promise<TableHead> {
  const pieces = new TextPieces(source.name);
  let text = "";
  let isWhole = true;
  for await (const piece of source.pieces()) {
    const kind = otherKind(piece);
    if (kind) throw new DataFileError(`${source.name} ${kind}`);
    const start = piece.subarray(0, LOOKED_AT);
    text = pieces.push(start);
    isWhole = start.length >= source.size;
    break;
  }
  if (isWhole) text += pieces.end();
  if (text.trim() === "") {
    throw new DataFileError(`${source.name} is empty. Choose a file that holds ratings.`);
  }
  const dialect = detectDialect(text, isWhole);
  if (!dialect) {
    throw new DataFileError(
      `${source.name} is no table: its rows do not part into columns. A ratings file has one rating a line, with commas, tabs, semicolons or bars between user, item and rating.`,
    );
  }
  const rows = parseStart(text, dialect, isWhole);
  return { source, dialect, encoding: pieces.encoding, bytesARow: text.length / lines(text), rows };
}

function lines(text: string): number {
  return Math.max(1, text.split(/\r\n|\r|\n/).length - 1);
}
