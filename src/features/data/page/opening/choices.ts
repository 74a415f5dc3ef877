import type { ReadingChoices, Role, UnderstoodData, UnderstoodTable } from "../../api.ts";

/** A table has at most one column of each: assigning such a role takes it from another column. */
const ONE_EACH = new Set<Role>(["user", "item", "rating", "timestamp", "title", "year", "imdb", "tmdb"]);

/** The choices with another role for one column; the column that had the role gets what this one had. */
export function withRole(
  choices: ReadingChoices,
  understood: UnderstoodData,
  table: UnderstoodTable,
  place: number,
  role: Role,
): ReadingChoices {
  const roles = table.columns.map((column) => column.role);
  const before = ONE_EACH.has(role) ? roles.indexOf(role) : -1;
  if (before >= 0) roles[before] = roles[place];
  roles[place] = role;
  return withTable(choices, understood, { file: table.file, roles, hasHeader: table.hasHeader });
}

export function withHeader(
  choices: ReadingChoices,
  understood: UnderstoodData,
  table: UnderstoodTable,
  hasHeader: boolean,
): ReadingChoices {
  const roles = table.columns.map((column) => column.role);
  return withTable(choices, understood, { file: table.file, roles, hasHeader });
}

type TableChoice = NonNullable<ReadingChoices["tables"]>[number];

/** All tables are listed: guesses about the others should not change with what is known about one. */
function withTable(choices: ReadingChoices, { tables }: UnderstoodData, choice: TableChoice): ReadingChoices {
  const all = tables.map(({ file, columns, hasHeader }): TableChoice => {
    return file === choice.file ? choice : { file, roles: columns.map(({ role }) => role), hasHeader };
  });
  // Another column of ratings may have another scale.
  const { likedFrom: _, ...others } = choices;
  return { ...others, tables: all };
}
