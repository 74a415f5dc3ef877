import { decode, type Encoding } from "./decoding.ts";

/** What some letters beyond ASCII look like in an encoding. */
export interface Sample {
  encoding: Encoding;
  sample: string;
}

const MOST_CELLS = 4;
const LONGEST = 60;
/** So many cells are looked through for those that tell encodings apart. */
const LOOKED_THROUGH = 200;
/** Ends of lines, tabs, quotes, commas and semicolons. */
const ENDS: ReadonlySet<number> = new Set([9, 10, 13, 34, 44, 59]);

/** The first cells with letters beyond ASCII. */
export function cellsIn(text: string): string {
  return told(text.match(/[^,;|"\t\r\n]*\P{ASCII}[^,;|"\t\r\n]*/gu) ?? []);
}

/** Cells that are read otherwise in each of these encodings, as far as there are any: in others they look the same. */
export function tellingSamples(bytes: Uint8Array, encodings: readonly Encoding[]): Sample[] {
  if (encodings.length === 0) return [];
  const readings = cellsOf(bytes).map((cell) => encodings.map((encoding) => decode(cell, encoding)));
  const telling = readings.toSorted((a, b) => new Set(b).size - new Set(a).size);
  return encodings.map((encoding, i) => ({ encoding, sample: told(telling.map((reading) => reading[i])) }));
}

function cellsOf(bytes: Uint8Array): Uint8Array[] {
  const cells: Uint8Array[] = [];
  for (let from = 0; from < bytes.length && cells.length < LOOKED_THROUGH; ) {
    let end = from;
    while (end < bytes.length && !ENDS.has(bytes[end])) end++;
    const cell = bytes.subarray(from, end);
    if (cell.some((byte) => byte >= 0x80)) cells.push(cell);
    from = end + 1;
  }
  return cells;
}

function told(cells: readonly string[]): string {
  return [...new Set(cells.map((cell) => cell.trim()))].slice(0, MOST_CELLS).join(", ").slice(0, LONGEST);
}
