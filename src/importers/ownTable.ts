import { plainName } from "../dataset/columns/columnNames.ts";
import type { TableHead } from "../files/TableHead.ts";
import type { Importer } from "./Importer.ts";
import { IMPORTERS } from "./importers.ts";
import type { WrittenAnswer } from "./matineeColumns.ts";

/** A table of one person's ratings, whose it is, and where its rows begin. */
export interface OwnTable {
  head: TableHead;
  importer: Importer;
  /** Its header, as `plainName` makes the names. */
  columns: readonly string[];
  /** Rows from the first of `head.rows` to the header, and the header. */
  above: number;
  /** What films without a rating count as, where the file is a list of those watched or liked. */
  unratedAs?: number;
  /** What the list says of its films beside stars. */
  answer?: WrittenAnswer;
}

/** The header of an exported list stands below what the list is called. */
const LOOKED_AT = 8;

/** Whose table of one person's ratings this is; null if no known service's. */
export function serviceTable(head: TableHead): OwnTable | null {
  for (const [place, row] of head.rows.slice(0, LOOKED_AT).entries()) {
    const columns = row.map(plainName);
    const has = (names: string) => names.split("|").some((name) => columns.includes(name));
    // Many people's ratings say whose each is.
    if (has("userid|user")) return null;
    const importer = IMPORTERS.find(
      ({ signature, isWhole, format }) =>
        signature.every(has) &&
        (!isWhole || columns.length === signature.length) &&
        (!format || head.format.startsWith(format)),
    );
    if (importer) return { head, importer, columns, above: place + 1 };
  }
  return null;
}

/** Where the first of these columns is that there is; -1 if there is none. Columns may have no name at all. */
export function placeOf(columns: readonly string[], names: readonly string[] = []): number {
  const name = names.find((one) => columns.includes(one));
  return name === undefined ? -1 : columns.indexOf(name);
}
