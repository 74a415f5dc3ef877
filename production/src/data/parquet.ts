import { asyncBufferFromFile, parquetMetadataAsync, parquetRead } from "hyparquet";
import { DataFileError } from "../../../src/errors.ts";
import type { DataFile } from "../../../src/files/ByteSource.ts";
import { toCsv } from "../../../src/files/toCsv.ts";

export function isParquet(path: string): boolean {
  return /\.parquet$/i.test(path);
}

/**
 * A Parquet table as the readers of tables take it, a row group at a time. Lists become `a|b|c`, times ISO 8601.
 * @throws DataFileError if it is damaged, or packed in a way that cannot be read here.
 */
export async function parquetAsCsv(path: string, name: string): Promise<DataFile> {
  const pieces: string[] = [];
  try {
    const file = await asyncBufferFromFile(path);
    const metadata = await parquetMetadataAsync(file);
    let rowStart = 0;
    for (const group of metadata.row_groups) {
      const rowEnd = rowStart + Number(group.num_rows);
      await parquetRead({
        file,
        metadata,
        rowStart,
        rowEnd,
        rowFormat: "object",
        onComplete: (rows: Record<string, unknown>[]) => {
          if (rows.length === 0) return;
          const columns = Object.keys(rows[0]);
          const text = toCsv(
            columns,
            rows.map((row) => columns.map((column) => cellOf(row[column]))),
          );
          pieces.push(rowStart === 0 ? text : text.slice(text.indexOf("\n") + 1));
        },
      });
      rowStart = rowEnd;
    }
  } catch (error) {
    throw new DataFileError(
      `${name} cannot be read as Parquet (${(error as Error).message}). Write it again with Snappy or no compression, or save it as CSV.`,
    );
  }
  return Object.assign(new Blob(pieces), { name: name.replace(/\.parquet$/i, ".csv") });
}

function cellOf(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.join("|");
  return String(value);
}
