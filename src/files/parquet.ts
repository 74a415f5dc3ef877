import { DataFileError } from "../errors.ts";
import { allBytes } from "./ByteSource.ts";
import type { TableFormat } from "./formats.ts";
import { cellOf } from "./json/jsonFields.ts";
import type { Json } from "./json/looseJson.ts";
import { MOST_ROWS } from "./text/Dialect.ts";

const MOST_AT_ONCE = 2 ** 30;
const ROWS_AT_ONCE = 2 ** 16;

/** Columns as data tools store them; the reader is loaded when such a file is opened. */
export const parquet: TableFormat = {
  name: "Parquet",
  files: "`.parquet`, with any compression",
  async open(source, start) {
    if (start.bytes.length < 4 || String.fromCharCode(...start.bytes.subarray(0, 4)) !== "PAR1") return null;
    const [{ parquetMetadata, parquetRead, parquetSchema }, { compressors }, { checkPages }] =
      await Promise.all([import("hyparquet"), import("hyparquet-compressors"), import("./parquetPages.ts")]);
    const { buffer } = await allBytes(source, MOST_AT_ONCE);
    const file = {
      byteLength: buffer.byteLength,
      slice: (from: number, to?: number) => buffer.slice(from, to),
    };
    const unreadable = () =>
      new DataFileError(
        `${source.name} is a Parquet file that can't be read: it is damaged, cut short or encrypted. Download it again, or save the table as CSV and open that.`,
      );
    try {
      // To look for maps, hyparquet would step back for ever at a column of fewer than no columns.
      const metadata = parquetMetadata(buffer, { geoparquet: false });
      const names = parquetSchema(metadata)
        .children.map(({ element }) => element.name)
        .filter((name) => !name.startsWith("__index_level_"));
      const checked = new Set<unknown>();
      const rowsFrom = async (rowStart: number, rowEnd: number) => {
        let groupStart = 0;
        for (const group of metadata.row_groups) {
          const groupEnd = groupStart + Number(group.num_rows);
          if (groupStart < rowEnd && groupEnd > rowStart && !checked.has(group)) {
            checkPages(buffer, metadata, group, compressors);
            checked.add(group);
          }
          groupStart = groupEnd;
        }
        let read: Json[][] = [];
        const onComplete = (rows: unknown[][]) => {
          read = rows as Json[][];
        };
        await parquetRead({ file, metadata, compressors, columns: names, rowStart, rowEnd, onComplete });
        return read.map((row) => row.map(cell));
      };
      const count = Number(metadata.num_rows);
      return {
        format: "Parquet",
        dialect: null,
        hasHeader: true,
        skip: 0,
        rows: [names, ...(await rowsFrom(0, Math.min(count, MOST_ROWS)))],
        read: async (take, onBytes) => {
          take(names, 0, false);
          for (let from = 0; from < count; from += ROWS_AT_ONCE) {
            const to = Math.min(count, from + ROWS_AT_ONCE);
            const rows = await rowsFrom(from, to).catch(() => Promise.reject(unreadable()));
            // Otherwise, a damaged count would be read to its end.
            if (rows.length < to - from) throw unreadable();
            for (const [i, row] of rows.entries()) take(row, from + i + 1, false);
            onBytes(Math.round((source.size * Math.min(count, from + ROWS_AT_ONCE)) / count));
          }
        },
      };
    } catch {
      throw unreadable();
    }
  },
};

function cell(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? cellOf(JSON.parse(JSON.stringify(value)) as Json) : String(value);
}
