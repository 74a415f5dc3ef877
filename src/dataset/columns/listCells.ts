import type { TableHead } from "../../files/TableHead.ts";
import type { OnRow } from "../../files/text/CsvDecoder.ts";
import { cellAt } from "../cells/cellAt.ts";
import { isUnrated, ratingOf } from "../cells/ratingOf.ts";
import { namedColumn, plainName } from "./columnNames.ts";

/** What columns of several things are called: "items", "liked_movies", "watched". */
const OF_THINGS =
  /(?:items?|movies?|films?|books?|games?|products?|songs?|tracks?|artists?|videos?|articles?|recipes?|isbns?|asins?|watched|liked|likes|favou?rites|history|purchase[sd]?|seen|read|played|basket|cart)(?:ids?|list|titles?|names?)?$/;
const RATINGS = /^(?:ratings?|scores?|stars)(?:list)?$/;
const LEAST_ROWS = 3;
/** Cells with several things in them. */
const MOSTLY = 0.6;
const QUOTED = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g;
const SIGNS = ["|", ";", ","];

/** The table with a row for each thing, where a cell holds all of somebody's, "Heat|Alien"; as it is where none does. */
export function withListedItems(head: TableHead): TableHead {
  const [names = [], ...body] = head.rows;
  const user = namedColumn(names, "user");
  if (user < 0 || body.length < LEAST_ROWS) return head;
  const users = new Set(body.map((row) => row[user]));
  const item = names.findIndex(
    (name, place) => place !== user && OF_THINGS.test(plainName(name)) && areLists(body, place),
  );
  if (item < 0 || users.size < body.length * MOSTLY) return head;
  const rating = names.findIndex((name) => RATINGS.test(plainName(name)));
  if (rating >= 0 && !body.every((row) => areRatingsOf(cellAt(row, rating), cellAt(row, item)))) return head;
  const header = ["user", "item", ...(rating < 0 ? [] : ["rating"])];
  const rowsOf = (row: readonly string[]) => {
    const ratings = entriesOf(cellAt(row, rating));
    return entriesOf(cellAt(row, item)).map((one, i) => [
      cellAt(row, user),
      one,
      ...(rating < 0 ? [] : [cellAt(ratings, i)]),
    ]);
  };
  return {
    ...head,
    dialect: null,
    plain: undefined,
    hasHeader: true,
    skip: 0,
    rows: [header, ...body.flatMap(rowsOf)],
    read: async (take: OnRow, onBytes) => {
      take(header, 0, false);
      let above = head.skip + 1;
      await head.read((row, line, broken) => {
        if (above > 0) above--;
        else if (broken) take([], line, true);
        else for (const fields of rowsOf(row)) take(fields, line, false);
      }, onBytes);
    },
  };
}

/** Whether most cells hold several entries, some of which come again in others. */
function areLists(body: readonly string[][], place: number): boolean {
  const lists = body.map((row) => entriesOf(cellAt(row, place)));
  const all = lists.flat();
  return (
    lists.filter(({ length }) => length > 1).length > body.length * MOSTLY && new Set(all).size < all.length
  );
}

function areRatingsOf(ratings: string, items: string): boolean {
  const all = entriesOf(ratings);
  return (
    all.length === entriesOf(items).length &&
    all.every((one) => isUnrated(one) || Number.isFinite(ratingOf(one)))
  );
}

/** "['Heat', 'Alien']", "Heat|Alien", "Heat, Alien", "501 502" */
function entriesOf(cell: string): string[] {
  const text = cell.trim().replace(/^[[({](.*)[\])}]$/s, "$1");
  const quoted = /^\s*['"]/.test(text)
    ? [...text.matchAll(QUOTED)].map(([, one, other]) => one ?? other)
    : [];
  if (quoted.length > 1) return quoted;
  const sign = SIGNS.find((one) => text.includes(one));
  const words = text.split(/\s+/);
  // Only ids have nothing but spaces between them.
  const parts = sign ? text.split(sign) : words.every((word) => /\d/.test(word)) ? words : [text];
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
