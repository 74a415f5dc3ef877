import type { TableHead } from "../../files/TableHead.ts";
import type { OnRow } from "../../files/text/CsvDecoder.ts";
import { cellAt } from "../cells/cellAt.ts";
import { namedColumn, plainName } from "./columnNames.ts";

const MOST_TYPES = 8;

/**
 * The table with the type before each id, where things of several types are numbered each for themselves, "Movie", "1"
 * and "Series", "1"; as it is where they are not.
 */
export function withTypedIds(head: TableHead): TableHead {
  const [names = [], ...body] = head.rows;
  const item = namedColumn(names, "item");
  const stem = /^(.+)id$/.exec(plainName(cellAt(names, item)))?.[1];
  const type = stem === undefined ? -1 : names.findIndex((name) => plainName(name) === `${stem}type`);
  if (type < 0 || namedColumn(names, "user") < 0) return head;
  const types = new Set(body.map((row) => row[type]));
  const ids = new Set(body.map((row) => row[item]));
  const things = new Set(body.map((row) => JSON.stringify([row[type], row[item]])));
  if (types.size > MOST_TYPES || things.size === ids.size) return head;
  const typed = (row: string[]) => row.with(item, `${row[type]} ${row[item]}`);
  const isWhole = (row: string[]) => row.length > Math.max(type, item);
  return {
    ...head,
    plain: undefined,
    rows: [names, ...body.map((row) => (isWhole(row) ? typed(row) : row))],
    read: async (take: OnRow, onBytes) => {
      let above = head.skip + 1;
      await head.read((row, line, broken) => {
        const isBody = above-- <= 0;
        take(isBody && !broken && isWhole(row) ? typed([...row]) : row, line, broken);
      }, onBytes);
    },
  };
}
