import type { Table } from "../../../dataset/columns/understand.ts";
import type { OpenedData } from "../../../dataset/OpenedData.ts";
import { fittingShare } from "../../../dataset/reading/budget.ts";
import type { ReadingChoices, UnderstoodData, UnderstoodTable } from "../api.ts";
import { tabMemory } from "./tabMemory.ts";

const ROWS_SHOWN = 4;
const LONGEST_SHOWN = 60;
/** More columns than this nobody looks through. */
const COLUMNS_SHOWN = 30;

/** What the tables of a data set are read as, in a form that the page can show. */
export async function understand(data: OpenedData, choices: ReadingChoices): Promise<UnderstoodData> {
  const { tables, nouns, unused } = await data.examine(choices);
  const ratings = tables.find(({ form }) => form.kind === "ratings");
  return {
    tables: tables.map(shown),
    nouns: { ...nouns },
    fittingShare: ratings ? fittingShare(ratings, tabMemory()) : 1,
    unused: [...unused],
  };
}

function shown({ head, form }: Table): UnderstoodTable {
  const { kind, hasHeader, columns } = form;
  const body = hasHeader ? head.rows.slice(1) : head.rows;
  return {
    file: head.source.name,
    kind,
    delimiter: head.format,
    encoding: head.encoding,
    encodings: head.possibleEncodings,
    hasHeader,
    columns: columns.slice(0, COLUMNS_SHOWN).map(({ name, role }) => ({ name, role })),
    rows: body.slice(0, ROWS_SHOWN).map((row) => row.slice(0, COLUMNS_SHOWN).map(cut)),
  };
}

function cut(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text;
}
