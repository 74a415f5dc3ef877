import { excerpt } from "../../files/excerpt.ts";
import type { Assumption } from "../Assumption.ts";
import { cellAt } from "../cells/cellAt.ts";
import { isId, plainName } from "./columnNames.ts";
import { placeOf, type Role } from "./TableForm.ts";
import type { Table } from "./understand.ts";

/** Fewer ids that are there may be so by chance. */
const LEAST_KNOWN = 5;
const TIMES_AS_MANY = 2;

/**
 * A table of things may number them twice, as goodbooks' first edition does ("id" and "book_id"): where more of what was
 * rated is known by the other number, that is what it is joined by.
 */
export function withRatedIds(table: Table, ratings: Table): { table: Table; said: Assumption[] } {
  const { form, head } = table;
  const item = placeOf(form.columns, "item");
  if (form.kind !== "items" || !form.hasHeader || item < 0) return { table, said: [] };
  const rated = cellsOf(ratings, placeOf(ratings.form.columns, "item"));
  const known = form.columns.map((_, place) => {
    const ids = cellsOf(table, place);
    return [...rated].filter((id) => ids.has(id)).length;
  });
  const rows = head.rows.length - 1;
  const others = form.columns.flatMap(({ name, role }, place) =>
    (isId(name) || /id$/.test(plainName(name))) && role !== "imdb" && cellsOf(table, place).size === rows
      ? [place]
      : [],
  );
  const best = others.toSorted((a, b) => known[b] - known[a])[0] ?? item;
  if (known[best] < LEAST_KNOWN || known[best] < known[item] * TIMES_AS_MANY) return { table, said: [] };
  const roleOf = (place: number, role: Role): Role =>
    place === best ? "item" : place === item ? "unused" : role;
  const columns = form.columns.map((column, place) => ({ ...column, role: roleOf(place, column.role) }));
  const [name, instead] = [best, item].map((place) => excerpt(form.columns[place].name));
  return {
    table: { head, form: { ...form, columns } },
    said: [
      {
        sentence: `${head.source.name} is joined by ${name}, as hardly any ${instead} in it was rated in ${ratings.head.source.name}.`,
        instead: null,
      },
    ],
  };
}

function cellsOf({ head, form }: Table, place: number): Set<string> {
  return new Set(head.rows.slice(Number(form.hasHeader)).map((row) => cellAt(row, place).trim()));
}
