import type { TableHead } from "../../src/files/TableHead.ts";

/** The beginning of a table that is written in one line: "user|item / ann|Heat". */
export function headOf(table: string): TableHead {
  const rows = table.split(" / ").map((row) => row.split("|"));
  const source = {
    name: "table.csv",
    size: table.length,
    pieces: () => [] as unknown as AsyncIterable<Uint8Array>,
  };
  return {
    source,
    rows,
    encoding: "UTF-8",
    format: "comma-separated",
    dialect: null,
    hasHeader: null,
    skip: 0,
    encodings: [],
    possibleEncodings: [],
    bytesARow: table.length / rows.length,
    read: async (take) => {
      for (const [i, row] of rows.entries()) take(row, i + 1, false);
    },
  };
}
