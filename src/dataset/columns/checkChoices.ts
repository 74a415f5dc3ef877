import {
  checkArray,
  checkKeys,
  checkOptions,
  numberInRange,
  oneOf,
  optionalBoolean,
  toFiniteNumbers,
} from "../../arguments.ts";
import type { Role } from "./TableForm.ts";
import type { Choices } from "./understand.ts";

/** All of them, which the compiler sees to. */
const ROLES = Object.keys({
  user: true,
  item: true,
  rating: true,
  timestamp: true,
  title: true,
  year: true,
  labels: true,
  feature: true,
  flag: true,
  age: true,
  tags: true,
  relevance: true,
  imdb: true,
  tmdb: true,
  unused: true,
} satisfies Record<Role, true>);

/**
 * @param files by name, as they are read: of a zip or a workbook, what is in it
 * @throws ArgumentError if a choice is unknown, out of its range or of another file.
 */
export function checkChoices(choices: Choices, files: readonly string[]): void {
  checkOptions(choices, ["tables", "likedFrom", "userShare", "nouns", "unrated"], "choices");
  const { tables = [], likedFrom = 0, userShare = 1, nouns, unrated = [] } = choices;
  checkArray("choices.tables", tables);
  for (const [i, table] of tables.entries()) {
    const name = `choices.tables[${i}]`;
    checkKeys(table, ["file", "roles", "hasHeader"], name);
    oneOf(`${name}.file`, table.file, files);
    checkArray(`${name}.roles`, table.roles);
    for (const role of table.roles) oneOf(`${name}.roles`, role, ROLES);
    optionalBoolean(`${name}.hasHeader`, table.hasHeader);
  }
  numberInRange("choices.likedFrom", likedFrom, () => true, "finite");
  numberInRange("choices.userShare", userShare, (share) => share > 0 && share <= 1, "above 0 and up to 1");
  if (nouns !== undefined) checkKeys(nouns, ["one", "many"], "choices.nouns");
  checkArray("choices.unrated", unrated);
  toFiniteNumbers("choices.unrated", unrated);
}
