/** What is left of a row without what stands behind it; null where nothing is. */
export type CutRow = (row: string[]) => string[] | null;

/** "# from memory" in a row of its own, and behind the fields of another */
const REMARK = /^#(?=[\s=-]|$)/;
const REMARKED = /(?:^|\s)#(?:\s.*)?$/su;
const LEAST_ROWS = 3;

/**
 * How rows are cut of what is none of their fields, if there is such: remarks behind a "#", or the semicolons that a
 * spreadsheet puts behind rows with other delimiters.
 * @param rows from the header on
 */
export function rowEnds(rows: readonly string[][], delimiter: string): CutRow | null {
  const [header, ...body] = rows.filter(([first]) => !REMARK.test(first));
  if (body.length < LEAST_ROWS) return null;
  const areRemarked =
    body.filter((row) => row.findIndex(isRemarked) > 0).length > body.length / 2 &&
    body.every((row) => withoutRemark(row).length === header.length);
  if (areRemarked) return (row) => (REMARK.test(row[0]) ? null : withoutRemark(row));
  const [tail = ""] = /;+$/.exec(header[header.length - 1]) ?? [];
  const isTailed = (row: readonly string[]) => row.length > 1 && row[row.length - 1].endsWith(tail);
  if (tail === "" || delimiter === ";" || !body.every(isTailed)) return null;
  return (row) => row.with(-1, row[row.length - 1].replace(/;+$/, ""));
}

function isRemarked(cell: string): boolean {
  return REMARKED.test(cell);
}

function withoutRemark(row: string[]): string[] {
  const place = row.findIndex(isRemarked);
  if (place < 1) return row;
  const rest = row[place].replace(REMARKED, "").trim();
  return rest === "" ? row.slice(0, place) : row.slice(0, place + 1).with(place, rest);
}
