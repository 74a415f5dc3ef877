import { DamagedFileError, DataFileError } from "../errors.ts";
import type { ByteSource } from "./ByteSource.ts";
import { FORMATS, type OpenTable } from "./formats.ts";
import { startOf } from "./Start.ts";
import type { Encoding } from "./text/decoding.ts";
import type { Sample } from "./text/samples.ts";

/** A table, with its beginning: enough to tell what it is. */
export interface TableHead extends OpenTable {
  source: ByteSource;
  encoding: Encoding;
  /** Encodings that are nearly as likely, with what the text looks like in each; empty as a rule. */
  encodings: Sample[];
  /** Those to choose from, that in which it is read first; empty where there is no doubt. */
  possibleEncodings: Sample[];
  /** Whether its ratings were school grades, of which 1 is the best, and were turned round. */
  isOfGrades?: boolean;
  /** Of the first rows, on average. */
  bytesARow: number;
}

/**
 * @param encoding where a person has said which it is
 * @throws DataFileError if a file begins like no table, DamagedFileError if it is damaged.
 */
export async function readHead(source: ByteSource, encoding: Encoding | null = null): Promise<TableHead> {
  try {
    return await headOf(source, encoding);
  } catch (error) {
    // What is damaged may look like no table.
    await source.check?.();
    const { packed } = source;
    if (
      !packed ||
      !(error instanceof DataFileError) ||
      error instanceof DamagedFileError ||
      error.message.includes(packed)
    )
      throw error;
    throw new DataFileError(error.message.replace(source.name, packed));
  }
}

async function headOf(source: ByteSource, encoding: Encoding | null): Promise<TableHead> {
  const start = await startOf(source, encoding);
  for (const format of FORMATS) {
    const table = await format.open(source, start);
    if (!table) continue;
    return {
      ...table,
      source,
      encoding: start.encoding ?? "UTF-8",
      encodings: start.alternatives,
      possibleEncodings: start.possible,
      bytesARow: start.text === "" ? source.size / table.rows.length : start.text.length / lines(start.text),
    };
  }
  throw new DataFileError(
    `${source.name} doesn't look like a table. Expected one rating per line: user, item, rating.`,
  );
}

/** Why a file isn't a table, as `readHead` threw it. @throws the error itself if it says anything else. */
export function noTable(error: unknown): DataFileError {
  if (!(error instanceof DataFileError) || error instanceof DamagedFileError) throw error;
  return error;
}

function lines(text: string): number {
  return Math.max(1, text.split(/\r\n|\r|\n/).length - 1);
}
